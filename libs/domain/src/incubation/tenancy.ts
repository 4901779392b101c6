import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { graduationGrounds, tenancyFindings, type GraduationGround, type MilestoneKind } from './tenancy.policy.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** The stay of an enterprise in an incubator (在孵). */
export interface Tenancy {
  readonly id: string;
  readonly incubatorOrganizationId: string;
  readonly enterpriseOrganizationId: string;
  readonly state: TenancyState;
  /** What the enterprise wants to do there, in its own words. */
  readonly plan: string;
  readonly technologyBased: boolean;
  readonly foundedOn: LocalDate | null;
  readonly field: string | null;
  /** Registered and at work on the carrier's premises. */
  readonly onPremises: boolean;
  /** Why it was admitted though the definition is not met. */
  readonly exceptionReason: string | null;
  /** Counts as a tenant by the measures' definition. */
  readonly byDefinition: boolean;
  readonly graduationGround: GraduationGround | null;
  readonly decisionReason: string | null;
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

export const tenancyTransitions = {
  applied: { admit: 'admitted', refuse: 'refused', cancel: 'cancelled' },
  admitted: { graduate: 'graduated', leave: 'left', fail: 'failed', lose: 'lost' },
  graduated: {},
  left: {},
  failed: {},
  lost: { return: 'admitted', leave: 'left', fail: 'failed' },
  refused: {},
  cancelled: {},
} as const satisfies TransitionTable;

export type TenancyState = StateOf<typeof tenancyTransitions>;
export type TenancyEvent = EventOf<typeof tenancyTransitions>;

export type AdvanceTenancyRefusal = Refusal<
  | 'state.notAllowed'
  | 'tenancy.untilPast'
  | 'tenancy.notEligible'
  | 'tenancy.groundMissing'
  | 'tenancy.milestoneMissing'
>;

export interface TenancyStep {
  readonly event: TenancyEvent;
  readonly today: LocalDate;
  readonly reason: string;
  /** Agreed at admission. */
  readonly plannedUntil: LocalDate | null;
  /** Why to admit though the definition is not met. */
  readonly exceptionReason: string | null;
  readonly graduationGround: GraduationGround | null;
  readonly milestones: readonly Pick<TenancyMilestone, 'kind'>[];
}

/**
 * Admission names the last day and rests on the definition, or on a reason that is kept. Graduation rests on a ground and a milestone
 * that proves it. Who was lost (失联) and comes back is a tenant again.
 */
export function advanceTenancy(tenancy: Tenancy, step: TenancyStep, now: Date): Result<Tenancy, AdvanceTenancyRefusal> {
  const { event, today, reason } = step;
  const next = transition(tenancyTransitions, tenancy.state, event);
  if (!next.ok) return next;
  const decided = event === 'admit' ? admission(tenancy, step) : event === 'graduate' ? graduation(step) : ok({});
  if (!decided.ok) return decided;
  const dates = event === 'admit' ? {} : { endedOn: event === 'return' ? null : today };
  return ok({
    ...tenancy,
    ...dates,
    ...decided.value,
    decisionReason: reason,
    state: next.value,
    updatedAt: now,
    version: tenancy.version + 1,
  });
}

function admission(
  tenancy: Tenancy,
  { today, plannedUntil, exceptionReason }: TenancyStep,
): Result<Partial<Tenancy>, AdvanceTenancyRefusal> {
  if (plannedUntil === null || plannedUntil <= today) return refuse('tenancy.untilPast', { today }, '/plannedUntil');
  const missing = tenancyFindings(tenancy, today, plannedUntil).filter(({ met }) => !met);
  if (missing.length > 0 && exceptionReason === null) {
    return refuse(
      'tenancy.notEligible',
      { missing: missing.map(({ wording }) => wording).join('；') },
      '/exceptionReason',
    );
  }
  const byDefinition = missing.length === 0;
  return ok({ admittedOn: today, plannedUntil, byDefinition, exceptionReason: byDefinition ? null : exceptionReason });
}

function graduation({ graduationGround, milestones }: TenancyStep): Result<Partial<Tenancy>, AdvanceTenancyRefusal> {
  if (graduationGround === null) return refuse('tenancy.groundMissing', {}, '/graduationGround');
  const { milestone: needed, title } = graduationGrounds[graduationGround];
  if (!milestones.some(({ kind }) => needed === null || kind === needed)) {
    return refuse('tenancy.milestoneMissing', { ground: title });
  }
  return ok({ graduationGround });
}

export const supportKinds = [
  'space',
  'funding',
  'investment',
  'mentoring',
  'training',
  'equipment',
  'finance',
  'policy',
  'other',
] as const;
/** 场地, 资助, 投资, 辅导, 培训, 设备, 融资对接, 政策, 其他. */
export type SupportKind = (typeof supportKinds)[number];

/** Support that a tenant received. */
export interface TenancySupport {
  readonly id: string;
  readonly tenancyId: string;
  readonly kind: SupportKind;
  readonly amount: Fen | null;
  readonly givenOn: LocalDate;
  readonly note: string;
  readonly recordedBy: string;
  readonly createdAt: Date;
}

/** Milestones are of the stay: reached while admitted, not before and not in the future. */
export function mayReach(
  tenancy: Tenancy,
  reachedOn: LocalDate,
  today: LocalDate,
  pointer = '/reachedOn',
): Result<Tenancy, Refusal<'tenancy.notAdmitted' | 'tenancy.milestoneDay'>> {
  if (tenancy.state !== 'admitted' || tenancy.admittedOn === null) {
    return refuse('tenancy.notAdmitted', { state: tenancy.state });
  }
  if (reachedOn < tenancy.admittedOn || reachedOn > today) {
    return refuse('tenancy.milestoneDay', { admittedOn: tenancy.admittedOn, today }, pointer);
  }
  return ok(tenancy);
}
