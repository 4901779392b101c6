import { Inject, Injectable } from '@nestjs/common';
import type { TransferMode } from '#domain/achievement/achievement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Listing, ListingState, PricingMethod } from '#domain/listing/listing.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { ListingRow } from './listing.row.js';

const columns = `id, organization_id AS "organizationId", achievement_id AS "achievementId", state,
  pricing_method AS "pricingMethod", transfer_mode AS "transferMode", price_fen AS "priceFen",
  related_party AS "relatedParty", notice_days AS "noticeDays", notice_id AS "noticeId", valid_until AS "validUntil",
  alive_until AS "aliveUntil",  version, created_at AS "createdAt", updated_at AS "updatedAt", listed_at AS "listedAt"`;

/** A row as a raw query gives it: bigint is text. */
type RawListing = Omit<ListingRow, 'priceFen'> & { priceFen: string | null };

@Injectable()
export class ListingRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, listing: Listing): Promise<void> {
    await tx.manager.insert(ListingRow, toRow(listing));
  }

  async save(tx: Tx, listing: Listing): Promise<void> {
    await tx.manager.update(ListingRow, { id: listing.id }, toRow(listing));
  }

  async forUpdate(tx: Tx, id: string): Promise<Listing | null> {
    return one(await tx.query<RawListing>(`SELECT ${columns} FROM listing WHERE id = $1 FOR UPDATE`, [id]));
  }

  async find(tx: Tx, id: string): Promise<Listing | null> {
    return one(await tx.query<RawListing>(`SELECT ${columns} FROM listing WHERE id = $1`, [id]));
  }

  /** Another open offer of the same achievement that hands it over. */
  async otherHandover(tx: Tx, achievementId: string, exceptId: string): Promise<Listing | null> {
    return one(
      await tx.query<RawListing>(
        `SELECT ${columns} FROM listing WHERE achievement_id = $1 AND id <> $2
         AND state IN ('underNotice', 'suspended', 'listed') AND transfer_mode IN ('transfer', 'equityContribution')
         LIMIT 1`,
        [achievementId, exceptId],
      ),
    );
  }

  /** Offers of an achievement that could still be taken up, drafts among them. */
  async openOfAchievement(tx: Tx, achievementId: string): Promise<Listing[]> {
    const rows = await tx.query<RawListing>(
      `SELECT ${columns} FROM listing WHERE achievement_id = $1
       AND state IN ('draft', 'underNotice', 'suspended', 'listed') ORDER BY id`,
      [achievementId],
    );
    return rows.map(toDomain);
  }

  async kindOfOrganization(tx: Tx, organizationId: string): Promise<string> {
    const [row] = await tx.query<{ kind: string }>(`SELECT kind FROM organization WHERE id = $1`, [organizationId]);
    if (!row) throw new Error(`no organization ${organizationId}`);
    return row.kind;
  }

  /** One listing whose last day is before today, locked; rows that another worker holds are left to it. */
  async claimExpired(tx: Tx, today: LocalDate): Promise<Listing | null> {
    return one(
      await tx.query<RawListing>(
        `SELECT ${columns} FROM listing WHERE state = 'listed' AND alive_until < $1
         ORDER BY alive_until, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [today],
      ),
    );
  }

  async findPublic(id: string): Promise<Listing | null> {
    return one(
      await this.publicReader.query<RawListing>('listing.findPublic', `SELECT ${columns} FROM listing WHERE id = $1`, [
        id,
      ]),
    );
  }

  async listPublic(after: string | null, limit: number): Promise<Listing[]> {
    const rows = await this.publicReader.query<RawListing>(
      'listing.listPublic',
      `SELECT ${columns} FROM listing
       WHERE state NOT IN ('draft', 'withdrawn', 'expired') AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  /** What the public may see of the offers of one achievement. */
  async listPublicOfAchievement(achievementId: string, after: string | null, limit: number): Promise<Listing[]> {
    const rows = await this.publicReader.query<RawListing>(
      'listing.listPublicOfAchievement',
      `SELECT ${columns} FROM listing
       WHERE achievement_id = $1 AND state NOT IN ('draft', 'withdrawn', 'expired') AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [achievementId, after, limit],
    );
    return rows.map(toDomain);
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Listing[]> {
    const rows = await tx.query<RawListing>(
      `SELECT ${columns} FROM listing WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }
}

const one = ([row]: RawListing[]): Listing | null => (row ? toDomain(row) : null);

const toRow = ({ price, ...listing }: Listing): ListingRow => ({ ...listing, priceFen: price });

const toDomain = ({ priceFen, ...row }: RawListing): Listing => ({
  ...row,
  state: row.state as ListingState,
  pricingMethod: row.pricingMethod as PricingMethod | null,
  transferMode: row.transferMode as TransferMode,
  price: priceFen === null ? null : BigInt(priceFen),
});
