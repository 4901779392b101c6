import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuid } from 'uuid';
import { createApi } from '../../apps/api/src/create-api.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { FixedClock, SystemClock, type Clock } from '#platform/clock/clock.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { Caller } from './caller.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { emittedFaults } from './emitted-events.js';
import { signIn, type NewMember } from './people.js';

/** A whole market for one spec file: API, and a worker when asked, on a database of its own and a clock that the test moves. */
export interface TestMarket {
  readonly api: NestFastifyApplication;
  readonly worker: INestApplicationContext | null;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly anonymous: Caller;
  /** A caller signed in as a new person of a new organization, unless `organizationId` names one. */
  member(member: NewMember): Promise<Caller>;
  close(): Promise<void>;
}

export async function startMarket(
  options: {
    readonly worker?: boolean;
    readonly now?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** In demo mode: the clock is moved by its page, and each process follows as in life; `clock` then moves nothing. */
    readonly demo?: boolean;
  } = {},
): Promise<TestMarket> {
  const database = await createTestDatabase({ ...(options.demo && { MARKET_MODE: 'demo' }), ...options.env });
  const began = new Date(options.now ?? '2026-11-23T02:00:00Z');
  const clock = new FixedClock(began);
  const clockOfProcess = (): Clock => (options.demo ? new SandboxClock(began) : clock);
  const logger = createLogger(database.config, 'test');
  // What was opened, closed in reverse and to the end: one left open would keep jest from ending.
  const opened: (() => Promise<unknown>)[] = [() => database.drop(), () => asPublished(database)];
  const close = () => closeAll(opened);
  const start = async () => {
    const api = await createApi(database.config, clockOfProcess(), logger);
    opened.push(() => api.close());
    await api.listen(0, '127.0.0.1');
    const worker = options.worker ? await createWorker(database.config, clockOfProcess(), logger) : null;
    if (worker) opened.push(() => worker.close());
    return { api, worker, url: await api.getUrl() };
  };
  const { api, worker, url } = await start().catch(async (error: unknown) => {
    await close().catch(() => undefined);
    throw error;
  });
  return {
    api,
    worker,
    database,
    clock,
    anonymous: new Caller(request(url), null, null),
    member: async (member) => {
      const { token, identity } = await signIn(database, clock, member);
      return new Caller(request(url), token, identity);
    },
    close,
  };
}

/** What a spec let happen, receivers of webhooks would have been told of: each event as its published schema has it. */
async function asPublished({ owner }: TestDatabase): Promise<void> {
  const faults = await emittedFaults(owner);
  if (faults.length > 0) throw new Error(`events that are not as published: ${faults.join('\n')}`);
}

/** Stands still but for what the demo's clock page moves it by: the day of a spec does not depend on the day it runs. */
class SandboxClock extends SystemClock {
  constructor(private readonly start: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.start.getTime() + this.offset);
  }
}

/** Closes everything even when one thing fails; then fails with the first reason. Closing twice is closing once. */
async function closeAll(opened: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (let one = opened.pop(); one; one = opened.pop()) {
    await one().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

/** Waits until `read` gives something other than null or undefined; fails after `seconds`. */
export async function eventually<T>(read: () => Promise<T | null | undefined>, seconds = 10): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`nothing within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const newKey = (): string => uuid();
