import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import { queueNames, type JobDefinition, type QueueName } from '#platform/outbox/job-definition.js';
import { QueueFactory } from '#platform/queue/queue.js';
import { DeliveryRunner } from './delivery.runner.js';
import { HandlerRegistry } from './handler.registry.js';

const concurrencyPerQueue = 4;
/** A worker whose connection broke may never finish closing; what it held is dispatched again. */
const closeWithinMs = 10_000;

/** So long one wake-up works off batches before it gives way. */
export const drainMs = 2_000;

/** Without an id: work off what is due of the job. */
interface WakeUp {
  readonly deliveryId?: string;
}

/** One BullMQ queue and worker a queue name. A BullMQ job carries the id of an outbox delivery at most. */
@Injectable()
export class QueueProcessors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private readonly draining = new Set<string>();
  private stopping = false;

  constructor(
    private readonly factory: QueueFactory,
    private readonly runner: DeliveryRunner,
    private readonly registry: HandlerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    for (const name of queueNames) {
      const queue = this.factory.queue(name);
      queue.on('error', () => undefined); // the connection heals by itself; health reports it
      this.queues.set(name, queue);
      const worker = this.factory.worker(name, (job: Job<WakeUp>) => this.work(job), concurrencyPerQueue);
      worker.on('error', () => undefined);
      this.workers.push(worker);
    }
  }

  /**
   * Adds a wake-up. `key` names it: the same key is not added twice while its job is in the queue. A wake-up is tried
   * once, because what failed or got lost stays in the outbox and is woken again.
   */
  async wake(job: JobDefinition, key: string, deliveryId?: string): Promise<void> {
    await this.queues
      .get(job.queue)
      ?.add(job.name, { deliveryId }, { jobId: key, attempts: 1, removeOnComplete: true, removeOnFail: true });
  }

  private async work({ name, data }: Job<WakeUp>): Promise<void> {
    const job = this.registry.definitionOf(name);
    if (job.batchSize === null) {
      // The outbox knows why it failed and when it comes again.
      if (data.deliveryId !== undefined) await this.runner.run(job, data.deliveryId).catch(() => undefined);
      return;
    }
    // One at a time of each job: the queue's other hands stay free for what people wait for.
    if (this.draining.has(name)) return;
    this.draining.add(name);
    const until = performance.now() + drainMs;
    try {
      while (!this.stopping && performance.now() < until && (await this.runner.runBatch(job)) === job.batchSize);
    } finally {
      this.draining.delete(name);
    }
  }

  /** How much waits in each queue, and since when. */
  async waiting(): Promise<{ queue: QueueName; count: number; oldestSeconds: number }[]> {
    return Promise.all(
      [...this.queues].map(async ([name, queue]) => {
        const [count, oldest] = await Promise.all([queue.getWaitingCount(), queue.getWaiting(0, 0)]);
        const since = oldest[0]?.timestamp;
        return {
          queue: name,
          count,
          oldestSeconds: since === undefined ? 0 : Math.max(0, (Date.now() - since) / 1000),
        };
      }),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.workers.map(closeInTime));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.factory.close();
  }
}

async function closeInTime(worker: Worker): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeWithinMs)));
  await Promise.race([worker.close(), late]);
  clearTimeout(timer);
}
