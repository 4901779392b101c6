import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/unit-of-work.js';
import { contentHash } from '../text/canonical.js';

/** One thing that happened to one subject: a transition taken, or a change without a change of state. */
export interface JournalEntry {
  /** Concept name as in the glossary: `demand`, `contractRegistration`, … */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Event of the transition table, or a verb for other changes: `create`, `amend`, `read`. */
  readonly event: string;
  /** State before and after. Equal, or both null, when the event changes no state: then only the audit row is written. */
  readonly from: string | null;
  readonly to: string | null;
  readonly reason?: string;
  /** Organizations that may read the transition besides the bureau: owner and counterparts. */
  readonly parties: readonly string[];
  /** The subject before and after; only their hashes are kept. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The request that caused it, where it is not the actor's: work done together for several requests. */
  readonly requestId?: string;
}

/**
 * Writes the transition row and the audit row of a change in the change's own transaction.
 * Both tables are append-only for the app's role; the worker seals audit rows into the hash chain.
 */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, entry: JournalEntry): Promise<void> {
    await this.recordAll(tx, [entry]);
  }

  /**
   * Many entries in one statement, in their order: for bulk work. `me` takes the transaction's id before a record takes
   * its own: the sealer relies on that order to know which records can no longer appear (audit_seal).
   */
  async recordAll(tx: Tx, entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { actor } = tx;
    const person = actor.kind === 'person' ? actor : null;
    const actorName = actor.kind === 'system' ? actor.name : actor.kind === 'person' ? actor.via : 'anonymous';
    await tx.prepared(
      'journal.record',
      `WITH entry AS (
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                              $8::text[], $9::text[], $10::text[], $16::text[])
         WITH ORDINALITY AS e (id, subject_kind, subject_id, event, from_state, to_state, reason, parties,
                               before_hash, after_hash, request_id, position)),
       me AS MATERIALIZED (SELECT pg_current_xact_id() AS transaction_id),
       taken AS (
         INSERT INTO transition (id, subject_kind, subject_id, event, from_state, to_state, reason,
                                 person_id, organization_id, actor_kind, visible_to, at)
         SELECT id, subject_kind, subject_id, event, from_state, to_state, reason,
                $11::uuid, $12::uuid, $13, parties::uuid[], $14::timestamptz
         FROM entry WHERE to_state IS NOT NULL AND from_state IS DISTINCT FROM to_state)
       INSERT INTO audit_record (subject_kind, subject_id, action, person_id, organization_id, actor_kind, actor_name,
                                 request_id, address, before_hash, after_hash, from_state, to_state, reason, at)
       SELECT subject_kind, subject_id, subject_kind || '.' || event, $11::uuid, $12::uuid, $13, $15, request_id, $17,
              before_hash, after_hash, from_state, to_state, reason, $14::timestamptz
       FROM me CROSS JOIN entry WHERE me.transaction_id IS NOT NULL ORDER BY position`,
      [
        entries.map(() => uuid()),
        entries.map((entry) => entry.subjectKind),
        entries.map((entry) => entry.subjectId),
        entries.map((entry) => entry.event),
        entries.map((entry) => entry.from),
        entries.map((entry) => entry.to),
        entries.map((entry) => entry.reason ?? null),
        entries.map((entry) => `{${[...new Set(entry.parties)].join(',')}}`),
        entries.map((entry) => (entry.before === undefined ? null : contentHash(entry.before))),
        entries.map((entry) => (entry.after === undefined ? null : contentHash(entry.after))),
        person?.personId ?? null,
        person?.organizationId ?? null,
        actor.kind,
        this.clock.now(),
        actorName,
        entries.map((entry) => entry.requestId ?? actor.origin.requestId),
        actor.origin.address,
      ],
    );
  }
}
