import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { contractRegistrationTransitions } from '#domain/contract-registration/contract-registration.js';
import { statesOf, type TransitionTable } from '#domain/shared/state-machine.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { FaultyDesk, journeys, seeded, type Journey } from '../support/registration-journeys.js';

/** `npm run test:registrations`: 1,000 contracts. TEST_SEED tells one run from another. */
const contracts = Number(process.env['TEST_REGISTRATIONS'] ?? 34);
const seed = Number(process.env['TEST_SEED'] ?? 20_260_302);
const lanes = 6;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe(`${contracts} contracts through the procedure in an unreliable world (seed ${seed})`, () => {
  let market: TestMarket;
  const done: Journey[] = [];
  const failures: string[] = [];
  let desk: FaultyDesk;
  let worker: ChildProcess | null = null;
  let kills = 0;
  let finished = false;

  const startWorker = (): Promise<ChildProcess> => {
    const { config } = market.database;
    const child = fork(join(process.cwd(), 'dist/apps/worker/src/main.js'), {
      env: {
        PATH: process.env['PATH'],
        MARKET_MODE: 'test',
        DATABASE_URL: config.databaseUrl,
        DATABASE_POOL_MAX: '6',
        JWT_SECRET: config.jwtSecret,
        WORKER_PORT: '0',
        AUDIT_ANCHOR_FILE: `/tmp/qy-registrations-${process.pid}.jsonl`,
        LOG_LEVEL: 'silent',
      },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(child));
      child.once('exit', (code, signal) => reject(new Error(`a worker did not start: ${code} ${signal}`)));
    });
  };

  /** Kills the worker at moments that nobody chose, and starts the next. */
  const killing = async (random: () => number): Promise<void> => {
    worker = await startWorker();
    // Few contracts on a fast machine may be done within the first pause: one kill there is, whatever the speed.
    for (let wait = 100; !finished || kills === 0; wait = 200 + random() * 1_500) {
      await pause(wait);
      if (finished && kills > 0) return;
      worker.removeAllListeners('exit');
      worker.kill('SIGKILL');
      kills += 1;
      worker = await startWorker();
    }
  };

  beforeAll(async () => {
    market = await startMarket({ now: '2026-11-02T02:00:00Z', env: { DATABASE_POOL_MAX: '12', RATE_LIMIT: 'off' } });
    const bureau = { roles: ['registrar', 'reviewer'], organizationKind: 'cityBureau' } as const;
    const officers = await Promise.all(Array.from({ length: 5 }, () => market.member(bureau)));
    const seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const buyer = await market.member({ roles: ['enterprise'] });
    const random = seeded(seed);
    desk = new FaultyDesk(market, random, seller, buyer, officers);
    const killed = killing(seeded(seed + 1));
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let index = next++; index < contracts; index = next++) {
        const journey = journeys[index % journeys.length];
        if (!journey) continue;
        await journey(desk, `示例项目 ${index}`).then(
          (made) => done.push(made),
          (error: unknown) => failures.push(`${index} (journey ${index % journeys.length}): ${String(error)}`),
        );
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    finished = true;
    await killed;
  }, 1_800_000);

  afterAll(async () => {
    finished = true;
    worker?.removeAllListeners('exit');
    worker?.kill('SIGKILL');
    await market.close();
  });

  const rows = async <T extends object>(sql: string): Promise<T[]> => (await market.database.owner.query<T>(sql)).rows;
  const idOf = ({ path }: Journey): string => path.split('/').at(-1) ?? '';

  it('met faults of every kind, and none broke a journey', () => {
    expect(failures).toEqual([]);
    expect(done).toHaveLength(contracts);
    expect([desk.faults.repeated, desk.faults.atOnce, desk.faults.raced].every((count) => count > 0)).toBe(true);
    expect(kills).toBeGreaterThan(0);
  });

  it('left every case in the state its journey leads to, and some case in every state', async () => {
    const found = await rows<{ id: string; state: string }>(`SELECT id, state FROM contract_registration`);
    const states = new Map(found.map((row) => [row.id, row.state]));
    expect(found).toHaveLength(contracts);
    expect(done.filter((journey) => states.get(idOf(journey)) !== journey.expected.state)).toEqual([]);
    expect(new Set(states.values())).toEqual(new Set(statesOf(contractRegistrationTransitions)));
  });

  it('took only steps of the table, each from where the last one led', async () => {
    const steps = await rows<{ id: string; event: string; before: string | null; after: string }>(
      `SELECT subject_id AS id, event, from_state AS before, to_state AS after FROM transition t
       WHERE subject_kind = 'contractRegistration' ORDER BY t.subject_id, t.at, t.id`,
    );
    const table: TransitionTable = contractRegistrationTransitions;
    const at = new Map<string, string>();
    const faults = steps.filter(({ id, before, after }) => {
      const here = at.get(id) ?? null;
      at.set(id, after);
      return before !== here || (before !== null && !Object.values(table[before] ?? {}).includes(after));
    });
    expect(faults).toEqual([]);
  });

  it('lost no number, gave none twice, and wrote each revision, certificate and event once', async () => {
    const numbered = done.filter((journey) => journey.expected.numbered);
    const serials = await rows<{ serial: number }>(
      `SELECT substr(number, 11)::int AS serial FROM issued_number ORDER BY 1`,
    );
    expect(serials.map((row) => row.serial)).toEqual(numbered.map((_journey, index) => index + 1));
    const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(sql))[0]?.n ?? -1;
    const changes = done.reduce((total, { expected }) => total + expected.changes, 0);
    const cancelled = done.filter(({ expected }) => expected.cancelled).length;
    const events = (topic: string) =>
      count(`SELECT count(*)::int AS n FROM outbox_event WHERE topic = 'contractRegistration.${topic}'`);
    expect({
      revisions: await count(`SELECT count(*)::int AS n FROM registration_revision`),
      certificates: await count(`SELECT count(*)::int AS n FROM certificate`),
      registered: await events('registered'),
      changed: await events('changed'),
      cancelled: await events('cancelled'),
    }).toEqual({
      revisions: numbered.length + changes + cancelled,
      certificates: numbered.length + changes,
      registered: numbered.length,
      changed: changes,
      cancelled,
    });
  });

  it('has worked off every event exactly once, though its workers were killed', async () => {
    const open = `SELECT count(*)::int AS n FROM outbox_delivery WHERE handled_at IS NULL`;
    await eventually(async () => ((await rows<{ n: number }>(open))[0]?.n === 0 ? true : null), 60);
    expect(await rows(`SELECT id FROM outbox_delivery WHERE failed_at IS NOT NULL`)).toEqual([]);
  }, 90_000);
});
