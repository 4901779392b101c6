import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { screeningPolicyOn } from './screening.policy.js';

/** Experts look at a demand before it is published (发布前筛选). */
export interface DemandScreening {
  readonly id: string;
  readonly demandId: string;
  readonly organizationId: string;
  readonly countyCode: string;
  readonly state: DemandScreeningState;
  /** Of the content that is judged: another content needs another screening. */
  readonly contentHash: string;
  readonly requestedBy: string;
  readonly note: string | null;
  /** Reasons of the outcome, without names. */
  readonly outcomeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly concludedAt: Date | null;
}

export const demandScreeningTransitions = {
  requested: { assign: 'assigned', withdraw: 'withdrawn' },
  assigned: {
    assign: 'assigned',
    recommend: 'recommended',
    return: 'returned',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  recommended: {},
  returned: {},
  rejected: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type DemandScreeningState = StateOf<typeof demandScreeningTransitions>;
export type DemandScreeningEvent = EventOf<typeof demandScreeningTransitions>;

export const opinions = ['publish', 'return', 'reject'] as const;
/** 建议发布、退回修改、不予发布. */
export type Opinion = (typeof opinions)[number];

export interface ScreeningExpert {
  readonly personId: string;
  readonly opinion: Opinion | null;
  readonly reason: string | null;
  readonly givenAt: Date | null;
}

/**
 * Null while an expert has not answered. More than half decide for publishing or against it; everything else is a return,
 * which the owner can repair.
 */
export function outcomeOf(
  experts: readonly ScreeningExpert[],
  on: LocalDate,
): 'recommend' | 'return' | 'reject' | null {
  if (experts.length < screeningPolicyOn(on).minExperts || experts.some(({ opinion }) => opinion === null)) return null;
  const most = (wanted: Opinion): boolean =>
    experts.filter(({ opinion }) => opinion === wanted).length * 2 > experts.length;
  if (most('publish')) return 'recommend';
  return most('reject') ? 'reject' : 'return';
}

/** The reasons of those who did not simply agree, numbered so that no name is told. */
export function outcomeReasonOf(experts: readonly ScreeningExpert[]): string {
  const said = experts.flatMap(({ reason }) => (reason === null ? [] : [reason])).sort();
  return said.map((reason, index) => (said.length === 1 ? reason : `${index + 1}. ${reason}`)).join('\n');
}

export function advanceScreening(
  screening: DemandScreening,
  event: DemandScreeningEvent,
  now: Date,
  outcomeReason: string | null = screening.outcomeReason,
): Result<DemandScreening, Refusal<'state.notAllowed'>> {
  const next = transition(demandScreeningTransitions, screening.state, event);
  if (!next.ok) return next;
  const concludedAt = next.value === 'assigned' ? null : now;
  return ok({
    ...screening,
    state: next.value,
    outcomeReason,
    concludedAt,
    updatedAt: now,
    version: screening.version + 1,
  });
}

/** A return or a refusal says what is to be repaired. */
export const opinionReasoned = (
  opinion: Opinion,
  reason: string | null,
): Result<true, Refusal<'demandScreening.reasonMissing'>> =>
  opinion === 'publish' || (reason ?? '').trim().length >= 5
    ? ok(true)
    : refuse('demandScreening.reasonMissing', {}, '/reason');
