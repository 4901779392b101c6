import { Module } from '@nestjs/common';
import { BrokerPipelineModule } from '#application/broker-pipeline/broker-pipeline.module.js';
import { BrokerPipelineController } from './broker-pipeline.controller.js';

@Module({ imports: [BrokerPipelineModule], controllers: [BrokerPipelineController] })
export class BrokerPipelineApiModule {}
