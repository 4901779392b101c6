import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { seeded } from '../support/registration-journeys.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { RewardWorkers } from './reward-workers.js';
import { UnreliableYear } from './unreliable-year.js';

const seed = Number(process.env['FAULT_SEED'] ?? 1);
const wipes = Number(process.env['FAULT_WIPES'] ?? 2);
const withRedis = spawnSync('redis-server', ['--version']).status === 0 ? it : it.skip;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The queue is a wake-up signal and never the truth: its storage is emptied while work is under way, and the outbox emits again. */
describe(`奖补 while the queue's storage is wiped ${wipes} times`, () => {
  let market: TestMarket;
  let workers: RewardWorkers | null = null;
  let redis: ChildProcess | null = null;
  beforeEach(async () => (market = await startMarket()));
  afterEach(async () => {
    await workers?.killAll();
    redis?.kill('SIGKILL');
    [workers, redis] = [null, null];
    await market.close();
  });

  /** Wiped, with wake-ups in it and jobs in work; all is done within the relay's 30 s. */
  async function survives(redisUrl: string | null, wipe: () => Promise<unknown>): Promise<void> {
    const year = new UnreliableYear(market, seeded(seed));
    await year.begin();
    workers = new RewardWorkers(market.database, redisUrl);
    await workers.start();
    for (let turn = 0; turn < wipes; turn += 1) {
      const before = await year.handled();
      await year.happen(12);
      await eventually(async () => ((await year.handled()) > before ? true : null), 30);
      await wipe();
    }
    await year.settle(30);
    expect(await year.faults()).toEqual([]);
  }

  it('loses nothing on the PostgreSQL backend', async () => {
    const { owner } = market.database;
    await survives(null, async () => {
      const { rows } = await owner.query(
        `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names FROM pg_tables
         WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
      );
      // A worker may hold two of these tables in the other order: PostgreSQL then ends one of the two, at times this one.
      await eventually(() =>
        owner.query(`TRUNCATE ${rows[0].names}`).catch((error: { code?: string }) => {
          if (error.code === '40P01') return null;
          throw error;
        }),
      );
    });
  }, 120_000);

  withRedis(
    'loses nothing on Redis',
    async () => {
      const port = await freePort();
      redis = spawn(
        'redis-server',
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        {
          stdio: 'ignore',
        },
      );
      const url = `redis://127.0.0.1:${port}`;
      const client = new Redis(url);
      client.on('error', () => undefined);
      await eventually(async () => ((await client.ping().catch(() => '')) === 'PONG' ? true : null), 20);
      await survives(url, () => client.flushall());
      client.disconnect();
    },
    120_000,
  );
});
