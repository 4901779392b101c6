import { Inject, Injectable } from '@nestjs/common';
import type { ReadinessClaim, ReadinessProof } from '#domain/readiness/readiness.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const claimColumns = `id, achievement_id AS "achievementId", organization_id AS "organizationId", state, level, farming, evidence,
  pilot_gate_id AS "pilotGateId", policy_version AS "policyVersion", decided_by AS "decidedBy",
  decision_reason AS "decisionReason", version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const proofColumns = `id, achievement_id AS "achievementId", level, proven_on::text AS "provenOn",
  revoked_on::text AS "revokedOn", farming`;

/** A proof and whether it was given for a crop or livestock technology. */
export type StoredProof = ReadinessProof & { readonly farming: boolean };

@Injectable()
export class ReadinessRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** False when the pilot's gate has raised one before. */
  async insert(tx: Tx, claim: ReadinessClaim): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO readiness_claim (id, achievement_id, organization_id, state, level, farming, evidence, pilot_gate_id,
         policy_version, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10)
       ON CONFLICT (pilot_gate_id) WHERE pilot_gate_id IS NOT NULL DO NOTHING`,
      [
        claim.id,
        claim.achievementId,
        claim.organizationId,
        claim.state,
        claim.level,
        claim.farming,
        JSON.stringify(claim.evidence),
        claim.pilotGateId,
        claim.policyVersion,
        claim.createdAt,
      ],
    );
    return inserted === 1;
  }

  async save(tx: Tx, claim: ReadinessClaim): Promise<void> {
    const { id, state, evidence, decidedBy, decisionReason, version, updatedAt } = claim;
    await tx.execute(
      `UPDATE readiness_claim SET state = $2, evidence = $3, decided_by = $4, decision_reason = $5, version = $6,
         updated_at = $7 WHERE id = $1`,
      [id, state, JSON.stringify(evidence), decidedBy, decisionReason, version, updatedAt],
    );
  }

  async find(tx: Tx, id: string): Promise<ReadinessClaim | null> {
    return (
      (await tx.query<ReadinessClaim>(`SELECT ${claimColumns} FROM readiness_claim WHERE id = $1`, [id]))[0] ?? null
    );
  }

  async forUpdate(tx: Tx, id: string): Promise<ReadinessClaim | null> {
    const sql = `SELECT ${claimColumns} FROM readiness_claim WHERE id = $1 FOR UPDATE`;
    return (await tx.query<ReadinessClaim>(sql, [id]))[0] ?? null;
  }

  /** Newest first; of one organization, or all that were submitted when it is null. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<ReadinessClaim[]> {
    return tx.query<ReadinessClaim>(
      `SELECT ${claimColumns} FROM readiness_claim
       WHERE (organization_id = $1 OR ($1::uuid IS NULL AND state NOT IN ('draft', 'withdrawn')))
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  async insertProof(tx: Tx, claim: ReadinessClaim, proof: ReadinessProof, decidedBy: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO readiness_proof (id, achievement_id, organization_id, claim_id, level, proven_on, farming, decided_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        proof.id,
        claim.achievementId,
        claim.organizationId,
        claim.id,
        proof.level,
        proof.provenOn,
        claim.farming,
        decidedBy,
        at,
      ],
    );
  }

  async proofForUpdate(tx: Tx, id: string): Promise<(StoredProof & { readonly organizationId: string }) | null> {
    const sql = `SELECT ${proofColumns}, organization_id AS "organizationId" FROM readiness_proof WHERE id = $1 FOR UPDATE`;
    return (await tx.query<StoredProof & { readonly organizationId: string }>(sql, [id]))[0] ?? null;
  }

  async revokeProof(tx: Tx, id: string, revokedOn: string, revokedBy: string, reason: string): Promise<void> {
    await tx.execute(
      `UPDATE readiness_proof SET revoked_on = $2, revoked_by = $3, revocation_reason = $4 WHERE id = $1`,
      [id, revokedOn, revokedBy, reason],
    );
  }

  async proofs(tx: Tx, achievementId: string): Promise<StoredProof[]> {
    return tx.query<StoredProof>(
      `SELECT ${proofColumns} FROM readiness_proof WHERE achievement_id = $1 ORDER BY level, id`,
      [achievementId],
    );
  }

  /** Of a published achievement. */
  async publicProofs(achievementId: string): Promise<StoredProof[]> {
    return this.publicReader.query<StoredProof>(
      'readiness.publicProofs',
      `SELECT ${proofColumns} FROM readiness_proof WHERE achievement_id = $1 ORDER BY level, id`,
      [achievementId],
    );
  }

  /** Achievements with proofs, by id, after one. */
  async provenAchievements(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT achievement_id AS id FROM readiness_proof WHERE $1::uuid IS NULL OR achievement_id > $1
       ORDER BY 1 LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async isProven(tx: Tx, achievementId: string): Promise<boolean> {
    const sql = `SELECT FROM readiness_proof WHERE achievement_id = $1 AND revoked_on IS NULL LIMIT 1`;
    return (await tx.query(sql, [achievementId])).length === 1;
  }
}
