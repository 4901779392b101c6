import { indexDigest } from '#platform/search/digest.js';
import type { SearchEngines } from '#platform/search/engines.js';
import { startFaultServer, type Fault, type FaultServer } from '../support/fault-server.js';
import { openTestEngines, query, searchDocument, type TestEngines } from '../support/search.js';

const index = 'achievements';
const realUrl = process.env['TEST_MEILI_URL'] ?? null;
const lamb = searchDocument('羔羊代乳粉配制', '早期断奶');

/** Meilisearch away, slow or broken: in front of a real server when one is given, of an empty one otherwise. */
describe(`Meilisearch fails (${realUrl === null ? 'stand-in' : 'a real server'} behind the fault)`, () => {
  let server: FaultServer;
  let opened: TestEngines;
  let engines: SearchEngines;

  beforeAll(async () => {
    server = await startFaultServer(realUrl);
    opened = await openTestEngines(server.url, [index], 500);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });
  beforeEach(async () => {
    server.fault = 'none';
    engines = opened.again(); // a circuit of its own
    await engines.engine.upsert([lamb]);
    await engines.postgres.search(query({ text: '代乳粉' })); // loads the dictionary
  });

  const ask = async () => {
    const started = performance.now();
    const answer = await engines.engine.search(query({ text: '代乳粉' }));
    return { ...answer, ms: performance.now() - started };
  };

  it.each(['away', 'slow', 'broken'] as const satisfies readonly Fault[])(
    '%s: PostgreSQL answers within a second, the answer says so, and soon nobody asks the other any more',
    async (fault) => {
      server.fault = fault;
      for (let times = 0; times < 3; times += 1) {
        const answer = await ask();
        expect(answer).toMatchObject({ engine: 'postgres', ids: [lamb.id] });
        expect(answer.ms).toBeLessThan(1_000);
      }
      const before = server.seen;
      await Promise.all([ask(), ask(), ask()]);
      expect(server.seen).toBe(before);
    },
  );

  it('a query that the server refuses opens no circuit', async () => {
    server.fault = 'refusing';
    for (let times = 0; times < 3; times += 1) expect((await ask()).engine).toBe('postgres');
    const before = server.seen;
    await ask();
    expect(server.seen).toBeGreaterThan(before);
  });

  it('what could not be carried fails the job, waits, and is not marked when it changed meanwhile', async () => {
    server.fault = 'away';
    await expect(engines.mirror.carry()).rejects.toThrow();
    const [change] = await engines.postgres.unmirrored(10);
    if (!change) throw new Error('nothing to carry');
    expect(change.id).toBe(lamb.id);
    await engines.postgres.upsert([lamb]);
    await engines.postgres.markMirrored([change]);
    expect(await engines.postgres.unmirrored(10)).toHaveLength(1);
  });

  it('behind by more than ten seconds it is no witness: PostgreSQL answers', async () => {
    await opened.database.owner.query(
      `UPDATE search_document SET changed_at = now() - interval '11 s', mirrored = false`,
    );
    const before = server.seen;
    expect((await ask()).engine).toBe('postgres');
    expect(server.seen).toBe(before);
  });

  if (realUrl !== null)
    it('back again, it is caught up with equal digests, and answers', async () => {
      while ((await engines.mirror.carry()) > 0);
      expect((await ask()).engine).toBe('meilisearch');
      server.fault = 'away';
      expect((await ask()).engine).toBe('postgres');
      await expect(engines.mirror.carry()).rejects.toThrow();
      const late = searchDocument('代乳粉检测', '来得晚');
      await engines.engine.upsert([late]);
      server.fault = 'none';
      const started = performance.now();
      // The worker's schedule calls this every half second.
      while ((await engines.mirror.carry()) > 0);
      expect(performance.now() - started).toBeLessThan(60_000);
      const there = (await engines.meilisearch?.digests(index)) ?? new Map<string, string>();
      expect(indexDigest(there)).toBe(indexDigest(await engines.postgres.digests(index)));
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      expect(await ask()).toMatchObject({ engine: 'meilisearch', total: 2 });
    });
});
