import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { PatentModule } from '../patent/patent.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { ListingRepository } from './listing.repository.js';
import { ListingService } from './listing.service.js';

@Module({
  imports: [AchievementModule, PatentModule, PublicNoticeModule],
  providers: [ListingRepository, ListingService],
  exports: [ListingService],
})
export class ListingModule {}
