import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { RewardPolicyRepository } from './reward-policy.repository.js';
import { RewardPolicyService } from './reward-policy.service.js';

@Module({
  imports: [ContractRegistrationModule, RewardModule],
  providers: [RewardPolicyRepository, RewardPolicyService],
  exports: [RewardPolicyService],
})
export class RewardPolicyModule {}
