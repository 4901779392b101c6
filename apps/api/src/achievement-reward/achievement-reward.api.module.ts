import { Module } from '@nestjs/common';
import { AchievementRewardModule } from '#application/achievement-reward/achievement-reward.module.js';
import { AchievementRewardController } from './achievement-reward.controller.js';

@Module({ imports: [AchievementRewardModule], controllers: [AchievementRewardController] })
export class AchievementRewardApiModule {}
