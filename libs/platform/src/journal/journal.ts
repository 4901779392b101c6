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
}

/**
 * Writes the transition row and the audit row of a change in the change's own transaction.
 * Both tables are append-only for the app's role; the worker seals audit rows into the hash chain.
 */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  /** `me` takes the transaction's id before the record takes its own: the sealer relies on that order (audit_seal). */
  async record(tx: Tx, entry: JournalEntry): Promise<void> {
    const { actor } = tx;
    const person = actor.kind === 'person' ? actor : null;
    const actorName = actor.kind === 'system' ? actor.name : actor.kind === 'person' ? actor.via : 'anonymous';
    await tx.query(
      `WITH taken AS (
         INSERT INTO transition (id, subject_kind, subject_id, event, from_state, to_state, reason,
                                 person_id, organization_id, actor_kind, visible_to, at)
         SELECT $1::uuid, $2, $3::uuid, $4, $5, $6, $7, $8::uuid, $9::uuid, $10, $11::uuid[], $12::timestamptz
         WHERE $6::text IS NOT NULL AND $5::text IS DISTINCT FROM $6::text),
       me AS MATERIALIZED (SELECT pg_current_xact_id() AS id)
       INSERT INTO audit_record (subject_kind, subject_id, action, person_id, organization_id, actor_kind, actor_name,
                                 request_id, address, before_hash, after_hash, from_state, to_state, reason, at)
       SELECT $2, $3::uuid, $2 || '.' || $4, $8::uuid, $9::uuid, $10, $13, $14, $15, $16, $17, $5, $6, $7, $12::timestamptz
       FROM me WHERE me.id IS NOT NULL`,
      [
        uuid(),
        entry.subjectKind,
        entry.subjectId,
        entry.event,
        entry.from,
        entry.to,
        entry.reason ?? null,
        person?.personId ?? null,
        person?.organizationId ?? null,
        actor.kind,
        [...new Set(entry.parties)],
        this.clock.now(),
        actorName,
        actor.origin.requestId,
        actor.origin.address,
        entry.before === undefined ? null : contentHash(entry.before),
        entry.after === undefined ? null : contentHash(entry.after),
      ],
    );
  }
}
