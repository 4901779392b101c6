import { Module } from '@nestjs/common';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { ShareAgreementModule } from '../share-agreement/share-agreement.module.js';
import { AchievementRewardRepository } from './achievement-reward.repository.js';
import { AchievementRewardService } from './achievement-reward.service.js';

@Module({
  imports: [PublicNoticeModule, ShareAgreementModule],
  providers: [AchievementRewardRepository, AchievementRewardService],
  exports: [AchievementRewardService],
})
export class AchievementRewardModule {}
