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
  constructor(@Inject(JOBS) private readonly jobs: readonly JobDefinition[]) {}

  async append(tx: Tx, event: OutboxEvent): Promise<void> {
    const subscribers = this.jobs.filter((job) => job.topic === event.topic).map((job) => job.name);
    if (subscribers.length === 0) throw new Error(`outbox topic ${event.topic} has no subscriber`);
    await tx.query(
      `WITH event AS (
         INSERT INTO outbox_event (id, topic, payload, request_id) VALUES ($1::uuid, $2, $3::jsonb, $4))
       INSERT INTO outbox_delivery (id, event_id, job_name)
       SELECT delivery.id, $1::uuid, delivery.job_name
       FROM unnest($5::uuid[], $6::text[]) AS delivery (id, job_name)`,
      [
        uuid(),
        event.topic,
        JSON.stringify(event.payload),
        tx.actor.origin.requestId,
        subscribers.map(() => uuid()),
        subscribers,
      ],
    );
  }
}
