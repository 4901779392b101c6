import { Inject, Injectable } from '@nestjs/common';
import type { Evaluation, EvaluationConclusion, EvaluatorQualification } from '#domain/evaluation/evaluation.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, achievement_id AS "achievementId", owner_organization_id AS "ownerOrganizationId",
  commissioner_organization_id AS "commissionerOrganizationId", evaluator_organization_id AS "evaluatorOrganizationId",
  state, scope, fee_fen AS fee, fee_payer AS "feePayer", due_on::text AS "dueOn", conclusion,
  supersedes_id AS "supersedesId", state_reason AS "stateReason", version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;
const qualificationColumns = `id, organization_id AS "organizationId", certificate_number AS "certificateNumber", issuer,
  fields, valid_from::text AS "validFrom", valid_until::text AS "validUntil", revoked_on::text AS "revokedOn"`;

type RawEvaluation = Omit<Evaluation, 'fee'> & { readonly fee: string };

/** What of a conclusion everybody may read. */
export type PublicConclusion = Pick<
  EvaluationConclusion,
  'values' | 'publicSummary' | 'readinessLevel' | 'standard' | 'reportSha256' | 'concludedOn'
> & { readonly experts: number };

export interface PublicEvaluation {
  readonly id: string;
  readonly achievementId: string;
  readonly evaluatorOrganizationId: string;
  readonly evaluatorName: string | null;
  readonly state: 'concluded' | 'superseded';
  readonly supersedesId: string | null;
  readonly conclusion: PublicConclusion;
}

@Injectable()
export class EvaluationRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** False when another evaluation under way supersedes the same one. */
  async insert(tx: Tx, evaluation: Evaluation): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO evaluation (id, achievement_id, owner_organization_id, commissioner_organization_id,
         evaluator_organization_id, state, scope, fee_fen, fee_payer, due_on, supersedes_id, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)
       ON CONFLICT (supersedes_id) WHERE supersedes_id IS NOT NULL AND state NOT IN ('declined', 'cancelled') DO NOTHING`,
      [
        evaluation.id,
        evaluation.achievementId,
        evaluation.ownerOrganizationId,
        evaluation.commissionerOrganizationId,
        evaluation.evaluatorOrganizationId,
        evaluation.state,
        evaluation.scope,
        evaluation.fee.toString(),
        evaluation.feePayer,
        evaluation.dueOn,
        evaluation.supersedesId,
        evaluation.createdAt,
      ],
    );
    return inserted === 1;
  }

  async save(tx: Tx, evaluation: Evaluation): Promise<void> {
    const { id, state, conclusion, stateReason, version, updatedAt } = evaluation;
    await tx.execute(
      `UPDATE evaluation SET state = $2, conclusion = $3, public_part = $4, state_reason = $5, version = $6,
         updated_at = $7 WHERE id = $1`,
      [
        id,
        state,
        conclusion && JSON.stringify(conclusion),
        conclusion && JSON.stringify(publicPart(conclusion)),
        stateReason,
        version,
        updatedAt,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<Evaluation | null> {
    const [row] = await tx.query<RawEvaluation>(`SELECT ${columns} FROM evaluation WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<Evaluation | null> {
    const [row] = await tx.query<RawEvaluation>(`SELECT ${columns} FROM evaluation WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Newest first; of one organization in any part, or of all when it is null. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<Evaluation[]> {
    const rows = await tx.query<RawEvaluation>(
      `SELECT ${columns} FROM evaluation WHERE ($1::uuid IS NULL
         OR $1 IN (owner_organization_id, commissioner_organization_id, evaluator_organization_id))
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Of a published achievement, newest first. */
  async listPublic(achievementId: string, after: string | null, limit: number): Promise<PublicEvaluation[]> {
    return this.publicReader.query<PublicEvaluation>(
      'evaluation.listPublic',
      `SELECT e.id, e.achievement_id AS "achievementId", e.evaluator_organization_id AS "evaluatorOrganizationId",
         o.name AS "evaluatorName", e.state, e.supersedes_id AS "supersedesId", e.public_part AS conclusion
       FROM evaluation e LEFT JOIN organization o ON o.id = e.evaluator_organization_id
       WHERE e.achievement_id = $1 AND ($2::uuid IS NULL OR e.id < $2) ORDER BY e.id DESC LIMIT $3`,
      [achievementId, after, limit],
    );
  }

  /** False when the organization has one under this number. */
  async insertQualification(
    tx: Tx,
    qualification: EvaluatorQualification,
    recordedBy: string,
    at: Date,
  ): Promise<boolean> {
    const { id, organizationId, certificateNumber, issuer, fields, validFrom, validUntil } = qualification;
    const inserted = await tx.execute(
      `INSERT INTO evaluator_qualification (id, organization_id, certificate_number, issuer, fields, valid_from, valid_until,
         recorded_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT evaluator_qualification_once DO NOTHING`,
      [id, organizationId, certificateNumber, issuer, fields, validFrom, validUntil, recordedBy, at],
    );
    return inserted === 1;
  }

  async qualificationForUpdate(tx: Tx, id: string): Promise<EvaluatorQualification | null> {
    const sql = `SELECT ${qualificationColumns} FROM evaluator_qualification WHERE id = $1 FOR UPDATE`;
    return (await tx.query<EvaluatorQualification>(sql, [id]))[0] ?? null;
  }

  async revokeQualification(tx: Tx, id: string, on: string, reason: string): Promise<void> {
    await tx.execute(`UPDATE evaluator_qualification SET revoked_on = $2, revocation_reason = $3 WHERE id = $1`, [
      id,
      on,
      reason,
    ]);
  }

  async qualificationsOf(tx: Tx, organizationId: string): Promise<EvaluatorQualification[]> {
    return tx.query<EvaluatorQualification>(
      `SELECT ${qualificationColumns} FROM evaluator_qualification WHERE organization_id = $1 ORDER BY id`,
      [organizationId],
    );
  }

  async qualifications(after: string | null, limit: number): Promise<EvaluatorQualification[]> {
    return this.publicReader.query<EvaluatorQualification>(
      'evaluation.qualifications',
      `SELECT ${qualificationColumns} FROM evaluator_qualification WHERE $1::uuid IS NULL OR id < $1
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }
}

const publicPart = (conclusion: EvaluationConclusion): PublicConclusion => ({
  values: conclusion.values,
  publicSummary: conclusion.publicSummary,
  readinessLevel: conclusion.readinessLevel,
  standard: conclusion.standard,
  reportSha256: conclusion.reportSha256,
  concludedOn: conclusion.concludedOn,
  experts: conclusion.experts.length,
});

const toDomain = ({ fee, ...row }: RawEvaluation): Evaluation => ({ ...row, fee: BigInt(fee) });
