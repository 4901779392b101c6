import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const dimensions = 512;

/** Pairs of characters, each hashed to a place and a sign: a vector that is near when the writing is near. */
function vectorOf(text: string): number[] {
  const vector = Array<number>(dimensions).fill(0);
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const hash = createHash('sha256')
      .update(text.slice(at, at + 2))
      .digest();
    const place = hash.readUInt16BE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + ((hash[2] ?? 0) % 2 === 0 ? 1 : -1);
  }
  return vector;
}

/** A small real embedding server that can also fail or say nothing at all. */
class EmbeddingServer {
  mode: 'good' | 'broken' | 'silent' = 'good';
  requests = 0;
  texts = 0;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.requests += 1;
      if (this.mode === 'silent') return;
      const { input } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { input: string[] };
      this.texts += input.length;
      response.writeHead(this.mode === 'broken' ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: input.map((text) => ({ embedding: vectorOf(text) })) }));
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/embeddings`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const common = { field: '种植', countyCode: '621022', transferModes: ['licence'] };
/** They share pairs of characters but no word: 枣/粮/间/作物/遮光 and 间作/物候/调控. */
const need = {
  ...common,
  title: '枣粮间作物遮光',
  summary: '树荫下的豆子和薯类长不好，产量低，请专家看看怎么办。',
  budgetYuan: '300000',
};
const offer = {
  ...common,
  title: '间作物候调控',
  summary: '按积温安排播种时期，避免霜冻，示范一千亩。',
  readinessLevel: 8,
  priceYuan: '200000',
};
/** These share words. */
const plainNeed = { ...need, title: '羔羊断奶拉稀求代乳料', summary: '羊羔断奶后拉稀，想找代乳料和饲喂办法。' };
const plainOffer = {
  ...offer,
  title: '湖羊羔羊代乳粉配制与提前断奶技术',
  summary: '用乳清粉配制代乳粉，羔羊 35 日龄断奶，成活率由 88% 提高到 96%。',
};

async function publishOffer(university: Caller, body: object): Promise<string> {
  const inventors = [{ name: '示例完成人', shareBasisPoints: 10000 }];
  const created = await university.post('/v1/achievements', { ...body, inventors }).expect(201);
  const path = `/v1/achievements/${created.body.id}`;
  await university.post(`${path}/registration`, { kind: 'applied' }).expect(201);
  await university.post(`${path}/publication`).expect(201);
  return created.body.id;
}
async function publishNeed(enterprise: Caller, body: object): Promise<string> {
  const created = await enterprise.post('/v1/demands', body).expect(201);
  await enterprise.post(`/v1/demands/${created.body.id}/publication`).expect(201);
  return created.body.id;
}
async function matched(market: TestMarket): Promise<void> {
  await eventually(async () => {
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM outbox_delivery WHERE job_name LIKE '%.match' AND handled_at IS NULL`,
    );
    return rows[0].n === 0 ? true : null;
  }, 20);
}
async function proposedFor(enterprise: Caller, demandId: string): Promise<string[]> {
  const { body } = await enterprise.get(`/v1/demands/${demandId}/matches`).expect(200);
  return body.items.map(({ achievementId }: { achievementId: string }) => achievementId);
}

/** An embedder is a further retriever, named by its URL; the market matches with it, without it, and while it fails. */
describe('按语义再找一遍（EMBEDDER_URL）', () => {
  const embedder = new EmbeddingServer();
  const markets: TestMarket[] = [];
  const open = async (env: Record<string, string>) => {
    const market = await startMarket({ worker: true, env });
    markets.push(market);
    return {
      market,
      enterprise: await market.member({ roles: ['enterprise'] }),
      university: await market.member({ roles: ['researchUnit'], organizationKind: 'university' }),
    };
  };
  let withEmbedder: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    await embedder.start();
    withEmbedder = await open({ EMBEDDER_URL: embedder.url });
  });
  afterAll(async () => {
    embedder.stop();
    for (const market of markets) await market.close();
  });

  it('adds an achievement that shares no word with the need, whichever of the two comes first', async () => {
    const { market, enterprise, university } = withEmbedder;
    const first = await publishNeed(enterprise, need);
    await matched(market);
    expect(await proposedFor(enterprise, first)).toEqual([]);
    const achievement = await publishOffer(university, offer);
    await matched(market);
    expect(await proposedFor(enterprise, first)).toEqual([achievement]);
    const second = await publishNeed(enterprise, { ...need, title: '枣粮间作物遮光减产' });
    await matched(market);
    expect(await proposedFor(enterprise, second)).toEqual([achievement]);
    const { body } = await enterprise.get(`/v1/demands/${second}/matches`).expect(200);
    const [{ score, signals, gaps }] = body.items;
    expect(signals.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score);
    expect(gaps.length).toBeGreaterThan(0);
    expect(embedder.texts).toBeGreaterThanOrEqual(3);
  });

  it.each(['broken', 'silent'] as const)(
    'goes on by words alone while the service is %s, and leaves it in peace',
    async (mode) => {
      // A market of its own: a service that has failed is not asked again for half a minute.
      const { market, enterprise, university } = await open({ EMBEDDER_URL: embedder.url });
      embedder.mode = mode;
      embedder.requests = 0;
      const achievement = await publishOffer(university, plainOffer);
      const demandId = await publishNeed(enterprise, plainNeed);
      await matched(market);
      expect(await proposedFor(enterprise, demandId)).toEqual([achievement]);
      expect(embedder.requests).toBeLessThanOrEqual(2);
      const asked = embedder.requests;
      await publishNeed(enterprise, { ...plainNeed, title: '羊羔断奶腹泻求代乳粉' });
      await matched(market);
      expect(embedder.requests).toBe(asked);
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE failures > 0 OR failed_at IS NOT NULL`,
      );
      expect(rows[0].n).toBe(0);
    },
  );

  it('changes nothing where none is named: the words find what they find', async () => {
    const { market, enterprise, university } = await open({});
    embedder.requests = 0;
    const plain = await publishOffer(university, plainOffer);
    await publishOffer(university, offer);
    const demandId = await publishNeed(enterprise, need);
    const plainDemand = await publishNeed(enterprise, plainNeed);
    await matched(market);
    expect(await proposedFor(enterprise, demandId)).toEqual([]);
    expect(await proposedFor(enterprise, plainDemand)).toEqual([plain]);
    expect(embedder.requests).toBe(0);
  });
});
