import { Injectable } from '@nestjs/common';
import { isPublicChange, type MarketEvent } from '#domain/market-event/market-event.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A committed transition without a number. */
export interface TakenTransition {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
  readonly visibleTo: readonly string[];
}

const columns = `sequence::text, id, type, subject_kind AS "subjectKind", subject_id AS "subjectId", from_state AS "from",
  to_state AS "to", at`;

@Injectable()
export class MarketEventRepository {
  /** The last number given, locked until the transaction ends; null while another numbers. */
  async lockCounter(tx: Tx): Promise<bigint | null> {
    const [row] = await tx.query<{ last: string }>(
      `SELECT last_sequence::text AS last FROM market_event_counter FOR UPDATE SKIP LOCKED`,
    );
    return row ? BigInt(row.last) : null;
  }

  /** Waits until nobody numbers, and keeps others from it until the transaction ends. */
  async holdCounter(tx: Tx): Promise<void> {
    await tx.query(`SELECT FROM market_event_counter FOR UPDATE`);
  }

  /** Transitions of an organization that have no number yet get none. */
  async dropPending(tx: Tx, organizationId: string): Promise<void> {
    await tx.execute(
      `DELETE FROM market_event_pending p USING transition t WHERE t.id = p.transition_id AND $1 = ANY (t.visible_to)`,
      [organizationId],
    );
  }

  async takePending(tx: Tx, limit: number): Promise<TakenTransition[]> {
    return tx.query<TakenTransition>(
      `WITH taken AS (
         DELETE FROM market_event_pending WHERE transition_id IN (
           SELECT transition_id FROM market_event_pending ORDER BY transition_id LIMIT $1)
         RETURNING transition_id)
       SELECT t.id, t.subject_kind AS "subjectKind", t.subject_id AS "subjectId", t.event, t.from_state AS "from",
         t.to_state AS "to", t.at, t.visible_to AS "visibleTo"
       FROM taken JOIN transition t ON t.id = taken.transition_id ORDER BY t.id`,
      [limit],
    );
  }

  /** Numbers transitions from `first` on. `numbered_at` is the machine's own time: keeping is counted from it. */
  async insert(tx: Tx, first: bigint, taken: readonly TakenTransition[]): Promise<void> {
    await tx.query(
      `INSERT INTO market_event (sequence, id, type, subject_kind, subject_id, from_state, to_state, visible_to, public,
         sandbox, at, numbered_at)
       SELECT $1::bigint + e.place - 1, t.id, t.subject_kind || '.' || t.event, t.subject_kind, t.subject_id, t.from_state,
         t.to_state, t.visible_to, e.public, EXISTS (SELECT FROM unnest(t.visible_to) AS party WHERE app_is_sandbox(party)),
         t.at, clock_timestamp()
       FROM unnest($2::uuid[], $3::boolean[]) WITH ORDINALITY AS e (id, public, place) JOIN transition t ON t.id = e.id`,
      [
        first.toString(),
        taken.map(({ id }) => id),
        taken.map(({ subjectKind, from, to }) => isPublicChange(subjectKind, from, to)),
      ],
    );
    await tx.query(`UPDATE market_event_counter SET last_sequence = $1`, [String(first + BigInt(taken.length) - 1n)]);
  }

  async lastSequence(tx: Tx): Promise<bigint> {
    const [row] = await tx.query<{ last: string }>(`SELECT last_sequence::text AS last FROM market_event_counter`);
    return BigInt(row?.last ?? '0');
  }

  /** The first number that is still kept, of whatever event. */
  async oldest(tx: Tx): Promise<bigint | null> {
    const [row] = await tx.query<{ oldest: string | null }>(`SELECT min(sequence)::text AS oldest FROM market_event`);
    return row?.oldest ? BigInt(row.oldest) : null;
  }

  /** Events of these types above `after` and up to `upTo` that the actor is told of. */
  async page(tx: Tx, after: bigint, upTo: bigint, types: readonly string[], limit: number): Promise<MarketEvent[]> {
    return tx.query<MarketEvent>(
      `SELECT ${columns} FROM market_event
       WHERE market_event.sequence > $1 AND market_event.sequence <= $2 AND type = ANY ($3)
       ORDER BY market_event.sequence LIMIT $4`,
      [after.toString(), upTo.toString(), types, limit],
    );
  }

  async find(tx: Tx, sequence: string): Promise<MarketEvent | null> {
    const [row] = await tx.query<MarketEvent>(`SELECT ${columns} FROM market_event WHERE market_event.sequence = $1`, [
      sequence,
    ]);
    return row ?? null;
  }

  /** Which of the ids the actor may read now: row-level security of the table itself answers. */
  async readable(tx: Tx, table: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (!/^[a-z_]+$/.test(table)) throw new Error(`${table} is no table`);
    const rows = await tx.query<{ id: string }>(`SELECT id FROM "${table}" WHERE id = ANY ($1::uuid[])`, [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async prune(tx: Tx, keptDays: number): Promise<number> {
    return tx.execute(
      `DELETE FROM market_event WHERE numbered_at < clock_timestamp() - make_interval(days => $1)
         AND sequence < (SELECT last_sequence FROM market_event_counter)`,
      [keptDays],
    );
  }
}
