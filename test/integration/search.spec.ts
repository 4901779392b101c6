import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Dictionary } from '#application/matching/dictionary.js';
import { createDataSource } from '#platform/database/data-source.js';
import { publicRole } from '#platform/database/roles.js';
import { StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { FallbackSearchEngine } from '#platform/search/fallback.engine.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { MeilisearchEngine } from '#platform/search/meilisearch.engine.js';
import { SearchMirror } from '#platform/search/mirror.js';
import { PostgresSearchEngine } from '#platform/search/postgres.engine.js';
import type { SearchDocument, SearchEngine } from '#platform/search/search.engine.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const index = 'achievements';
const document = (title: string, text: string, facets: Record<string, string | null> = {}): SearchDocument => ({
  index,
  id: uuid(),
  title,
  text,
  facets,
});
const lamb = document('湖羊羔羊代乳粉与早期断奶', '乳清粉配制，35 日龄断奶。', { county: '621022', field: '羊' });
const pit = document('软岩巷道锚索支护', '控制围岩变形，附 ＴＢＭ 掘进参数。', { county: '621021', field: '煤炭' });
const water = document('矿井水待处理池自动监测', '水质在线监测。', { county: '621021', field: '环保' });

/** What every engine promises. */
function keepsTheContract(open: () => Promise<{ engine: SearchEngine; close: () => Promise<void> }>): void {
  let engine: SearchEngine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await open());
    await engine.upsert([lamb, pit, water]);
  });
  afterAll(() => close());
  const ids = async (text: string, filters: Record<string, string> = {}, limit = 10, offset = 0) =>
    (await engine.search({ index, text, filters, limit, offset })).ids;

  it.each([
    ['two characters', '断奶', lamb],
    ['a word of the title', '代乳粉', lamb],
    ['a word of the text', '围岩', pit],
    ['full-width Latin in lower case', 'tbm', pit],
    ['several words', '巷道 支护', pit],
    ['a sentence', '我们煤矿巷道变形大，支护压不住怎么办', pit],
  ])('finds by %s', async (_name, text, wanted) => {
    expect((await ids(text))[0]).toBe(wanted.id);
  });

  it('finds nothing where nothing is, and nothing in another index', async () => {
    expect(await ids('量子纠缠')).toEqual([]);
    expect((await engine.search({ index: 'demands', text: '断奶', filters: {}, limit: 10, offset: 0 })).ids).toEqual(
      [],
    );
  });

  it('filters by facet', async () => {
    expect(await ids('巷道', { county: '621021' })).toEqual([pit.id]);
    expect(await ids('巷道', { county: '621022' })).toEqual([]);
    expect(await ids('巷道', { field: '煤炭', county: '621021' })).toEqual([pit.id]);
  });

  it('replaces a document, removes it, and counts', async () => {
    const brief = document('临时成果甲', '蓝藻打捞船');
    await engine.upsert([brief]);
    expect(await engine.count(index)).toBe(4);
    await engine.upsert([{ ...brief, text: '荒漠植树机' }]);
    expect(await ids('蓝藻打捞船')).not.toContain(brief.id);
    expect(await ids('荒漠植树机')).toContain(brief.id);
    await engine.remove(index, [brief.id]);
    await engine.remove(index, [brief.id]);
    expect(await ids('荒漠植树机')).not.toContain(brief.id);
    expect(await engine.count(index)).toBe(3);
  });

  it('pages without gap or repeat', async () => {
    const first = await engine.search({ index, text: '', filters: {}, limit: 2, offset: 0 });
    const second = await engine.search({ index, text: '', filters: {}, limit: 2, offset: 2 });
    expect(first.hasMore).toBe(true);
    expect(second.hasMore).toBe(false);
    expect([...first.ids, ...second.ids].sort()).toEqual([lamb.id, pit.id, water.id].sort());
  });

  it('is healthy', async () => {
    expect(await engine.health()).toBe(true);
  });
}

interface Postgres {
  readonly engine: PostgresSearchEngine;
  close(): Promise<void>;
}

async function openPostgres(): Promise<Postgres> {
  const database: TestDatabase = await createTestDatabase();
  const dataSource: DataSource = await createDataSource(database.config, []).initialize();
  const reader = new StatementReader(database.config, publicRole);
  const dictionary = new Dictionary();
  const tokenizer = new JiebaTokenizer(() => dictionary.words());
  return {
    engine: new PostgresSearchEngine(new UnitOfWork(dataSource), reader, tokenizer),
    async close() {
      await reader.onApplicationShutdown();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

const meilisearch = (url: string, prefix: string): MeilisearchEngine => {
  const dictionary = new Dictionary();
  return new MeilisearchEngine({
    url,
    key: process.env['TEST_MEILI_KEY'] ?? null,
    prefix,
    timeoutMs: 5_000,
    dictionary: () => dictionary.words(),
    synonyms: () => dictionary.synonyms(),
  });
};

describe('search in PostgreSQL', () => {
  keepsTheContract(openPostgres);
});

const meiliUrl = process.env['TEST_MEILI_URL'];
if (meiliUrl) {
  describe('search in Meilisearch', () => {
    keepsTheContract(async () => ({
      engine: meilisearch(meiliUrl, `test_${uuid().slice(-12)}_`),
      close: async () => undefined,
    }));
  });
} else {
  process.stdout.write('Meilisearch contract skipped: no MEILI_URL\n');
  it.todo('Meilisearch contract: skipped: no MEILI_URL');
}

describe('Meilisearch away', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await openPostgres();
  });
  afterAll(() => postgres.close());
  const away = meilisearch('http://127.0.0.1:9', 'away_');

  it('PostgreSQL answers within a second, and the answer says so', async () => {
    const engine = new FallbackSearchEngine(away, postgres.engine, () => performance.now());
    await engine.upsert([lamb]);
    const started = performance.now();
    const answer = await engine.search({ index, text: '代乳粉', filters: {}, limit: 5, offset: 0 });
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(answer).toMatchObject({ engine: 'postgres', ids: [lamb.id] });
    expect(engine.name).toBe('postgres');
  });

  it('what could not be carried waits for the mirror', async () => {
    await expect(new SearchMirror(postgres.engine, away).carry()).rejects.toThrow();
    expect((await postgres.engine.unmirrored(10)).map(({ id }) => id)).toContain(lamb.id);
    const [change] = await postgres.engine.unmirrored(10);
    if (!change) throw new Error('nothing to carry');
    await postgres.engine.upsert([lamb]);
    await postgres.engine.markMirrored([change]);
    expect(await postgres.engine.unmirrored(10)).toHaveLength(1);
  });
});
