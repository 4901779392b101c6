import { Module } from '@nestjs/common';
import { LedgerModule } from '#application/ledger/ledger.module.js';
import { BudgetController } from './budget.controller.js';
import { LedgerController } from './ledger.controller.js';

@Module({ imports: [LedgerModule], controllers: [BudgetController, LedgerController] })
export class LedgerApiModule {}
