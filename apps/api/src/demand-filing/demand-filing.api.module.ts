import { Module } from '@nestjs/common';
import { DemandFilingModule } from '#application/demand-filing/demand-filing.module.js';
import { DemandFilingController } from './demand-filing.controller.js';

@Module({ imports: [DemandFilingModule], controllers: [DemandFilingController] })
export class DemandFilingApiModule {}
