import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { TransferMode } from '#domain/achievement/achievement.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import { Inject } from '@nestjs/common';
import { RightChanges, type RightFollower } from '../right/right-changes.js';
import { RightGuard } from '../right/right-guard.service.js';
import { listingChanged } from '../search/search.jobs.js';

/** A time in which a listing that is out cannot be taken up, because a right under it is not free (挂牌冻结). */
export interface ListingFreeze {
  readonly id: string;
  readonly listingId: string;
  /** Refusal of the guard that froze it. */
  readonly code: string;
  readonly frozenAt: Date;
  readonly liftedAt: Date | null;
}

interface OpenListing {
  readonly id: string;
  readonly organizationId: string;
  readonly transferMode: TransferMode;
  readonly frozen: boolean;
}

/**
 * Says of every listing that is out whether its rights still let it be signed, in the transaction that changes them: a
 * pledge freezes, its release thaws. It records the guard's answer and never replaces it: signing asks the guard again.
 */
@Injectable()
export class ListingFreezeService implements OnModuleInit, RightFollower {
  constructor(
    private readonly guard: RightGuard,
    private readonly changes: RightChanges,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(PUBLIC_READER) private readonly publicReader: StatementReader,
  ) {}

  onModuleInit(): void {
    this.changes.follow(this);
  }

  /**
   * Reads the listings without a lock: who publishes one waits for the right that is changed here, or went before it
   * and is seen. Locking them here would wait for a signature that waits for the right.
   */
  async rightsChanged(system: Tx, achievementId: string): Promise<void> {
    const open = await system.query<OpenListing>(
      `SELECT l.id, l.organization_id AS "organizationId", l.transfer_mode AS "transferMode", f.id IS NOT NULL AS frozen
       FROM listing l LEFT JOIN listing_freeze f ON f.listing_id = l.id AND f.lifted_at IS NULL
       WHERE l.achievement_id = $1 AND l.state NOT IN ('draft', 'sold', 'stopped', 'expired', 'withdrawn') ORDER BY l.id`,
      [achievementId],
    );
    for (const listing of open) {
      const offered = await this.guard.stillOffered(system, achievementId, listing.transferMode);
      if (offered.ok && listing.frozen) await this.lift(system, listing);
      if (!offered.ok && !listing.frozen) {
        const { code, params } = offered.refusal;
        await this.freeze(system, listing, code, params?.['number'] ?? '');
      }
    }
  }

  /** Newest first; of a listing that anybody may see. */
  async ofListing(listingId: string, after: string | null, limit: number): Promise<ListingFreeze[]> {
    return this.publicReader.query<ListingFreeze>(
      'listingFreeze.ofListing',
      `SELECT id, listing_id AS "listingId", code, frozen_at AS "frozenAt", lifted_at AS "liftedAt" FROM listing_freeze
       WHERE listing_id = $1 AND EXISTS (SELECT FROM listing WHERE listing.id = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [listingId, after, limit],
    );
  }

  private async freeze(system: Tx, listing: OpenListing, code: string, number: string): Promise<void> {
    await system.execute(
      `INSERT INTO listing_freeze (id, listing_id, organization_id, code, right_number, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (listing_id) WHERE lifted_at IS NULL DO NOTHING`,
      [uuid(), listing.id, listing.organizationId, code, number, this.clock.now()],
    );
    await this.tell(system, listing, 'freeze', code);
  }

  private async lift(system: Tx, listing: OpenListing): Promise<void> {
    await system.execute('UPDATE listing_freeze SET lifted_at = $2 WHERE listing_id = $1 AND lifted_at IS NULL', [
      listing.id,
      this.clock.now(),
    ]);
    await this.tell(system, listing, 'thaw', 'released');
  }

  private async tell(system: Tx, { id, organizationId }: OpenListing, event: string, reason: string): Promise<void> {
    const subject = { subjectKind: 'listing', subjectId: id, parties: [organizationId] };
    await this.journal.record(system, { ...subject, event, from: null, to: null, reason });
    await this.outbox.append(system, { topic: listingChanged, payload: { listingId: id } });
  }
}
