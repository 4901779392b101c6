import { Module } from '@nestjs/common';
import { LedgerModule } from '#application/ledger/ledger.module.js';
import { BudgetController } from './budget.controller.js';

@Module({ imports: [LedgerModule], controllers: [BudgetController] })
export class LedgerApiModule {}
