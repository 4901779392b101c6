import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { MarketEvent } from '#domain/market-event/market-event.js';
import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '#domain/webhook/webhook.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { WebhookEndpointRow } from './webhook.row.js';

/** An endpoint with what only sending needs: sealed secrets, and how far its events were taken. */
export type StoredEndpoint = WebhookEndpoint & {
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly lastSequence: bigint;
};

const columns = `id, organization_id AS "organizationId", person_id AS "personId", url, description,
  event_types AS "eventTypes", state, disabled_reason AS "disabledReason", secret, previous_secret AS "previousSecret",
  previous_secret_until AS "previousSecretUntil", failing_since AS "failingSince", last_sequence::text AS "lastSequence",
  version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const deliveryColumns = `id, endpoint_id AS "endpointId", message_id AS "messageId", event_type AS "eventType",
  sequence::text, state, attempts, next_attempt_at AS "nextAttemptAt", created_at AS "createdAt"`;

@Injectable()
export class WebhookRepository {
  async insert(tx: Tx, endpoint: StoredEndpoint): Promise<void> {
    await tx.manager.insert(WebhookEndpointRow, { ...endpoint, busyUntil: null });
  }

  async save(tx: Tx, { id, ...endpoint }: StoredEndpoint): Promise<void> {
    await tx.manager.update(WebhookEndpointRow, { id }, endpoint);
  }

  async find(
    tx: Tx,
    id: string,
    lock: '' | 'FOR UPDATE' | 'FOR UPDATE SKIP LOCKED' = '',
  ): Promise<StoredEndpoint | null> {
    const [row] = await tx.query<WebhookEndpointRow>(
      `SELECT ${columns} FROM webhook_endpoint WHERE id = $1 AND state <> 'removed' ${lock}`,
      [id],
    );
    return row ? toDomain(row) : null;
  }

  async listOf(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<StoredEndpoint[]> {
    const rows = await tx.query<WebhookEndpointRow>(
      `SELECT ${columns} FROM webhook_endpoint WHERE organization_id = $1 AND state <> 'removed'
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Endpoints of an organization, counted one after another: the limit holds. */
  async countOf(tx: Tx, organizationId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1795392007352))`, [organizationId]);
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM webhook_endpoint WHERE organization_id = $1 AND state <> 'removed'`,
      [organizationId],
    );
    return row?.n ?? 0;
  }

  /** Active endpoints whose events were not taken up to here. */
  async behind(tx: Tx, lastSequence: bigint, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM webhook_endpoint WHERE state = 'active' AND last_sequence < $1 ORDER BY last_sequence LIMIT $2`,
      [lastSequence.toString(), limit],
    );
    return rows.map(({ id }) => id);
  }

  async enqueue(tx: Tx, endpoint: StoredEndpoint, events: readonly MarketEvent[], now: Date): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `INSERT INTO webhook_delivery (id, endpoint_id, organization_id, message_id, event_type, sequence, state, attempts,
         next_attempt_at, created_at)
       SELECT e.id, $1, $2, e.message, e.type, e.sequence, 'pending', 0, $3, $3
       FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::bigint[]) AS e (id, message, type, sequence)
       ON CONFLICT DO NOTHING`,
      [
        endpoint.id,
        endpoint.organizationId,
        now,
        events.map(() => uuid()),
        events.map(({ id }) => id),
        events.map(({ type }) => type),
        events.map(({ sequence }) => sequence),
      ],
    );
  }

  async insertDelivery(tx: Tx, organizationId: string, delivery: WebhookDelivery): Promise<void> {
    const { id, endpointId, messageId, eventType, sequence, state, attempts, nextAttemptAt, createdAt } = delivery;
    await tx.query(
      `INSERT INTO webhook_delivery (id, endpoint_id, organization_id, message_id, event_type, sequence, state, attempts,
         next_attempt_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, endpointId, organizationId, messageId, eventType, sequence, state, attempts, nextAttemptAt, createdAt],
    );
  }

  /**
   * Takes active endpoints with something due, each for one sender: nobody else sends to it until the time is over or
   * it is let go. The lease is of the database's own clock, what is due of the market's.
   */
  async takeDue(tx: Tx, now: Date, leaseSeconds: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE webhook_endpoint SET busy_until = clock_timestamp() + make_interval(secs => $2)
       WHERE id IN (
         SELECT e.id FROM webhook_endpoint e
         WHERE e.state = 'active' AND (e.busy_until IS NULL OR e.busy_until < clock_timestamp())
           AND EXISTS (SELECT FROM webhook_delivery d
                       WHERE d.endpoint_id = e.id AND d.state = 'pending' AND d.next_attempt_at <= $1)
         ORDER BY e.id LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, leaseSeconds, limit],
    );
    return rows.map(({ id }) => id);
  }

  async renewLease(tx: Tx, id: string, leaseSeconds: number): Promise<void> {
    await tx.query(
      `UPDATE webhook_endpoint SET busy_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
      [id, leaseSeconds],
    );
  }

  async letGo(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE webhook_endpoint SET busy_until = NULL WHERE id = $1`, [id]);
  }

  /** What is due of an endpoint next: in the order of the events. */
  async nextDue(tx: Tx, endpointId: string, now: Date): Promise<WebhookDelivery | null> {
    const [row] = await tx.query<WebhookDelivery>(
      `SELECT ${deliveryColumns} FROM webhook_delivery
       WHERE endpoint_id = $1 AND state = 'pending' AND next_attempt_at <= $2
       ORDER BY webhook_delivery.sequence NULLS FIRST, id LIMIT 1`,
      [endpointId, now],
    );
    return row ?? null;
  }

  async saveDelivery(tx: Tx, { id, state, attempts, nextAttemptAt }: WebhookDelivery): Promise<void> {
    await tx.query(`UPDATE webhook_delivery SET state = $2, attempts = $3, next_attempt_at = $4 WHERE id = $1`, [
      id,
      state,
      attempts,
      nextAttemptAt,
    ]);
  }

  async insertAttempt(tx: Tx, organizationId: string, deliveryId: string, attempt: WebhookAttempt): Promise<void> {
    await tx.query(
      `INSERT INTO webhook_attempt (id, delivery_id, organization_id, attempt, at, status, duration_ms, error, answer)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        attempt.id,
        deliveryId,
        organizationId,
        attempt.attempt,
        attempt.at,
        attempt.status,
        attempt.durationMs,
        attempt.error,
        attempt.answer,
      ],
    );
  }

  async findDelivery(
    tx: Tx,
    endpointId: string,
    id: string,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<WebhookDelivery | null> {
    const [row] = await tx.query<WebhookDelivery>(
      `SELECT ${deliveryColumns} FROM webhook_delivery WHERE id = $1 AND endpoint_id = $2 ${lock}`,
      [id, endpointId],
    );
    return row ?? null;
  }

  async deliveriesOf(
    tx: Tx,
    endpointId: string,
    state: string | null,
    after: string | null,
    limit: number,
  ): Promise<WebhookDelivery[]> {
    return tx.query<WebhookDelivery>(
      `SELECT ${deliveryColumns} FROM webhook_delivery
       WHERE endpoint_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [endpointId, state, after, limit],
    );
  }

  async attemptsOf(tx: Tx, deliveryId: string): Promise<WebhookAttempt[]> {
    return tx.query<WebhookAttempt>(
      `SELECT id, attempt, at, status, duration_ms AS "durationMs", error, answer FROM webhook_attempt
       WHERE delivery_id = $1 ORDER BY id DESC LIMIT 50`,
      [deliveryId],
    );
  }

  /** Puts deliveries of events since an instant back in line, from their first attempt; how many. */
  async replaySince(tx: Tx, endpointId: string, since: Date, now: Date): Promise<number> {
    return tx.execute(
      `UPDATE webhook_delivery d SET state = 'pending', attempts = 0, next_attempt_at = $3
       FROM market_event e WHERE d.endpoint_id = $1 AND e.sequence = d.sequence AND e.at >= $2`,
      [endpointId, since, now],
    );
  }

  async prune(tx: Tx, before: Date): Promise<number> {
    return tx.execute(`DELETE FROM webhook_delivery WHERE created_at < $1 AND state <> 'pending'`, [before]);
  }
}

const toDomain = ({ state, disabledReason, lastSequence, ...row }: WebhookEndpointRow): StoredEndpoint => ({
  ...row,
  state: state as StoredEndpoint['state'],
  disabledReason: disabledReason as StoredEndpoint['disabledReason'],
  lastSequence: BigInt(lastSequence),
});
