import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/**
 * One team's answer to a challenge. Until it is revealed the market holds nothing of it but a hash: neither the caller, nor
 * the bureau, nor who reads the database can know it.
 */
export interface OpenChallengeBid {
  readonly id: string;
  readonly challengeId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly state: OpenChallengeBidState;
  readonly algorithm: SealAlgorithm;
  /** Hex hash over challenge, bidder, nonce and content. */
  readonly commitment: string;
  readonly content: BidContent | null;
  readonly nonce: string | null;
  /** What the panel sees in place of a name: 方案001. */
  readonly code: string | null;
  /** Why it is out. */
  readonly outReason: string | null;
  /** Reveals that did not match. */
  readonly failedReveals: number;
  readonly version: number;
  readonly committedAt: Date;
  readonly updatedAt: Date;
  readonly revealedAt: Date | null;
}

export const openChallengeBidTransitions = {
  committed: { replace: 'committed', withdraw: 'withdrawn', reveal: 'revealed', lapse: 'lapsed', release: 'released' },
  withdrawn: { commit: 'committed' },
  revealed: { exclude: 'excluded', win: 'won', lose: 'lost' },
  lapsed: {},
  released: {},
  excluded: {},
  won: {},
  lost: {},
} as const satisfies TransitionTable;
export type OpenChallengeBidState = StateOf<typeof openChallengeBidTransitions>;
export type OpenChallengeBidEvent = EventOf<typeof openChallengeBidTransitions>;

export const sealAlgorithms = ['sha256', 'sm3'] as const;
export type SealAlgorithm = (typeof sealAlgorithms)[number];

/** What is sealed, member by member. `priceYuan` is decimal text: what is hashed is what was written. */
export interface BidContent {
  readonly plan: string;
  readonly priceYuan: string;
  readonly termMonths: number;
  /** Who does it; the panel does not see it. */
  readonly team: string;
  readonly attachments: readonly SealedAttachment[];
}

/** A file of the bid by its hash: handed in after the reveal, and taken for the bid's only when it has this hash. */
export interface SealedAttachment {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const domain = 'qingyang-open-challenge-bid/1';

/**
 * What is hashed. The challenge and the bidder are part of it, so that a commitment copied from somebody else can never be
 * opened; `canonical` is the content as canonical JSON (RFC 8785).
 */
export const sealedText = (
  bid: Pick<OpenChallengeBid, 'challengeId' | 'organizationId'>,
  nonce: string,
  canonical: string,
): string => [domain, bid.challengeId, bid.organizationId, nonce, canonical].join('\n');

export interface Reveal {
  readonly content: BidContent;
  /** At least 128 bits of chance in hex: else a short bid could be guessed from its hash. */
  readonly nonce: string;
}

export type RevealRefusal = Refusal<'openChallenge.revealMismatch' | 'state.notAllowed'>;

/** Opens a bid when it is exactly what was sealed. `sealOf` hashes with the bid's algorithm. */
export function revealBid(
  bid: OpenChallengeBid,
  reveal: Reveal,
  sealOf: (algorithm: SealAlgorithm, reveal: Reveal) => string,
  now: Date,
): Result<OpenChallengeBid, RevealRefusal> {
  const next = transition(openChallengeBidTransitions, bid.state, 'reveal');
  if (!next.ok) return next;
  if (sealOf(bid.algorithm, reveal) !== bid.commitment) {
    return refuse('openChallenge.revealMismatch', { algorithm: bid.algorithm }, '/content');
  }
  return ok({ ...moved(bid, next.value, now), content: reveal.content, nonce: reveal.nonce, revealedAt: now });
}

/** Another commitment in the place of the one before. */
export function commitAgain(
  bid: OpenChallengeBid,
  commitment: Pick<OpenChallengeBid, 'algorithm' | 'commitment' | 'personId'>,
  now: Date,
): Result<OpenChallengeBid, Refusal<'state.notAllowed'>> {
  const next = transition(openChallengeBidTransitions, bid.state, bid.state === 'withdrawn' ? 'commit' : 'replace');
  return next.ok ? ok({ ...moved(bid, next.value, now), ...commitment, committedAt: now }) : next;
}

export function advanceBid(
  bid: OpenChallengeBid,
  event: Exclude<OpenChallengeBidEvent, 'reveal' | 'replace' | 'commit'>,
  now: Date,
  outReason: string | null = bid.outReason,
): Result<OpenChallengeBid, Refusal<'state.notAllowed'>> {
  const next = transition(openChallengeBidTransitions, bid.state, event);
  return next.ok ? ok({ ...moved(bid, next.value, now), outReason }) : next;
}

/** Why a bid that was not opened in time is out. */
export const lapseReason = ({ failedReveals }: Pick<OpenChallengeBid, 'failedReveals'>): string =>
  failedReveals > 0 ? `揭示的内容与承诺不一致（共 ${failedReveals} 次），揭示期满未能更正` : '揭示期满没有揭示';

const moved = (bid: OpenChallengeBid, state: OpenChallengeBidState, now: Date): OpenChallengeBid => ({
  ...bid,
  state,
  updatedAt: now,
  version: bid.version + 1,
});
