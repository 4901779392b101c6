import { epochDay, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { CreditEventKind, CreditPolicy } from './broker-credit.policy.js';

/** One thing that a broker did or that was found of them, with where that is known from. */
export interface BrokerCreditEvent {
  readonly id: string;
  readonly personId: string;
  readonly kind: CreditEventKind;
  readonly state: BrokerCreditEventState;
  /** As the policy had it when the event was recorded: a later policy does not judge again. */
  readonly points: number;
  readonly policyId: string;
  readonly occurredOn: LocalDate;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly reason: string;
  /** null: the market itself, from a register. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly appealReason: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
}

export const brokerCreditEventTransitions = {
  recorded: { contest: 'contested', annul: 'corrected' },
  contested: { dismiss: 'confirmed', uphold: 'corrected', annul: 'corrected' },
  confirmed: { annul: 'corrected' },
  corrected: {},
} as const satisfies TransitionTable;
export type BrokerCreditEventState = StateOf<typeof brokerCreditEventTransitions>;

type Weighed = Pick<BrokerCreditEvent, 'id' | 'points' | 'occurredOn' | 'state'>;

export interface BrokerCredit {
  /** Hundredths of a point. */
  readonly score: number;
  readonly level: 'A' | 'B' | 'C' | 'D';
  /** While an appeal is open nobody else is shown a level. */
  readonly contested: boolean;
  /** What each event weighs today, in hundredths. */
  readonly weights: ReadonlyMap<string, number>;
}

/** What is left of an event: all of it on its day, evenly less, nothing in the end. Hundredths, cut towards zero. */
export function weightOn({ points, occurredOn, state }: Omit<Weighed, 'id'>, policy: CreditPolicy, day: LocalDate) {
  if (state === 'corrected') return 0;
  const fade = points > 0 ? policy.fadeDays.merit : policy.fadeDays.fault;
  const left = fade - Math.max(0, epochDay(day) - epochDay(occurredOn));
  return left <= 0 ? 0 : Math.trunc((points * 100 * left) / fade) || 0;
}

export function creditOf(events: readonly Weighed[], policy: CreditPolicy, day: LocalDate): BrokerCredit {
  const weights = new Map(events.map((event) => [event.id, weightOn(event, policy, day)]));
  const sum = [...weights.values()].reduce((total, weight) => total + weight, policy.start * 100);
  const score = Math.min(policy.highest * 100, Math.max(0, sum));
  const level = policy.levels.find(({ least }) => score >= least * 100)?.code ?? 'D';
  return { score, level, contested: events.some(({ state }) => state === 'contested'), weights };
}

export function contestEvent(
  event: BrokerCreditEvent,
  reason: string,
  policy: CreditPolicy,
  recordedOn: LocalDate,
  today: LocalDate,
): Result<BrokerCreditEvent, Refusal<'state.notAllowed' | 'brokerCredit.appealLate'>> {
  const next = transition(brokerCreditEventTransitions, event.state, 'contest');
  if (!next.ok) return next;
  if (epochDay(today) - epochDay(recordedOn) > policy.appealDays) {
    return refuse('brokerCredit.appealLate', { days: String(policy.appealDays) });
  }
  return ok({ ...event, state: next.value, appealReason: reason });
}

/** Somebody else than who recorded it decides. */
export function decideAppeal(
  event: BrokerCreditEvent,
  decision: 'uphold' | 'dismiss',
  deciderId: string,
  reason: string,
): Result<BrokerCreditEvent, Refusal<'state.notAllowed' | 'brokerCredit.sameEyes'>> {
  const next = transition(brokerCreditEventTransitions, event.state, decision);
  if (!next.ok) return next;
  if (deciderId === event.recordedBy || deciderId === event.personId) return refuse('brokerCredit.sameEyes');
  return ok({ ...event, state: next.value, decidedBy: deciderId, decisionReason: reason });
}
