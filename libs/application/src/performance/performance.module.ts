import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { ContractSides } from './contract-sides.js';
import { EscrowRepository } from './escrow.repository.js';
import { EscrowService } from './escrow.service.js';
import { MilestoneRepository } from './milestone.repository.js';
import { MilestoneService } from './milestone.service.js';
import { OverdueService } from './overdue.service.js';
import { RoyaltyRepository } from './royalty.repository.js';
import { RoyaltyService } from './royalty.service.js';

@Module({
  imports: [AttachmentModule, ContractModule],
  providers: [
    ContractSides,
    EscrowRepository,
    EscrowService,
    MilestoneRepository,
    MilestoneService,
    OverdueService,
    RoyaltyRepository,
    RoyaltyService,
  ],
  exports: [EscrowService, MilestoneService, OverdueService, RoyaltyService],
})
export class PerformanceModule {}
