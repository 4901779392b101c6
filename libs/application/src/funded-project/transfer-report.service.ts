import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  reportingKinds,
  transferReportTransitions,
  type TransferReport,
  type TransferReportState,
} from '#domain/funded-project/funded-project.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { FundedProjectRepository, type OwedReport } from './funded-project.repository.js';

export type { OwedReport } from './funded-project.repository.js';

export type TransferReportRefusal = Refusal<
  'transferReport.notFound' | 'transferReport.yearOpen' | 'transferReport.notOwed' | 'state.notAllowed'
>;
type Answer = Result<TransferReport, TransferReportRefusal>;

/** 科技成果转化年度报告 (转化法 art. 21): the unit writes, the platform counts, the bureau accepts or returns. */
@Injectable()
export class TransferReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: FundedProjectRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Writes the year's draft, or writes it anew. */
  async write(actor: PersonActor, year: number, narrative: string): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const now = this.clock.now();
      if (year >= Number(beijingDate(now).slice(0, 4)))
        return refuse('transferReport.yearOpen', { year: String(year) }, '/year');
      const kind = (await this.reports.organizationKind(tx, actor.organizationId)) ?? '';
      if (!reportingKinds.includes(kind)) return refuse('transferReport.notOwed');
      const draft: TransferReport = {
        id: uuid(),
        organizationId: actor.organizationId,
        year,
        figures: await this.reports.reportFigures(tx, actor.organizationId, year),
        narrative,
        state: 'draft',
        findings: null,
        submittedAt: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      const written = await this.reports.upsertReport(tx, draft);
      const report = await this.reports.reportOf(tx, actor.organizationId, year);
      if (!written || !report) {
        return refuse('state.notAllowed', { state: report?.state ?? '', event: 'write', allowed: '无' });
      }
      await this.record(tx, 'write', report, report);
      return ok(report);
    });
  }

  /** What the platform counts is counted anew on the day of submission. */
  async submit(actor: PersonActor, id: string): Promise<Answer> {
    return this.change(actor, id, 'submit', true, async (tx, report) => ({
      ...report,
      figures: await this.reports.reportFigures(tx, report.organizationId, report.year),
      submittedAt: report.submittedAt ?? this.clock.now(),
      findings: null,
    }));
  }

  async accept(actor: PersonActor, id: string): Promise<Answer> {
    return this.change(actor, id, 'accept', false, async (_tx, report) => report);
  }

  async sendBack(actor: PersonActor, id: string, findings: string): Promise<Answer> {
    return this.change(actor, id, 'return', false, async (_tx, report) => ({ ...report, findings }));
  }

  async get(actor: PersonActor, id: string): Promise<Answer> {
    const found = await this.unitOfWork.run(actor, (tx) => this.reports.report(tx, id));
    return found ? ok(found) : refuse('transferReport.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<TransferReport[]> {
    return this.unitOfWork.run(actor, (tx) => this.reports.reports(tx, after, limit));
  }

  async owed(actor: PersonActor, year: number, after: string | null, limit: number): Promise<OwedReport[]> {
    return this.unitOfWork.run(actor, (tx) => this.reports.owed(tx, reportingKinds, year, after, limit));
  }

  private change(
    actor: PersonActor,
    id: string,
    event: 'submit' | 'accept' | 'return',
    own: boolean,
    decide: (tx: Tx, report: TransferReport) => Promise<TransferReport>,
  ): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const before = await this.reports.report(tx, id, true);
      if (!before || (own && !actsFor(actor, before.organizationId))) return refuse('transferReport.notFound');
      const next = transition(transferReportTransitions, before.state, event);
      if (!next.ok) return next;
      const state: TransferReportState = next.value;
      const decided = await decide(tx, before);
      const after = { ...decided, state, version: before.version + 1, updatedAt: this.clock.now() };
      await this.reports.saveReport(tx, after);
      await this.record(tx, event, before, after);
      return ok(after);
    });
  }

  private record(tx: Tx, event: string, before: TransferReport, after: TransferReport): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'transferReport',
      subjectId: after.id,
      event,
      from: before.state,
      to: after.state,
      parties: [after.organizationId],
      after,
    });
  }
}
