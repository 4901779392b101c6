import { v7 as uuid } from 'uuid';
import { Dictionary } from '#application/matching/dictionary.js';
import { createDataSource } from '#platform/database/data-source.js';
import { publicRole } from '#platform/database/roles.js';
import { StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { openEngines, type SearchEngines } from '#platform/search/engines.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import type { SearchDocument, SearchQuery } from '#platform/search/search.engine.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A document of an index, with what the test does not say left empty. */
export const searchDocument = (title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ index: 'achievements', id: uuid(), title, text, facets: {}, terms: [] },
  sorting: { publishedAt: null, price: null, maturity: null },
  ...more,
});

export const query = (wanted: Partial<SearchQuery>): SearchQuery => ({
  ...{ index: 'achievements', text: '', filters: {}, sort: 'relevance', limit: 10, after: null, facets: [] },
  ...wanted,
});

export interface TestEngines {
  readonly engines: SearchEngines;
  readonly database: TestDatabase;
  /** Another process on the same database and server. */
  again(): SearchEngines;
  close(): Promise<void>;
}

/** The engines on a database of their own; with Meilisearch when a server is named. */
export async function openTestEngines(
  meiliUrl: string | null,
  indexes: readonly string[],
  timeoutMs = 5_000,
): Promise<TestEngines> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.config, []).initialize();
  const reader = new StatementReader(database.config, publicRole);
  const language = new Dictionary();
  const options = {
    config: { ...database.config, meiliUrl },
    ...{ unitOfWork: new UnitOfWork(dataSource), reader, language, indexes, timeoutMs },
    tokenizer: new JiebaTokenizer(() => language.words()),
  };
  return {
    engines: openEngines(options),
    database,
    again: () => openEngines(options),
    async close() {
      await reader.onApplicationShutdown();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
