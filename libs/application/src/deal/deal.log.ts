import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  entryContent,
  firstBrokenEntry,
  maxEntriesPerDeal,
  type DealEntry,
  type DealEntryKind,
} from '#domain/deal-room/deal-room.js';
import { refuse, ok, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';

const columns = `id, deal_id AS "dealId", serial, kind, organization_id AS "organizationId", person_id AS "personId", at,
  content, previous_hash AS "previousHash", hash`;

/** The hash-chained log of a deal: everything that is said and done in its room, in the order in which it happened. */
@Injectable()
export class DealLog {
  constructor(private readonly clock: Clock) {}

  /** The deal is locked by whoever appends, so that serials have no gaps and hashes no forks. */
  async append(
    tx: Tx,
    dealId: string,
    kind: DealEntryKind,
    content: DealEntry['content'],
  ): Promise<Result<DealEntry, Refusal<'deal.logFull'>>> {
    const last = await this.last(tx, dealId);
    // What ends or settles a deal is written down even when talking is over.
    if ((last?.serial ?? 0) >= maxEntriesPerDeal && talk.includes(kind)) {
      return refuse('deal.logFull', { max: String(maxEntriesPerDeal) });
    }
    const person = tx.actor.kind === 'person' ? tx.actor : null;
    const unhashed: DealEntry = {
      ...{ id: uuid(), dealId, serial: (last?.serial ?? 0) + 1, kind },
      ...{ organizationId: person?.organizationId ?? null, personId: person?.personId ?? null },
      ...{ at: this.clock.now(), content, previousHash: last?.hash ?? null, hash: '' },
    };
    const entry = { ...unhashed, hash: entryHash(entryContent(unhashed)) };
    await tx.query(
      `INSERT INTO deal_entry (id, deal_id, serial, kind, organization_id, person_id, at, content, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[entry.id, dealId, entry.serial, kind, entry.organizationId, entry.personId, entry.at],
        ...[JSON.stringify(content), entry.previousHash, entry.hash],
      ],
    );
    return ok(entry);
  }

  async list(tx: Tx, dealId: string, after: string | null, limit: number): Promise<DealEntry[]> {
    return tx.query<DealEntry>(
      `SELECT ${columns} FROM deal_entry WHERE deal_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [dealId, after, limit],
    );
  }

  /** All of it, in order. */
  async whole(tx: Tx, dealId: string): Promise<DealEntry[]> {
    return tx.query<DealEntry>(`SELECT ${columns} FROM deal_entry WHERE deal_id = $1 ORDER BY serial`, [dealId]);
  }

  private async last(tx: Tx, dealId: string): Promise<Pick<DealEntry, 'serial' | 'hash'> | null> {
    const [row] = await tx.query<Pick<DealEntry, 'serial' | 'hash'>>(
      `SELECT serial, hash FROM deal_entry WHERE deal_id = $1 ORDER BY serial DESC LIMIT 1`,
      [dealId],
    );
    return row ?? null;
  }
}

const talk: readonly DealEntryKind[] = ['note', 'document', 'documentVersion'];

const entryHash = (content: Omit<DealEntry, 'hash'>): string => contentHash(content);

export const brokenEntry = (entries: readonly DealEntry[]): number | null => firstBrokenEntry(entries, entryHash);
