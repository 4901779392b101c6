import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { Clock, SystemClock } from '#platform/clock/clock.js';
import { createLogger } from '#platform/telemetry/logger.js';
import type { Role } from '#domain/shared/actor.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { Caller } from '../support/caller.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startMarket } from '../support/market.js';
import { signIn } from '../support/people.js';

const dayMs = 86_400_000;

/** A demo moves through the legal periods in minutes: the system administrator advances the market's clock. */
describe('演示时钟', () => {
  let database: TestDatabase;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;
  let url: string;
  const caller = async (role: Role): Promise<Caller> => {
    const { token, identity } = await signIn(database, new SystemClock(), { roles: [role] });
    return new Caller(request(url), token, identity);
  };

  beforeAll(async () => {
    database = await createTestDatabase({ MARKET_MODE: 'demo' });
    const logger = createLogger(database.config, 'test');
    api = await createApi(database.config, new SystemClock(), logger);
    await api.listen(0, '127.0.0.1');
    url = await api.getUrl();
    worker = await createWorker(database.config, new SystemClock(), logger);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await database.drop();
  });

  it('moves API and worker within half a second, and leaves a trace in the audit', async () => {
    const admin = await caller('systemAdmin');
    const before = (await admin.get('/v1/sandbox/clock').expect(200)).body as { now: string; offsetMs: string };
    expect(before.offsetMs).toBe('0');
    const moved = await admin.post('/v1/sandbox/clock', { advanceDays: 15 }).expect(201);
    expect(moved.body.offsetMs).toBe(String(15 * dayMs));
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const process of [api, worker]) expect(process.get(Clock).offset).toBe(15 * dayMs);

    const target = new Date(Date.now() + 100 * dayMs).toISOString();
    const second = await admin.post('/v1/sandbox/clock', { moveTo: target }).expect(201);
    expect(second.body.now).toBe(target);
    const { rows } = await database.owner.query(
      `SELECT action, reason FROM audit_record WHERE subject_kind = 'sandboxClock' ORDER BY id`,
    );
    expect(rows.map((row: { action: string }) => row.action)).toEqual(['sandboxClock.move', 'sandboxClock.move']);
    expect(rows[1].reason).toContain(target);
  });

  it('moves twice when two administrators move it at once, and once for one key', async () => {
    const admin = await caller('systemAdmin');
    const offset = async () => Number((await admin.get('/v1/sandbox/clock')).body.offsetMs);
    const before = await offset();
    const statuses = await Promise.all(
      [1, 2, 3, 4].map((advanceDays) => admin.post('/v1/sandbox/clock', { advanceDays }).then(({ status }) => status)),
    );
    expect(statuses).toEqual([201, 201, 201, 201]);
    expect((await offset()) - before).toBe(10 * dayMs);
    const key = 'one-key';
    await Promise.all([1, 2, 3].map(() => admin.post('/v1/sandbox/clock', { advanceDays: 1 }, key)));
    expect((await offset()) - before).toBe(11 * dayMs);
  });

  it('only goes forward, at most 400 days a call', async () => {
    const admin = await caller('systemAdmin');
    const refused = async (body: object, status: number, code: string) =>
      expect((await admin.post('/v1/sandbox/clock', body).expect(status)).body.code).toBe(code);
    await refused({ moveTo: '2020-01-01T00:00:00+08:00' }, 422, 'sandboxClock.notForward');
    await refused({ moveTo: '2190-01-01T00:00:00+08:00' }, 422, 'sandboxClock.tooFar');
    await refused({ advanceDays: 401 }, 400, 'request.invalid');
    await refused({ advanceDays: 0 }, 400, 'request.invalid');
    await refused({ moveTo: '2027-02-30T00:00:00Z' }, 400, 'request.invalid');
    await refused({}, 422, 'sandboxClock.oneWay');
    await refused({ advanceDays: 1, moveTo: '2090-01-01T00:00:00Z' }, 422, 'sandboxClock.oneWay');
  });

  it('is for the system administrator only, and does not exist outside demo mode', async () => {
    const enterprise = await caller('enterprise');
    await enterprise.get('/v1/sandbox/clock').expect(403);
    await enterprise.post('/v1/sandbox/clock', { advanceDays: 1 }).expect(403);
    const market = await startMarket({ env: { MARKET_MODE: 'production' } });
    try {
      const admin = await market.member({ roles: ['systemAdmin'] });
      await admin.get('/v1/sandbox/clock').expect(404);
      await admin.post('/v1/sandbox/clock', { advanceDays: 1 }).expect(404);
    } finally {
      await market.close();
    }
  });
});
