import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  answerFinding,
  concludeFinding,
  decideFinding,
  reminderDue,
  reportFinding,
  type FindingDecision,
  type FindingGrade,
  type InspectionFinding,
} from '#domain/inspection/inspection.js';
import { inspectionPolicyOn } from '#domain/inspection/inspection.policy.js';
import { hasRole, systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { InspectionRepository, type Reminder } from './inspection.repository.js';

export interface NewFinding {
  readonly registrationNumber: string;
  readonly grade: FindingGrade;
  readonly text: string;
  readonly evidence: readonly string[];
}

export interface FindingWithReminders {
  readonly finding: InspectionFinding;
  readonly reminders: readonly Reminder[];
}

export type FindingRefusal = Refusal<
  | 'inspection.planNotFound'
  | 'inspection.findingNotFound'
  | 'inspection.caseNotDrawn'
  | 'inspection.handledCase'
  | 'inspection.ownFinding'
  | 'inspection.measureMissing'
  | 'inspection.dueDayPast'
  | 'state.notAllowed'
>;

const staff = ['registrar', 'reviewer', 'auditor'] as const;
const findingsPerRun = 500;

/** Findings of an inspection (抽查发现): the auditor raises, the office answers, its head decides, nobody his own case. */
@Injectable()
export class InspectionFindingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspections: InspectionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async raise(
    actor: PersonActor,
    planId: string,
    wanted: NewFinding,
  ): Promise<Result<InspectionFinding, FindingRefusal>> {
    const now = this.clock.now();
    const today = beijingDate(now);
    return this.unitOfWork.run(actor, async (tx): Promise<Result<InspectionFinding, FindingRefusal>> => {
      if (!(await this.inspections.plan(tx, planId))) return refuse('inspection.planNotFound');
      const drawn = await this.inspections.caseOf(tx, planId, wanted.registrationNumber);
      if (!drawn) return refuse('inspection.caseNotDrawn', {}, '/registrationNumber');
      const finding: InspectionFinding = {
        ...wanted,
        id: uuid(),
        planId,
        registrationId: drawn.registrationId,
        state: 'raised',
        raisedBy: actor.personId,
        ...{ answer: null, answeredBy: null, decisionReason: null, measure: null, decidedBy: null },
        ...{ report: null, reportedBy: null },
        dueOn: addDays(today, inspectionPolicyOn(today).answerDays),
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (await this.handled(tx, actor, finding)) return refuse('inspection.handledCase');
      await this.inspections.insertFinding(tx, finding);
      await this.record(tx, 'raise', null, finding);
      return ok(finding);
    });
  }

  async answer(actor: PersonActor, id: string, text: string): Promise<Result<InspectionFinding, FindingRefusal>> {
    return this.change(actor, id, 'answer', (found) => answerFinding(found, actor.personId, text, this.clock.now()));
  }

  /** The head decides: not who raised the finding, and not who handled the case. */
  async decide(
    actor: PersonActor,
    id: string,
    decision: FindingDecision,
  ): Promise<Result<InspectionFinding, FindingRefusal>> {
    const now = this.clock.now();
    return this.judge(actor, id, decision.decision, (found) =>
      decideFinding(found, actor.personId, decision, now, beijingDate(now)),
    );
  }

  async report(actor: PersonActor, id: string, text: string): Promise<Result<InspectionFinding, FindingRefusal>> {
    return this.change(actor, id, 'report', (found) => reportFinding(found, actor.personId, text, this.clock.now()));
  }

  async conclude(
    actor: PersonActor,
    id: string,
    decision: 'confirm' | 'sendBack',
    reason: string,
    dueOn: LocalDate | null,
  ): Promise<Result<InspectionFinding, FindingRefusal>> {
    const now = this.clock.now();
    return this.judge(actor, id, decision, (found) =>
      concludeFinding(found, decision, reason, dueOn, now, beijingDate(now)),
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<FindingWithReminders, FindingRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const finding = hasRole(actor, ...staff) ? await this.inspections.finding(tx, id) : null;
      if (!finding) return refuse('inspection.findingNotFound');
      return ok({ finding, reminders: await this.inspections.reminders(tx, id) });
    });
  }

  async list(
    actor: PersonActor,
    wanted: { readonly planId: string | null; readonly state: string | null },
    after: string | null,
    limit: number,
  ): Promise<InspectionFinding[]> {
    return this.unitOfWork.run(actor, (tx) => this.inspections.findings(tx, wanted, after, limit));
  }

  /** Writes the reminders that are due: some days before a due day, and once it is past. Running twice writes none twice. */
  async remindDue(actor: SystemActor): Promise<void> {
    const now = this.clock.now();
    const today = beijingDate(now);
    const { remindDaysBefore } = inspectionPolicyOn(today);
    await this.unitOfWork.run(actor, async (tx) => {
      const near = await this.inspections.unreminded(tx, addDays(today, remindDaysBefore), findingsPerRun);
      for (const { id, dueOn } of near) {
        const kind = reminderDue(dueOn, today, remindDaysBefore);
        if (kind === null || !(await this.inspections.remind(tx, id, kind, dueOn, now))) continue;
        await this.journal.record(tx, {
          ...{ subjectKind: 'inspectionFinding', subjectId: id, parties: [], event: 'remind', from: null, to: null },
          after: { kind, dueOn },
        });
      }
    });
  }

  private judge(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (finding: InspectionFinding) => Result<InspectionFinding, FindingRefusal>,
  ): Promise<Result<InspectionFinding, FindingRefusal>> {
    return this.change(actor, id, event, decide, async (tx, found) => {
      if (found.raisedBy === actor.personId) return refuse('inspection.ownFinding');
      return (await this.handled(tx, actor, found)) ? refuse('inspection.handledCase') : ok(true);
    });
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (finding: InspectionFinding) => Result<InspectionFinding, FindingRefusal>,
    allowed?: (tx: Tx, finding: InspectionFinding) => Promise<Result<true, FindingRefusal>>,
  ): Promise<Result<InspectionFinding, FindingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<InspectionFinding, FindingRefusal>> => {
      const before = await this.inspections.finding(tx, id, 'FOR UPDATE');
      if (!before) return refuse('inspection.findingNotFound');
      const may = await allowed?.(tx, before);
      if (may && !may.ok) return may;
      const after = decide(before);
      if (!after.ok) return after;
      await this.inspections.saveFinding(tx, after.value);
      await this.record(tx, event, before, after.value);
      return after;
    });
  }

  /** Nobody inspects a case he handled: whoever acted in it, or brought its entry in, by the audit records. */
  private async handled(tx: Tx, actor: PersonActor, finding: InspectionFinding): Promise<boolean> {
    const drawn = await this.inspections.caseOf(tx, finding.planId, finding.registrationNumber);
    const subjects = [drawn?.registrationId, drawn?.entryId].filter((id) => typeof id === 'string');
    const system = systemActor('inspection', tx.actor.origin.requestId);
    return this.unitOfWork.run(system, (asSystem) => this.inspections.handled(asSystem, actor.personId, subjects));
  }

  private async record(
    tx: Tx,
    event: string,
    before: InspectionFinding | null,
    after: InspectionFinding,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'inspectionFinding',
      subjectId: after.id,
      parties: [],
      event,
      from: before?.state ?? null,
      to: after.state,
      before,
      after,
    });
  }
}
