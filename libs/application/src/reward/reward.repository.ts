import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Fen } from '#domain/money/money.js';
import type { BeneficiaryKind, RewardPolicy } from '#domain/reward/reward.policy.js';
import type { Beneficiary, RewardAccrual, RewardAccrualState, RewardRefusal } from '#domain/reward/reward.js';
import type { PersonActor } from '#domain/shared/actor.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface RewardItem {
  readonly id: string;
  readonly registrationId: string;
  readonly contractId: string;
  readonly outcome: 'counted' | 'refused' | 'reversed' | 'adjusted';
  readonly refusal: RewardRefusal | null;
  readonly disclosure: string | null;
  readonly shareBasisPoints: number;
  readonly base: Fen;
  readonly totalAfter: Fen;
  readonly amountAfter: Fen;
  readonly increment: Fen;
  readonly entryId: string | null;
  readonly at: Date;
}

type RawAccrual = Omit<RewardAccrual, 'beneficiary' | 'total' | 'amount'> & {
  readonly kind: BeneficiaryKind;
  readonly beneficiaryId: string;
  readonly total: string;
  readonly amount: string;
};
/** What of a contract counts in an account now, over its count and every adjustment. */
export interface CountedPart {
  readonly accrual: RewardAccrual;
  readonly contractId: string;
  readonly shareBasisPoints: number;
  readonly base: Fen;
  /** What it moved the account by. */
  readonly increment: Fen;
  /** The entry of the count, when it was the only one: a reversal names it. */
  readonly onlyEntryId: string | null;
}

/** What of a registration an accrual needs to know of it. */
export interface CountedContract {
  readonly registrationId: string;
  readonly contractId: string;
}

type RawItem = { readonly [K in keyof RewardItem]: RewardItem[K] extends Fen ? string : RewardItem[K] };

const accrualColumns = `id, scheme, policy_id AS "policyId", beneficiary_kind AS kind, beneficiary_id AS "beneficiaryId",
  fiscal_year AS "fiscalYear", state, total_fen AS total, amount_fen AS amount, version`;
const itemColumns = `id, registration_id AS "registrationId", contract_id AS "contractId", outcome, refusal, disclosure,
  share_basis_points AS "shareBasisPoints", base_fen AS base, total_after_fen AS "totalAfter",
  amount_after_fen AS "amountAfter", increment_fen AS increment, entry_id AS "entryId", at`;

const answered = `SELECT FROM reward_item WHERE accrual_id = $1 AND registration_id = $2
  AND refusal IS DISTINCT FROM 'budgetExhausted'`;
const itemInsert = `id, accrual_id, registration_id, contract_id, outcome, refusal, disclosure, share_basis_points, base_fen,
  total_after_fen, amount_after_fen, increment_fen, entry_id, at`;
const itemGiven = `$1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::text, $8::integer, $9::bigint,
  $10::bigint, $11::bigint, $12::bigint, $13::uuid, $14::timestamptz`;

const itemValues = (accrualId: string, item: Omit<RewardItem, 'id'>): readonly unknown[] => [
  uuid(),
  accrualId,
  item.registrationId,
  item.contractId,
  item.outcome,
  item.refusal,
  item.disclosure,
  item.shareBasisPoints,
  item.base.toString(),
  item.totalAfter.toString(),
  item.amountAfter.toString(),
  item.increment.toString(),
  item.entryId,
  item.at,
];

@Injectable()
export class RewardRepository {
  /** The running account, made when missing, locked until the transaction ends: every movement goes one after the other. */
  async lockAccrual(tx: Tx, policy: RewardPolicy, beneficiary: Beneficiary, fiscalYear: number, at: Date) {
    const key = [policy.scheme, beneficiary.kind, beneficiary.id, fiscalYear];
    const read = async () => {
      const [row] = await tx.prepared<RawAccrual>(
        'reward.lockAccrual',
        `SELECT ${accrualColumns} FROM reward_accrual
         WHERE scheme = $1 AND beneficiary_kind = $2 AND beneficiary_id = $3 AND fiscal_year = $4 FOR UPDATE`,
        key,
      );
      return row ? toAccrual(row) : null;
    };
    const found = await read();
    if (found) return found;
    await tx.query(
      `INSERT INTO reward_accrual (id, scheme, policy_id, beneficiary_kind, beneficiary_id, fiscal_year, cap_fen,
         created_at, updated_at)
       VALUES ($5, $1, $6, $2, $3, $4, $7, $8, $8) ON CONFLICT ON CONSTRAINT reward_accrual_once DO NOTHING`,
      [...key, uuid(), policy.id, policy.capPerYear.toString(), at],
    );
    const made = await read();
    if (!made) throw new Error('the accrual was made in this transaction or before');
    return made;
  }

  /**
   * The account goes where the item leaves it, both in one statement. A guarded UPDATE: it holds only for the version that was
   * read, so that no movement is lost even without the lock.
   */
  async move(tx: Tx, accrual: RewardAccrual, item: Omit<RewardItem, 'id'>): Promise<void> {
    const touched = await tx.prepared(
      'reward.move',
      `WITH moved AS (
         UPDATE reward_accrual SET total_fen = $10::bigint, amount_fen = $11::bigint, version = version + 1,
           updated_at = $14::timestamptz WHERE id = $2::uuid AND version = $15 RETURNING id),
       item AS (INSERT INTO reward_item (${itemInsert}) SELECT ${itemGiven} FROM moved)
       SELECT FROM moved`,
      [...itemValues(accrual.id, item), accrual.version],
    );
    if (touched.length !== 1) throw new Error(`accrual ${accrual.id} moved meanwhile`);
  }

  /** Guarded like `move`. */
  async setState(tx: Tx, accrual: RewardAccrual, state: RewardAccrualState, at: Date): Promise<void> {
    const touched = await tx.execute(
      `UPDATE reward_accrual SET state = $3, version = version + 1, updated_at = $4 WHERE id = $1 AND version = $2`,
      [accrual.id, accrual.version, state, at],
    );
    if (touched !== 1) throw new Error(`accrual ${accrual.id} moved meanwhile`);
  }

  async forUpdate(tx: Tx, id: string): Promise<RewardAccrual | null> {
    const [row] = await tx.query<RawAccrual>(`SELECT ${accrualColumns} FROM reward_accrual WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ? toAccrual(row) : null;
  }

  /** Whether the beneficiary was awarded under the scheme in another year. */
  async awardedBefore(tx: Tx, { scheme, beneficiary, fiscalYear }: RewardAccrual): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM reward_accrual WHERE scheme = $1 AND beneficiary_kind = $2 AND beneficiary_id = $3
         AND fiscal_year <> $4 AND state IN ('awarded', 'paid') LIMIT 1`,
      [scheme, beneficiary.kind, beneficiary.id, fiscalYear],
    );
    return row !== undefined;
  }

  async insertItem(tx: Tx, accrualId: string, item: Omit<RewardItem, 'id'>): Promise<void> {
    await tx.prepared(
      'reward.insertItem',
      `INSERT INTO reward_item (${itemInsert}) SELECT ${itemGiven}`,
      itemValues(accrualId, item),
    );
  }

  /**
   * One contract counts once for a scheme, ever: `ours` for the registration that has it. `settled`: the locked account answered
   * this registration for good before, and nothing is claimed; asked only with `unanswered`, in the same statement, because
   * every other accrual of the account waits meanwhile.
   */
  async claimContract(
    tx: Tx,
    { scheme, id }: Pick<RewardAccrual, 'scheme' | 'id'>,
    { contractId, registrationId }: CountedContract,
    unanswered: boolean,
    at: Date,
  ): Promise<'ours' | 'theirs' | 'settled'> {
    // A rival that commits in between is not seen by the second half: then there is no row, and the contract is not ours.
    const [row] = await tx.prepared<{ settled: boolean; owner: string | null }>(
      'reward.claimContract',
      `WITH before AS MATERIALIZED (SELECT $6::boolean AND EXISTS (${answered}) AS settled),
       mine AS (
         INSERT INTO reward_contract (scheme, contract_id, registration_id, at)
         SELECT $3::text, $4::uuid, $2::uuid, $5::timestamptz FROM before WHERE NOT settled
         ON CONFLICT (scheme, contract_id) DO NOTHING RETURNING registration_id)
       SELECT settled, coalesce((SELECT registration_id FROM mine),
         (SELECT registration_id FROM reward_contract WHERE scheme = $3 AND contract_id = $4)) AS owner FROM before`,
      [id, registrationId, scheme, contractId, at, unanswered],
    );
    if (row?.settled === true) return 'settled';
    return row?.owner === registrationId ? 'ours' : 'theirs';
  }

  /** Whether a claim was answered for good; a claim that waits for budget is not. */
  async isSettled(tx: Tx, accrualId: string, registrationId: string): Promise<boolean> {
    const [row] = await tx.prepared('reward.isSettled', `${answered} LIMIT 1`, [accrualId, registrationId]);
    return row !== undefined;
  }

  /** Accounts in which a registration counts or once counted, not locked. */
  async countedAccounts(tx: Tx, registrationId: string): Promise<RewardAccrual[]> {
    const rows = await tx.query<RawAccrual>(
      `SELECT ${accrualColumns} FROM reward_accrual
       WHERE id IN (SELECT accrual_id FROM reward_item WHERE registration_id = $1 AND outcome = 'counted')`,
      [registrationId],
    );
    return rows.map(toAccrual);
  }

  /** Every account of a scheme and year, locked in the order in which claims lock them. */
  async lockYear(tx: Tx, scheme: string, fiscalYear: number): Promise<void> {
    await tx.query(
      `SELECT FROM reward_accrual WHERE scheme = $1 AND fiscal_year = $2
       ORDER BY scheme, beneficiary_kind, beneficiary_id::text COLLATE "C" FOR UPDATE`,
      [scheme, fiscalYear],
    );
  }

  /** Accounts in which a registration counts or once counted, locked, in the order in which claims lock them. */
  async countedIn(tx: Tx, registrationId: string): Promise<CountedPart[]> {
    const accruals = await tx.query<RawAccrual>(
      `SELECT ${accrualColumns} FROM reward_accrual
       WHERE id IN (SELECT accrual_id FROM reward_item WHERE registration_id = $1 AND outcome = 'counted')
       ORDER BY scheme, beneficiary_kind, beneficiary_id::text COLLATE "C" FOR UPDATE`,
      [registrationId],
    );
    const parts = await tx.query<RawPart>(
      `SELECT accrual_id AS "accrualId", contract_id AS "contractId", max(share_basis_points) AS "shareBasisPoints",
         sum(base_fen)::text AS base, sum(increment_fen)::text AS increment,
         CASE WHEN count(*) = 1 THEN min(entry_id::text) END AS "onlyEntryId"
       FROM reward_item WHERE registration_id = $1 AND outcome <> 'refused'
       GROUP BY accrual_id, contract_id`,
      [registrationId],
    );
    return accruals.flatMap((row) =>
      parts
        .filter((part) => part.accrualId === row.id)
        .map(({ accrualId: _, base, increment, ...part }) => ({
          ...part,
          accrual: toAccrual(row),
          base: BigInt(base),
          increment: BigInt(increment),
        })),
    );
  }

  /** Registrations of a year whose last answer was a refusal for want of budget. */
  async waitingForBudget(tx: Tx, fiscalYear: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT i.registration_id AS id FROM reward_item i JOIN reward_accrual a ON a.id = i.accrual_id
       WHERE a.fiscal_year = $1 AND i.refusal = 'budgetExhausted' AND NOT EXISTS (
         SELECT FROM reward_item c WHERE c.accrual_id = i.accrual_id AND c.contract_id = i.contract_id
           AND c.outcome <> 'refused' AND c.id > i.id)
       ORDER BY 1 LIMIT $2`,
      [fiscalYear, limit],
    );
    return rows.map((row) => row.id);
  }

  async organizationKinds(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; kind: string }>(
      `SELECT id, kind FROM organization WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.kind]));
  }

  /** Own accounts, or all of them for those who may see all. Newest first. */
  async list(tx: Tx, actor: PersonActor, all: boolean, after: string | null, limit: number): Promise<RewardAccrual[]> {
    const rows = await tx.query<RawAccrual>(
      `SELECT ${accrualColumns} FROM reward_accrual
       WHERE ($1 OR (beneficiary_kind = 'organization' AND beneficiary_id = $2)
                 OR (beneficiary_kind = 'person' AND beneficiary_id = $3))
         AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
      [all, actor.organizationId, actor.personId, after, limit],
    );
    return rows.map(toAccrual);
  }

  async find(tx: Tx, id: string): Promise<RewardAccrual | null> {
    const [row] = await tx.query<RawAccrual>(`SELECT ${accrualColumns} FROM reward_accrual WHERE id = $1`, [id]);
    return row ? toAccrual(row) : null;
  }

  /** The last items, the newest first. */
  async latestItems(tx: Tx, accrualId: string, limit: number): Promise<RewardItem[]> {
    const rows = await tx.query<RawItem>(
      `SELECT ${itemColumns} FROM reward_item WHERE accrual_id = $1 ORDER BY id DESC LIMIT $2`,
      [accrualId, limit],
    );
    return rows.map(toItem);
  }

  async items(tx: Tx, accrualId: string, after: string | null, limit: number): Promise<RewardItem[]> {
    const rows = await tx.query<RawItem>(
      `SELECT ${itemColumns} FROM reward_item WHERE accrual_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [accrualId, after, limit],
    );
    return rows.map(toItem);
  }
}

interface RawPart extends Omit<CountedPart, 'accrual' | 'base' | 'increment'> {
  readonly accrualId: string;
  readonly base: string;
  readonly increment: string;
}

const toAccrual = ({ kind, beneficiaryId, total, amount, ...row }: RawAccrual): RewardAccrual => ({
  ...row,
  beneficiary: { kind, id: beneficiaryId },
  total: BigInt(total),
  amount: BigInt(amount),
});

const toItem = (row: RawItem): RewardItem => ({
  ...row,
  base: BigInt(row.base),
  totalAfter: BigInt(row.totalAfter),
  amountAfter: BigInt(row.amountAfter),
  increment: BigInt(row.increment),
});
