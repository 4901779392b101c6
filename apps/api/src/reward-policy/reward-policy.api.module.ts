import { Module } from '@nestjs/common';
import { RewardPolicyModule } from '#application/reward-policy/reward-policy.module.js';
import { RewardPolicyController } from './reward-policy.controller.js';

@Module({ imports: [RewardPolicyModule], controllers: [RewardPolicyController] })
export class RewardPolicyApiModule {}
