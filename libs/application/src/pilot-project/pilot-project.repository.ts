import { Injectable } from '@nestjs/common';
import type { PilotGate, PilotProject, PilotSpending } from '#domain/pilot-project/pilot-project.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `p.id, p.achievement_id AS "achievementId", p.organization_id AS "organizationId", p.state, p.title, p.plan,
  p.site, p.equipment, p.carrier_id AS "carrierId", p.farming, p.from_level AS "fromLevel", p.to_level AS "toLevel",
  p.budget_fen AS budget, p.spent_fen AS spent, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.state_reason AS "stateReason", p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
  (SELECT json_agg(json_build_object('id', g.id, 'level', g.level, 'criteria', g.criteria, 'dueOn', g.due_on, 'state', g.state,
     'evidence', g.evidence, 'report', g.report, 'decision', g.decision, 'decisionReason', g.decision_reason,
     'decidedBy', g.decided_by) ORDER BY g.level) FROM pilot_gate g WHERE g.project_id = p.id) AS gates`;

type RawProject = Omit<PilotProject, 'budget' | 'spent' | 'gates'> & {
  readonly budget: string;
  readonly spent: string;
  readonly gates: readonly PilotGate[] | null;
};

@Injectable()
export class PilotProjectRepository {
  async insert(tx: Tx, project: PilotProject): Promise<void> {
    await tx.execute(
      `INSERT INTO pilot_project (id, achievement_id, organization_id, state, title, plan, site, equipment, carrier_id, farming,
         from_level, to_level, budget_fen, starts_on, ends_on, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $16)`,
      [
        project.id,
        project.achievementId,
        project.organizationId,
        project.state,
        project.title,
        project.plan,
        project.site,
        project.equipment,
        project.carrierId,
        project.farming,
        project.fromLevel,
        project.toLevel,
        project.budget.toString(),
        project.startsOn,
        project.endsOn,
        project.createdAt,
      ],
    );
    for (const gate of project.gates) {
      await tx.execute(
        `INSERT INTO pilot_gate (id, project_id, organization_id, level, criteria, due_on, state, evidence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '[]')`,
        [gate.id, project.id, project.organizationId, gate.level, gate.criteria, gate.dueOn, gate.state],
      );
    }
  }

  async save(tx: Tx, project: PilotProject): Promise<void> {
    await tx.execute(
      `UPDATE pilot_project SET state = $2, spent_fen = $3, state_reason = $4, version = $5, updated_at = $6 WHERE id = $1`,
      [project.id, project.state, project.spent.toString(), project.stateReason, project.version, project.updatedAt],
    );
    for (const gate of project.gates) {
      await tx.execute(
        `UPDATE pilot_gate SET state = $2, evidence = $3, report = $4, decision = $5, decision_reason = $6, decided_by = $7
         WHERE id = $1`,
        [
          gate.id,
          gate.state,
          JSON.stringify(gate.evidence),
          gate.report,
          gate.decision,
          gate.decisionReason,
          gate.decidedBy,
        ],
      );
    }
  }

  async find(tx: Tx, id: string): Promise<PilotProject | null> {
    const [row] = await tx.query<RawProject>(`SELECT ${columns} FROM pilot_project p WHERE p.id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<PilotProject | null> {
    const locked = await tx.query(`SELECT FROM pilot_project WHERE id = $1 FOR UPDATE`, [id]);
    return locked.length === 1 ? this.find(tx, id) : null;
  }

  /** Newest first; of one organization, or all when it is null. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<PilotProject[]> {
    const rows = await tx.query<RawProject>(
      `SELECT ${columns} FROM pilot_project p WHERE ($1::uuid IS NULL OR p.organization_id = $1)
         AND ($2::uuid IS NULL OR p.id < $2) ORDER BY p.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async insertSpending(tx: Tx, project: PilotProject, spending: PilotSpending, by: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO pilot_spending (id, project_id, organization_id, category, amount_fen, spent_on, note, recorded_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        spending.id,
        project.id,
        project.organizationId,
        spending.category,
        spending.amount.toString(),
        spending.spentOn,
        spending.note,
        by,
        at,
      ],
    );
  }

  async spendings(tx: Tx, projectId: string, after: string | null, limit: number): Promise<PilotSpending[]> {
    const rows = await tx.query<Omit<PilotSpending, 'amount'> & { readonly amount: string }>(
      `SELECT id, category, amount_fen AS amount, spent_on::text AS "spentOn", note FROM pilot_spending
       WHERE project_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [projectId, after, limit],
    );
    return rows.map(({ amount, ...row }) => ({ ...row, amount: BigInt(amount) }));
  }
}

const toDomain = ({ budget, spent, gates, ...row }: RawProject): PilotProject => ({
  ...row,
  budget: BigInt(budget),
  spent: BigInt(spent),
  gates: gates ?? [],
});
