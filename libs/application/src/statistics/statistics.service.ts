import { Injectable } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import type { Dimension, FigureTable, Sums } from '#domain/statistics/figures.js';
import { parsePeriod, yearBefore, type Period } from '#domain/statistics/period.js';
import type { RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import type { RegisterFilter } from './entry.filter.js';
import { StatisticsRepository } from './statistics.repository.js';

export interface Report {
  readonly period: Period;
  readonly previous: Period;
  readonly cutOff: LocalDate;
  readonly county: string | null;
  readonly tables: readonly FigureTable[];
}

/** What a caller asks for; scope and default day are added here. */
export type RegisterQuery = Omit<RegisterFilter, 'county' | 'cutOff' | 'period' | 'status'> & {
  readonly period?: string;
  readonly cutOff?: LocalDate;
  readonly status?: RegisterFilter['status'];
};

export type QueryRefusal = Refusal<'statistics.periodUnknown' | 'statistics.cutOffAhead'>;

const bureauRoles = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;
const entriesPerPage = 1_000;

/** The register of registered contracts and its figures, as they are now or were on a past day. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: StatisticsRepository,
    private readonly clock: Clock,
  ) {}

  /** The bureau sees all; a county's officer what has a side in his county. */
  async report(
    actor: PersonActor,
    query: RegisterQuery & { readonly period: string },
    wanted: readonly Dimension[],
  ): Promise<Result<Report, QueryRefusal>> {
    const filter = this.filterOf(actor, query);
    if (!filter.ok) return filter;
    const { period, cutOff, county } = filter.value;
    if (!period) return refuse('statistics.periodUnknown', { period: '' }, '/period');
    const previous = yearBefore(period);
    const tables = await this.unitOfWork.run(actor, (tx) =>
      this.entries.figures(tx, filter.value, period, previous, wanted),
    );
    return ok({ period, previous, cutOff, county, tables });
  }

  async list(
    actor: PersonActor,
    query: RegisterQuery,
    after: string | null,
    limit: number,
  ): Promise<Result<RegistrationEntry[], QueryRefusal>> {
    const filter = this.filterOf(actor, query);
    if (!filter.ok) return filter;
    return ok(await this.unitOfWork.run(actor, (tx) => this.entries.list(tx, filter.value, after, limit)));
  }

  async totals(actor: PersonActor, query: RegisterQuery): Promise<Result<Sums, QueryRefusal>> {
    const filter = this.filterOf(actor, query);
    if (!filter.ok) return filter;
    return ok(await this.unitOfWork.run(actor, (tx) => this.entries.totals(tx, filter.value)));
  }

  async get(actor: PersonActor, id: string): Promise<Result<RegistrationEntry, Refusal<'statistics.entryNotFound'>>> {
    const entry = await this.unitOfWork.run(actor, (tx) => this.entries.find(tx, id));
    return entry ? ok(entry) : refuse('statistics.entryNotFound');
  }

  /** The latest version of each number, in the caller's transaction. */
  async byNumbers(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, RegistrationEntry>> {
    return this.entries.latestByNumber(tx, numbers);
  }

  /** Every entry of a filter, page by page. The filter was checked by the caller. */
  async *all(actor: PersonActor, query: RegisterQuery): AsyncGenerator<readonly RegistrationEntry[]> {
    for (let after: string | null = null; ;) {
      const page: Result<RegistrationEntry[], QueryRefusal> = await this.list(actor, query, after, entriesPerPage);
      if (!page.ok || page.value.length === 0) return;
      yield page.value;
      after = page.value.at(-1)?.id ?? null;
    }
  }

  private filterOf(actor: PersonActor, query: RegisterQuery): Result<RegisterFilter, QueryRefusal> {
    const today = beijingDate(this.clock.now());
    const cutOff = query.cutOff ?? today;
    if (cutOff > today) return refuse('statistics.cutOffAhead', { today }, '/cutOff');
    const county = hasRole(actor, ...bureauRoles) ? null : actor.countyCode;
    const rest = { ...query, cutOff, status: query.status ?? 'standing', county };
    if (query.period === undefined) return ok({ ...rest, period: null });
    const period = parsePeriod(query.period);
    return period.ok ? ok({ ...rest, period: period.value }) : period;
  }
}
