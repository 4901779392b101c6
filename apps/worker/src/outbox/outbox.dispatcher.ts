import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { JobDefinition } from '#platform/outbox/job-definition.js';
import { HandlerRegistry } from '../queues/handler.registry.js';
import { drainMs, QueueProcessors } from '../queues/queue.processors.js';
import { DeliveryStore, type JobLoad } from './delivery.store.js';

const pollMs = 150;
/** Wake-ups of one job that stand in the queue: what comes later overtakes the rest of an import, not these. */
const maxInFlight = 8;

/**
 * Wakes the queues for what is due in the outbox. Each job has its own bound, so none delays another; within a job
 * what a person waits for goes first. Several dispatchers may run: rows are claimed with SKIP LOCKED.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: DeliveryStore,
    private readonly queues: QueueProcessors,
    private readonly registry: HandlerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** One look at every job; the number of deliveries woken. */
  async dispatch(): Promise<number> {
    const loads = await this.store.loads(this.registry.triggered.map(({ name }) => name));
    const woken = await Promise.all(
      loads.filter(({ due }) => due).map((load) => this.wake(this.registry.definitionOf(load.jobName), load)),
    );
    return woken.reduce((sum, count) => sum + count, 0);
  }

  private async wake(job: JobDefinition, { inFlight }: JobLoad): Promise<number> {
    if (job.batchSize !== null) {
      // A key a turn: a wake-up that died with its worker blocks none of the next turn.
      await this.queues.wake(job, `batch-${job.name}-${Math.floor(Date.now() / drainMs)}`);
      return 0;
    }
    const room = maxInFlight - inFlight;
    const leased = room > 0 ? await this.store.lease(job.name, room) : [];
    // The lease makes the key new: a wake-up that died with its worker does not block the next one.
    await Promise.all(leased.map(({ id, turn }) => this.queues.wake(job, `delivery-${id}-${turn}`, id)));
    return leased.length;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      // A database or queue that is away is met again at the next turn.
      const woken = await this.dispatch().catch(() => 0);
      await new Promise((resolve) => setTimeout(resolve, woken > 0 ? pollMs / 5 : pollMs));
    }
  }
}
