import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { FundedProject, Measure, ReportFigures, TransferReport } from '#domain/funded-project/funded-project.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `p.id, p.organization_id AS "organizationId", p.number, p.title, p.level, p.funder, p.fiscal_fen AS fiscal,
  p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.due_on::text AS "dueOn", p.agreed, p.state, p.submission,
  p.reason, p.registered_by AS "registeredBy", p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;
const measureColumns = `id, project_id AS "projectId", kind, reason, until_on::text AS "until", by_person_id AS "byPersonId", at`;
const reportColumns = `id, organization_id AS "organizationId", year, figures, narrative, state, findings,
  submitted_at AS "submittedAt", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

type Raw = Omit<FundedProject, 'fiscal'> & { readonly fiscal: string };

export interface ProjectReminder {
  readonly days: number;
  readonly at: Date;
}

/** Counts of projects and of what came of them. */
export interface ProjectFigures {
  readonly ended: number;
  readonly owing: number;
  readonly overdue: number;
  readonly settled: number;
  readonly achievements: number;
  readonly registeredAchievements: number;
  readonly convertedAchievements: number;
}

export interface OwedReport {
  readonly id: string;
  readonly name: string;
  readonly state: string | null;
  readonly submittedAt: Date | null;
}

@Injectable()
export class FundedProjectRepository {
  /** False when the funder has given this number before. */
  async insert(tx: Tx, one: FundedProject): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO funded_project (id, organization_id, number, title, level, funder, fiscal_fen, starts_on, ends_on, due_on, agreed,
         state, registered_by, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15) ON CONFLICT DO NOTHING RETURNING id`,
      [
        one.id,
        one.organizationId,
        one.number,
        one.title,
        one.level,
        one.funder,
        one.fiscal.toString(),
        one.startsOn,
        one.endsOn,
        one.dueOn,
        JSON.stringify(one.agreed),
        one.state,
        one.registeredBy,
        one.version,
        one.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, one: FundedProject): Promise<void> {
    const touched = await tx.execute(
      `UPDATE funded_project SET state = $3, submission = $4, achievement_ids = $5, reason = $6, version = version + 1,
         updated_at = $7 WHERE id = $1 AND version = $2`,
      [
        one.id,
        one.version - 1,
        one.state,
        one.submission && JSON.stringify(one.submission),
        one.submission?.achievementIds ?? [],
        one.reason,
        one.updatedAt,
      ],
    );
    if (touched !== 1) throw new Error(`funded project ${one.id} changed meanwhile`);
  }

  async find(tx: Tx, id: string): Promise<FundedProject | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM funded_project p WHERE p.id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<FundedProject | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM funded_project p WHERE p.id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** `overdueOn`: only those that owe results on that day, the longest overdue first (then `after` is ignored by id order). */
  async list(tx: Tx, overdueOn: LocalDate | null, after: string | null, limit: number): Promise<FundedProject[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM funded_project p
       WHERE ($1::date IS NULL OR (p.state = 'running' AND p.due_on < $1))
         AND ($2::uuid IS NULL OR ($1::date IS NULL AND p.id < $2)
           OR ($1::date IS NOT NULL AND (p.due_on, p.id) > (SELECT l.due_on, l.id FROM funded_project l WHERE l.id = $2)))
       ORDER BY CASE WHEN $1::date IS NULL THEN NULL ELSE p.due_on END,
         CASE WHEN $1::date IS NULL THEN NULL ELSE p.id END, p.id DESC LIMIT $3`,
      [overdueOn, after, limit],
    );
    return rows.map(toDomain);
  }

  async measures(tx: Tx, projectIds: readonly string[]): Promise<Measure[]> {
    return tx.query<Measure>(
      `SELECT ${measureColumns} FROM project_measure WHERE project_id = ANY ($1::uuid[]) ORDER BY at, id`,
      [projectIds],
    );
  }

  async insertMeasure(tx: Tx, organizationId: string, measure: Measure): Promise<void> {
    await tx.query(
      `INSERT INTO project_measure (id, project_id, organization_id, kind, reason, until_on, by_person_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        measure.id,
        measure.projectId,
        organizationId,
        measure.kind,
        measure.reason,
        measure.until,
        measure.byPersonId,
        measure.at,
      ],
    );
  }

  /** Until when a unit may not take new projects; null when it may. */
  async barredUntil(tx: Tx, organizationId: string, today: LocalDate): Promise<LocalDate | null> {
    const [row] = await tx.query<{ until: LocalDate | null }>(
      `SELECT max(until_on)::text AS until FROM project_measure WHERE organization_id = $1 AND kind = 'bar' AND until_on >= $2`,
      [organizationId, today],
    );
    return row?.until ?? null;
  }

  async reminders(tx: Tx, projectId: string): Promise<ProjectReminder[]> {
    return tx.query<ProjectReminder>(`SELECT days, at FROM project_reminder WHERE project_id = $1 ORDER BY days`, [
      projectId,
    ]);
  }

  /** Writes every reminder that is reached and was not told; gives the projects concerned. */
  async remind(
    tx: Tx,
    thresholds: readonly number[],
    today: LocalDate,
    at: Date,
  ): Promise<{ projectId: string; organizationId: string; days: number }[]> {
    return tx.query(
      `INSERT INTO project_reminder (project_id, organization_id, days, due_on, at)
       SELECT p.id, p.organization_id, t.days, p.due_on, $3 FROM funded_project p CROSS JOIN unnest($1::int[]) AS t (days)
       WHERE p.state = 'running' AND p.due_on + t.days <= $2::date
         AND NOT EXISTS (SELECT FROM project_reminder r WHERE r.project_id = p.id AND r.days = t.days)
       ORDER BY p.due_on, p.id LIMIT 500
       ON CONFLICT DO NOTHING RETURNING project_id AS "projectId", organization_id AS "organizationId", days`,
      [thresholds, today, at],
    );
  }

  /** Those of these achievements that are the organization's. */
  async ownAchievements(tx: Tx, organizationId: string, ids: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM achievement WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [organizationId, ids],
    );
    return row?.n ?? 0;
  }

  async organizationKind(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ kind: string }>(`SELECT kind FROM organization WHERE id = $1`, [id]);
    return row?.kind ?? null;
  }

  /** Converted: with a contract in force, or a completed procedure of carrying it out oneself. Same cohort: of fiscal projects. */
  async figures(tx: Tx, today: LocalDate): Promise<ProjectFigures> {
    const [row] = await tx.query<ProjectFigures>(
      `WITH cohort AS (SELECT DISTINCT unnest(achievement_ids) AS id FROM funded_project)
       SELECT count(*) FILTER (WHERE p.ends_on < $1)::int AS ended,
         count(*) FILTER (WHERE p.ends_on < $1 AND p.state = 'running')::int AS owing,
         count(*) FILTER (WHERE p.due_on < $1 AND p.state = 'running')::int AS overdue,
         count(*) FILTER (WHERE p.state = 'settled')::int AS settled,
         (SELECT count(*)::int FROM cohort) AS achievements,
         (SELECT count(*)::int FROM cohort c JOIN achievement a USING (id) WHERE a.registration_number IS NOT NULL)
           AS "registeredAchievements",
         (SELECT count(*)::int FROM cohort c WHERE
            EXISTS (SELECT FROM contract k WHERE k.achievement_id = c.id AND k.state = 'effective')
            OR EXISTS (SELECT FROM transfer_procedure t WHERE t.achievement_id = c.id AND t.state = 'completed'
              AND t.way = 'selfImplementation')) AS "convertedAchievements"
       FROM funded_project p`,
      [today],
    );
    return row as ProjectFigures;
  }

  async reportFigures(tx: Tx, organizationId: string, year: number): Promise<ReportFigures> {
    const [row] = await tx.query<ReportFigures>(
      `SELECT (SELECT count(*)::int FROM achievement WHERE organization_id = $1
           AND created_at >= $2::timestamptz AND created_at < $3::timestamptz) AS achievements,
         (SELECT count(*)::int FROM achievement_registration WHERE organization_id = $1 AND state = 'registered'
           AND origin = 'filed' AND extract(year FROM registered_on) = $4) AS registered,
         (SELECT count(*)::int FROM contract WHERE seller_organization_id = $1 AND state = 'effective'
           AND extract(year FROM effective_on) = $4) AS contracts,
         (SELECT coalesce(sum(contract_value_fen), 0)::text FROM contract WHERE seller_organization_id = $1
           AND state = 'effective' AND extract(year FROM effective_on) = $4) AS "contractValueFen",
         (SELECT count(*)::int FROM transfer_procedure WHERE organization_id = $1 AND state = 'completed'
           AND updated_at >= $2::timestamptz AND updated_at < $3::timestamptz) AS "completedProcedures",
         (SELECT coalesce(sum(d.pool_fen), 0)::text FROM reward_distribution d JOIN reward_plan r ON r.id = d.plan_id
           WHERE r.organization_id = $1 AND extract(year FROM d.on_date) = $4) AS "rewardPoolFen"`,
      [organizationId, `${year}-01-01T00:00:00+08:00`, `${year + 1}-01-01T00:00:00+08:00`, year],
    );
    return row as ReportFigures;
  }

  async upsertReport(tx: Tx, report: TransferReport): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO transfer_report (id, organization_id, year, figures, narrative, state, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'draft', $6, $6)
       ON CONFLICT ON CONSTRAINT transfer_report_once DO UPDATE SET figures = excluded.figures, narrative = excluded.narrative,
         version = transfer_report.version + 1, updated_at = excluded.updated_at WHERE transfer_report.state = 'draft'
       RETURNING id`,
      [
        report.id,
        report.organizationId,
        report.year,
        JSON.stringify(report.figures),
        report.narrative,
        report.updatedAt,
      ],
    );
    return rows.length === 1;
  }

  async saveReport(tx: Tx, report: TransferReport): Promise<void> {
    await tx.execute(
      `UPDATE transfer_report SET state = $2, figures = $3, findings = $4, submitted_at = $5, version = version + 1,
         updated_at = $6 WHERE id = $1`,
      [report.id, report.state, JSON.stringify(report.figures), report.findings, report.submittedAt, report.updatedAt],
    );
  }

  async report(tx: Tx, id: string, lock = false): Promise<TransferReport | null> {
    const [row] = await tx.query<TransferReport>(
      `SELECT ${reportColumns} FROM transfer_report WHERE id = $1${lock ? ' FOR UPDATE' : ''}`,
      [id],
    );
    return row ?? null;
  }

  async reportOf(tx: Tx, organizationId: string, year: number): Promise<TransferReport | null> {
    const [row] = await tx.query<TransferReport>(
      `SELECT ${reportColumns} FROM transfer_report WHERE organization_id = $1 AND year = $2`,
      [organizationId, year],
    );
    return row ?? null;
  }

  async reports(tx: Tx, after: string | null, limit: number): Promise<TransferReport[]> {
    return tx.query<TransferReport>(
      `SELECT ${reportColumns} FROM transfer_report WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** Every unit that owes the report of a year, with what it has done about it. */
  async owed(
    tx: Tx,
    kinds: readonly string[],
    year: number,
    after: string | null,
    limit: number,
  ): Promise<OwedReport[]> {
    return tx.query<OwedReport>(
      `SELECT o.id, o.name, r.state, r.submitted_at AS "submittedAt" FROM organization o
       LEFT JOIN transfer_report r ON r.organization_id = o.id AND r.year = $2
       WHERE o.kind = ANY ($1) AND o.state = 'verified' AND ($3::uuid IS NULL OR o.id > $3) ORDER BY o.id LIMIT $4`,
      [kinds, year, after, limit],
    );
  }
}

const toDomain = ({ fiscal, ...row }: Raw): FundedProject => ({ ...row, fiscal: BigInt(fiscal) });
