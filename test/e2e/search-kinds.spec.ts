import { join } from 'node:path';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { SearchUpkeep } from '#application/search/search.upkeep.js';
import { systemActor } from '#domain/shared/actor.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Anybody looks for offers, institutions and what the city's plan says; slips are mended. */
describe('检索挂牌、机构与政策', () => {
  let market: TestMarket;
  let university: Caller;
  const achievements: string[] = [];
  let listingId: string;
  let universityId: string;

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    for (const [title, summary] of [
      ['全株玉米青贮调制', '玉米窖贮与裹包，附乳酸菌添加剂，奶山羊增重 8%。'],
      ['苹果矮砧密植栽培', '矮砧苹果早果丰产，三年见果。'],
      ['苹果渣膳食纤维提取', '果汁厂苹果渣干燥后提取，得率 12%。'],
      ['苹果贮藏保鲜', '气调库延长苹果贮藏期。'],
    ] as const) {
      const { body } = await university
        .post('/v1/achievements', {
          ...{ title, summary, field: '示例农业', countyCode: '621022', readinessLevel: 8 },
          inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
        })
        .expect(201);
      await university.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
      await university.post(`/v1/achievements/${body.id}/publication`).expect(201);
      achievements.push(body.id);
    }
    const { body } = await university
      .post('/v1/listings', {
        ...{ achievementId: achievements[0], pricingMethod: 'negotiated', transferMode: 'licence' },
        priceYuan: '300000.00',
      })
      .expect(201);
    listingId = body.id;
    universityId = body.organizationId;
    await university.post(`/v1/listings/${listingId}/publication`).expect(201);
    await market.api
      .get(CatalogueService, { strict: false })
      .load(systemActor('catalogue.load', 'test'), readCatalogue(join(__dirname, '../../data/catalogue')));
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT index_name, count(*)::int AS n FROM search_document WHERE NOT removed GROUP BY 1`,
      );
      const held = Object.fromEntries(rows.map(({ index_name, n }) => [index_name, n]));
      return held['achievements'] === 4 && held['listings'] === 1 && held['policies'] > 50 && held['institutions'] > 0
        ? true
        : null;
    }, 20);
  }, 60_000);
  afterAll(() => market.close());

  const find = async (query: Record<string, string>) =>
    (await market.anonymous.get(`/v1/search?${new URLSearchParams(query).toString()}`).expect(200)).body;
  const counts = (answer: { facets: readonly Facet[] }, name: string) =>
    Object.fromEntries(
      answer.facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
    );

  it('an offer: by the words of its achievement, by price band, mode and maturity', async () => {
    const answer = await find({ kind: 'listings', q: '青贮' });
    expect(answer.items).toMatchObject([
      { id: listingId, kind: 'listings', path: `/v1/listings/${listingId}`, price: { yuan: '300000.00' } },
    ]);
    expect(counts(answer, 'priceBand')).toEqual({ upTo500000: 1 });
    expect(counts(answer, 'mode')).toEqual({ licence: 1 });
    expect(counts(answer, 'maturity')).toEqual({ ready: 1 });
    expect((await find({ kind: 'listings', mode: 'transfer' })).items).toEqual([]);
  });

  it('an institution: by name, by what it is known for, by its kind', async () => {
    const { items } = await find({ kind: 'institutions', q: '膳食纤维' });
    expect(items.map(({ id }: { id: string }) => id)).toEqual([universityId]);
    expect(counts(await find({ kind: 'institutions', q: '膳食纤维' }), 'institutionKind')).toEqual({ university: 1 });
    const [{ title }] = items;
    expect((await find({ kind: 'institutions', q: title })).items[0].id).toBe(universityId);
    expect((await find({ kind: 'institutions', institutionKind: 'bank' })).items).toEqual([]);
  });

  it("what the plan says: with the place it stands in, by zone; a zone's page in full", async () => {
    const answer = await find({ kind: 'policies', q: '奶山羊' });
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.items[0].source).not.toBe('');
    const zones = counts(answer, 'zone');
    const [zone] = Object.keys(zones);
    if (zone === undefined) throw new Error('no zone');
    expect((await find({ kind: 'policies', q: '奶山羊', zone })).total).toBe(zones[zone]);
    for (const { path } of answer.items) await market.anonymous.get(path).expect(200);
  });

  it.each([
    ['a character that sounds nearly so', '青储', '青贮', 0],
    ['a character that looks so', '矮沾', '矮砧', 1],
    ['one of three wrong, while the others are found', '苹果喳', '苹果渣', 2],
    ['a slip within a sentence', '我们果汁厂的苹果喳怎么处理', '我们果汁厂的苹果渣怎么处理', 2],
  ])('mends %s', async (_name, q, corrected, at) => {
    const answer = await find({ q });
    expect(answer.corrected).toBe(corrected);
    expect(answer.items[0].id).toBe(achievements[at]);
  });

  it.each(['苹果', '苹果渣', '苹果贮藏', '苹果 青贮'])('leaves %s as it was written', async (q) => {
    expect((await find({ q })).corrected).toBeNull();
  });

  it('words of what is gone are suggested no more, and then forgotten', async () => {
    const words = async () =>
      (
        await market.database.owner.query(
          `SELECT count(*)::int AS n FROM search_term WHERE index_name = 'achievements' AND term = $1`,
          ['全株玉米青贮调制'],
        )
      ).rows[0].n;
    expect(await words()).toBeGreaterThan(0);
    if (!market.worker) throw new Error('no worker');
    const upkeep = market.worker.get(SearchUpkeep, { strict: false });
    await upkeep.pruneTerms(systemActor('test', 'prune'));
    expect(await words()).toBeGreaterThan(0);
    await market.database.owner.query(
      `UPDATE search_document SET removed = true, tsv = '' WHERE index_name = 'achievements' AND id = $1`,
      [achievements[0]],
    );
    await upkeep.pruneTerms(systemActor('test', 'prune'));
    expect(await words()).toBe(0);
  });
});
