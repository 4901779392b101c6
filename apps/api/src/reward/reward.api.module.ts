import { Module } from '@nestjs/common';
import { RewardModule } from '#application/reward/reward.module.js';
import { RewardController } from './reward.controller.js';

@Module({ imports: [RewardModule], controllers: [RewardController] })
export class RewardApiModule {}
