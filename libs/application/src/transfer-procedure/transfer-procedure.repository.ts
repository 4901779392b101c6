import { Injectable } from '@nestjs/common';
import type { Minutes, Pricing, Step, TransferProcedure } from '#domain/transfer-procedure/transfer-procedure.js';
import type { TransferRule } from '#domain/transfer-procedure/transfer-rule.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const ruleColumns = `id, organization_id AS "organizationId", revision, stages, note, created_by AS "createdBy",
  created_at AS "createdAt"`;
const columns = `id, organization_id AS "organizationId", achievement_id AS "achievementId", title, rule_id AS "ruleId", stages, way,
  summary, counterparty_organization_id AS "counterpartyId", counterparty_name AS "counterpartyName",
  related_party AS "relatedParty", related_note AS "relatedNote", price_method AS "priceMethod", price_fen AS "priceFen",
  price_basis AS "priceBasis", appraisal, appraisal_reason AS "appraisalReason", state, notice_id AS "noticeId",
  deal_id AS "dealId", contract_id AS "contractId", reward_plan_id AS "rewardPlanId", outcome, created_by AS "createdBy", version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
const stepColumns = `s.id, s.serial, s.stage, s.entered_at AS "enteredAt", s.due_on::text AS "dueOn", s.left_at AS "leftAt", s.event,
  s.reason, s.by_person_id AS "byPersonId",
  coalesce((SELECT json_agg(json_build_object('personId', v.person_id, 'vote', v.vote, 'opinion', v.opinion, 'at', v.at)
    ORDER BY v.at, v.person_id) FROM procedure_vote v WHERE v.step_id = s.id), '[]') AS votes`;
const minutesColumns = `m.id, m.step_id AS "stepId", m.serial, m.content, m.content_hash AS "contentHash",
  m.drafted_by AS "draftedBy", m.at,
  coalesce((SELECT json_agg(json_build_object('personId', g.person_id, 'contentHash', g.content_hash, 'at', g.at)
    ORDER BY g.at, g.person_id) FROM minutes_signature g WHERE g.minutes_id = m.id), '[]') AS signatures`;

interface Raw extends Omit<TransferProcedure, 'pricing'> {
  readonly priceMethod: Pricing['method'] | null;
  readonly priceFen: string | null;
  readonly priceBasis: string | null;
  readonly appraisal: Pricing['appraisal'] | null;
  readonly appraisalReason: string | null;
}
type RawStep = Omit<Step, 'votes'> & {
  readonly votes: readonly (Omit<Step['votes'][number], 'at'> & { at: string })[];
};

/** One open stay, for the board. */
export interface BoardLine {
  readonly id: string;
  readonly title: string;
  readonly organizationId: string;
  readonly stage: string;
  readonly enteredAt: Date;
  readonly dueOn: string | null;
}

const boardLines = 500;

@Injectable()
export class TransferProcedureRepository {
  /** False when somebody saved the same revision in between. */
  async insertRule(tx: Tx, rule: TransferRule): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO transfer_rule (id, organization_id, revision, stages, note, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT transfer_rule_revision_once DO NOTHING RETURNING id`,
      [
        rule.id,
        rule.organizationId,
        rule.revision,
        JSON.stringify(rule.stages),
        rule.note,
        rule.createdBy,
        rule.createdAt,
      ],
    );
    return rows.length === 1;
  }

  /** The revision that new cases of a unit follow; null before the first. */
  async currentRule(tx: Tx, organizationId: string): Promise<TransferRule | null> {
    const [row] = await tx.query<TransferRule>(
      `SELECT ${ruleColumns} FROM transfer_rule WHERE organization_id = $1 ORDER BY revision DESC LIMIT 1`,
      [organizationId],
    );
    return row ?? null;
  }

  async rules(tx: Tx, after: string | null, limit: number): Promise<TransferRule[]> {
    return tx.query<TransferRule>(
      `SELECT ${ruleColumns} FROM transfer_rule WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** False when the achievement has an open case of this way. */
  async insert(tx: Tx, procedure: TransferProcedure): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO transfer_procedure (id, organization_id, achievement_id, title, rule_id, stages, actor_ids, way, summary,
         counterparty_organization_id, counterparty_name, related_party, related_note, state, created_by, version, created_at,
         updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        procedure.id,
        procedure.organizationId,
        procedure.achievementId,
        procedure.title,
        procedure.ruleId,
        JSON.stringify(procedure.stages),
        [...new Set(procedure.stages.flatMap(({ personIds }) => personIds))],
        procedure.way,
        procedure.summary,
        procedure.counterpartyId,
        procedure.counterpartyName,
        procedure.relatedParty,
        procedure.relatedNote,
        procedure.state,
        procedure.createdBy,
        procedure.version,
        procedure.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, procedure: TransferProcedure): Promise<void> {
    const { pricing } = procedure;
    const touched = await tx.execute(
      `UPDATE transfer_procedure SET state = $3, version = version + 1, updated_at = $4, notice_id = $5, deal_id = $6,
         contract_id = $7, reward_plan_id = $8, outcome = $9, price_method = $10, price_fen = $11, price_basis = $12,
         appraisal = $13, appraisal_reason = $14, counterparty_organization_id = $15, counterparty_name = $16,
         related_party = $17, related_note = $18
       WHERE id = $1 AND version = $2`,
      [
        procedure.id,
        procedure.version - 1,
        procedure.state,
        procedure.updatedAt,
        procedure.noticeId,
        procedure.dealId,
        procedure.contractId,
        procedure.rewardPlanId,
        procedure.outcome,
        pricing?.method ?? null,
        pricing?.price.toString() ?? null,
        pricing?.basis ?? null,
        pricing?.appraisal ?? null,
        pricing?.appraisalReason ?? null,
        procedure.counterpartyId,
        procedure.counterpartyName,
        procedure.relatedParty,
        procedure.relatedNote,
      ],
    );
    if (touched !== 1) throw new Error(`transfer procedure ${procedure.id} changed meanwhile`);
  }

  async find(tx: Tx, id: string): Promise<TransferProcedure | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM transfer_procedure WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<TransferProcedure | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM transfer_procedure WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  async list(
    tx: Tx,
    filter: { state: string | null; achievementId: string | null },
    after: string | null,
    limit: number,
  ) {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM transfer_procedure WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR state = $2)
         AND ($3::uuid IS NULL OR achievement_id = $3) ORDER BY id DESC LIMIT $4`,
      [after, filter.state, filter.achievementId, limit],
    );
    return rows.map(toDomain);
  }

  /** Open cases, the longest in their stage first. */
  async board(tx: Tx): Promise<BoardLine[]> {
    return tx.query<BoardLine>(
      `SELECT p.id, p.title, p.organization_id AS "organizationId", s.stage, s.entered_at AS "enteredAt",
         s.due_on::text AS "dueOn"
       FROM transfer_procedure p JOIN procedure_step s ON s.procedure_id = p.id AND s.left_at IS NULL
       ORDER BY s.entered_at, p.id LIMIT ${boardLines}`,
    );
  }

  async insertStep(tx: Tx, procedure: TransferProcedure, step: Omit<Step, 'votes'>): Promise<void> {
    await tx.query(
      `INSERT INTO procedure_step (id, procedure_id, organization_id, serial, stage, entered_at, due_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [step.id, procedure.id, procedure.organizationId, step.serial, step.stage, step.enteredAt, step.dueOn],
    );
  }

  async leaveStep(tx: Tx, step: Step, left: { at: Date; event: string; reason: string | null; by: string | null }) {
    const touched = await tx.execute(
      `UPDATE procedure_step SET left_at = $2, event = $3, reason = $4, by_person_id = $5 WHERE id = $1 AND left_at IS NULL`,
      [step.id, left.at, left.event, left.reason, left.by],
    );
    if (touched !== 1) throw new Error(`step ${step.id} was left before`);
  }

  /** First to last; the last one may be open. */
  async steps(tx: Tx, procedureId: string): Promise<Step[]> {
    const rows = await tx.query<RawStep>(
      `SELECT ${stepColumns} FROM procedure_step s WHERE s.procedure_id = $1 ORDER BY s.serial`,
      [procedureId],
    );
    return rows.map((row) => ({ ...row, votes: row.votes.map((vote) => ({ ...vote, at: new Date(vote.at) })) }));
  }

  /** False when the person has voted in this step. */
  async insertVote(
    tx: Tx,
    procedure: TransferProcedure,
    stepId: string,
    vote: Step['votes'][number],
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO procedure_vote (step_id, procedure_id, organization_id, person_id, vote, opinion, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING person_id`,
      [stepId, procedure.id, procedure.organizationId, vote.personId, vote.vote, vote.opinion, vote.at],
    );
    return rows.length === 1;
  }

  async insertMinutes(tx: Tx, procedure: TransferProcedure, minutes: Minutes): Promise<void> {
    await tx.query(
      `INSERT INTO procedure_minutes (id, step_id, procedure_id, organization_id, serial, content, content_hash, drafted_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        minutes.id,
        minutes.stepId,
        procedure.id,
        procedure.organizationId,
        minutes.serial,
        JSON.stringify(minutes.content),
        minutes.contentHash,
        minutes.draftedBy,
        minutes.at,
      ],
    );
  }

  async sign(tx: Tx, procedure: TransferProcedure, minutes: Minutes, personId: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO minutes_signature (minutes_id, procedure_id, organization_id, person_id, content_hash, at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING person_id`,
      [minutes.id, procedure.id, procedure.organizationId, personId, minutes.contentHash, at],
    );
    return rows.length === 1;
  }

  /** The last draft of each step, in the order of the steps. */
  async minutes(tx: Tx, procedureId: string): Promise<Minutes[]> {
    const rows = await tx.query<
      Minutes & { signatures: readonly { personId: string; contentHash: string; at: string }[] }
    >(
      `SELECT DISTINCT ON (s.serial) ${minutesColumns} FROM procedure_minutes m JOIN procedure_step s ON s.id = m.step_id
       WHERE m.procedure_id = $1 ORDER BY s.serial, m.serial DESC`,
      [procedureId],
    );
    return rows.map((row) => ({
      ...row,
      signatures: row.signatures.map((one) => ({ ...one, at: new Date(one.at) })),
    }));
  }

  async personNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `SELECT id, display_name AS name FROM person WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async organizationExists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM organization WHERE id = $1`, [id])).length > 0;
  }

  async materialKinds(tx: Tx, procedureId: string): Promise<string[]> {
    const rows = await tx.query<{ kind: string }>(
      `SELECT DISTINCT material_kind AS kind FROM attachment
       WHERE subject_kind = 'transferProcedure' AND subject_id = $1 AND removed_at IS NULL`,
      [procedureId],
    );
    return rows.map(({ kind }) => kind);
  }

  /** A contract by which the unit sells the achievement and that stands. */
  async contract(
    tx: Tx,
    id: string,
  ): Promise<{ organizationId: string; achievementId: string | null; state: string; value: bigint } | null> {
    const [row] = await tx.query<{
      organizationId: string;
      achievementId: string | null;
      state: string;
      value: string;
    }>(
      `SELECT seller_organization_id AS "organizationId", achievement_id AS "achievementId", state,
         contract_value_fen AS value FROM contract WHERE id = $1`,
      [id],
    );
    return row ? { ...row, value: BigInt(row.value) } : null;
  }

  /** Whether the row of this table is of the unit and the achievement. */
  async belongs(tx: Tx, table: 'deal' | 'reward_plan', id: string, procedure: TransferProcedure): Promise<boolean> {
    const column = table === 'deal' ? 'seller_organization_id' : 'organization_id';
    const rows = await tx.query(`SELECT FROM ${table} WHERE id = $1 AND achievement_id = $2 AND ${column} = $3`, [
      id,
      procedure.achievementId,
      procedure.organizationId,
    ]);
    return rows.length > 0;
  }
}

const toDomain = ({
  priceMethod,
  priceFen,
  priceBasis,
  appraisal,
  appraisalReason,
  ...row
}: Raw): TransferProcedure => ({
  ...row,
  pricing:
    priceMethod === null || priceFen === null
      ? null
      : {
          method: priceMethod,
          price: BigInt(priceFen),
          basis: priceBasis ?? '',
          appraisal: appraisal ?? 'notAppraised',
          appraisalReason: appraisalReason ?? '',
        },
});
