import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config.js';
import { PUBLIC_READER, type StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { FallbackSearchEngine } from '#platform/search/fallback.engine.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { MeilisearchEngine } from '#platform/search/meilisearch.engine.js';
import { SearchMirror } from '#platform/search/mirror.js';
import { PostgresSearchEngine } from '#platform/search/postgres.engine.js';
import { SEARCH_ENGINE, type SearchEngine } from '#platform/search/search.engine.js';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { Dictionary } from '../matching/dictionary.js';
import { LanguageModule } from '../matching/language.module.js';
import { SearchService } from './search.service.js';

/** A search that takes longer is as good as none: PostgreSQL answers instead. */
const meilisearchTimeoutMs = 800;
const MEILISEARCH = Symbol('Meilisearch');

@Module({
  imports: [LanguageModule, AchievementModule, DemandModule],
  providers: [
    SearchService,
    {
      provide: PostgresSearchEngine,
      useFactory: (unitOfWork: UnitOfWork, reader: StatementReader, tokenizer: JiebaTokenizer) =>
        new PostgresSearchEngine(unitOfWork, reader, tokenizer),
      inject: [UnitOfWork, PUBLIC_READER, JiebaTokenizer],
    },
    {
      provide: MEILISEARCH,
      useFactory: (config: Config, dictionary: Dictionary) =>
        config.meiliUrl === null
          ? null
          : new MeilisearchEngine({
              url: config.meiliUrl,
              key: config.meiliKey,
              prefix: 'market_',
              timeoutMs: meilisearchTimeoutMs,
              dictionary: () => dictionary.words(),
              synonyms: () => dictionary.synonyms(),
            }),
      inject: [CONFIG, Dictionary],
    },
    {
      provide: SearchMirror,
      useFactory: (postgres: PostgresSearchEngine, meilisearch: MeilisearchEngine | null) =>
        new SearchMirror(postgres, meilisearch),
      inject: [PostgresSearchEngine, MEILISEARCH],
    },
    {
      provide: SEARCH_ENGINE,
      useFactory: (postgres: PostgresSearchEngine, meilisearch: MeilisearchEngine | null): SearchEngine =>
        meilisearch ? new FallbackSearchEngine(meilisearch, postgres, () => performance.now()) : postgres,
      inject: [PostgresSearchEngine, MEILISEARCH],
    },
  ],
  exports: [SearchService, PostgresSearchEngine],
})
export class SearchModule {}
