import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { aliveUntil, isOver, validAfterRenewal } from '../vitality/vitality.js';
import { unclearFields } from './demand-quality.js';
import type { DemandTemplate, TemplateUse } from './demand-template.js';

/** A technology need (技术需求) that an organization posts. */
export interface Demand {
  readonly id: string;
  readonly organizationId: string;
  readonly state: DemandState;
  readonly title: string;
  /** The trouble in the poster's own words. */
  readonly summary: string;
  readonly field: string | null;
  readonly countyCode: string;
  readonly zoneCode: string | null;
  readonly budget: Fen | null;
  /** Ways of cooperation that it accepts; empty: any. */
  readonly transferModes: readonly TransferMode[];
  /** Day on which the solution must run. */
  readonly neededBy: LocalDate | null;
  /** Least technology readiness level (GB/T 22900-2022) that it wants. */
  readonly leastReadinessLevel: number | null;
  /** Regions it will not work with: counties, or whole cities and provinces (GB/T 2260: 610100, 610000). */
  readonly excludedRegionCodes: readonly string[];
  /** Last day on which the need stands; null when open. */
  readonly validUntil: LocalDate | null;
  /** Last day on which it is alive, frozen after it; null until it is published. */
  readonly aliveUntil: LocalDate | null;
  /** What it answers to the questions of its industry; null: free text only. */
  readonly template: TemplateUse | null;
  /** The importer's own key, unique within the organization. */
  readonly externalKey: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

export const demandTransitions = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { meet: 'met', withdraw: 'withdrawn', expire: 'expired', renew: 'published' },
  met: {},
  withdrawn: {},
  expired: { renew: 'published', meet: 'met', withdraw: 'withdrawn' },
} as const satisfies TransitionTable;

export type DemandState = StateOf<typeof demandTransitions>;
export type DemandEvent = EventOf<typeof demandTransitions>;

/** Content of a demand that its owner writes. */
export type DemandContent = Pick<
  Demand,
  | 'title'
  | 'summary'
  | 'field'
  | 'zoneCode'
  | 'budget'
  | 'transferModes'
  | 'neededBy'
  | 'leastReadinessLevel'
  | 'excludedRegionCodes'
  | 'validUntil'
  | 'externalKey'
  | 'countyCode'
  | 'template'
>;

/** What a screening judges: all that a reader of the demand goes by. */
export const screenedContent = (demand: Demand) => ({
  title: demand.title,
  summary: demand.summary,
  field: demand.field,
  countyCode: demand.countyCode,
  budget: demand.budget,
  transferModes: demand.transferModes,
  neededBy: demand.neededBy,
  leastReadinessLevel: demand.leastReadinessLevel,
  template: demand.template,
});

/** Publishing needs a description that somebody else can understand, and a validity that is not past. */
export function publishDemand(
  demand: Demand,
  template: DemandTemplate | null,
  now: Date,
  today: LocalDate,
): Result<Demand, Refusal<'state.notAllowed' | 'demand.tooVague' | 'demand.fieldsUnclear' | 'demand.expired'>> {
  const next = transition(demandTransitions, demand.state, 'publish');
  if (!next.ok) return next;
  const clear = clearEnough(demand, template);
  if (!clear.ok) return clear;
  return publishCollectedDemand(demand, now, today);
}

/** A demand taken in from another source may be no more than a title: then the title is all its poster said. */
export function publishCollectedDemand(
  demand: Demand,
  now: Date,
  today: LocalDate,
): Result<Demand, Refusal<'state.notAllowed' | 'demand.expired'>> {
  const next = transition(demandTransitions, demand.state, 'publish');
  if (!next.ok) return next;
  if (isOver(demand.validUntil, today)) {
    return refuse('demand.expired', { validUntil: demand.validUntil ?? '' }, '/validUntil');
  }
  const alive = { aliveUntil: aliveUntil('demand', today, demand.validUntil), publishedAt: now };
  return ok({ ...demand, ...alive, state: next.value, updatedAt: now, version: demand.version + 1 });
}

/** A description that is too short, or fields that say nothing. What is public may not become so either. */
export function clearEnough(
  demand: Demand,
  template: DemandTemplate | null,
): Result<Demand, Refusal<'demand.tooVague' | 'demand.fieldsUnclear'>> {
  if (demand.summary.trim().length < 10) return refuse('demand.tooVague', {}, '/summary');
  const unclear = unclearFields(demand, template);
  const [first] = unclear;
  if (!first) return ok(demand);
  const fields = unclear.map(({ title, reason }) => `${title}（${reason}）`).join('、');
  return refuse('demand.fieldsUnclear', { count: String(unclear.length), fields }, first.pointer);
}

/** Another term for what is alive, or was frozen. `validUntil`: the owner's own last day from now on. */
export function renewDemand(
  demand: Demand,
  validUntil: LocalDate | null,
  now: Date,
  today: LocalDate,
): Result<Demand, Refusal<'state.notAllowed' | 'demand.expired'>> {
  const next = transition(demandTransitions, demand.state, 'renew');
  if (!next.ok) return next;
  if (isOver(validUntil, today)) return refuse('demand.expired', { validUntil: validUntil ?? '' }, '/validUntil');
  const valid = validAfterRenewal(validUntil, demand.validUntil, today);
  return ok({
    ...demand,
    state: next.value,
    validUntil: valid,
    aliveUntil: aliveUntil('demand', today, valid),
    updatedAt: now,
    version: demand.version + 1,
  });
}

/** Its last day is over: it leaves search and matching, and stays readable and marked. */
export function freezeDemand(demand: Demand, now: Date): Result<Demand, Refusal<'state.notAllowed'>> {
  const next = transition(demandTransitions, demand.state, 'expire');
  return next.ok ? ok({ ...demand, state: next.value, updatedAt: now, version: demand.version + 1 }) : next;
}

/** Content may change while the demand is a draft or published. An earlier last day ends it earlier; a later one is a renewal. */
export function amendDemand(
  demand: Demand,
  change: Partial<DemandContent>,
  now: Date,
): Result<Demand, Refusal<'demand.closed'>> {
  if (demand.state !== 'draft' && demand.state !== 'published') return refuse('demand.closed', { state: demand.state });
  const after = { ...demand, ...change, updatedAt: now, version: demand.version + 1 };
  const { aliveUntil: alive, validUntil } = after;
  const sooner = alive !== null && validUntil !== null && validUntil < alive ? validUntil : alive;
  return ok({ ...after, aliveUntil: sooner });
}

export function withdrawDemand(demand: Demand, now: Date): Result<Demand, Refusal<'state.notAllowed'>> {
  const next = transition(demandTransitions, demand.state, 'withdraw');
  if (!next.ok) return next;
  return ok({ ...demand, state: next.value, updatedAt: now, version: demand.version + 1 });
}

/** A contract that answers the need has taken effect. */
export function meetDemand(demand: Demand, now: Date): Result<Demand, Refusal<'state.notAllowed'>> {
  const next = transition(demandTransitions, demand.state, 'meet');
  if (!next.ok) return next;
  return ok({ ...demand, state: next.value, updatedAt: now, version: demand.version + 1 });
}
