import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RewardRepository } from './reward.repository.js';
import { RewardService } from './reward.service.js';

@Module({
  imports: [ContractRegistrationModule, LedgerModule],
  providers: [RewardRepository, RewardService],
  exports: [RewardService],
})
export class RewardModule {}
