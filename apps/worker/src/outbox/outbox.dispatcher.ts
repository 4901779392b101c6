import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { systemActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { HandlerRegistry } from '../queues/handler.registry.js';
import { QueueProcessors } from '../queues/queue.processors.js';

const pollMs = 150;
const batch = 100;
/** A delivery whose wake-up was lost (queue wiped, worker killed) is dispatched again after this long. */
const redispatchSeconds = 20;

/** Moves open deliveries from the outbox to the queues. Several dispatchers may run: rows are claimed with SKIP LOCKED. */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
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

  /** Dispatches one batch; the number of deliveries woken. */
  async dispatch(): Promise<number> {
    const claimed = await this.unitOfWork.run(systemActor('outbox', 'dispatch'), (tx) =>
      tx.query<{ id: string; jobName: string }>(
        `UPDATE outbox_delivery SET dispatches = dispatches + 1, next_dispatch_at = clock_timestamp() + make_interval(secs => $2)
         WHERE id IN (SELECT id FROM outbox_delivery
                      WHERE handled_at IS NULL AND failed_at IS NULL AND next_dispatch_at <= clock_timestamp()
                      ORDER BY next_dispatch_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING id, job_name AS "jobName"`,
        [batch, redispatchSeconds],
      ),
    );
    await Promise.all(claimed.map(({ id, jobName }) => this.queues.wake(this.registry.definitionOf(jobName), id)));
    return claimed.length;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      // A database or queue that is away is met again at the next turn.
      const woken = await this.dispatch().catch(() => 0);
      if (woken < batch) await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
}
