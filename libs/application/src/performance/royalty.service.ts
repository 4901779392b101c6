import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { royaltyOn } from '#domain/contract/check-payment.js';
import type { Contract } from '#domain/contract/contract.js';
import type { Fen } from '#domain/money/money.js';
import {
  royaltyFindings,
  royaltyPeriods,
  royaltyReportTransitions,
  type LeakageFinding,
  type RoyaltyPeriod,
  type RoyaltyReport,
} from '#domain/performance/royalty-report.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { ReceiptService } from '../contract/receipt.service.js';
import { ContractSides } from './contract-sides.js';
import { RoyaltyRepository } from './royalty.repository.js';

type NotFound = Refusal<'royaltyReport.notFound'>;
export type SubmitRefusal = Refusal<
  | 'contract.notFound'
  | 'royaltyReport.buyerReports'
  | 'royaltyReport.noRoyalty'
  | 'royaltyReport.noSuchPeriod'
  | 'royaltyReport.periodRunning'
  | 'royaltyReport.reportedAlready'
>;
export type DecideRefusal = NotFound | Refusal<'state.notAllowed' | 'royaltyReport.sellerDecides'>;

export interface NewReport {
  readonly periodFrom: LocalDate;
  readonly base: Fen;
  readonly paid: Fen;
  readonly statement: string;
}

/** Where a contract's royalty stands: what was owed, said and asked about. */
export interface RoyaltyStanding {
  readonly periods: readonly (RoyaltyPeriod & { readonly report: RoyaltyReport | null })[];
  readonly findings: readonly LeakageFinding[];
}

/** Use cases of royalty reports (提成报告) and of what may leak from them. */
@Injectable()
export class RoyaltyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sides: ContractSides,
    private readonly reports: RoyaltyRepository,
    private readonly receipts: ReceiptService,
    private readonly clock: Clock,
  ) {}

  /** The licensee reports one period that is over; a disputed report is superseded by the next. */
  async submit(
    actor: PersonActor,
    contractId: string,
    given: NewReport,
  ): Promise<Result<RoyaltyReport, SubmitRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<RoyaltyReport, SubmitRefusal>> => {
        const found = await this.sides.side(tx, actor, contractId);
        if (!found) return refuse('contract.notFound');
        if (found.side !== 'buyer') return refuse('royaltyReport.buyerReports');
        const report = this.newReport(found.contract, given);
        if (!report.ok) return report;
        const before = await this.reports.ofPeriod(tx, contractId, given.periodFrom);
        if (before) {
          const next = transition(royaltyReportTransitions, before.state, 'supersede');
          if (!next.ok) return refuse('royaltyReport.reportedAlready', { state: before.state }, '/periodFrom');
          await this.save(tx, found.contract, 'supersede', before, { ...before, state: next.value });
        }
        await this.reports.insert(tx, report.value);
        await this.record(tx, found.contract, 'submit', null, report.value);
        return report;
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'royalty_report_period_once') throw error;
      return refuse('royaltyReport.reportedAlready', { state: 'submitted' }, '/periodFrom');
    }
  }

  /** The licensor confirms what it was told, or disputes it and says why. */
  async decide(
    actor: PersonActor,
    id: string,
    event: 'confirm' | 'dispute',
    reason: string | null,
  ): Promise<Result<RoyaltyReport, DecideRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RoyaltyReport, DecideRefusal>> => {
      const before = await this.reports.forUpdate(tx, id);
      const found = before && (await this.sides.side(tx, actor, before.contractId));
      if (!before || !found) return refuse('royaltyReport.notFound');
      if (found.side !== 'seller') return refuse('royaltyReport.sellerDecides');
      const next = transition(royaltyReportTransitions, before.state, event);
      if (!next.ok) return next;
      const after = { ...before, state: next.value, reason, decidedAt: this.clock.now() };
      await this.save(tx, found.contract, event, before, after);
      return ok(after);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<RoyaltyReport, NotFound>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.reports.find(tx, id));
    return found ? ok(found) : refuse('royaltyReport.notFound');
  }

  async list(actor: PersonActor, contractId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RoyaltyReport[], Refusal<'contract.notFound'>>> => {
      if (!(await this.sides.seen(tx, contractId))) return refuse('contract.notFound');
      return ok(await this.reports.list(tx, contractId, after, limit));
    });
  }

  async standing(
    actor: PersonActor,
    contractId: string,
  ): Promise<Result<RoyaltyStanding, Refusal<'contract.notFound' | 'royaltyReport.noRoyalty'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<RoyaltyStanding, Refusal<'contract.notFound' | 'royaltyReport.noRoyalty'>>> => {
        const contract = await this.sides.seen(tx, contractId);
        if (!contract) return refuse('contract.notFound');
        if (!contract.payment?.royalty) return refuse('royaltyReport.noRoyalty');
        const { periods, reports } = await this.periods(tx, contract);
        const receipts = await this.receipts.ofContract(tx, contractId);
        const today = beijingDate(this.clock.now());
        return ok({
          periods: periods.map((period) => ({ ...period, report: reportOf(reports, period) })),
          findings: royaltyFindings(periods, reports, receipts, today),
        });
      },
    );
  }

  /** Periods that began by now and the reports that count, for the overdue ladder too. */
  async periods(tx: Tx, contract: Contract) {
    const periods = royaltyPeriods(contract, beijingDate(this.clock.now()));
    return { periods, reports: await this.reports.standing(tx, contract.id) };
  }

  async contractsWithRoyalty(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    return this.reports.contracts(tx, after, limit);
  }

  private newReport(contract: Contract, given: NewReport): Result<RoyaltyReport, SubmitRefusal> {
    const clause = contract.payment?.royalty;
    if (!clause) return refuse('royaltyReport.noRoyalty');
    const now = this.clock.now();
    const period = royaltyPeriods(contract, beijingDate(now)).find(({ from }) => from === given.periodFrom);
    if (!period) return refuse('royaltyReport.noSuchPeriod', {}, '/periodFrom');
    if (period.to >= beijingDate(now)) return refuse('royaltyReport.periodRunning', { to: period.to }, '/periodFrom');
    return ok({
      ...given,
      ...{ id: uuid(), contractId: contract.id, state: 'submitted', periodTo: period.to, dueOn: period.dueOn },
      ...{ due: royaltyOn(clause, given.base), reason: null, submittedAt: now, decidedAt: null },
    });
  }

  private async save(
    tx: Tx,
    contract: Contract,
    event: string,
    before: RoyaltyReport,
    after: RoyaltyReport,
  ): Promise<void> {
    await this.reports.save(tx, after);
    await this.record(tx, contract, event, before, after);
  }

  private async record(
    tx: Tx,
    contract: Contract,
    event: string,
    before: RoyaltyReport | null,
    after: RoyaltyReport,
  ): Promise<void> {
    await this.sides.record(tx, contract, {
      ...{ subjectKind: 'royaltyReport', subjectId: after.id, event, from: before?.state ?? null, to: after.state },
      ...(after.reason !== null && { reason: after.reason }),
      ...(before && { before }),
      after,
    });
  }
}

const reportOf = (reports: readonly RoyaltyReport[], period: RoyaltyPeriod): RoyaltyReport | null =>
  reports.find(({ periodFrom }) => periodFrom === period.from) ?? null;
