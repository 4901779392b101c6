import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { MatchRepository } from './match.repository.js';
import { MatchingService } from './matching.service.js';

/** What people do with matches. */
@Module({
  imports: [AchievementModule, DemandModule],
  providers: [MatchRepository, MatchingService],
  exports: [MatchRepository, MatchingService],
})
export class MatchingModule {}
