import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { RewardPolicy } from '#domain/reward/reward.policy.js';
import type { RewardPolicyVersionState } from '#domain/reward/reward-policy-version.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { fromStored, toStored, type StoredPolicy } from './reward-policy.book.js';

/** A version of a reward policy that the bureau wrote, with who wrote and who published it. */
export interface RewardPolicyVersion {
  readonly id: string;
  readonly state: RewardPolicyVersionState;
  readonly policy: RewardPolicy;
  readonly bodyHash: string;
  readonly reason: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly version: number;
}

/** What a version would have changed in a year, on facts frozen by their hash. */
export interface RewardPolicySimulation {
  readonly id: string;
  readonly versionId: string;
  readonly fiscalYear: number;
  readonly factsHash: string;
  readonly outcome: SimulatedChange;
  readonly byPerson: string;
  readonly at: Date;
}

/** Amounts are 分 as text: the outcome is kept as JSON. */
export interface SimulatedChange {
  readonly contracts: number;
  readonly beforePolicyId: string;
  readonly beforeTotal: string;
  readonly afterTotal: string;
  /** Every beneficiary whose amount differs, and how many do not. */
  readonly changed: readonly {
    readonly kind: string;
    readonly id: string;
    readonly base: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly unchanged: number;
}

type Raw = Omit<RewardPolicyVersion, 'policy'> & { readonly body: StoredPolicy };

const columns = `id, state, body, body_hash AS "bodyHash", reason, drafted_by AS "draftedBy", drafted_at AS "draftedAt",
  published_by AS "publishedBy", published_at AS "publishedAt", version`;
const simulationColumns = `id, version_id AS "versionId", fiscal_year AS "fiscalYear", facts_hash AS "factsHash", outcome,
  by_person AS "byPerson", at`;

@Injectable()
export class RewardPolicyRepository {
  async insert(tx: Tx, { policy, ...version }: RewardPolicyVersion): Promise<void> {
    await tx.query(
      `INSERT INTO reward_policy_version (id, scheme, state, effective_from, body, body_hash, reason, drafted_by, drafted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        version.id,
        policy.scheme,
        version.state,
        policy.effectiveFrom,
        JSON.stringify(toStored(policy)),
        version.bodyHash,
        version.reason,
        version.draftedBy,
        version.draftedAt,
      ],
    );
  }

  /** Guarded by the version that was read. */
  async save(tx: Tx, { id, state, publishedBy, publishedAt, version }: RewardPolicyVersion): Promise<void> {
    const touched = await tx.execute(
      `UPDATE reward_policy_version SET state = $3, published_by = $4, published_at = $5, version = version + 1
       WHERE id = $1 AND version = $2`,
      [id, version, state, publishedBy, publishedAt],
    );
    if (touched !== 1) throw new Error(`reward policy version ${id} changed meanwhile`);
  }

  async forUpdate(tx: Tx, id: string): Promise<RewardPolicyVersion | null> {
    return this.one(tx, `SELECT ${columns} FROM reward_policy_version WHERE id = $1 FOR UPDATE`, [id]);
  }

  async find(tx: Tx, id: string): Promise<RewardPolicyVersion | null> {
    return this.one(tx, `SELECT ${columns} FROM reward_policy_version WHERE id = $1`, [id]);
  }

  /** Newest first. */
  async list(tx: Tx, after: string | null, limit: number): Promise<RewardPolicyVersion[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM reward_policy_version WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toVersion);
  }

  async isTaken(tx: Tx, scheme: string, effectiveFrom: LocalDate): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM reward_policy_version WHERE scheme = $1 AND effective_from = $2 AND state = 'published'`,
      [scheme, effectiveFrom],
    );
    return row !== undefined;
  }

  async insertSimulation(tx: Tx, simulation: RewardPolicySimulation, facts: string): Promise<void> {
    const { id, versionId, fiscalYear, factsHash, outcome, byPerson, at } = simulation;
    await tx.query(
      `INSERT INTO reward_policy_simulation (id, version_id, fiscal_year, facts_hash, facts, outcome, by_person, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, versionId, fiscalYear, factsHash, facts, JSON.stringify(outcome), byPerson, at],
    );
  }

  async simulations(tx: Tx, versionId: string, after: string | null, limit: number): Promise<RewardPolicySimulation[]> {
    return tx.query<RewardPolicySimulation>(
      `SELECT ${simulationColumns} FROM reward_policy_simulation
       WHERE version_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [versionId, after, limit],
    );
  }

  private async one(tx: Tx, sql: string, params: readonly unknown[]): Promise<RewardPolicyVersion | null> {
    const [row] = await tx.query<Raw>(sql, params);
    return row ? toVersion(row) : null;
  }
}

const toVersion = ({ body, ...row }: Raw): RewardPolicyVersion => ({ ...row, policy: fromStored(body) });
