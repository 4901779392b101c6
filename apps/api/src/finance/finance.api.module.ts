import { Module } from '@nestjs/common';
import { FinanceModule } from '#application/finance/finance.module.js';
import { FinanceApplicationController } from './finance-application.controller.js';
import { FinanceController } from './finance.controller.js';

@Module({ imports: [FinanceModule], controllers: [FinanceController, FinanceApplicationController] })
export class FinanceApiModule {}
