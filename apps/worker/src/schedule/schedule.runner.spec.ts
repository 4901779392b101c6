import { Logger } from '@nestjs/common';
import { defineJob } from '#platform/outbox/job-definition.js';
import type { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { HandlerRegistry, JobHandler } from '../queues/handler.registry.js';
import { ScheduleRunner } from './schedule.runner.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function runnerOf(handler: JobHandler, topic: string | null = null, everyMs = 100) {
  const registry = {
    handlerOf: () => handler,
    definitionOf: () => defineJob({ name: 'demand.tick', queue: 'notice', topic, transactional: false }),
  } as unknown as HandlerRegistry;
  return new ScheduleRunner([{ jobName: 'demand.tick', everyMs }], registry, {} as UnitOfWork);
}

describe('schedule runner', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('runs a job again and again, never two at once, and stops when told', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const runner = runnerOf(async (actor) => {
      expect(actor).toMatchObject({ kind: 'system', name: 'demand.tick' });
      running += 1;
      most = Math.max(most, running);
      await pause(20);
      running -= 1;
      runs += 1;
    });
    runner.onApplicationBootstrap();
    await pause(450);
    await runner.beforeApplicationShutdown();
    const done = runs;
    expect(done).toBeGreaterThanOrEqual(2);
    expect(most).toBe(1);
    await pause(200);
    expect(runs).toBe(done);
  });

  it('comes again after a failure', async () => {
    let runs = 0;
    const runner = runnerOf(async () => {
      runs += 1;
      if (runs === 1) throw new Error('database away');
    });
    runner.onApplicationBootstrap();
    await pause(350);
    await runner.beforeApplicationShutdown();
    expect(runs).toBeGreaterThanOrEqual(2);
  });

  it('does not wait out a long pause at shutdown', async () => {
    const runner = runnerOf(async () => undefined, null, 60_000);
    runner.onApplicationBootstrap();
    await pause(20);
    const began = Date.now();
    await runner.beforeApplicationShutdown();
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('refuses a job that an event triggers, and a pause that would spin', () => {
    expect(() => runnerOf(async () => undefined, 'demand.published').onApplicationBootstrap()).toThrow(/has a topic/);
    expect(() => runnerOf(async () => undefined, null, 0).onApplicationBootstrap()).toThrow(/every 0 ms/);
  });
});
