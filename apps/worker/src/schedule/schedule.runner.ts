import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { HandlerRegistry } from '../queues/handler.registry.js';
import type { Schedule } from './schedules.js';

export const SCHEDULES = Symbol('Schedules');

/**
 * Runs each periodic job in a loop of its own: run, pause, run again. A run that fails is logged once until it
 * succeeds again, and the next turn comes all the same. No queue stands between, so a lost queue stops no legal clock.
 */
@Injectable()
export class ScheduleRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('schedule');
  private readonly failing = new Map<string, string>();
  private readonly wakeUps = new Set<() => void>();
  private stopping = false;
  private loops: Promise<void>[] = [];

  constructor(
    @Inject(SCHEDULES) private readonly schedules: readonly Schedule[],
    private readonly registry: HandlerRegistry,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onApplicationBootstrap(): void {
    for (const { jobName, everyMs } of this.schedules) {
      const { topic } = this.registry.definitionOf(jobName);
      if (topic !== null) throw new Error(`job ${jobName} is scheduled and has a topic`);
      if (!(everyMs >= 100)) throw new Error(`job ${jobName} is scheduled every ${everyMs} ms`);
    }
    this.loops = this.schedules.map((schedule) => this.loop(schedule));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const wake of this.wakeUps) wake();
    await Promise.all(this.loops);
  }

  /** One run of a job: in one transaction, unless its definition says that it opens its own. */
  async run(jobName: string): Promise<void> {
    const handler = this.registry.handlerOf(jobName);
    const actor = systemActor(jobName, uuid());
    if (this.registry.definitionOf(jobName).transactional) {
      await this.unitOfWork.run(actor, () => handler(actor, {}));
    } else {
      await handler(actor, {});
    }
  }

  private async loop({ jobName, everyMs }: Schedule): Promise<void> {
    while (!this.stopping) {
      await this.run(jobName).then(
        () => this.succeeded(jobName),
        (error: unknown) => this.failed(jobName, error),
      );
      if (!this.stopping) await this.pause(everyMs);
    }
  }

  private succeeded(jobName: string): void {
    if (this.failing.delete(jobName)) this.logger.log(`${jobName} runs again`);
  }

  private failed(jobName: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.failing.get(jobName) === reason) return;
    this.failing.set(jobName, reason);
    this.logger.warn(`${jobName} failed: ${reason}`);
  }

  /** Ends early when the worker shuts down. */
  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.wakeUps.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.wakeUps.add(end);
    });
  }
}
