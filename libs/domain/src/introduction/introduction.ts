import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** Two sides of a match brought together (撮合引荐). Its times prove who introduced whom, and when (民法典 art. 965). */
export interface Introduction {
  readonly id: string;
  readonly matchId: string;
  readonly demandId: string;
  readonly achievementId: string;
  readonly demandOrganizationId: string;
  readonly achievementOrganizationId: string;
  readonly introducer: Introducer;
  readonly state: IntroductionState;
  readonly message: string;
  readonly acceptances: readonly Acceptance[];
  readonly declineReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Introducer {
  readonly kind: 'broker' | 'demandSide' | 'achievementSide';
  readonly personId: string;
  readonly organizationId: string;
  /** Mandates under which a broker acts; empty for a side. */
  readonly mandateIds: readonly string[];
}

/** One side's yes, with the contact it gives to the other once both said yes. */
export interface Acceptance {
  readonly organizationId: string;
  readonly personId: string;
  /** Null for a reader it is not given to (yet). */
  readonly contact: string | null;
  readonly acceptedAt: Date;
}

export const introductionTransitions = {
  proposed: { complete: 'accepted', decline: 'declined' },
  accepted: {},
  declined: {},
} as const satisfies TransitionTable;

export type IntroductionState = StateOf<typeof introductionTransitions>;
export type IntroductionEvent = EventOf<typeof introductionTransitions>;

export const sidesOf = (introduction: Introduction): readonly [string, string] => [
  introduction.demandOrganizationId,
  introduction.achievementOrganizationId,
];

export type AcceptRefusal = Refusal<'introduction.notSide' | 'introduction.alreadyAccepted' | 'state.notAllowed'>;

/** One side accepts; with the second yes the introduction is made. */
export function acceptIntroduction(
  introduction: Introduction,
  acceptance: Acceptance,
): Result<Introduction, AcceptRefusal> {
  if (!sidesOf(introduction).includes(acceptance.organizationId)) return refuse('introduction.notSide');
  const next = transition(introductionTransitions, introduction.state, 'complete');
  if (!next.ok) return next;
  if (introduction.acceptances.some((given) => given.organizationId === acceptance.organizationId)) {
    return refuse('introduction.alreadyAccepted');
  }
  const acceptances = [...introduction.acceptances, acceptance];
  return ok({
    ...introduction,
    acceptances,
    state: acceptances.length === 2 ? next.value : introduction.state,
    updatedAt: acceptance.acceptedAt,
    version: introduction.version + 1,
  });
}

export function declineIntroduction(
  introduction: Introduction,
  organizationId: string,
  reason: string,
  now: Date,
): Result<Introduction, Refusal<'introduction.notSide' | 'state.notAllowed'>> {
  if (!sidesOf(introduction).includes(organizationId)) return refuse('introduction.notSide');
  const next = transition(introductionTransitions, introduction.state, 'decline');
  if (!next.ok) return next;
  return ok({
    ...introduction,
    state: next.value,
    declineReason: reason,
    updatedAt: now,
    version: introduction.version + 1,
  });
}

/** Who may read the contacts: the two sides, and only after both accepted. A side reads its own always. */
export const readableContact = (
  introduction: Introduction,
  acceptance: Acceptance,
  readerOrganizationId: string,
): string | null => {
  const own = acceptance.organizationId === readerOrganizationId;
  const exchanged = introduction.state === 'accepted' && sidesOf(introduction).includes(readerOrganizationId);
  return own || exchanged ? acceptance.contact : null;
};

/** Everybody who may see that it was made. */
export const introductionReaders = (introduction: Introduction): string[] => [
  ...new Set([...sidesOf(introduction), introduction.introducer.organizationId]),
];
