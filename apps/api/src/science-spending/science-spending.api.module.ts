import { Module } from '@nestjs/common';
import { ScienceSpendingModule } from '#application/science-spending/science-spending.module.js';
import { ScienceSpendingController } from './science-spending.controller.js';

@Module({ imports: [ScienceSpendingModule], controllers: [ScienceSpendingController] })
export class ScienceSpendingApiModule {}
