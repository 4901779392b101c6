import { Injectable } from '@nestjs/common';
import type { AuctionDeposit, AuctionDepositState, AuctionRegistration } from '#domain/auction/auction.js';
import type { DepositAccount, DepositPosting } from '#domain/auction/deposit-posting.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `r.id, r.auction_id AS "auctionId", r.organization_id AS "organizationId", r.person_id AS "personId", r.state,
  r.paddle, r.contact_name AS "contactName", r.contact_phone AS "contactPhone", r.statement, r.address,
  r.decision_reason AS "decisionReason", r.created_at AS "createdAt", r.decided_at AS "decidedAt", d.id AS "depositId",
  d.state AS "depositState", d.amount_fen AS "depositAmount", d.reference AS "depositReference",
  d.received_on AS "depositReceivedOn", d.settled_at AS "depositSettledAt", d.settle_reason AS "depositSettleReason"`;
const source = `FROM auction_registration r LEFT JOIN auction_deposit d ON d.registration_id = r.id`;

type RawRegistration = Omit<AuctionRegistration, 'deposit'> & {
  readonly depositId: string | null;
  readonly depositState: string;
  readonly depositAmount: string;
  readonly depositReference: string;
  readonly depositReceivedOn: string;
  readonly depositSettledAt: Date | null;
  readonly depositSettleReason: string | null;
};

/** One entry of the books of deposits: two legs that add up to nothing. */
export interface DepositEntry {
  readonly id: string;
  readonly auctionId: string;
  readonly depositId: string;
  readonly at: Date;
  readonly postings: readonly DepositPosting[];
}
type RawDepositEntry = Omit<DepositEntry, 'postings'> & {
  readonly postings: readonly { readonly account: DepositAccount; readonly amount: string }[];
};

/** Bidders of auctions and their deposits. */
@Injectable()
export class BidderRepository {
  async insert(tx: Tx, registration: AuctionRegistration): Promise<void> {
    await tx.query(
      `INSERT INTO auction_registration (id, auction_id, organization_id, person_id, state, contact_name, contact_phone,
         statement, address, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        registration.id,
        registration.auctionId,
        registration.organizationId,
        registration.personId,
        registration.state,
        registration.contactName,
        registration.contactPhone,
        registration.statement,
        registration.address,
        registration.createdAt,
      ],
    );
  }

  async decide(tx: Tx, { id, state, paddle, decisionReason, decidedAt }: AuctionRegistration): Promise<void> {
    await tx.query(
      `UPDATE auction_registration SET state = $2, paddle = $3, decision_reason = $4, decided_at = $5 WHERE id = $1`,
      [id, state, paddle, decisionReason, decidedAt],
    );
  }

  async find(tx: Tx, auctionId: string, id: string): Promise<AuctionRegistration | null> {
    const rows = await tx.query<RawRegistration>(`SELECT ${columns} ${source} WHERE r.auction_id = $1 AND r.id = $2`, [
      auctionId,
      id,
    ]);
    return rows[0] ? toDomain(rows[0]) : null;
  }

  /** The organization's own that was not withdrawn. */
  async ofOrganization(tx: Tx, auctionId: string, organizationId: string): Promise<AuctionRegistration | null> {
    const rows = await tx.prepared<RawRegistration>(
      'auctionRegistration.ofOrganization',
      `SELECT ${columns} ${source} WHERE r.auction_id = $1 AND r.organization_id = $2 AND r.state <> 'withdrawn'`,
      [auctionId, organizationId],
    );
    return rows[0] ? toDomain(rows[0]) : null;
  }

  async all(tx: Tx, auctionId: string): Promise<AuctionRegistration[]> {
    const rows = await tx.query<RawRegistration>(`SELECT ${columns} ${source} WHERE r.auction_id = $1 ORDER BY r.id`, [
      auctionId,
    ]);
    return rows.map(toDomain);
  }

  async list(tx: Tx, auctionId: string, after: string | null, limit: number): Promise<AuctionRegistration[]> {
    const rows = await tx.query<RawRegistration>(
      `SELECT ${columns} ${source} WHERE r.auction_id = $1 AND ($2::uuid IS NULL OR r.id < $2)
       ORDER BY r.id DESC LIMIT $3`,
      [auctionId, after, limit],
    );
    return rows.map(toDomain);
  }

  async listOwn(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<AuctionRegistration[]> {
    const rows = await tx.query<RawRegistration>(
      `SELECT ${columns} ${source} WHERE r.organization_id = $1 AND ($2::uuid IS NULL OR r.id < $2)
       ORDER BY r.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async qualified(tx: Tx, auctionId: string): Promise<number> {
    const [row] = await tx.query<{ count: string }>(
      `SELECT count(*) AS count FROM auction_registration WHERE auction_id = $1 AND state = 'qualified'`,
      [auctionId],
    );
    return Number(row?.count ?? 0);
  }

  async byPaddle(tx: Tx, auctionId: string, paddle: number | null): Promise<AuctionRegistration | null> {
    const rows = await tx.query<RawRegistration>(
      `SELECT ${columns} ${source} WHERE r.auction_id = $1 AND r.state = 'qualified' AND ($2::integer IS NULL OR r.paddle = $2)
       ORDER BY r.paddle LIMIT 1`,
      [auctionId, paddle],
    );
    return rows[0] ? toDomain(rows[0]) : null;
  }

  async insertDeposit(tx: Tx, registration: AuctionRegistration, deposit: AuctionDeposit, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO auction_deposit (id, registration_id, auction_id, state, amount_fen, reference, received_on, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        deposit.id,
        registration.id,
        registration.auctionId,
        deposit.state,
        deposit.amount,
        deposit.reference,
        deposit.receivedOn,
        at,
      ],
    );
  }

  /** One entry in the books of deposits. */
  async postDeposit(
    tx: Tx,
    { id: entryId, auctionId, depositId, at }: Omit<DepositEntry, 'postings'>,
    postings: readonly DepositPosting[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO auction_deposit_posting (entry_id, line, auction_id, deposit_id, account, amount_fen, at)
       SELECT $1::uuid, line, $2::uuid, $3::uuid, account, amount, $4
       FROM unnest($5::text[], $6::bigint[]) WITH ORDINALITY AS leg (account, amount, line)`,
      [
        entryId,
        auctionId,
        depositId,
        at,
        postings.map((leg) => leg.account),
        postings.map((leg) => leg.amount.toString()),
      ],
    );
  }

  async depositEntries(tx: Tx, auctionId: string, after: string | null, limit: number): Promise<DepositEntry[]> {
    const rows = await tx.query<RawDepositEntry>(
      `SELECT entry_id AS id, auction_id AS "auctionId", deposit_id AS "depositId", at,
         json_agg(json_build_object('account', account, 'amount', amount_fen::text) ORDER BY line) AS postings
       FROM auction_deposit_posting WHERE auction_id = $1 AND ($2::uuid IS NULL OR entry_id > $2)
       GROUP BY entry_id, auction_id, deposit_id, at ORDER BY entry_id LIMIT $3`,
      [auctionId, after, limit],
    );
    return rows.map(({ postings, ...entry }) => ({
      ...entry,
      postings: postings.map(({ account, amount }) => ({ account, amount: BigInt(amount) })),
    }));
  }

  /** What the postings of a lot add up to by account. */
  async depositTotals(tx: Tx, auctionId: string): Promise<DepositPosting[]> {
    const rows = await tx.query<{ account: DepositAccount; amount: string }>(
      `SELECT account, sum(amount_fen)::text AS amount FROM auction_deposit_posting WHERE auction_id = $1 GROUP BY account`,
      [auctionId],
    );
    return rows.map(({ account, amount }) => ({ account, amount: BigInt(amount) }));
  }

  async settleDeposit(tx: Tx, { id, state, settledAt, settleReason }: AuctionDeposit): Promise<void> {
    await tx.query(`UPDATE auction_deposit SET state = $2, settled_at = $3, settle_reason = $4 WHERE id = $1`, [
      id,
      state,
      settledAt,
      settleReason,
    ]);
  }
}

const toDomain = ({
  depositId,
  depositState,
  depositAmount,
  depositReference,
  depositReceivedOn,
  depositSettledAt,
  depositSettleReason,
  ...row
}: RawRegistration): AuctionRegistration => ({
  ...row,
  state: row.state,
  deposit:
    depositId === null
      ? null
      : {
          id: depositId,
          state: depositState as AuctionDepositState,
          amount: BigInt(depositAmount),
          reference: depositReference,
          receivedOn: depositReceivedOn,
          settledAt: depositSettledAt,
          settleReason: depositSettleReason,
        },
});
