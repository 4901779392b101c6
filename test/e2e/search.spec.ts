import { SearchService } from '#application/search/search.service.js';
import { systemActor } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

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
      const { rows } = await market.database.owner.query(`SELECT count(*)::int AS n FROM search_document`);
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

  it('offers to post a demand, filled in, when nothing is found', async () => {
    const answer = await find({ q: '量子纠缠通信', county: '621022' });
    expect(answer.items).toEqual([]);
    expect(answer.next).toMatchObject({ path: '/v1/demands', body: { title: '量子纠缠通信', countyCode: '621022' } });
    await enterprise.post('/v1/demands', { ...answer.next.body, field: undefined, zoneCode: undefined }).expect(201);
  });

  it('writes every public document anew, takes out what is public no more, and tells its progress', async () => {
    const { owner } = market.database;
    await owner.query(`DELETE FROM search_document WHERE id = $1`, [ids[0]]);
    await owner.query(
      `INSERT INTO search_document SELECT index_name, gen_random_uuid(), title, body, facets, tsv, revision, removed,
         mirrored, changed_at FROM search_document WHERE id = $1`,
      [ids[1]],
    );
    const told: string[] = [];
    await market.worker
      ?.get(SearchService, { strict: false })
      .rebuild(systemActor('test', 'rebuild'), (kind, done) => told.push(`${kind} ${done}`));
    const { rows } = await owner.query(`SELECT id FROM search_document WHERE NOT removed ORDER BY id`);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([...ids].sort());
    expect(told).toContain('demands 3');
  });

  it('shows nothing that is not public, even when the index is stale', async () => {
    await market.database.owner.query(`UPDATE demand SET state = 'withdrawn' WHERE id = $1`, [ids[2]]);
    expect(await found({ q: '采出水' })).toEqual([]);
  });

  it.each([
    '/v1/search',
    '/v1/search?q=%00',
    '/v1/search?q=a&limit=0',
    '/v1/search?q=a&cursor=zzz',
    '/v1/search?q=a&kind=brokers',
    `/v1/search?q=${'果'.repeat(501)}`,
    '/v1/search?q=a&q=b',
  ])('refuses %s', async (path) => {
    await market.anonymous.get(path).expect(400);
  });

  it.each(["'", '\\', "a' & !b:*", '& | ! ( )', ':*A', '%', '😀', "\\' | 'x':*"])('bears the text %s', async (q) => {
    await find({ q });
  });
});
