import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { RightModule } from '../right/right.module.js';
import { ListingStatementModule } from '../listing-quality/listing-statement.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { ListingFreezeService } from './listing-freeze.service.js';
import { ListingRepository } from './listing.repository.js';
import { ListingService } from './listing.service.js';

@Module({
  imports: [AchievementModule, ListingStatementModule, RightModule, PublicNoticeModule],
  providers: [ListingFreezeService, ListingRepository, ListingService],
  exports: [ListingFreezeService, ListingService],
})
export class ListingModule {}
