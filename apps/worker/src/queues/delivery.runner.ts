import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { systemActor, type SystemActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { JobDefinition } from '#platform/outbox/job-definition.js';
import { DeliveryStore, type OpenDelivery } from '../outbox/delivery.store.js';
import { HandlerRegistry } from './handler.registry.js';

/**
 * Runs outbox deliveries. A transactional job's effect and that its delivery is handled are one commit; any other job
 * holds its delivery by a lease and bears being run twice. A delivery that is handled already is left quietly.
 */
@Injectable()
export class DeliveryRunner {
  private readonly logger = new Logger('delivery');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HandlerRegistry,
    private readonly store: DeliveryStore,
  ) {}

  /** Runs one delivery. */
  async run(job: JobDefinition, id: string): Promise<void> {
    await this.told(job, id, () => (job.transactional ? this.runLocked(job, id) : this.runLeased(job, id)));
  }

  /** Runs one batch of what is due of a job; how many deliveries it took. One that fails does not hold up the others. */
  async runBatch(job: JobDefinition): Promise<number> {
    return job.transactional ? this.batchLocked(job, job.batchSize ?? 1) : this.batchLeased(job, job.batchSize ?? 1);
  }

  private async runLocked(job: JobDefinition, id: string): Promise<OpenDelivery | null> {
    return this.unitOfWork.run(systemActor(job.name, id), async (tx) => {
      const open = await this.store.lockOne(tx, id);
      if (!open) return null;
      await this.handle(job, open);
      await this.store.markHandled(tx, [id]);
      return open;
    });
  }

  private async runLeased(job: JobDefinition, id: string): Promise<OpenDelivery | null> {
    const open = await this.store.find(id);
    if (!open) return null;
    await this.holding([id], () => this.handle(job, open));
    await this.unitOfWork.run(systemActor(job.name, open.requestId), (tx) => this.store.markHandled(tx, [id]));
    return open;
  }

  private async batchLocked(job: JobDefinition, limit: number): Promise<number> {
    let taken: readonly OpenDelivery[] = [];
    const started = performance.now();
    const actor = systemActor(job.name, uuid());
    try {
      await this.unitOfWork.run(actor, async (tx) => {
        taken = await this.store.lock(tx, job.name, limit);
        if (taken.length === 0) return;
        await this.handleAll(job, actor, taken);
        await this.store.markHandled(tx, idsOf(taken));
      });
      this.tell(job, taken, started);
    } catch (error) {
      await this.separately(job, taken, error);
    }
    return taken.length;
  }

  private async batchLeased(job: JobDefinition, limit: number): Promise<number> {
    const taken = await this.store.lease(job.name, limit);
    if (taken.length === 0) return 0;
    const started = performance.now();
    const actor = systemActor(job.name, requestOf(taken));
    try {
      await this.holding(idsOf(taken), () => this.handleAll(job, actor, taken));
      await this.unitOfWork.run(actor, (tx) => this.store.markHandled(tx, idsOf(taken)));
      this.tell(job, taken, started);
    } catch (error) {
      await this.separately(job, taken, error);
    }
    return taken.length;
  }

  private handleAll(job: JobDefinition, actor: SystemActor, taken: readonly OpenDelivery[]): Promise<void> {
    return this.registry.batchHandlerOf(job.name)(
      actor,
      taken.map(({ payload }) => payload),
      taken.map(({ requestId }) => requestId),
    );
  }

  /** A batch that failed is tried one by one, so that only what is wrong fails. */
  private async separately(job: JobDefinition, taken: readonly OpenDelivery[], error: unknown): Promise<void> {
    if (taken.length === 0) throw error;
    for (const { id } of taken) await this.run(job, id).catch(() => undefined);
  }

  private handle(job: JobDefinition, { payload, requestId }: OpenDelivery): Promise<void> {
    const actor = systemActor(job.name, requestId);
    return job.batchSize === null
      ? this.registry.handlerOf(job.name)(actor, payload)
      : this.registry.batchHandlerOf(job.name)(actor, [payload], [requestId]);
  }

  /** Renews the lease while long work goes on: nobody else takes it as long as this process lives. */
  private async holding(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    const renewal = setInterval(
      () => void this.store.renew(ids).catch(() => undefined),
      (this.store.leaseSeconds * 1000) / 3,
    );
    try {
      await work();
    } finally {
      clearInterval(renewal);
    }
  }

  private async told(job: JobDefinition, id: string, work: () => Promise<OpenDelivery | null>): Promise<void> {
    const started = performance.now();
    try {
      const open = await work();
      if (open) this.tell(job, [open], started);
    } catch (error) {
      this.logger.log({ deliveryId: id, job: job.name, outcome: 'failed', durationMs: msSince(started) });
      await this.store.fail(job, id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private tell(job: JobDefinition, taken: readonly OpenDelivery[], started: number): void {
    const [first] = taken;
    if (!first) return;
    const line = { job: job.name, requestId: first.requestId, outcome: 'handled', durationMs: msSince(started) };
    this.logger.log(taken.length === 1 ? { deliveryId: first.id, ...line } : { deliveries: taken.length, ...line });
  }
}

const idsOf = (deliveries: readonly OpenDelivery[]): string[] => deliveries.map(({ id }) => id);
const msSince = (started: number): number => Math.round(performance.now() - started);

/** What one request caused keeps its name; what several did together gets one of its own, and each entry its request's. */
const requestOf = (deliveries: readonly OpenDelivery[]): string => {
  const [first] = deliveries;
  return first && deliveries.every(({ requestId }) => requestId === first.requestId) ? first.requestId : uuid();
};
