import { Injectable, Logger } from '@nestjs/common';
import { systemActor, type SystemActor } from '#domain/shared/actor.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { HandlerRegistry } from './handler.registry.js';

interface OpenDelivery {
  readonly jobName: string;
  readonly payload: JobPayload;
  readonly requestId: string;
}

/** Runs one outbox delivery. A delivery that is handled already is left quietly, so a job may come twice. */
@Injectable()
export class DeliveryRunner {
  private readonly logger = new Logger('delivery');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HandlerRegistry,
  ) {}

  async run(deliveryId: string): Promise<void> {
    const dispatcher = systemActor('outbox', deliveryId);
    const open = await this.unitOfWork.run(dispatcher, (tx) => openDelivery(tx, deliveryId, ''));
    if (!open) return;
    const started = performance.now();
    const line = { deliveryId, job: open.jobName, requestId: open.requestId };
    const durationMs = (): number => Math.round(performance.now() - started);
    try {
      await this.handle(deliveryId, open);
      this.logger.log({ ...line, outcome: 'handled', durationMs: durationMs() });
    } catch (error) {
      this.logger.log({ ...line, outcome: 'failed', durationMs: durationMs() });
      throw error;
    }
  }

  private async handle(deliveryId: string, open: OpenDelivery): Promise<void> {
    const actor = systemActor(open.jobName, open.requestId);
    const handler = this.registry.handlerOf(open.jobName);
    if (!this.registry.definitionOf(open.jobName).transactional) {
      await handler(actor, open.payload);
      await this.unitOfWork.run(actor, (tx) => markHandled(tx, deliveryId));
      return;
    }
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await openDelivery(tx, deliveryId, 'FOR UPDATE OF d'))) return;
      await handler(actor, open.payload);
      await markHandled(tx, deliveryId);
    });
  }

  /** Keeps why the last attempt failed; `final` closes the delivery until an operator retries it. */
  async fail(deliveryId: string, reason: string, final: boolean): Promise<void> {
    const actor: SystemActor = systemActor('outbox', deliveryId);
    await this.unitOfWork.run(actor, (tx) =>
      tx.query(
        `UPDATE outbox_delivery SET last_error = $2, failed_at = CASE WHEN $3 THEN clock_timestamp() END
         WHERE id = $1 AND handled_at IS NULL`,
        [deliveryId, reason.slice(0, 500), final],
      ),
    );
  }
}

async function openDelivery(tx: Tx, deliveryId: string, lock: '' | 'FOR UPDATE OF d'): Promise<OpenDelivery | null> {
  const [row] = await tx.query<OpenDelivery>(
    `SELECT d.job_name AS "jobName", e.payload, e.request_id AS "requestId"
     FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
     WHERE d.id = $1 AND d.handled_at IS NULL ${lock}`,
    [deliveryId],
  );
  return row ?? null;
}

const markHandled = (tx: Tx, deliveryId: string): Promise<unknown> =>
  tx.query(
    `UPDATE outbox_delivery SET handled_at = clock_timestamp(), failed_at = NULL, last_error = NULL WHERE id = $1`,
    [deliveryId],
  );
