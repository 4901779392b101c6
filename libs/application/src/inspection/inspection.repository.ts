import { Inject, Injectable } from '@nestjs/common';
import type {
  Drawn,
  FindingGrade,
  InspectionFinding,
  InspectionFindingState,
  InspectionPlan,
  InspectionPlanState,
  Member,
  ReminderKind,
} from '#domain/inspection/inspection.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export type PublicPlan = Omit<InspectionPlan, 'frozenBy' | 'drawnBy'>;

export interface InspectionCase extends Drawn {
  readonly id: string;
  readonly planId: string;
  readonly registrationId: string | null;
  readonly entryId: string;
}

export interface Reminder {
  readonly kind: ReminderKind;
  readonly dueOn: string;
  readonly at: Date;
}

const publicColumns = `id, title, period, cut_off AS "cutOff", state, large_from_fen AS "largeFrom", small_count AS "smallCount",
  seed_source AS "seedSource", population_count AS "populationCount", large_count AS "largeCount",
  population_hash AS "populationHash", seed, frozen_at AS "frozenAt", drawn_at AS "drawnAt"`;
const planColumns = `${publicColumns}, frozen_by AS "frozenBy", drawn_by AS "drawnBy"`;
const caseColumns = `id, plan_id AS "planId", registration_number AS "registrationNumber", registration_id AS "registrationId",
  entry_id AS "entryId", stratum, draw_key AS "drawKey"`;
const findingColumns = `id, plan_id AS "planId", registration_number AS "registrationNumber", registration_id AS "registrationId",
  state, grade, text, evidence, raised_by AS "raisedBy", answer, answered_by AS "answeredBy", decision_reason AS "decisionReason",
  measure, decided_by AS "decidedBy", report, reported_by AS "reportedBy", due_on AS "dueOn", version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

type RawPlan<P> = Omit<P, 'largeFrom' | 'state'> & { readonly largeFrom: string; readonly state: string };
type RawFinding = Omit<InspectionFinding, 'state' | 'grade'> & { readonly state: string; readonly grade: string };

const toPlan = <P extends PublicPlan>(row: RawPlan<P>): P =>
  ({ ...row, largeFrom: BigInt(row.largeFrom), state: row.state as InspectionPlanState }) as unknown as P;
const toFinding = (row: RawFinding): InspectionFinding => ({
  ...row,
  state: row.state as InspectionFindingState,
  grade: row.grade as FindingGrade,
});

@Injectable()
export class InspectionRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insertMembers(tx: Tx, planId: string, members: readonly Member[]): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_member (plan_id, registration_number, stratum)
       SELECT $1, m.number, m.stratum FROM unnest($2::text[], $3::text[]) AS m (number, stratum)`,
      [planId, members.map((member) => member.registrationNumber), members.map((member) => member.stratum)],
    );
  }

  async insertPlan(tx: Tx, plan: InspectionPlan): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_plan (id, title, period, cut_off, state, large_from_fen, small_count, seed_source,
         population_count, large_count, population_hash, frozen_by, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        plan.id,
        plan.title,
        plan.period,
        plan.cutOff,
        plan.state,
        plan.largeFrom,
        plan.smallCount,
        plan.seedSource,
        plan.populationCount,
        plan.largeCount,
        plan.populationHash,
        plan.frozenBy,
        plan.frozenAt,
      ],
    );
  }

  async saveDraw(tx: Tx, plan: InspectionPlan): Promise<void> {
    await tx.execute(`UPDATE inspection_plan SET state = $2, seed = $3, drawn_by = $4, drawn_at = $5 WHERE id = $1`, [
      plan.id,
      plan.state,
      plan.seed,
      plan.drawnBy,
      plan.drawnAt,
    ]);
  }

  async plan(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<InspectionPlan | null> {
    const [row] = await tx.query<RawPlan<InspectionPlan>>(
      `SELECT ${planColumns} FROM inspection_plan WHERE id = $1 ${lock}`,
      [id],
    );
    return row ? toPlan(row) : null;
  }

  async findPublic(id: string): Promise<PublicPlan | null> {
    const [row] = await this.publicReader.query<RawPlan<PublicPlan>>(
      'inspectionPlan.find',
      `SELECT ${publicColumns} FROM inspection_plan WHERE id = $1`,
      [id],
    );
    return row ? toPlan(row) : null;
  }

  async listPublic(after: string | null, limit: number): Promise<PublicPlan[]> {
    const rows = await this.publicReader.query<RawPlan<PublicPlan>>(
      'inspectionPlan.list',
      `SELECT ${publicColumns} FROM inspection_plan WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toPlan);
  }

  async members(tx: Tx, planId: string): Promise<Member[]> {
    return tx.query<Member>(
      `SELECT registration_number AS "registrationNumber", stratum FROM inspection_member WHERE plan_id = $1`,
      [planId],
    );
  }

  /** The population by number, for anybody who draws again. */
  async membersPublic(planId: string, after: string | null, limit: number): Promise<Member[]> {
    return this.publicReader.query<Member>(
      'inspectionMember.list',
      `SELECT registration_number AS "registrationNumber", stratum FROM inspection_member
       WHERE plan_id = $1 AND ($2::text IS NULL OR registration_number COLLATE "C" > $2)
       ORDER BY registration_number COLLATE "C" LIMIT $3`,
      [planId, after, limit],
    );
  }

  async insertCases(tx: Tx, cases: readonly InspectionCase[]): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_case (id, plan_id, registration_number, registration_id, entry_id, stratum, draw_key)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])`,
      [
        cases.map((each) => each.id),
        cases.map((each) => each.planId),
        cases.map((each) => each.registrationNumber),
        cases.map((each) => each.registrationId),
        cases.map((each) => each.entryId),
        cases.map((each) => each.stratum),
        cases.map((each) => each.drawKey),
      ],
    );
  }

  async cases(tx: Tx, planId: string, after: string | null, limit: number): Promise<InspectionCase[]> {
    return tx.query<InspectionCase>(
      `SELECT ${caseColumns} FROM inspection_case WHERE plan_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [planId, after, limit],
    );
  }

  async caseOf(tx: Tx, planId: string, registrationNumber: string): Promise<InspectionCase | null> {
    const [row] = await tx.query<InspectionCase>(
      `SELECT ${caseColumns} FROM inspection_case WHERE plan_id = $1 AND registration_number = $2`,
      [planId, registrationNumber],
    );
    return row ?? null;
  }

  async insertFinding(tx: Tx, finding: InspectionFinding): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_finding (id, plan_id, registration_number, registration_id, state, grade, text, evidence, raised_by,
         due_on, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        finding.id,
        finding.planId,
        finding.registrationNumber,
        finding.registrationId,
        finding.state,
        finding.grade,
        finding.text,
        finding.evidence,
        finding.raisedBy,
        finding.dueOn,
        finding.version,
        finding.createdAt,
        finding.updatedAt,
      ],
    );
  }

  async saveFinding(tx: Tx, finding: InspectionFinding): Promise<void> {
    await tx.execute(
      `UPDATE inspection_finding SET state = $2, answer = $3, answered_by = $4, decision_reason = $5, measure = $6,
         decided_by = $7, report = $8, reported_by = $9, due_on = $10, version = $11, updated_at = $12 WHERE id = $1`,
      [
        finding.id,
        finding.state,
        finding.answer,
        finding.answeredBy,
        finding.decisionReason,
        finding.measure,
        finding.decidedBy,
        finding.report,
        finding.reportedBy,
        finding.dueOn,
        finding.version,
        finding.updatedAt,
      ],
    );
  }

  async finding(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<InspectionFinding | null> {
    const [row] = await tx.query<RawFinding>(`SELECT ${findingColumns} FROM inspection_finding WHERE id = $1 ${lock}`, [
      id,
    ]);
    return row ? toFinding(row) : null;
  }

  async findings(
    tx: Tx,
    wanted: { readonly planId: string | null; readonly state: string | null },
    after: string | null,
    limit: number,
  ): Promise<InspectionFinding[]> {
    const rows = await tx.query<RawFinding>(
      `SELECT ${findingColumns} FROM inspection_finding WHERE ($1::uuid IS NULL OR plan_id = $1)
         AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [wanted.planId, wanted.state, after, limit],
    );
    return rows.map(toFinding);
  }

  async reminders(tx: Tx, findingId: string): Promise<Reminder[]> {
    return tx.query<Reminder>(
      `SELECT kind, due_on AS "dueOn", at FROM inspection_reminder WHERE finding_id = $1 ORDER BY at`,
      [findingId],
    );
  }

  /** Findings whose due day is near or past and of which that has not been said yet. */
  async unreminded(tx: Tx, before: string, limit: number): Promise<{ readonly id: string; readonly dueOn: string }[]> {
    return tx.query(
      `SELECT f.id, f.due_on AS "dueOn" FROM inspection_finding f WHERE f.due_on <= $1::date
         AND NOT EXISTS (SELECT FROM inspection_reminder r WHERE r.finding_id = f.id AND r.due_on = f.due_on AND r.kind = 'overdue')
       ORDER BY f.due_on, f.id LIMIT $2 FOR UPDATE OF f SKIP LOCKED`,
      [before, limit],
    );
  }

  /** False when it was written before. */
  async remind(tx: Tx, findingId: string, kind: ReminderKind, dueOn: string, at: Date): Promise<boolean> {
    const written = await tx.execute(
      `INSERT INTO inspection_reminder (finding_id, kind, due_on, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [findingId, kind, dueOn, at],
    );
    return written === 1;
  }

  /** Did this person do anything in the case or bring its entry in? Asked of the audit records, so as the system. */
  async handled(tx: Tx, personId: string, subjectIds: readonly string[]): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM audit_record WHERE subject_kind IN ('contractRegistration', 'registrationEntry')
         AND subject_id = ANY ($1::uuid[]) AND person_id = $2 LIMIT 1`,
      [subjectIds, personId],
    );
    return row !== undefined;
  }
}
