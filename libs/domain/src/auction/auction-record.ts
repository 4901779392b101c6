import type { Fen } from '../money/money.js';
import { minimumBid } from './bidding.js';
import { auctionOutcomes, type Auction, type AuctionOutcome, type AuctionTerms } from './auction.js';

/**
 * One entry of the record of an auction (竞价记录): what happened, in the order in which it happened. Append-only; each
 * holds the hash of the one before. Bidders stand in it by their paddle numbers.
 */
export interface AuctionRecordEntry extends RecordedFact {
  readonly auctionId: string;
  /** 1, 2, 3 … without a gap, given under the lot's lock. */
  readonly sequence: number;
  readonly at: Date;
  readonly previousHash: string | null;
  readonly hash: string;
}

export interface RecordedFact {
  readonly kind: RecordKind;
  readonly paddle: number | null;
  readonly amount: Fen | null;
  /** The close of the bidding as it stood after this. */
  readonly closesAt: Date;
  /** Hash of the announced terms, the outcome, or a reason. */
  readonly detail: string | null;
}

export const recordKinds = [
  'announce',
  'offer',
  'extendPeriod',
  'open',
  'bid',
  'agree',
  'close',
  'settle',
  'default',
  'withdraw',
  'terminate',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What the hash of an entry covers: all of it but the hash itself. */
export const recordContent = ({ hash: _hash, ...content }: AuctionRecordEntry): Omit<AuctionRecordEntry, 'hash'> =>
  content;

/** The announced terms, as the first entry binds them by their hash. */
export type AnnouncedTerms = AuctionTerms &
  Pick<Auction, 'method' | 'ruleVersion' | 'antiSniping' | 'reserveCommitment'>;

export function announcedTerms(auction: Auction): AnnouncedTerms {
  const { title, conditions, qualification, startPrice, deposit, increments, registrationClosesAt, opensAt } = auction;
  const { closesAt, minimumBidders, periodExtensionDays, periodExtensionsMax, method, ruleVersion } = auction;
  const { antiSniping, reserveCommitment } = auction;
  return {
    title,
    conditions,
    qualification,
    startPrice,
    deposit,
    increments,
    registrationClosesAt,
    opensAt,
    closesAt,
    minimumBidders,
    periodExtensionDays,
    periodExtensionsMax,
    method,
    ruleVersion,
    antiSniping,
    reserveCommitment,
  };
}

/** The terms as they were announced: extensions moved the times since. `closesAt` is that of the first entry. */
export function termsAsAnnounced(auction: Auction, closesAt: Date): AnnouncedTerms {
  const moved = auction.periodExtensions * auction.periodExtensionDays * dayMs;
  const earlier = (instant: Date): Date => new Date(instant.getTime() - moved);
  const { registrationClosesAt, opensAt } = auction;
  return announcedTerms({
    ...auction,
    registrationClosesAt: earlier(registrationClosesAt),
    opensAt: earlier(opensAt),
    closesAt,
  });
}

const dayMs = 86_400_000;

export interface RecordFault {
  readonly sequence: number;
  readonly code:
    | 'sequenceBroken'
    | 'hashWrong'
    | 'termsWrong'
    | 'timeBackwards'
    | 'bidNotHigher'
    | 'bidOutside'
    | 'closeMoved'
    | 'outcomeWrong';
}

/**
 * Goes through a record again with nothing but itself and the announced terms: order, chain, rising bids, the times in
 * which they were taken, each move of the close, and the outcome. `hashOf` is the hash of canonical JSON.
 */
export function verifyRecord(
  terms: AnnouncedTerms,
  entries: readonly AuctionRecordEntry[],
  hashOf: (value: unknown) => string,
): readonly RecordFault[] {
  const faults: RecordFault[] = [];
  let state = standing(terms);
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    const fault = (code: RecordFault['code']): void => void faults.push({ sequence: entry.sequence, code });
    if (entry.sequence !== index + 1) fault('sequenceBroken');
    if (entry.previousHash !== (before?.hash ?? null) || entry.hash !== hashOf(recordContent(entry)))
      fault('hashWrong');
    if (before && entry.at < before.at) fault('timeBackwards');
    if (index === 0 && (entry.kind !== 'announce' || entry.detail !== hashOf(terms))) fault('termsWrong');
    state = follow(state, entry, terms, fault);
  });
  return faults;
}

interface Standing {
  readonly opensAt: Date;
  readonly registrationClosesAt: Date;
  readonly closesAt: Date;
  readonly highest: Fen | null;
  readonly paddle: number | null;
  readonly extensions: number;
  readonly periods: number;
  readonly closed: boolean;
}

const standing = ({ opensAt, registrationClosesAt, closesAt }: AnnouncedTerms): Standing => ({
  opensAt,
  registrationClosesAt,
  closesAt,
  highest: null,
  paddle: null,
  extensions: 0,
  periods: 0,
  closed: false,
});

function follow(
  state: Standing,
  entry: AuctionRecordEntry,
  terms: AnnouncedTerms,
  fault: (code: RecordFault['code']) => void,
): Standing {
  if (entry.kind === 'bid') return followBid(state, entry, terms, fault);
  if (entry.kind === 'extendPeriod') {
    return followPeriod(state, entry, terms, fault);
  }
  if (entry.closesAt.getTime() !== state.closesAt.getTime()) fault('closeMoved');
  if (entry.kind === 'offer') {
    const amount = entry.amount ?? 0n;
    if (state.closed || amount < terms.startPrice || entry.at >= state.registrationClosesAt) fault('bidOutside');
    return state.highest === null || amount > state.highest
      ? { ...state, highest: amount, paddle: entry.paddle }
      : state;
  }
  if (entry.kind === 'close' || entry.kind === 'agree') return followClose(state, entry, fault);
  return entry.kind === 'withdraw' || entry.kind === 'terminate' ? { ...state, closed: true } : state;
}

function followPeriod(
  state: Standing,
  entry: AuctionRecordEntry,
  terms: AnnouncedTerms,
  fault: (code: RecordFault['code']) => void,
): Standing {
  const later = (instant: Date): Date => new Date(instant.getTime() + terms.periodExtensionDays * dayMs);
  const closesAt = later(state.closesAt);
  const due = entry.at >= state.registrationClosesAt && state.periods < terms.periodExtensionsMax;
  if (!due || entry.closesAt.getTime() !== closesAt.getTime()) fault('closeMoved');
  const registrationClosesAt = later(state.registrationClosesAt);
  return { ...state, opensAt: later(state.opensAt), registrationClosesAt, closesAt, periods: state.periods + 1 };
}

function followBid(
  state: Standing,
  entry: AuctionRecordEntry,
  terms: AnnouncedTerms,
  fault: (code: RecordFault['code']) => void,
): Standing {
  const amount = entry.amount ?? 0n;
  if (state.closed || entry.at < state.opensAt || entry.at >= state.closesAt) fault('bidOutside');
  const least = minimumBid({ ...terms, highestAmount: state.highest });
  if (amount < least || entry.paddle === state.paddle) fault('bidNotHigher');
  const { windowSeconds, extensionSeconds, maxExtensions } = terms.antiSniping;
  const late = entry.at.getTime() >= state.closesAt.getTime() - windowSeconds * 1000;
  const moved = new Date(Math.max(state.closesAt.getTime(), entry.at.getTime() + extensionSeconds * 1000));
  const due = late && state.extensions < maxExtensions && moved > state.closesAt ? moved : state.closesAt;
  if (entry.closesAt.getTime() !== due.getTime()) fault('closeMoved');
  const extensions = state.extensions + (due > state.closesAt ? 1 : 0);
  return { ...state, highest: amount, paddle: entry.paddle, closesAt: entry.closesAt, extensions };
}

function followClose(state: Standing, entry: AuctionRecordEntry, fault: (code: RecordFault['code']) => void): Standing {
  const outcome = entry.detail as AuctionOutcome;
  const agreed = entry.kind === 'agree';
  const late = entry.at >= (agreed || outcome === 'noBidder' ? state.registrationClosesAt : state.opensAt);
  const over = agreed || outcome === 'noBidder' || entry.at >= state.closesAt;
  const holds =
    auctionOutcomes.includes(outcome) &&
    late &&
    over &&
    (outcome !== 'sold' || agreed || (entry.amount === state.highest && entry.paddle === state.paddle)) &&
    (outcome !== 'noBid' || state.highest === null);
  if (!holds) fault('outcomeWrong');
  return { ...state, closed: true };
}

/** Reads a record back from the JSON that a proof holds; null when it is none. */
export function readRecord(text: string): readonly AuctionRecordEntry[] | null {
  try {
    const value = JSON.parse(text) as readonly (Omit<AuctionRecordEntry, 'amount'> & { amount: string | null })[];
    return value.map((entry) => ({
      ...entry,
      amount: entry.amount === null ? null : BigInt(entry.amount),
      at: instant(entry.at),
      closesAt: instant(entry.closesAt),
    }));
  } catch {
    return null;
  }
}

/** Reads announced terms back likewise. */
export function readAnnouncedTerms(text: string): AnnouncedTerms | null {
  try {
    const value = JSON.parse(text) as AnnouncedTerms;
    return {
      ...value,
      startPrice: BigInt(value.startPrice),
      deposit: BigInt(value.deposit),
      increments: value.increments.map(({ from, step }) => ({ from: BigInt(from), step: BigInt(step) })),
      registrationClosesAt: instant(value.registrationClosesAt),
      opensAt: instant(value.opensAt),
      closesAt: instant(value.closesAt),
    };
  } catch {
    return null;
  }
}

/** A text that is no instant is no record: toISOString throws. */
function instant(text: Date): Date {
  const read = new Date(text);
  read.toISOString();
  return read;
}
