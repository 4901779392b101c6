import { Module } from '@nestjs/common';
import { DemandScreeningModule } from '#application/demand-screening/demand-screening.module.js';
import { DemandScreeningController } from './demand-screening.controller.js';

@Module({ imports: [DemandScreeningModule], controllers: [DemandScreeningController] })
export class DemandScreeningApiModule {}
