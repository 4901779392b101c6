import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { EntryKind } from '#domain/ledger/journal-entry.js';
import { hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import {
  checkLog,
  envoyLogTransitions,
  lastDayOfMonth,
  monthlySubsidy,
  subsidyArithmetic,
  techEnvoyTransitions,
  type EnvoyLog,
  type LogRefusal,
  type Month,
  type TechEnvoy,
} from '#domain/tech-envoy/tech-envoy.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { TechEnvoyRepository, type Coverage, type EnvoyMonth } from './tech-envoy.repository.js';

export type EnvoyRefusal =
  | LogRefusal
  | Refusal<
      | 'techEnvoy.notFound'
      | 'techEnvoy.unknownPerson'
      | 'techEnvoy.logNotFound'
      | 'techEnvoy.loggedAlready'
      | 'techEnvoy.ownLog'
      | 'techEnvoy.monthRunning'
      | 'techEnvoy.endBeforeStart'
      | 'state.notAllowed'
    >;

/** What one run over a month did. */
export interface MonthRun {
  readonly month: Month;
  readonly accrued: number;
  /** Left for want of budget; the next run takes them. */
  readonly waiting: number;
}

/** Technology envoys: posts, service logs confirmed by the county, and the subsidy of each person and month, once. */
@Injectable()
export class TechEnvoyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly envoys: TechEnvoyRepository,
    private readonly ledger: LedgerService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async post(
    actor: PersonActor,
    content: Omit<TechEnvoy, 'id' | 'state' | 'postedTo' | 'version'>,
  ): Promise<Result<TechEnvoy, EnvoyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (
        !(await this.unitOfWork.asSystem(tx, 'techEnvoy', (system) =>
          this.envoys.personExists(system, content.personId),
        ))
      ) {
        return refuse('techEnvoy.unknownPerson', {}, '/personId');
      }
      const envoy: TechEnvoy = { ...content, id: uuid(), state: 'serving', postedTo: null, version: 1 };
      await this.envoys.insert(tx, envoy, actor.personId, this.clock.now());
      await this.record(tx, 'techEnvoy', envoy.id, 'post', null, envoy.state, envoy);
      return ok(envoy);
    });
  }

  async end(actor: PersonActor, id: string, postedTo: LocalDate): Promise<Result<TechEnvoy, EnvoyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.envoys.forUpdate(tx, id);
      if (!found) return refuse('techEnvoy.notFound');
      const next = transition(techEnvoyTransitions, found.state, 'end');
      if (!next.ok) return next;
      if (postedTo < found.postedFrom)
        return refuse('techEnvoy.endBeforeStart', { from: found.postedFrom }, '/postedTo');
      const ended = { ...found, state: next.value, postedTo };
      await this.envoys.end(tx, ended, this.clock.now());
      await this.record(tx, 'techEnvoy', id, 'end', found.state, next.value, ended);
      return ok({ ...ended, version: found.version + 1 });
    });
  }

  /** Own posts; those of the county for its officer; all for the bureau. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<TechEnvoy[]> {
    return this.unitOfWork.run(actor, (tx) => this.envoys.list(tx, countyScope(actor), after, limit));
  }

  /** The envoy tells of a day of service; for anybody else the post does not exist. */
  async log(
    actor: PersonActor,
    envoyId: string,
    content: Pick<EnvoyLog, 'servedOn' | 'village' | 'content'>,
  ): Promise<Result<EnvoyLog, EnvoyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const envoy = await this.envoys.find(tx, envoyId);
      if (envoy?.personId !== actor.personId) return refuse('techEnvoy.notFound');
      const sound = checkLog(envoy, content, beijingDate(this.clock.now()));
      if (!sound.ok) return sound;
      const log: EnvoyLog = {
        ...content,
        id: uuid(),
        envoyId,
        personId: actor.personId,
        countyCode: envoy.countyCode,
        state: 'submitted',
        decisionReason: null,
      };
      if (!(await this.envoys.insertLog(tx, log, this.clock.now()))) return refuse('techEnvoy.loggedAlready');
      await this.record(tx, 'envoyLog', log.id, 'submit', null, log.state, log);
      return ok(log);
    });
  }

  /** The county's officer confirms or rejects; never his own service. */
  async decide(
    actor: PersonActor,
    logId: string,
    event: 'confirm' | 'reject',
    reason: string,
  ): Promise<Result<EnvoyLog, EnvoyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.envoys.logForUpdate(tx, logId);
      if (found?.countyCode !== actor.countyCode) return refuse('techEnvoy.logNotFound');
      if (found.personId === actor.personId) return refuse('techEnvoy.ownLog');
      const next = transition(envoyLogTransitions, found.state, event);
      if (!next.ok) return next;
      const decided: EnvoyLog = { ...found, state: next.value, decisionReason: reason };
      await this.envoys.decideLog(tx, decided, actor.personId, this.clock.now());
      await this.record(tx, 'envoyLog', logId, event, found.state, next.value, decided, reason);
      return ok(decided);
    });
  }

  async logs(actor: PersonActor, after: string | null, limit: number): Promise<EnvoyLog[]> {
    return this.unitOfWork.run(actor, (tx) => this.envoys.logs(tx, countyScope(actor), after, limit));
  }

  /** Accrues the subsidies of a month that has ended. May run again: logs confirmed later are taken then, nobody is paid twice. */
  async runMonth(actor: PersonActor, month: Month): Promise<Result<MonthRun, EnvoyRefusal>> {
    if (beijingDate(this.clock.now()) <= lastDayOfMonth(month))
      return refuse('techEnvoy.monthRunning', { month }, '/month');
    return this.unitOfWork.run(actor, async (tx) => {
      const people = await this.unitOfWork.asSystem(tx, 'techEnvoy', (system) =>
        this.envoys.unpaidPeople(system, month),
      );
      let accrued = 0;
      let waiting = 0;
      for (const personId of people) {
        const outcome = await this.unitOfWork.asSystem(tx, 'techEnvoy', (system) =>
          this.accrue(system, personId, month),
        );
        if (outcome === 'accrued') accrued += 1;
        if (outcome === 'waiting') waiting += 1;
      }
      await this.record(tx, 'envoyMonth', uuid(), 'run', null, null, { month, accrued, waiting });
      return ok({ month, accrued, waiting });
    });
  }

  /** Records that a month's accrued subsidies were paid by one document. Nothing left to pay is no error. */
  async payMonth(actor: PersonActor, month: Month, document: string, paidOn: LocalDate): Promise<EnvoyMonth[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const paid = await this.unitOfWork.asSystem(tx, 'techEnvoy', async (system) => {
        const rows = await this.envoys.accruedForUpdate(system, month);
        for (const row of rows) {
          const reason = `${month} 科技特派员补助兑付：${document}`;
          const entryId = await this.shift(system, row, 'payment', reason);
          if (entryId === null) throw new Error(`the subsidy ${row.id} was committed when it was accrued`);
          await this.envoys.payMonth(system, row.id, entryId, document, paidOn);
        }
        return rows;
      });
      await this.record(tx, 'envoyMonth', uuid(), 'pay', null, null, { month, document, count: paid.length });
      return paid.map((row) => ({ ...row, state: 'paid', paymentDocument: document, paidOn }));
    });
  }

  async months(actor: PersonActor, month: Month | null, after: string | null, limit: number): Promise<EnvoyMonth[]> {
    return this.unitOfWork.run(actor, (tx) => this.envoys.months(tx, month, after, limit));
  }

  /** Villages with how many envoys serve there: names nobody, so anybody may read it. */
  async coverage(actor: Actor): Promise<Coverage[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'techEnvoy', (system) => this.envoys.coverage(system)),
    );
  }

  private async accrue(tx: Tx, personId: string, month: Month): Promise<'accrued' | 'waiting' | 'nothing'> {
    if (!(await this.envoys.lockMonth(tx, personId, month))) return 'nothing';
    const [posts, logs] = [await this.envoys.postsOf(tx, personId), await this.envoys.logsOf(tx, personId, month)];
    const amount = monthlySubsidy(posts, logs, month);
    if (amount === 0n) return 'nothing';
    const confirmed = logs.filter((log) => log.state === 'confirmed');
    const row: EnvoyMonth = {
      id: uuid(),
      personId,
      month,
      countyCode: confirmed[0]?.countyCode ?? '',
      amount,
      state: 'accrued',
      logs: confirmed.length,
      paymentDocument: null,
      paidOn: null,
    };
    const days = new Set(confirmed.map((log) => log.servedOn)).size;
    const entryId = await this.shift(tx, row, 'accrual', subsidyArithmetic(month, days));
    if (entryId === null) return 'waiting';
    await this.envoys.insertMonth(tx, row, entryId, this.clock.now());
    return 'accrued';
  }

  /** A month belongs to the budget of its year. */
  private shift(tx: Tx, row: EnvoyMonth, kind: EntryKind & ('accrual' | 'payment'), reason: string) {
    const buckets =
      kind === 'accrual'
        ? ({ from: 'available', to: 'committed' } as const)
        : ({ from: 'committed', to: 'paid' } as const);
    const holder = { scheme: 'techEnvoy', kind: 'person', id: row.personId };
    const fiscalYear = Number(row.month.slice(0, 4));
    return this.ledger.shift(tx, {
      fund: 'envoyFund',
      fiscalYear,
      holder,
      ...buckets,
      amount: row.amount,
      kind,
      reason,
    });
  }

  private record(
    tx: Tx,
    subjectKind: string,
    subjectId: string,
    event: string,
    from: string | null,
    to: string | null,
    after: unknown,
    reason?: string,
  ): Promise<void> {
    const parties = tx.actor.kind === 'person' ? [tx.actor.organizationId] : [];
    return this.journal.record(tx, {
      subjectKind,
      subjectId,
      event,
      from,
      to,
      parties,
      after,
      ...(reason !== undefined && { reason }),
    });
  }
}

/** A county's officer sees his county; everybody else what row-level security leaves him. */
const countyScope = (actor: PersonActor): string | null =>
  hasRole(actor, 'countyOfficer') && !hasRole(actor, 'rewardOfficer', 'auditor') ? actor.countyCode : null;
