import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { LanguageModule } from './language.module.js';
import { MatchAllocationService } from './match-allocation.service.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchHelperRepository } from './match-helper.repository.js';
import { MatchHelpers } from './match-helpers.js';
import { MatchModelRepository } from './match-model.repository.js';
import { MatchModels } from './match-models.js';
import { MatchRunRepository } from './match-run.repository.js';
import { MatchRunService } from './match-run.service.js';
import { MatchRepository } from './match.repository.js';
import { OfferFactsReader } from './offer-facts.js';
import { MatchingService } from './matching.service.js';

/** What people do with matches, and the versions of the engine. The engine itself runs in MatchRunsModule. */
@Module({
  imports: [AchievementModule, DemandModule, LanguageModule],
  providers: [
    MatchRepository,
    MatchRunRepository,
    MatchModelRepository,
    MatchHelperRepository,
    MatchModels,
    MatchRunService,
    MatchHelpers,
    MatchFeedbackService,
    MatchAllocationService,
    OfferFactsReader,
    MatchingService,
  ],
  exports: [
    OfferFactsReader,
    MatchRepository,
    MatchRunRepository,
    MatchModels,
    MatchRunService,
    MatchHelpers,
    MatchFeedbackService,
    MatchAllocationService,
    MatchingService,
  ],
})
export class MatchingModule {}
