import { addDays, type LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A principal's order to a broker (委托) to find the other side for one demand or one achievement. */
export interface Mandate {
  readonly id: string;
  readonly brokerPersonId: string;
  readonly agencyOrganizationId: string;
  readonly principalOrganizationId: string;
  readonly subject: MandateSubject;
  /** The match it was given for, when it was given for one. */
  readonly matchId: string | null;
  readonly state: MandateState;
  readonly fee: Fee;
  readonly exclusive: boolean;
  /** Last day on which the broker may introduce under it. */
  readonly expiresOn: LocalDate;
  /** Days after the end in which a deal with somebody introduced before still owes the fee (民法典 art. 965). */
  readonly tailDays: number;
  /** An interest of the broker's that does not keep them away, told to the principal before they accept (民法典 art. 962). */
  readonly interestNote: string | null;
  /** Why it was declined or ended. */
  readonly closeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface MandateSubject {
  readonly kind: 'demand' | 'achievement';
  readonly id: string;
}

/** No statute sets a rate: the fee is what was agreed (民法典 art. 963). */
export type Fee =
  | { readonly kind: 'fixed'; readonly amount: Fen }
  | { readonly kind: 'percent'; readonly basisPoints: number; readonly base: FeeBase };

export const feeKinds = ['fixed', 'percent'] as const;
export const feeBases = ['contractValue', 'technologyValue', 'received'] as const;
/** 成交总额, 技术交易额, 实际到账. */
export type FeeBase = (typeof feeBases)[number];

export const mandateTransitions = {
  proposed: { accept: 'accepted', decline: 'declined', end: 'ended' },
  accepted: { end: 'ended' },
  declined: {},
  ended: {},
} as const satisfies TransitionTable;

export type MandateState = StateOf<typeof mandateTransitions>;
export type MandateEvent = EventOf<typeof mandateTransitions>;

/** What a broker proposes. */
export type MandateTerms = Pick<Mandate, 'subject' | 'matchId' | 'fee' | 'exclusive' | 'expiresOn' | 'tailDays'>;

/** True while the broker may introduce under it. */
export const inForce = (mandate: Mandate, today: LocalDate): boolean =>
  mandate.state === 'accepted' && today <= mandate.expiresOn;

/** Last day on which a deal with somebody introduced still owes the fee. */
export const tailEnd = (mandate: Mandate): LocalDate => addDays(mandate.expiresOn, mandate.tailDays);

export function checkTerms<T extends MandateTerms>(
  terms: T,
  today: LocalDate,
): Result<T, Refusal<'mandate.expired' | 'mandate.feeZero'>> {
  if (terms.expiresOn < today) return refuse('mandate.expired', { expiresOn: terms.expiresOn }, '/expiresOn');
  const zero = terms.fee.kind === 'fixed' ? terms.fee.amount <= 0n : terms.fee.basisPoints <= 0;
  return zero ? refuse('mandate.feeZero', {}, '/fee') : ok(terms);
}

/** The principal accepts; an exclusive mandate stands alone on its subject. `others` are those on the same subject. */
export function acceptMandate(
  mandate: Mandate,
  others: readonly Mandate[],
  now: Date,
  today: LocalDate,
): Result<Mandate, Refusal<'state.notAllowed' | 'mandate.expired' | 'mandate.exclusiveTaken'>> {
  const next = transition(mandateTransitions, mandate.state, 'accept');
  if (!next.ok) return next;
  if (mandate.expiresOn < today) return refuse('mandate.expired', { expiresOn: mandate.expiresOn });
  const standing = others.filter((other) => other.id !== mandate.id && inForce(other, today));
  if (standing.some((other) => other.exclusive || mandate.exclusive)) return refuse('mandate.exclusiveTaken');
  return ok({ ...moved(mandate, next.value, now), acceptedAt: now });
}

/** The principal declines a proposal, or either side ends what stands: 委托合同 may be ended at any time (民法典 art. 933). */
export function closeMandate(
  mandate: Mandate,
  event: 'decline' | 'end',
  reason: string,
  now: Date,
): Result<Mandate, Refusal<'state.notAllowed'>> {
  const next = transition(mandateTransitions, mandate.state, event);
  return next.ok ? ok({ ...moved(mandate, next.value, now), closeReason: reason, endedAt: now }) : next;
}

const moved = (mandate: Mandate, state: MandateState, now: Date): Mandate => ({
  ...mandate,
  state,
  updatedAt: now,
  version: mandate.version + 1,
});

/** A principal's written consent that one agency acts for both sides of a match (民法典 arts. 962, 168). */
export interface DualAgencyConsent {
  readonly id: string;
  readonly matchId: string;
  readonly agencyOrganizationId: string;
  readonly principalOrganizationId: string;
  readonly personId: string;
  readonly statement: string;
  readonly consentedAt: Date;
}

/** An agency acts for both sides only when both said so in writing. */
export function dualAgency(
  sides: readonly string[],
  consents: readonly Pick<DualAgencyConsent, 'principalOrganizationId'>[],
): Result<null, Refusal<'mandate.dualConsentMissing'>> {
  const given = new Set(consents.map((consent) => consent.principalOrganizationId));
  const missing = sides.filter((side) => !given.has(side)).length;
  return missing === 0 ? ok(null) : refuse('mandate.dualConsentMissing', { missing: String(missing) });
}
