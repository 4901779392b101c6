import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import { queueNames, type JobDefinition, type QueueName } from '#platform/outbox/job-definition.js';
import { QueueFactory } from '#platform/queue/queue.js';
import { DeliveryRunner } from './delivery.runner.js';

const concurrencyPerQueue = 4;

/** One BullMQ queue and worker a queue name. A BullMQ job carries the id of an outbox delivery and nothing else. */
@Injectable()
export class QueueProcessors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];

  constructor(
    private readonly factory: QueueFactory,
    private readonly runner: DeliveryRunner,
  ) {}

  onApplicationBootstrap(): void {
    for (const name of queueNames) {
      const queue = this.factory.queue(name);
      queue.on('error', () => undefined); // the connection heals by itself; health reports it
      this.queues.set(name, queue);
      const worker = this.factory.worker(
        name,
        (job: Job<{ deliveryId: string }>) => this.runner.run(job.data.deliveryId),
        concurrencyPerQueue,
      );
      worker.on('error', () => undefined);
      worker.on('failed', (job: Job<{ deliveryId: string }> | undefined, error) => {
        if (!job) return;
        const final = job.attemptsMade >= (job.opts.attempts ?? 1);
        void this.runner.fail(job.data.deliveryId, error.message, final).catch(() => undefined);
      });
      this.workers.push(worker);
    }
  }

  /** Adds the wake-up for a delivery; the same delivery is not added twice while its job is pending. */
  async wake(job: JobDefinition, deliveryId: string): Promise<void> {
    await this.queues.get(job.queue)?.add(
      job.name,
      { deliveryId },
      {
        jobId: `delivery-${deliveryId}`,
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: job.backoffMs },
        removeOnComplete: true,
        removeOnFail: true,
      },
    );
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
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.factory.close();
  }
}
