import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config.js';
import { PUBLIC_READER, type StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { openEngines, SearchEngines } from '#platform/search/engines.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { SearchMirror } from '#platform/search/mirror.js';
import { PostgresSearchEngine } from '#platform/search/postgres.engine.js';
import { SearchRebuild } from '#platform/search/rebuild.js';
import { SEARCH_ENGINE } from '#platform/search/search.engine.js';
import { SearchTerms } from '#platform/search/search.terms.js';
import { Dictionary } from '../matching/dictionary.js';
import { LanguageModule } from '../matching/language.module.js';
import { searchKinds } from './search.kinds.js';
import { SearchService } from './search.service.js';
import { SearchUpkeep } from './search.upkeep.js';
import { SpellingHelp } from './spelling.js';

@Module({
  imports: [LanguageModule],
  providers: [
    SearchService,
    SearchUpkeep,
    SpellingHelp,
    {
      provide: SearchEngines,
      useFactory: (
        config: Config,
        unitOfWork: UnitOfWork,
        reader: StatementReader,
        tokenizer: JiebaTokenizer,
        language: Dictionary,
      ) => openEngines({ config, unitOfWork, reader, tokenizer, language, indexes: searchKinds }),
      inject: [CONFIG, UnitOfWork, PUBLIC_READER, JiebaTokenizer, Dictionary],
    },
    part(SEARCH_ENGINE, 'engine'),
    part(PostgresSearchEngine, 'postgres'),
    part(SearchMirror, 'mirror'),
    part(SearchRebuild, 'rebuild'),
    part(SearchTerms, 'terms'),
  ],
  exports: [SearchService, SearchUpkeep, PostgresSearchEngine],
})
export class SearchModule {}

function part(provide: symbol | (new (...args: never[]) => unknown), name: keyof SearchEngines) {
  return { provide, useFactory: (engines: SearchEngines) => engines[name], inject: [SearchEngines] };
}
