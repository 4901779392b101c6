import { Injectable } from '@nestjs/common';
import { systemActor } from '#domain/shared/actor.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import type { JobDefinition, JobPayload } from '#platform/outbox/job-definition.js';

export interface OpenDelivery {
  readonly id: string;
  readonly payload: JobPayload;
  readonly requestId: string;
}

export interface LeasedDelivery extends OpenDelivery {
  /** Names this lease among those of the delivery. */
  readonly turn: string;
}

/** What waits of one job. */
export interface JobLoad {
  readonly jobName: string;
  /** Given to a worker and neither handled, nor failed, nor overdue. */
  readonly inFlight: number;
  readonly due: boolean;
}

const dispatcher = systemActor('outbox', 'dispatch');
const maxBackoffMs = 60_000;
const open = 'd.handled_at IS NULL AND d.failed_at IS NULL';

/** The table outbox_delivery: the only truth of what is left to do. `next_dispatch_at` in the future is a lease. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly leaseSeconds: number,
  ) {}

  loads(jobNames: readonly string[]): Promise<JobLoad[]> {
    return this.run((tx) =>
      tx.query<JobLoad>(
        `SELECT job.name AS "jobName",
           (SELECT count(*)::int FROM outbox_delivery d WHERE d.job_name = job.name AND ${open} AND d.bulk IN (false, true)
              AND d.next_dispatch_at > clock_timestamp() AND d.dispatches > d.failures) AS "inFlight",
           EXISTS (SELECT FROM outbox_delivery d WHERE d.job_name = job.name AND ${open} AND d.bulk IN (false, true)
              AND d.next_dispatch_at <= clock_timestamp()) AS due
         FROM unnest($1::text[]) AS job (name)`,
        [jobNames],
      ),
    );
  }

  /** Takes due deliveries of a job on lease, those that a person waits for first. Several workers may ask at once. */
  lease(jobName: string, limit: number): Promise<LeasedDelivery[]> {
    return this.run((tx) =>
      tx.query<LeasedDelivery>(
        `WITH taken AS (
           UPDATE outbox_delivery SET dispatches = greatest(dispatches, failures) + 1,
             next_dispatch_at = clock_timestamp() + make_interval(secs => $3)
           WHERE id IN (SELECT d.id FROM outbox_delivery d
                        WHERE d.job_name = $1 AND ${open} AND d.next_dispatch_at <= clock_timestamp()
                        ORDER BY d.bulk, d.next_dispatch_at LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING id, event_id, dispatches, failures)
         SELECT taken.id, taken.dispatches || '-' || taken.failures AS turn, e.payload, e.request_id AS "requestId"
         FROM taken JOIN outbox_event e ON e.id = taken.event_id ORDER BY e.id`,
        [jobName, limit, this.leaseSeconds],
      ),
    );
  }

  /** Locks due deliveries of a job until the transaction ends. */
  lock(tx: Tx, jobName: string, limit: number): Promise<OpenDelivery[]> {
    return tx.query<OpenDelivery>(
      `SELECT d.id, e.payload, e.request_id AS "requestId"
       FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
       WHERE d.job_name = $1 AND ${open} AND d.next_dispatch_at <= clock_timestamp()
       ORDER BY d.bulk, d.next_dispatch_at LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
      [jobName, limit],
    );
  }

  /** Locks one delivery until the transaction ends; null when it is handled, failed, or in another's hands. */
  async lockOne(tx: Tx, id: string): Promise<OpenDelivery | null> {
    const [row] = await tx.query<OpenDelivery>(
      `SELECT d.id, e.payload, e.request_id AS "requestId"
       FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
       WHERE d.id = $1 AND ${open} FOR UPDATE OF d SKIP LOCKED`,
      [id],
    );
    return row ?? null;
  }

  find(id: string): Promise<OpenDelivery | null> {
    return this.run(async (tx) => {
      const [row] = await tx.query<OpenDelivery>(
        `SELECT d.id, e.payload, e.request_id AS "requestId"
         FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id WHERE d.id = $1 AND ${open}`,
        [id],
      );
      return row ?? null;
    });
  }

  async renew(ids: readonly string[]): Promise<void> {
    await this.run((tx) =>
      tx.query(
        `UPDATE outbox_delivery d SET next_dispatch_at = clock_timestamp() + make_interval(secs => $2)
         WHERE d.id = ANY ($1::uuid[]) AND ${open}`,
        [ids, this.leaseSeconds],
      ),
    );
  }

  async markHandled(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE outbox_delivery SET handled_at = clock_timestamp(), failed_at = NULL, last_error = NULL
       WHERE id = ANY ($1::uuid[]) AND handled_at IS NULL`,
      [ids],
    );
  }

  /** Keeps why an attempt failed and when the next comes; after the last one it waits for an operator. */
  async fail(job: JobDefinition, id: string, reason: string): Promise<void> {
    await this.run((tx) =>
      tx.query(
        `UPDATE outbox_delivery SET last_error = $2, failures = failures + 1, dispatches = failures + 1,
           failed_at = CASE WHEN failures + 1 >= $3 THEN clock_timestamp() END,
           next_dispatch_at = clock_timestamp() + make_interval(secs => least($5, $4 * 2 ^ least(failures, 20)) / 1000.0)
         WHERE id = $1 AND handled_at IS NULL`,
        [id, reason.replaceAll('\0', '').slice(0, 500), job.attempts, job.backoffMs, maxBackoffMs],
      ),
    );
  }

  private run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(dispatcher, work);
  }
}
