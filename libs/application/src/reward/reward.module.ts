import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RewardPolicyBook } from '../reward-policy/reward-policy.book.js';
import { RewardAccounts } from './reward.accounts.js';
import { RewardRepository } from './reward.repository.js';
import { RewardService } from './reward.service.js';

@Module({
  imports: [ContractRegistrationModule, LedgerModule],
  providers: [RewardRepository, RewardPolicyBook, RewardAccounts, RewardService],
  exports: [RewardPolicyBook, RewardAccounts, RewardService],
})
export class RewardModule {}
