import { Module } from '@nestjs/common';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { AchievementRewardRepository } from './achievement-reward.repository.js';
import { AchievementRewardService } from './achievement-reward.service.js';

@Module({
  imports: [PublicNoticeModule],
  providers: [AchievementRewardRepository, AchievementRewardService],
  exports: [AchievementRewardService],
})
export class AchievementRewardModule {}
