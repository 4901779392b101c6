import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { NonDisclosureModule } from '../non-disclosure/non-disclosure.module.js';
import { ProtectedDetailRepository } from './protected-detail.repository.js';
import { ProtectedDetailService } from './protected-detail.service.js';

@Module({
  imports: [AchievementModule, DemandModule, ListingModule, NonDisclosureModule],
  providers: [ProtectedDetailRepository, ProtectedDetailService],
  exports: [ProtectedDetailService],
})
export class ProtectedDetailModule {}
