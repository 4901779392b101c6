import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { SearchModule } from '../search/search.module.js';
import { LanguageModule } from './language.module.js';
import { MatchArrivals } from './match.arrivals.js';
import { MatchIndex } from './match.index.js';
import { MatchRunQueue } from './match-run.queue.js';
import { MatchRuns } from './match.runs.js';
import { Rematch } from './rematch.js';
import { MatchingModule } from './matching.module.js';

/** The engine with its index in memory: for the worker and for commands, not for the API. */
@Module({
  imports: [AchievementModule, DemandModule, LanguageModule, MatchingModule, SearchModule],
  providers: [MatchIndex, MatchRuns, MatchArrivals, Rematch, MatchRunQueue],
  exports: [MatchIndex, MatchRuns, MatchArrivals, MatchRunQueue],
})
export class MatchRunsModule {}
