import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

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
  /** The importer's own key, unique within the organization. */
  readonly externalKey: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

export const demandTransitions = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { meet: 'met', withdraw: 'withdrawn', expire: 'expired' },
  met: {},
  withdrawn: {},
  expired: { renew: 'published' },
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
>;

/** Publishing needs a description that somebody else can understand, and a validity that is not past. */
export function publishDemand(
  demand: Demand,
  now: Date,
  today: LocalDate,
): Result<Demand, Refusal<'state.notAllowed' | 'demand.tooVague' | 'demand.expired'>> {
  const next = transition(demandTransitions, demand.state, 'publish');
  if (!next.ok) return next;
  if (demand.summary.trim().length < 10) return refuse('demand.tooVague', {}, '/summary');
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
  if (demand.validUntil !== null && demand.validUntil < today) {
    return refuse('demand.expired', { validUntil: demand.validUntil }, '/validUntil');
  }
  return ok({ ...demand, state: next.value, publishedAt: now, updatedAt: now, version: demand.version + 1 });
}

/** Content may change while the demand is a draft or published. */
export function amendDemand(
  demand: Demand,
  change: Partial<DemandContent>,
  now: Date,
): Result<Demand, Refusal<'demand.closed'>> {
  if (demand.state !== 'draft' && demand.state !== 'published') return refuse('demand.closed', { state: demand.state });
  return ok({ ...demand, ...change, updatedAt: now, version: demand.version + 1 });
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
