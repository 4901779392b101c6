import type { Config } from '../config/config.js';
import type { StatementReader } from '../database/statement-reader.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { FallbackSearchEngine } from './fallback.engine.js';
import type { JiebaTokenizer } from './jieba.js';
import type { SearchLanguage } from './language.js';
import { MeilisearchEngine } from './meilisearch.engine.js';
import { MeilisearchServer } from './meilisearch.server.js';
import { SearchMirror } from './mirror.js';
import { PostgresSearchEngine } from './postgres.engine.js';
import { QueryReader } from './query-plan.js';
import { SearchRebuild } from './rebuild.js';
import type { SearchEngine } from './search.engine.js';
import { SearchTerms } from './search.terms.js';

export interface EngineOptions {
  readonly config: Pick<Config, 'meiliUrl' | 'meiliKey' | 'meiliPrefix'>;
  readonly unitOfWork: UnitOfWork;
  readonly reader: StatementReader;
  readonly tokenizer: JiebaTokenizer;
  readonly language: SearchLanguage;
  readonly indexes: readonly string[];
  /** Time that Meilisearch has for a search. */
  readonly timeoutMs?: number;
}

/** A search that takes longer is as good as none: PostgreSQL answers instead. */
const meilisearchTimeoutMs = 600;

/** What one process searches with. Who asks does not know which engine answers. */
export class SearchEngines {
  constructor(
    readonly engine: SearchEngine,
    readonly postgres: PostgresSearchEngine,
    readonly meilisearch: MeilisearchEngine | null,
    readonly mirror: SearchMirror,
    readonly rebuild: SearchRebuild,
    readonly terms: SearchTerms,
  ) {}

  /** Each engine by itself. */
  get all(): readonly SearchEngine[] {
    return this.meilisearch ? [this.postgres, this.meilisearch] : [this.postgres];
  }
}

/** Opens PostgreSQL, and Meilisearch in front of it when the configuration names one. */
export function openEngines(options: EngineOptions): SearchEngines {
  const { config, unitOfWork, reader, tokenizer, language, indexes, timeoutMs = meilisearchTimeoutMs } = options;
  const queries = new QueryReader(tokenizer, language);
  const postgres = new PostgresSearchEngine(unitOfWork, reader, tokenizer, queries);
  const { meiliUrl: url, meiliKey: key, meiliPrefix: prefix } = config;
  const connection = url === null ? null : { url, key, prefix, timeoutMs };
  const meilisearch =
    connection && new MeilisearchEngine(new MeilisearchServer(connection, tokenizer, language), queries);
  const mirror = new SearchMirror(unitOfWork, postgres, meilisearch, indexes);
  const engine = meilisearch
    ? new FallbackSearchEngine(
        meilisearch,
        postgres,
        () => postgres.mirrorLag(),
        () => performance.now(),
      )
    : postgres;
  const rebuild = new SearchRebuild(unitOfWork, tokenizer, postgres, meilisearch, mirror);
  return new SearchEngines(engine, postgres, meilisearch, mirror, rebuild, new SearchTerms(reader));
}
