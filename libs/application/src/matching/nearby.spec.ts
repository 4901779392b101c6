import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Matcher } from '#matching/matcher.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { HttpEmbedder } from '#platform/embedding/http-embedder.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { Dictionary } from './dictionary.js';
import { Nearby } from './nearby.js';

const unknown = { field: null, zoneCode: null, countyCode: null, summary: null };
const offer = (id: string, title: string): Offer => ({
  ...unknown,
  id,
  title,
  organizationId: 'offering',
  keywords: [],
  readinessLevel: null,
  priceFen: null,
  publishedAt: null,
});
const need: Need = { ...unknown, id: 'n', title: '雾凇瞬态抑制', organizationId: 'needing', budgetFen: null };
const offers = [offer('near', '过冷水滴结冰防护'), offer('far', '荞麦挂面')];

type Mode = 'good' | 'broken' | 'nonsense' | 'slow';

/** A small real embedding server that knows what lies near what. */
describe('a further retriever by meaning', () => {
  let server: Server;
  let mode: Mode = 'good';
  let asked = 0;
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/embed`;
  const vectorOf = (text: string): number[] => (text.includes('荞麦') ? [0, 1] : [1, 0.1]);

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { input } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { input: string[] };
        if (mode === 'slow') return;
        response.writeHead(mode === 'broken' ? 503 : 200, { 'content-type': 'application/json' });
        const data = input.map((text) => ({ embedding: mode === 'nonsense' ? ['x'] : vectorOf(text) }));
        response.end(JSON.stringify({ data }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = 0;
  });

  const limits = { timeoutMs: 200, textsAtOnce: 2, maxTextLength: 100, maxVectorLength: 8, restMs: 60_000 };
  const near = async (found: Nearby) => (await found.offersNear([need])).get(need.id) ?? [];
  const nearby = () => {
    const found = new Nearby(new HttpEmbedder(url(), limits));
    for (const one of offers) found.addOffer(one);
    found.addNeed(need);
    return found;
  };

  it('brings what shares no word with the need among the candidates', async () => {
    mode = 'good';
    const dictionary = new Dictionary();
    const matcher = new Matcher(dictionary.lexicon, new JiebaTokenizer(() => dictionary.words()));
    for (const one of offers) matcher.add(one);
    const now = new Date('2026-11-23');
    const ids = (further: readonly string[]) =>
      matcher.rank(need, now, () => true, further).map(({ offer: { id } }) => id);
    expect(ids([])).not.toContain('near');
    const further = await near(nearby());
    expect(further[0]).toBe('near');
    expect(ids(further)).toContain('near');
  });

  it('leads from an offer to the needs that it lies near', async () => {
    mode = 'good';
    const found = nearby();
    found.addNeed({ ...need, id: 'other', title: '荞麦面条加工' });
    const needsNear = await found.needsNear(offers);
    expect(needsNear.get('near')?.[0]).toBe('n');
    expect(needsNear.get('far')?.[0]).toBe('other');
    found.addNeed({ ...need, id: 'other', title: '雾凇' });
    expect(new Set((await found.needsNear(offers)).get('far'))).toEqual(new Set(['n', 'other']));
    found.remove('n');
    expect((await found.needsNear(offers)).get('near')).toEqual(['other']);
  });

  it('forgets what was removed', async () => {
    mode = 'good';
    const found = nearby();
    await near(found);
    found.remove('near');
    expect(await near(found)).toEqual(['far']);
  });

  it.each(['broken', 'nonsense', 'slow'] as const)('finds nothing and rests when the service is %s', async (how) => {
    mode = how;
    const found = nearby();
    expect(await near(found)).toEqual([]);
    const before = asked;
    expect(await near(found)).toEqual([]);
    expect(asked).toBe(before);
  });

  it('is off without a service', async () => {
    const found = new Nearby(null);
    for (const one of offers) found.addOffer(one);
    found.addNeed(need);
    expect(await near(found)).toEqual([]);
    expect(asked).toBe(0);
  });
});
