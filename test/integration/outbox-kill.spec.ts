import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/market.js';

/** Kills of one run; OUTBOX_KILLS=300 for a long one (about half a second each). */
const kills = Number(process.env['OUTBOX_KILLS'] ?? 30);
const leaseSeconds = 2;
const jobNames = ['kill.single', 'kill.batch', 'kill.leased', 'kill.alone'];
/** Deliveries that flow while workers die. */
const thingsPerRound = 12;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the outbox while its workers are killed', () => {
  let database: TestDatabase;
  const workers = new Set<ChildProcess>();
  let things = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(
      `CREATE TABLE effect (job text NOT NULL, thing int NOT NULL);
       GRANT SELECT, INSERT ON effect TO qy_app`,
    );
  });

  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await pause(100);
    await database.drop();
  });

  const startWorker = (): Promise<ChildProcess> => {
    const { config } = database;
    const worker = fork(join(process.cwd(), 'test/support/outbox-worker.mjs'), {
      env: {
        PATH: process.env['PATH'],
        MARKET_MODE: 'test',
        DATABASE_URL: config.databaseUrl,
        DATABASE_POOL_MAX: '6',
        JWT_SECRET: config.jwtSecret,
        LEASE_SECONDS: String(leaseSeconds),
      },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    workers.add(worker);
    return new Promise((resolve, reject) => {
      worker.once('message', () => resolve(worker));
      worker.once('exit', (code, signal) => reject(new Error(`a worker did not start: ${code} ${signal}`)));
    });
  };

  const append = async (): Promise<void> => {
    await database.owner.query(
      `WITH event AS (
         INSERT INTO outbox_event (id, topic, payload, request_id)
         SELECT gen_random_uuid(), 'kill', jsonb_build_object('thing', thing::text), 'request-' || thing % 3
         FROM generate_series($1::int, $2::int) AS thing RETURNING id)
       INSERT INTO outbox_delivery (id, event_id, job_name, bulk)
       SELECT gen_random_uuid(), event.id, job, random() < 0.5 FROM event, unnest($3::text[]) AS job`,
      [things, things + thingsPerRound - 1, jobNames],
    );
    things += thingsPerRound;
  };

  const effects = async (): Promise<number> =>
    (await database.owner.query(`SELECT count(*)::int AS n FROM effect`)).rows[0].n;

  /** The next worker boots while this one works, and dies at a moment that nobody chose. */
  const rounds = async (): Promise<number> => {
    let killed = 0;
    let next = startWorker();
    while (killed < kills) {
      const worker = await next;
      next = startWorker();
      next.catch(() => undefined);
      await append();
      const before = await effects();
      await eventually(async () => ((await effects()) > before ? true : null), 30);
      await pause(Math.random() * 120);
      worker.removeAllListeners('exit');
      const gone = new Promise((resolve) => worker.once('exit', resolve));
      worker.kill('SIGKILL');
      await gone;
      workers.delete(worker);
      killed += 1;
    }
    await next; // the one that lives on
    return killed;
  };

  it(`loses nothing and doubles nothing over ${kills} kills, and nothing stays stuck`, async () => {
    expect(await rounds()).toBe(kills);
    // Stuck is what a living worker has not done after 60 s.
    await eventually(async () => {
      const { rows } = await database.owner.query(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE handled_at IS NULL`,
      );
      return rows[0].n === 0 ? true : null;
    }, 60);

    const { rows } = await database.owner.query(
      `SELECT job, count(*)::int AS n, count(DISTINCT thing)::int AS things FROM effect GROUP BY job`,
    );
    const byJob = Object.fromEntries(rows.map(({ job, ...row }) => [job, row]));
    for (const job of jobNames) expect(byJob[job]?.things).toBe(things); // none lost
    for (const job of ['kill.single', 'kill.batch']) expect(byJob[job]?.n).toBe(things); // none twice
    const failed = await database.owner.query(
      `SELECT count(*)::int AS n FROM outbox_delivery WHERE failed_at IS NOT NULL`,
    );
    expect(failed.rows[0].n).toBe(0);
    // The kills did meet work: something was taken up a second time.
    const again = await database.owner.query(`SELECT count(*)::int AS n FROM outbox_delivery WHERE dispatches > 1`);
    expect(again.rows[0].n).toBeGreaterThan(0);
    // Nothing is left in the queues' own table but what died with its worker.
    await eventually(async () => {
      const { rows: left } = await database.owner.query(`SELECT count(*)::int AS n FROM bullmq.job`);
      return left[0].n <= kills * 8 ? true : null;
    });
  }, 1_000_000);
});
