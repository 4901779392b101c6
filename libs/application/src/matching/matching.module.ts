import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { LanguageModule } from './language.module.js';
import { MatchModelRepository } from './match-model.repository.js';
import { MatchModels } from './match-models.js';
import { MatchRunService } from './match-run.service.js';
import { MatchRunRepository } from './match-run.repository.js';
import { MatchRepository } from './match.repository.js';
import { MatchingService } from './matching.service.js';

/** What people do with matches. */
@Module({
  imports: [AchievementModule, DemandModule, LanguageModule],
  providers: [MatchRepository, MatchRunRepository, MatchModelRepository, MatchModels, MatchRunService, MatchingService],
  exports: [MatchRepository, MatchRunRepository, MatchModels, MatchRunService, MatchingService],
})
export class MatchingModule {}
