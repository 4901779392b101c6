import { SearchUpkeep } from '#application/search/search.upkeep.js';
import { systemActor } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

interface Mark {
  readonly start: number;
  readonly end: number;
}
interface Facet {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** Anybody looks for achievements and demands in Chinese. */
describe('检索', () => {
  let market: TestMarket;
  let enterprise: Caller;
  const ids: string[] = [];

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    for (const [title, summary, countyCode] of [
      ['苹果园防雹网架设', '苹果园常遭冰雹，求便宜的防雹网架设方案。', '621002'],
      ['苹果渣做饲料', '果汁厂苹果渣堆放发臭，想做成 ＴＭＲ 饲料或果胶。', '621024'],
      ['油田采出水回注处理', '采出水含油高、结垢，求预处理后回注的工艺。', '621021'],
    ] as const) {
      const created = await enterprise.post('/v1/demands', { title, summary, countyCode, field: '示例' }).expect(201);
      await enterprise.post(`/v1/demands/${created.body.id}/publication`).expect(201);
      ids.push(created.body.id);
    }
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM search_document WHERE index_name = 'demands'`,
      );
      return rows[0].n === ids.length ? true : null;
    });
  });
  afterAll(() => market.close());

  const find = async (query: Record<string, string | number>) => {
    const params = new URLSearchParams(
      Object.entries({ kind: 'demands', ...query }).map(([k, v]): [string, string] => [k, String(v)]),
    );
    return (await market.anonymous.get(`/v1/search?${params.toString()}`).expect(200)).body;
  };
  const found = async (query: Record<string, string | number>) =>
    (await find(query)).items.map((item: { id: string }) => item.id);

  it('finds by a word of two characters, by a sentence, by full-width Latin, and inside longer words', async () => {
    expect((await found({ q: '苹果' })).sort()).toEqual([ids[0], ids[1]].sort());
    expect((await found({ q: '水' }))[0]).toBe(ids[2]);
    expect(await found({ q: 'TMR' })).toEqual([ids[1]]);
    expect(await found({ q: '处理' })).toEqual([ids[2]]);
    expect((await found({ q: '我们果园今年又被冰雹打了，有没有防雹的办法' }))[0]).toBe(ids[0]);
  });

  it('narrows by county, names its engine, and pages without gap or repeat', async () => {
    expect(await found({ q: '苹果', county: '621024' })).toEqual([ids[1]]);
    const first = await find({ q: '苹果', limit: 1 });
    expect(first.engine).toMatch(/^(postgres|meilisearch)$/);
    const second = await find({ q: '苹果', limit: 1, cursor: first.nextCursor });
    expect([first.items[0].id, second.items[0].id].sort()).toEqual([ids[0], ids[1]].sort());
    expect(second.nextCursor).toBeNull();
  });

  it('marks what was found by offsets, never by markup of a user', async () => {
    const { items } = await find({ q: '防雹网' });
    expect(items[0].titleMarks.map(({ start, end }: Mark) => items[0].title.slice(start, end))).toEqual(['防雹网']);
    const { text, marks } = items[0].snippet;
    expect(marks.map(({ start, end }: Mark) => text.slice(start, end))).toContain('防雹网');
  });

  it('counts each condition under the others, and sorts', async () => {
    const answer = await find({ q: '苹果', county: '621024' });
    const counts = Object.fromEntries(answer.facets.map(({ name, values }: Facet) => [name, values]));
    expect(counts['county']).toEqual([
      { value: '621002', count: 1 },
      { value: '621024', count: 1 },
    ]);
    expect(counts['year']).toEqual([{ value: '2026', count: 1 }]);
    expect(await found({ sort: 'newest' })).toEqual([...ids].reverse());
  });

  it('finds by pinyin, by initials, by a word written wrong, and says so', async () => {
    expect(await find({ q: 'fangbaowang' })).toMatchObject({ soundsAlike: true, items: [{ id: ids[0] }] });
    expect((await find({ q: 'pgz' })).items[0].id).toBe(ids[1]);
    expect(await find({ q: '苹果' })).toMatchObject({ soundsAlike: false, corrected: null });
    expect(await find({ q: '防雹往' })).toMatchObject({ items: [{ id: ids[0] }] });
  });

  it('suggests words as one types: characters, pinyin, initials; at most ten, and none of what is not public', async () => {
    const suggest = async (q: string) =>
      (await market.anonymous.get(`/v1/search/suggestions?kind=demands&q=${encodeURIComponent(q)}`).expect(200)).body
        .items;
    expect(await suggest('苹')).toEqual(expect.arrayContaining(['苹果园', '苹果渣']));
    expect(await suggest('pingg')).toContain('苹果园');
    expect(await suggest('ytc')).toContain('油田采出水回注处理');
    expect((await suggest('p')).length).toBeLessThanOrEqual(10);
    expect(await suggest('量子')).toEqual([]);
  });

  it('offers to post a demand, filled in, when nothing is found', async () => {
    const answer = await find({ q: '量子纠缠通信', county: '621022' });
    expect(answer.items).toEqual([]);
    expect(answer.next).toMatchObject({ path: '/v1/demands', body: { title: '量子纠缠通信', countyCode: '621022' } });
    await enterprise.post('/v1/demands', { ...answer.next.body, field: undefined, zoneCode: undefined }).expect(201);
  });

  const upkeep = (): SearchUpkeep => {
    if (!market.worker) throw new Error('no worker');
    return market.worker.get(SearchUpkeep, { strict: false });
  };
  const checked = async () =>
    (await upkeep().check(systemActor('test', 'check'))).filter(
      ({ missing, foreign, outdated }) => missing.length + foreign.length + outdated.length > 0,
    );

  it('fills the index aside, compares it with what is public, swaps, and tells its progress; the check agrees', async () => {
    const { owner } = market.database;
    await owner.query(`DELETE FROM search_document WHERE id = $1`, [ids[0]]);
    await owner.query(
      `INSERT INTO search_document (index_name, id, title, body, facets, tsv, revision, removed, mirrored, changed_at, digest)
       SELECT index_name, gen_random_uuid(), title, body, facets, tsv, revision, removed, mirrored, changed_at, digest
       FROM search_document WHERE id = $1`,
      [ids[1]],
    );
    await owner.query(`UPDATE search_document SET title = '旧的', digest = 'old' WHERE id = $1`, [ids[2]]);
    expect(await checked()).toMatchObject([
      { kind: 'demands', missing: [ids[0]], foreign: [expect.any(String)], outdated: [ids[2]] },
    ]);
    const told: string[] = [];
    const reports = await upkeep().rebuild(systemActor('test', 'rebuild'), (engine, kind, done) =>
      told.push(`${engine} ${kind} ${done}`),
    );
    expect(reports.find(({ index }) => index === 'demands')).toMatchObject({
      ...{ count: 3, added: [ids[0]], changed: 1, removed: 1 },
    });
    expect(told).toContain('postgres demands 3');
    expect(await checked()).toEqual([]);
    expect((await owner.query(`SELECT FROM search_staging`)).rowCount).toBe(0);
  });

  it('shows nothing that is not public, even when the index is stale', async () => {
    await market.database.owner.query(`UPDATE demand SET state = 'withdrawn' WHERE id = $1`, [ids[2]]);
    expect(await found({ q: '采出水' })).toEqual([]);
  });

  it.each([
    '/v1/search?q=',
    '/v1/search?q=%00',
    '/v1/search?county=62102',
    '/v1/search?mode=gift',
    '/v1/search?sort=best',
    '/v1/search/suggestions',
    '/v1/search/suggestions?q=%00',
    '/v1/search?q=a&limit=0',
    '/v1/search?q=a&cursor=zzz',
    '/v1/search?q=a&kind=secrets',
    `/v1/search?q=${'果'.repeat(501)}`,
    '/v1/search?q=a&q=b',
  ])('refuses %s', async (path) => {
    await market.anonymous.get(path).expect(400);
  });

  it.each(["'", '\\', "a' & !b:*", '& | ! ( )', ':*A', '%', '😀', "\\' | 'x':*"])('bears the text %s', async (q) => {
    await find({ q });
  });
});
