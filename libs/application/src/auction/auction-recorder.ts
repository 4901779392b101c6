import { Injectable } from '@nestjs/common';
import type { Auction } from '#domain/auction/auction.js';
import { recordContent, type AuctionRecordEntry, type RecordedFact } from '#domain/auction/auction-record.js';
import type { Fen } from '#domain/money/money.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { AuctionRepository } from './auction.repository.js';

/** What happened, besides the state of the auction after it. */
export type NewFact = Omit<RecordedFact, 'closesAt' | 'paddle' | 'amount' | 'detail'> & {
  readonly paddle?: number;
  readonly amount?: Fen;
  readonly detail?: string;
};

/** Writes an auction together with the entry of its record that tells of the change. */
@Injectable()
export class AuctionRecorder {
  constructor(
    private readonly auctions: AuctionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The server's time for this lot: never before what it has recorded already, whichever process wrote that. */
  now({ lastEventAt }: Auction): Date {
    const now = this.clock.now();
    return lastEventAt !== null && now < lastEventAt ? lastEventAt : now;
  }

  /** The lot is locked by the caller, who acts as the system. */
  async append(system: Tx, auction: Auction, fact: NewFact): Promise<Auction> {
    const at = this.now(auction);
    const entry: AuctionRecordEntry = {
      auctionId: auction.id,
      sequence: auction.lastSequence + 1,
      kind: fact.kind,
      paddle: fact.paddle ?? null,
      amount: fact.amount ?? null,
      detail: fact.detail ?? null,
      closesAt: auction.closesAt,
      at,
      previousHash: auction.lastHash,
      hash: '',
    };
    const hash = contentHash(recordContent(entry));
    const after = { ...auction, lastSequence: entry.sequence, lastHash: hash, lastEventAt: at, updatedAt: at };
    await this.auctions.append(system, after, nextDue(after, at), { ...entry, hash });
    return after;
  }

  /** A change of the auction's state in the journal, or of nothing but its content. Never the reserve: it is not part of it. */
  async journalise(tx: Tx, event: string, before: Auction | null, after: Auction, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'auction',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

/** When the worker has to look at it again; null: never. */
export function nextDue(auction: Auction, now: Date): Date | null {
  if (auction.state === 'bidding') return auction.closesAt;
  if (auction.state !== 'announced') return null;
  const inPeriod = auction.method === 'listed' && now < auction.registrationClosesAt;
  return inPeriod ? auction.registrationClosesAt : auction.opensAt;
}
