import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** The stay of an enterprise in an incubator (在孵). */
export interface Tenancy {
  readonly id: string;
  readonly incubatorOrganizationId: string;
  readonly enterpriseOrganizationId: string;
  readonly state: TenancyState;
  /** What the enterprise wants to do there, in its own words. */
  readonly plan: string;
  readonly appliedOn: LocalDate;
  readonly admittedOn: LocalDate | null;
  /** Last day agreed at admission. */
  readonly plannedUntil: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface TenancyMilestone {
  readonly id: string;
  readonly tenancyId: string;
  readonly kind: MilestoneKind;
  readonly note: string;
  readonly reachedOn: LocalDate;
  readonly createdAt: Date;
}

export const milestoneKinds = [
  'product',
  'financing',
  'revenue',
  'intellectualProperty',
  'employment',
  'qualification',
  'other',
] as const;
/** 产品, 融资, 收入, 知识产权, 就业, 资质, 其他. */
export type MilestoneKind = (typeof milestoneKinds)[number];

export const tenancyTransitions = {
  applied: { admit: 'admitted', refuse: 'refused', cancel: 'cancelled' },
  admitted: { graduate: 'graduated', leave: 'left' },
  graduated: {},
  left: {},
  refused: {},
  cancelled: {},
} as const satisfies TransitionTable;

export type TenancyState = StateOf<typeof tenancyTransitions>;
export type TenancyEvent = EventOf<typeof tenancyTransitions>;

export type AdvanceTenancyRefusal = Refusal<'state.notAllowed' | 'tenancy.untilPast' | 'tenancy.milestoneMissing'>;

export interface TenancyStep {
  readonly event: TenancyEvent;
  readonly today: LocalDate;
  /** Agreed at admission. */
  readonly plannedUntil: LocalDate | null;
  readonly milestones: number;
}

/** Admission names the last day; graduation rests on at least one milestone reached, so that the count means something. */
export function advanceTenancy(
  tenancy: Tenancy,
  { event, today, plannedUntil, milestones }: TenancyStep,
  now: Date,
): Result<Tenancy, AdvanceTenancyRefusal> {
  const next = transition(tenancyTransitions, tenancy.state, event);
  if (!next.ok) return next;
  if (event === 'admit' && (plannedUntil === null || plannedUntil <= today)) {
    return refuse('tenancy.untilPast', { today }, '/plannedUntil');
  }
  if (event === 'graduate' && milestones === 0) return refuse('tenancy.milestoneMissing');
  const dates = event === 'admit' ? { admittedOn: today, plannedUntil } : { endedOn: today };
  return ok({ ...tenancy, ...dates, state: next.value, updatedAt: now, version: tenancy.version + 1 });
}

/** Milestones are of the stay: reached while admitted, not before and not in the future. */
export function mayReach(
  tenancy: Tenancy,
  reachedOn: LocalDate,
  today: LocalDate,
): Result<Tenancy, Refusal<'tenancy.notAdmitted' | 'tenancy.milestoneDay'>> {
  if (tenancy.state !== 'admitted' || tenancy.admittedOn === null) {
    return refuse('tenancy.notAdmitted', { state: tenancy.state });
  }
  if (reachedOn < tenancy.admittedOn || reachedOn > today) {
    return refuse('tenancy.milestoneDay', { admittedOn: tenancy.admittedOn, today }, '/reachedOn');
  }
  return ok(tenancy);
}
