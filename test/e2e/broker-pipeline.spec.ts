import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { playedStory, type PlayedStory } from '../support/story.js';

interface Item {
  readonly id: string;
  readonly stage: string;
  readonly title: string;
  readonly mine: boolean;
  readonly amount: { readonly fen: string } | null;
}

/** What an agency brokers, in one list, after a whole deal and with a second match on the way. */
describe('撮合进度清单', () => {
  let market: TestMarket;
  let story: PlayedStory;
  let broker: Caller;
  let before: readonly Item[];

  beforeAll(async () => {
    market = await startMarket({ env: { RATE_LIMIT: 'off' } });
    story = await playedStory(market);
    broker = story.people.broker;
    before = await items(broker);
    await matched('二维码追溯的苹果分级难题');
  }, 180_000);
  afterAll(() => market.close());

  const items = async (caller: Caller, query = ''): Promise<Item[]> =>
    ((await caller.get(`/v1/broker-pipeline?limit=100${query}`).expect(200)).body as { items: Item[] }).items;

  /** A demand with a mandate of the broker, matched with what the seller offers. */
  const matched = async (title: string): Promise<void> => {
    const { buyer, seller } = story.people;
    const demand = { title, summary: '分级效率低，求图像分级方案，日处理 20 吨。', countyCode: '621022' };
    const { id } = (await buyer.post('/v1/demands', demand).expect(201)).body as { id: string };
    await buyer.post(`/v1/demands/${id}/publication`).expect(201);
    const subject = { kind: 'demand', id };
    const fee = { kind: 'percent', basisPoints: 250, base: 'technologyValue' };
    const terms = { subject, fee, expiresOn: '2027-06-30' };
    const mandate = (await broker.post('/v1/mandates', terms).expect(201)).body as { id: string };
    await buyer.post(`/v1/mandates/${mandate.id}/acceptance`).expect(201);
    const offer = { title: '苹果图像分级线', summary: '近红外与图像分级，日处理 30 吨，已在合作社示范。' };
    const inventors = [{ name: '示例完成人', shareBasisPoints: 10_000 }];
    const made = (await seller.post('/v1/achievements', { ...offer, inventors }).expect(201)).body as { id: string };
    await seller.post(`/v1/achievements/${made.id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${made.id}/publication`).expect(201);
    await market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', '{"summary":"分级","agreements":[],"gaps":[],"signals":[]}', 'test',
         now(), now()) ON CONFLICT DO NOTHING`,
      [uuid(), id, made.id, buyer.identity.organizationId, seller.identity.organizationId],
    );
  };

  it('has the deal as a contract with its amount, and the new match without one', async () => {
    expect(before.map(({ stage }) => stage)).toContain('contract');
    const contract = before.find(({ stage }) => stage === 'contract');
    expect(contract).toMatchObject({ mine: true });
    expect(BigInt(contract?.amount?.fen ?? '0')).toBeGreaterThan(0n);
    const all = await items(broker);
    expect(all.filter(({ stage }) => stage === 'match')).toHaveLength(
      before.filter(({ stage }) => stage === 'match').length + 1,
    );
    expect(await items(broker, '&stage=match&find=分级')).toMatchObject([{ amount: null, mine: true }]);
  });

  it('adds up to its own rows, exactly', async () => {
    const all = await items(broker);
    const { body } = await broker.get('/v1/broker-pipeline/totals').expect(200);
    for (const total of (body as { items: { stage: string; count: number; sum: { fen: string } | null }[] }).items) {
      const rows = all.filter(({ stage }) => stage === total.stage);
      expect([total.stage, total.count]).toEqual([total.stage, rows.length]);
      const sum = rows.flatMap(({ amount }) => (amount ? [BigInt(amount.fen)] : [])).reduce((a, b) => a + b, 0n);
      expect([total.stage, total.sum?.fen ?? '0']).toEqual([total.stage, sum.toString()]);
    }
  });

  it('reads page after page without loss, and is the agency’s alone', async () => {
    const all = await items(broker);
    const seen: string[] = [];
    for (let cursor: string | null = '', pages = 0; cursor !== null && pages < 100; pages += 1) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await broker.get(`/v1/broker-pipeline?limit=1${query}`).expect(200);
      const page = body as { items: Item[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    const stranger = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    expect(await items(stranger)).toEqual([]);
    await story.people.buyer.get('/v1/broker-pipeline').expect(403);
  });
});
