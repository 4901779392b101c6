import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  answerDueOn,
  mistakeNumber,
  mistakeReportTransitions,
  numberBytes,
  type MistakeKind,
  type MistakeReport,
  type MistakeReportEvent,
} from '#domain/mistake-report/mistake-report.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { MistakeReportRepository } from './mistake-report.repository.js';

export type MistakeReportRefusal = Refusal<'mistakeReport.notFound' | 'state.notAllowed'>;
type Outcome = Result<MistakeReport, MistakeReportRefusal>;

export interface FoundMistake {
  readonly kind: MistakeKind;
  readonly page: string;
  readonly words: string;
}

/** 我要找错: anybody tells of a mistake, the bureau answers, who has the number reads it. */
@Injectable()
export class MistakeReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: MistakeReportRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Kept by the system: strangers write nothing themselves, and nobody learns who told. */
  async report(actor: Actor, found: FoundMistake): Promise<MistakeReport> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'mistakeReport', async (system) => {
        const now = this.clock.now();
        const receivedOn = beijingDate(now);
        const report: MistakeReport = {
          ...{ ...found, id: uuid(), number: mistakeNumber(randomBytes(numberBytes)), state: 'received' },
          ...{ receivedOn, dueOn: answerDueOn(receivedOn), answer: null, answeredOn: null, handledBy: null },
          ...{ version: 1, createdAt: now, updatedAt: now },
        };
        await this.reports.insert(system, report);
        await this.record(system, 'create', null, report);
        return report;
      }),
    );
  }

  async ofNumber(actor: Actor, number: string): Promise<Result<MistakeReport, Refusal<'mistakeReport.notFound'>>> {
    const report = await this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'mistakeReport', (system) => this.reports.ofNumber(system, number)),
    );
    return report ? ok(report) : refuse('mistakeReport.notFound');
  }

  async list(actor: PersonActor, open: boolean, after: string | null, limit: number): Promise<MistakeReport[]> {
    return this.unitOfWork.run(actor, (tx) => this.reports.list(tx, open, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const report = await this.unitOfWork.run(actor, (tx) => this.reports.find(tx, id));
    return report ? ok(report) : refuse('mistakeReport.notFound');
  }

  /** How many wait for their answer, since when, and until when the first is due: for the board of the portal. */
  waiting(system: Tx) {
    return this.reports.waiting(system);
  }

  async take(actor: PersonActor, id: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, (tx) => this.change(tx, actor, id, 'take', null));
  }

  async answer(actor: PersonActor, id: string, outcome: 'correct' | 'keep', words: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, (tx) => this.change(tx, actor, id, outcome, words));
  }

  private async change(
    tx: Tx,
    actor: PersonActor,
    id: string,
    event: MistakeReportEvent,
    answer: string | null,
  ): Promise<Outcome> {
    const before = await this.reports.forUpdate(tx, id);
    if (!before) return refuse('mistakeReport.notFound');
    const next = transition(mistakeReportTransitions, before.state, event);
    if (!next.ok) return next;
    const now = this.clock.now();
    const after: MistakeReport = {
      ...before,
      ...{ state: next.value, answer, answeredOn: answer === null ? null : beijingDate(now) },
      ...{ handledBy: actor.personId, version: before.version + 1, updatedAt: now },
    };
    await this.reports.save(tx, after);
    await this.record(tx, event, before, after, answer ?? undefined);
    return ok(after);
  }

  private async record(tx: Tx, event: string, before: MistakeReport | null, after: MistakeReport, reason?: string) {
    await this.journal.record(tx, {
      ...{ subjectKind: 'mistakeReport', subjectId: after.id, event, from: before?.state ?? null, to: after.state },
      ...{ parties: [], ...(reason !== undefined && { reason }), ...(before && { before }), after },
    });
  }
}
