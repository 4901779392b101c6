import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { PurchaseReserveRepository } from './purchase-reserve.repository.js';
import { PurchaseReserveService } from './purchase-reserve.service.js';
import { ReserveBooks } from './reserve-books.js';
import { ReservePlacementService } from './reserve-placement.service.js';

@Module({
  imports: [AchievementModule, ContractModule, EvaluationModule, IdentityModule, LedgerModule, RelationModule],
  providers: [PurchaseReserveRepository, ReserveBooks, PurchaseReserveService, ReservePlacementService],
  exports: [PurchaseReserveService, ReservePlacementService],
})
export class PurchaseReserveModule {}
