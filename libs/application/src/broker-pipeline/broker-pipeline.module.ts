import { Module } from '@nestjs/common';
import { BrokerPipelineService } from './broker-pipeline.service.js';

@Module({ providers: [BrokerPipelineService], exports: [BrokerPipelineService] })
export class BrokerPipelineModule {}
