import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** One proposed pair (撮合): a demand and an achievement that may solve it. */
export interface Match {
  readonly id: string;
  readonly demandId: string;
  readonly achievementId: string;
  readonly demandOrganizationId: string;
  readonly achievementOrganizationId: string;
  readonly state: MatchState;
  /** Whole points 0–100: the sum of the signals in `reasons`. */
  readonly score: number;
  readonly grade: MatchGrade;
  readonly reasons: MatchReasons;
  readonly modelVersion: string;
  /** Null for a reader who may not know it, too. */
  readonly decline: MatchDecline | null;
  /** The organizations of the sides that said yes so far. */
  readonly acceptedBy: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const matchGrades = ['strong', 'related'] as const;
export type MatchGrade = (typeof matchGrades)[number];

/** Why the pair fits and why not, as it was said when the pair was proposed; the same to both sides. */
export interface MatchReasons {
  readonly summary: string;
  readonly agreements: readonly MatchAgreement[];
  readonly gaps: readonly { readonly kind: string; readonly text: string }[];
  readonly signals: readonly { readonly name: string; readonly points: number }[];
}

export interface MatchAgreement {
  /** What the words name: object, process, effect. Earlier models did not say. */
  readonly kind?: string;
  readonly needTerm: string;
  readonly offerTerm: string;
  readonly needPlaces: readonly MatchPlace[];
  readonly offerPlaces: readonly MatchPlace[];
}

/** A stretch [start, end) of the title or summary, in UTF-16 units. */
export interface MatchPlace {
  readonly part: 'title' | 'summary';
  readonly start: number;
  readonly end: number;
}

export const declineReasons = [
  'wrongField',
  'immature',
  'tooDear',
  'ipUnclear',
  'tooFar',
  'alreadyHave',
  'descriptionUnclear',
  'other',
] as const;
/** 领域不符、成熟度不够、价格过高、知识产权不清、距离太远、已有类似技术、描述不清、其他. */
export type DeclineReason = (typeof declineReasons)[number];

export interface MatchDecline {
  readonly reason: DeclineReason;
  readonly text: string | null;
  readonly byOrganizationId: string;
}

/** The first yes of a side takes the pair out of the engine's hands; after the second an introduction is suggested. */
export const matchTransitions = {
  proposed: { accept: 'accepted', introduce: 'introduced', decline: 'declined', supersede: 'superseded' },
  accepted: { accept: 'accepted', introduce: 'introduced', decline: 'declined' },
  introduced: { contract: 'contracted' },
  contracted: {},
  declined: {},
  superseded: { propose: 'proposed' },
} as const satisfies TransitionTable;

export type MatchState = StateOf<typeof matchTransitions>;
export type MatchEvent = EventOf<typeof matchTransitions>;

/** What an engine found out about a pair. */
export type MatchFinding = Pick<Match, 'score' | 'grade' | 'reasons' | 'modelVersion'>;

/** One side wants the pair. A second yes of the same side is refused: it would look like the other's. */
export function acceptMatch(
  match: Match,
  organizationId: string,
  now: Date,
): Result<Match, Refusal<'state.notAllowed' | 'match.alreadyAccepted'>> {
  const next = transition(matchTransitions, match.state, 'accept');
  if (!next.ok) return next;
  if (match.acceptedBy.includes(organizationId)) return refuse('match.alreadyAccepted');
  return ok({ ...match, state: next.value, acceptedBy: [...match.acceptedBy, organizationId], updatedAt: now });
}

/** Both sides said yes to each other and nobody has brought them together yet. */
export const introductionSuggested = (match: Match): boolean =>
  match.state === 'accepted' && match.acceptedBy.length === 2;

/** One side does not want the pair. Reason `other` says what in its text. */
export function declineMatch(
  match: Match,
  decline: MatchDecline,
  now: Date,
): Result<Match, Refusal<'state.notAllowed' | 'match.declineTextMissing'>> {
  const next = transition(matchTransitions, match.state, 'decline');
  if (!next.ok) return next;
  if (decline.reason === 'other' && (decline.text ?? '').trim() === '')
    return refuse('match.declineTextMissing', {}, '/text');
  return ok({ ...match, state: next.value, decline, updatedAt: now });
}

/** Both sides have been brought together. */
export function introduceMatch(match: Match, now: Date): Result<Match, Refusal<'state.notAllowed'>> {
  const next = transition(matchTransitions, match.state, 'introduce');
  return next.ok ? ok({ ...match, state: next.value, updatedAt: now }) : next;
}

/** The two have signed a contract that took effect. */
export function contractMatch(match: Match, now: Date): Result<Match, Refusal<'state.notAllowed'>> {
  const next = transition(matchTransitions, match.state, 'contract');
  return next.ok ? ok({ ...match, state: next.value, updatedAt: now }) : next;
}

/** Whether a finding says anything new of a pair that is known. */
export const findsAnew = (
  { state, ...known }: Pick<Match, 'state' | 'score' | 'grade' | 'modelVersion'>,
  found: Pick<MatchFinding, 'score' | 'grade' | 'modelVersion'>,
): boolean =>
  state === 'superseded' ||
  (state === 'proposed' &&
    (known.score !== found.score || known.modelVersion !== found.modelVersion || known.grade !== found.grade));

/**
 * A new run of the engine found the pair again. An open proposal takes the new finding, a superseded one comes back;
 * what people decided stays as it is. Null when nothing changes.
 */
export function proposeAgain(match: Match, finding: MatchFinding, now: Date): Match | null {
  if (!findsAnew(match, finding)) return null;
  if (match.state === 'proposed') return { ...match, ...finding, updatedAt: now };
  const next = transition(matchTransitions, match.state, 'propose');
  return next.ok ? { ...match, ...finding, state: next.value, updatedAt: now } : null;
}

/** A new run did not find the pair any more. Null when people decided on it already. */
export function supersedeMatch(match: Match, now: Date): Match | null {
  const next = transition(matchTransitions, match.state, 'supersede');
  return next.ok ? { ...match, state: next.value, updatedAt: now } : null;
}
