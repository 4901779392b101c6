import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../database/unit-of-work.js';
import { JOBS, type JobDefinition, type JobPayload } from './job-definition.js';

export interface OutboxEvent {
  readonly topic: string;
  readonly payload: JobPayload;
}

/**
 * The transactional outbox: an event is written in the transaction of the change it tells of, with one
 * delivery a subscribed job. The queue is only the wake-up signal; a delivery stays open until it was handled.
 */
@Injectable()
export class Outbox {
  private readonly inSandbox: ReadonlySet<string>;
  private readonly outside: ReadonlySet<string>;

  constructor(@Inject(JOBS) private readonly jobs: readonly JobDefinition[]) {
    this.inSandbox = new Set(jobs.filter((job) => job.inSandbox !== false).map(({ name }) => name));
    this.outside = new Set(jobs.filter((job) => job.inSandbox !== 'only').map(({ name }) => name));
  }

  async append(tx: Tx, { topic, payload }: OutboxEvent): Promise<void> {
    await this.appendAll(tx, topic, [payload]);
  }

  /** Many events of one topic in one statement: for bulk work. */
  async appendAll(tx: Tx, topic: string, payloads: readonly JobPayload[]): Promise<void> {
    const subscribers = this.jobs.filter((job) => job.topic === topic).map((job) => job.name);
    if (subscribers.length === 0) throw new Error(`outbox topic ${topic} has no subscriber`);
    if (payloads.length === 0) return;
    const heard = subscribers.filter((name) => (tx.sandbox ? this.inSandbox : this.outside).has(name));
    if (heard.length === 0) return;
    const ids = payloads.map(() => uuid());
    const deliveries = ids.flatMap((eventId) => heard.map((jobName) => ({ eventId, jobName })));
    await tx.prepared(
      'outbox.append',
      `WITH event AS (
         INSERT INTO outbox_event (id, topic, payload, request_id)
         SELECT e.id, $2, e.payload::jsonb, $4 FROM unnest($1::uuid[], $3::text[]) AS e (id, payload))
       INSERT INTO outbox_delivery (id, event_id, job_name, bulk)
       SELECT delivery.id, delivery.event_id, delivery.job_name, $8
       FROM unnest($5::uuid[], $6::uuid[], $7::text[]) AS delivery (id, event_id, job_name)`,
      [
        ids,
        topic,
        payloads.map((payload) => JSON.stringify(payload)),
        tx.actor.origin.requestId,
        deliveries.map(() => uuid()),
        deliveries.map(({ eventId }) => eventId),
        deliveries.map(({ jobName }) => jobName),
        // Without a caller's address nobody waits for an answer: an import, a legal clock.
        tx.actor.origin.address === '',
      ],
    );
  }
}
