import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import type { CostKind } from '#domain/achievement-reward/achievement-reward.policy.js';
import type { Income, RewardPlan } from '#domain/achievement-reward/achievement-reward.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** One distribution of a plan, as it was made. */
export interface RewardDistribution {
  readonly id: string;
  readonly planId: string;
  readonly serial: number;
  /** Names what is shared out (the receipt's number, the year, the company), so that telling it twice is telling it once. */
  readonly reference: string;
  readonly onDate: LocalDate;
  readonly income: Income;
  readonly carriedBefore: Fen;
  readonly net: Fen;
  readonly pool: Fen;
  readonly carried: Fen;
  /** In the order of the plan's participants. */
  readonly shares: readonly Fen[];
  readonly at: Date;
}

interface RawDistribution {
  readonly id: string;
  readonly planId: string;
  readonly serial: number;
  readonly reference: string;
  readonly onDate: LocalDate;
  readonly gross: string;
  readonly tax: string;
  readonly costs: readonly { readonly kind: CostKind; readonly amount: string }[];
  readonly carriedBefore: string;
  readonly net: string;
  readonly pool: string;
  readonly carried: string;
  readonly shares: readonly string[];
  readonly at: Date;
}

const planColumns = `id, organization_id AS "organizationId", achievement_id AS "achievementId", contract_id AS "contractId", mode,
  pool_basis_points AS "poolBasisPoints", years, basis, participants, agreement_id AS "agreementId", deviation_reason AS "deviationReason", state,
  notice_id AS "noticeId", version`;
const distributionColumns = `id, plan_id AS "planId", serial, reference, on_date::text AS "onDate", gross_fen AS gross,
  tax_fen AS tax, costs, carried_before_fen AS "carriedBefore", net_fen AS net, pool_fen AS pool, carried_fen AS carried,
  shares, at`;
const maxDistributions = 500;

@Injectable()
export class AchievementRewardRepository {
  /** False when the contract has a plan already. */
  async insert(tx: Tx, plan: RewardPlan, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reward_plan (id, organization_id, achievement_id, contract_id, mode, pool_basis_points, years, basis,
         participants, person_ids, state, created_at, updated_at, agreement_id, deviation_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14) ON CONFLICT DO NOTHING RETURNING id`,
      [
        plan.id,
        plan.organizationId,
        plan.achievementId,
        plan.contractId,
        plan.mode,
        plan.poolBasisPoints,
        plan.years,
        plan.basis,
        JSON.stringify(plan.participants),
        plan.participants.flatMap(({ personId }) => personId ?? []),
        plan.state,
        at,
        plan.agreementId,
        plan.deviationReason,
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, { id, version, state, noticeId }: RewardPlan, at: Date): Promise<void> {
    const touched = await tx.execute(
      `UPDATE reward_plan SET state = $3, notice_id = $4, version = version + 1, updated_at = $5
       WHERE id = $1 AND version = $2`,
      [id, version - 1, state, noticeId, at],
    );
    if (touched !== 1) throw new Error(`reward plan ${id} changed meanwhile`);
  }

  async forUpdate(tx: Tx, id: string): Promise<RewardPlan | null> {
    const [row] = await tx.query<RewardPlan>(`SELECT ${planColumns} FROM reward_plan WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async find(tx: Tx, id: string): Promise<RewardPlan | null> {
    const [row] = await tx.query<RewardPlan>(`SELECT ${planColumns} FROM reward_plan WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Those that row-level security shows: of one's organization, of one's own share, or all for the bureau. */
  async list(tx: Tx, after: string | null, limit: number): Promise<RewardPlan[]> {
    return tx.query<RewardPlan>(
      `SELECT ${planColumns} FROM reward_plan WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** The registration number of a contract that is registered and stands; null without one. */
  async registrationNumber(tx: Tx, contractId: string): Promise<string | null> {
    const [row] = await tx.query<{ number: string | null }>(
      `SELECT registration_number AS number FROM contract_registration WHERE contract_id = $1 AND state = 'registered'`,
      [contractId],
    );
    return row?.number ?? null;
  }

  async achievementTitle(tx: Tx, achievementId: string, organizationId: string): Promise<string | null> {
    const [row] = await tx.query<{ title: string }>(
      `SELECT title FROM achievement WHERE id = $1 AND organization_id = $2`,
      [achievementId, organizationId],
    );
    return row?.title ?? null;
  }

  /** Whether the organization sells the achievement by this contract. */
  async sells(tx: Tx, contractId: string, organizationId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM contract_party WHERE contract_id = $1 AND organization_id = $2 AND role = 'seller'`,
      [contractId, organizationId],
    );
    return rows.length > 0;
  }

  async organizationKind(tx: Tx, organizationId: string): Promise<string> {
    const [row] = await tx.query<{ kind: string }>(`SELECT kind FROM organization WHERE id = $1`, [organizationId]);
    return row?.kind ?? '';
  }

  async unknownPeople(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM person WHERE id = ANY ($1::uuid[])`, [ids]);
    const known = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  }

  /** False when the reference was told before. */
  async insertDistribution(tx: Tx, row: RewardDistribution, by: string): Promise<boolean> {
    const costs = row.income.costs.map(({ kind, amount }) => ({ kind, amount: amount.toString() }));
    const rows = await tx.query(
      `INSERT INTO reward_distribution (id, plan_id, serial, reference, on_date, gross_fen, tax_fen, costs, carried_before_fen,
         net_fen, pool_fen, carried_fen, shares, by_person, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT ON CONSTRAINT reward_distribution_reference_once DO NOTHING RETURNING id`,
      [
        row.id,
        row.planId,
        row.serial,
        row.reference,
        row.onDate,
        row.income.gross.toString(),
        row.income.tax.toString(),
        JSON.stringify(costs),
        row.carriedBefore.toString(),
        row.net.toString(),
        row.pool.toString(),
        row.carried.toString(),
        JSON.stringify(row.shares.map(String)),
        by,
        row.at,
      ],
    );
    return rows.length === 1;
  }

  /** In the order in which they were made. */
  async distributions(tx: Tx, planId: string): Promise<RewardDistribution[]> {
    const rows = await tx.query<RawDistribution>(
      `SELECT ${distributionColumns} FROM reward_distribution WHERE plan_id = $1 ORDER BY serial LIMIT ${maxDistributions}`,
      [planId],
    );
    return rows.map(toDistribution);
  }
}

const toDistribution = ({ gross, tax, costs, ...row }: RawDistribution): RewardDistribution => ({
  ...row,
  income: {
    gross: BigInt(gross),
    tax: BigInt(tax),
    costs: costs.map(({ kind, amount }) => ({ kind, amount: BigInt(amount) })),
  },
  carriedBefore: BigInt(row.carriedBefore),
  net: BigInt(row.net),
  pool: BigInt(row.pool),
  carried: BigInt(row.carried),
  shares: row.shares.map(BigInt),
});
