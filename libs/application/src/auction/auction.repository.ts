import { Inject, Injectable } from '@nestjs/common';
import type { Auction, IncrementStep } from '#domain/auction/auction.js';
import type { AuctionRecordEntry } from '#domain/auction/auction-record.js';
import type { Fen } from '#domain/money/money.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, organization_id AS "organizationId", listing_id AS "listingId", achievement_id AS "achievementId", method,
  state, title, conditions, qualification, start_price_fen AS "startPrice", deposit_fen AS deposit, increments,
  registration_closes_at AS "registrationClosesAt", opens_at AS "opensAt", closes_at AS "closesAt",
  minimum_bidders AS "minimumBidders", period_extension_days AS "periodExtensionDays",
  period_extensions_max AS "periodExtensionsMax", period_extensions AS "periodExtensions", rule_version AS "ruleVersion",
  anti_sniping AS "antiSniping", extensions, reserve_commitment AS "reserveCommitment", last_sequence AS "lastSequence",
  last_hash AS "lastHash", last_event_at AS "lastEventAt", last_paddle AS "lastPaddle",
  highest_amount_fen AS "highestAmount", highest_paddle AS "highestPaddle", deal_id AS "dealId", sign_by AS "signBy",
  outcome, announced_at AS "announcedAt", closed_at AS "closedAt", version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;

const entryColumns = `auction_id AS "auctionId", sequence, kind, paddle, amount_fen AS amount, closes_at AS "closesAt", detail,
  at, previous_hash AS "previousHash", hash`;

interface RawStep {
  readonly from: string;
  readonly step: string;
}
/** A row as a raw query gives it: bigint is text. */
type RawAuction = Omit<Auction, 'startPrice' | 'deposit' | 'highestAmount' | 'increments'> & {
  readonly startPrice: string;
  readonly deposit: string;
  readonly highestAmount: string | null;
  readonly increments: readonly RawStep[];
};
type RawEntry = Omit<AuctionRecordEntry, 'amount'> & { readonly amount: string | null };

/** The secret reserve with the salt of its commitment. */
export interface Reserve {
  readonly amount: Fen;
  readonly salt: string;
}

@Injectable()
export class AuctionRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, auction: Auction): Promise<void> {
    await tx.query(
      `INSERT INTO auction (id, organization_id, listing_id, achievement_id, method, state, title, conditions, qualification,
         start_price_fen, deposit_fen, increments, registration_closes_at, opens_at, closes_at, minimum_bidders,
         period_extension_days, period_extensions_max, period_extensions, rule_version, anti_sniping, extensions,
         last_sequence, last_paddle, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19, $20, 0, 0, 0, 1, $21, $21)`,
      [
        auction.id,
        auction.organizationId,
        auction.listingId,
        auction.achievementId,
        auction.method,
        auction.state,
        auction.title,
        auction.conditions,
        auction.qualification,
        auction.startPrice,
        auction.deposit,
        JSON.stringify(auction.increments.map(stepText)),
        auction.registrationClosesAt,
        auction.opensAt,
        auction.closesAt,
        auction.minimumBidders,
        auction.periodExtensionDays,
        auction.periodExtensionsMax,
        auction.ruleVersion,
        JSON.stringify(auction.antiSniping),
        auction.createdAt,
      ],
    );
  }

  /** What may change after the draft. Terms never do, but for the times that an extension moves. */
  async save(tx: Tx, auction: Auction, dueAt: Date | null): Promise<void> {
    await tx.prepared('auction.save', `UPDATE auction ${changes} WHERE id = $1`, changed(auction, dueAt));
  }

  /** The entry and what it changes, in one statement. The lot's lock is held: a sequence is given once, without a gap. */
  async append(tx: Tx, auction: Auction, dueAt: Date | null, entry: AuctionRecordEntry): Promise<void> {
    await tx.prepared(
      'auction.append',
      `WITH entry AS (
         INSERT INTO auction_record_entry (auction_id, sequence, kind, paddle, amount_fen, closes_at, detail, at,
           previous_hash, hash)
         VALUES ($1, $23, $24, $25, $26, $27, $28, $29, $30, $31))
       UPDATE auction ${changes} WHERE id = $1`,
      [
        ...changed(auction, dueAt),
        entry.sequence,
        entry.kind,
        entry.paddle,
        entry.amount,
        entry.closesAt,
        entry.detail,
        entry.at,
        entry.previousHash,
        entry.hash,
      ],
    );
  }

  /** The lot is locked by the caller. */
  async givePaddle(tx: Tx, id: string, paddle: number): Promise<void> {
    await tx.query(`UPDATE auction SET last_paddle = $2, version = version + 1 WHERE id = $1`, [id, paddle]);
  }

  async forUpdate(tx: Tx, id: string): Promise<Auction | null> {
    return one(
      await tx.prepared<RawAuction>('auction.forUpdate', `SELECT ${columns} FROM auction WHERE id = $1 FOR UPDATE`, [
        id,
      ]),
    );
  }

  async find(tx: Tx, id: string): Promise<Auction | null> {
    return one(await tx.prepared<RawAuction>('auction.find', `SELECT ${columns} FROM auction WHERE id = $1`, [id]));
  }

  /** The one of a listing that is not over; null when there is none. */
  async ofListing(tx: Tx, listingId: string): Promise<Auction | null> {
    return one(
      await tx.query<RawAuction>(
        `SELECT ${columns} FROM auction WHERE listing_id = $1
         AND state IN ('draft', 'announced', 'bidding', 'deciding', 'sold') FOR UPDATE`,
        [listingId],
      ),
    );
  }

  async runningOfAchievement(tx: Tx, achievementId: string): Promise<Auction[]> {
    const rows = await tx.query<RawAuction>(
      `SELECT ${columns} FROM auction WHERE achievement_id = $1 AND state IN ('draft', 'announced', 'bidding')
       ORDER BY id FOR UPDATE`,
      [achievementId],
    );
    return rows.map(toDomain);
  }

  /** One that has something due, locked; rows that another worker holds are left to it. */
  async claimDue(tx: Tx, now: Date, except: readonly string[]): Promise<Auction | null> {
    return one(
      await tx.query<RawAuction>(
        `SELECT ${columns} FROM auction WHERE due_at <= $1 AND id <> ALL ($2::uuid[]) ORDER BY due_at, id LIMIT 1
         FOR UPDATE SKIP LOCKED`,
        [now, except],
      ),
    );
  }

  async ofDeal(tx: Tx, dealId: string): Promise<Auction | null> {
    return one(await tx.query<RawAuction>(`SELECT ${columns} FROM auction WHERE deal_id = $1`, [dealId]));
  }

  async findPublic(id: string): Promise<Auction | null> {
    return one(
      await this.publicReader.query<RawAuction>('auction.findPublic', `SELECT ${columns} FROM auction WHERE id = $1`, [
        id,
      ]),
    );
  }

  async listPublic(after: string | null, limit: number): Promise<Auction[]> {
    const rows = await this.publicReader.query<RawAuction>(
      'auction.listPublic',
      `SELECT ${columns} FROM auction WHERE announced_at IS NOT NULL AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Auction[]> {
    const rows = await tx.query<RawAuction>(
      `SELECT ${columns} FROM auction WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Entries after a sequence, in their order, as anybody may read them. */
  async entries(auctionId: string, after: number, limit: number): Promise<AuctionRecordEntry[]> {
    const rows = await this.publicReader.query<RawEntry>(
      'auction.entries',
      `SELECT ${entryColumns} FROM auction_record_entry WHERE auction_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
      [auctionId, after, limit],
    );
    return rows.map(entryOf);
  }

  async lastOffer(tx: Tx, auctionId: string, paddle: number): Promise<Fen | null> {
    const [row] = await tx.query<{ amount: string | null }>(
      `SELECT max(amount_fen) AS amount FROM auction_record_entry WHERE auction_id = $1 AND kind = 'offer' AND paddle = $2`,
      [auctionId, paddle],
    );
    return row?.amount == null ? null : BigInt(row.amount);
  }

  async keepReserve(tx: Tx, auction: Auction, { amount, salt }: Reserve, commitment: string): Promise<void> {
    await tx.query(
      `INSERT INTO auction_reserve (auction_id, organization_id, reserve_fen, salt) VALUES ($1, $2, $3, $4)
       ON CONFLICT (auction_id) DO UPDATE SET reserve_fen = $3, salt = $4`,
      [auction.id, auction.organizationId, amount, salt],
    );
    await tx.query(`UPDATE auction SET reserve_commitment = $2, version = version + 1 WHERE id = $1`, [
      auction.id,
      commitment,
    ]);
  }

  /** Null for everybody but the seller, and for the system at any time but while it decides (row-level security). */
  async reserve(tx: Tx, auctionId: string): Promise<Reserve | null> {
    const [row] = await tx.query<{ amount: string; salt: string }>(
      `SELECT reserve_fen AS amount, salt FROM auction_reserve WHERE auction_id = $1`,
      [auctionId],
    );
    return row ? { amount: BigInt(row.amount), salt: row.salt } : null;
  }
}

const changes = `SET state = $2, registration_closes_at = $3, opens_at = $4, closes_at = $5, period_extensions = $6,
  rule_version = $7, anti_sniping = $8, extensions = $9, last_sequence = $10, last_hash = $11, last_event_at = $12,
  last_paddle = $13, highest_amount_fen = $14, highest_paddle = $15, deal_id = $16, sign_by = $17, outcome = $18,
  announced_at = $19, closed_at = $20, due_at = $21, version = version + 1, updated_at = $22`;

const changed = (auction: Auction, dueAt: Date | null): readonly unknown[] => [
  auction.id,
  auction.state,
  auction.registrationClosesAt,
  auction.opensAt,
  auction.closesAt,
  auction.periodExtensions,
  auction.ruleVersion,
  JSON.stringify(auction.antiSniping),
  auction.extensions,
  auction.lastSequence,
  auction.lastHash,
  auction.lastEventAt,
  auction.lastPaddle,
  auction.highestAmount,
  auction.highestPaddle,
  auction.dealId,
  auction.signBy,
  auction.outcome,
  auction.announcedAt,
  auction.closedAt,
  dueAt,
  auction.updatedAt,
];

const stepText = ({ from, step }: IncrementStep): RawStep => ({ from: String(from), step: String(step) });

const one = ([row]: RawAuction[]): Auction | null => (row ? toDomain(row) : null);

const toDomain = ({ startPrice, deposit, highestAmount, increments, ...row }: RawAuction): Auction => ({
  ...row,
  method: row.method,
  state: row.state,
  outcome: row.outcome,
  startPrice: BigInt(startPrice),
  deposit: BigInt(deposit),
  highestAmount: highestAmount === null ? null : BigInt(highestAmount),
  increments: increments.map(({ from, step }) => ({ from: BigInt(from), step: BigInt(step) })),
});

const entryOf = ({ amount, kind, ...row }: RawEntry): AuctionRecordEntry => ({
  ...row,
  kind: kind,
  amount: amount === null ? null : BigInt(amount),
});
