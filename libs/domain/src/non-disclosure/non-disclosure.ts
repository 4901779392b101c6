import { addMonths } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { NonDisclosureRefusalReason } from './refusal-reasons.policy.js';

/** What a non-disclosure agreement opens. */
export const protectedKinds = ['achievement', 'listing', 'demand', 'dealDocument'] as const;
export type ProtectedKind = (typeof protectedKinds)[number];

export interface ProtectedSubject {
  readonly kind: ProtectedKind;
  readonly id: string;
}

/** What the parties agree to, word for word. `hash` is of title, body and term together. */
export interface AgreementText {
  readonly source: 'market' | 'owner';
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly confidentialMonths: number;
  readonly hash: string;
}

/** One person's word for one organization: what, when, from where. */
export interface Signature {
  readonly organizationId: string;
  readonly personId: string;
  readonly address: string;
  readonly at: Date;
}

/** A non-disclosure agreement (保密协议) over one subject between its owner and one reader. */
export interface NonDisclosure {
  readonly id: string;
  readonly subject: ProtectedSubject;
  /** As the subject was called when it was asked for. */
  readonly subjectTitle: string;
  readonly ownerOrganizationId: string;
  readonly recipientOrganizationId: string;
  readonly state: NonDisclosureState;
  readonly text: AgreementText;
  /** What the recipient wants to read it for. */
  readonly purpose: string;
  /** The side that asked has signed with the asking; the other signs by accepting. */
  readonly requested: Signature;
  readonly accepted: Signature | null;
  /** Last day of the duty of confidentiality; null until accepted. */
  readonly confidentialUntil: LocalDate | null;
  readonly refusalReason: NonDisclosureRefusalReason | null;
  /** Why it was refused, withdrawn or closed. */
  readonly closeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * `closed`: the owner shows nothing more, the duty of confidentiality goes on until its day. `expired`: the duty is over,
 * and with it the reading.
 */
export const nonDisclosureTransitions = {
  requested: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { close: 'closed', expire: 'expired' },
  refused: {},
  withdrawn: {},
  closed: { expire: 'expired' },
  expired: {},
} as const satisfies TransitionTable;

export type NonDisclosureState = StateOf<typeof nonDisclosureTransitions>;
export type NonDisclosureEvent = EventOf<typeof nonDisclosureTransitions>;

export const agreementSides = (agreement: NonDisclosure): readonly [string, string] => [
  agreement.ownerOrganizationId,
  agreement.recipientOrganizationId,
];

const notAllowed = (state: NonDisclosureState, event: NonDisclosureEvent) =>
  transition(nonDisclosureTransitions, state, event);

export type AcceptRefusal = Refusal<'state.notAllowed' | 'nonDisclosure.ownRequest' | 'nonDisclosure.textChanged'>;

/** The side that was asked accepts exactly the text it read; the term starts that day. */
export function acceptAgreement(
  agreement: NonDisclosure,
  by: Signature,
  textHash: string,
  today: LocalDate,
): Result<NonDisclosure, AcceptRefusal> {
  const next = notAllowed(agreement.state, 'accept');
  if (!next.ok) return next;
  if (agreement.requested.organizationId === by.organizationId) return refuse('nonDisclosure.ownRequest');
  if (agreement.text.hash !== textHash) return refuse('nonDisclosure.textChanged', {}, '/textHash');
  return ok({
    ...moved(agreement, next.value, by.at),
    accepted: by,
    confidentialUntil: addMonths(today, agreement.text.confidentialMonths),
  });
}

export function refuseAgreement(
  agreement: NonDisclosure,
  organizationId: string,
  refusalReason: NonDisclosureRefusalReason,
  closeReason: string,
  now: Date,
): Result<NonDisclosure, Refusal<'state.notAllowed' | 'nonDisclosure.ownRequest'>> {
  const next = notAllowed(agreement.state, 'refuse');
  if (!next.ok) return next;
  if (agreement.requested.organizationId === organizationId) return refuse('nonDisclosure.ownRequest');
  return ok({ ...moved(agreement, next.value, now), refusalReason, closeReason });
}

/** Who asked takes the asking back while nobody answered. */
export function withdrawAgreement(
  agreement: NonDisclosure,
  organizationId: string,
  closeReason: string,
  now: Date,
): Result<NonDisclosure, Refusal<'state.notAllowed' | 'nonDisclosure.notRequester'>> {
  const next = notAllowed(agreement.state, 'withdraw');
  if (!next.ok) return next;
  if (agreement.requested.organizationId !== organizationId) return refuse('nonDisclosure.notRequester');
  return ok({ ...moved(agreement, next.value, now), closeReason });
}

/** The owner stops showing; what was learnt stays secret until the agreed day. */
export function closeAgreement(
  agreement: NonDisclosure,
  organizationId: string,
  closeReason: string,
  now: Date,
): Result<NonDisclosure, Refusal<'state.notAllowed' | 'nonDisclosure.notOwner'>> {
  const next = notAllowed(agreement.state, 'close');
  if (!next.ok) return next;
  if (agreement.ownerOrganizationId !== organizationId) return refuse('nonDisclosure.notOwner');
  return ok({ ...moved(agreement, next.value, now), closeReason });
}

/** The day after the last day of the duty. */
export function expireAgreement(
  agreement: NonDisclosure,
  now: Date,
): Result<NonDisclosure, Refusal<'state.notAllowed'>> {
  const next = notAllowed(agreement.state, 'expire');
  return next.ok ? ok(moved(agreement, next.value, now)) : next;
}

/** May the recipient read today? */
export const opensOn = (agreement: Pick<NonDisclosure, 'state' | 'confidentialUntil'>, today: LocalDate): boolean =>
  agreement.state === 'accepted' && agreement.confidentialUntil !== null && today <= agreement.confidentialUntil;

const moved = (agreement: NonDisclosure, state: NonDisclosureState, now: Date): NonDisclosure => ({
  ...agreement,
  state,
  updatedAt: now,
  version: agreement.version + 1,
});
