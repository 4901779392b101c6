import { Module } from '@nestjs/common';
import { DemandModule } from '#application/demand/demand.module.js';
import { DemandController } from './demand.controller.js';

@Module({ imports: [DemandModule], controllers: [DemandController] })
export class DemandApiModule {}
