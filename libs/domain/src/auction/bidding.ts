import { addDays, beijingDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition } from '../shared/state-machine.js';
import { auctionTransitions, type Auction, type AuctionEvent, type AuctionOutcome } from './auction.js';
import { marketRule } from './market-rule.policy.js';

export type BidRefusal = Refusal<
  | 'auction.notOpenYet'
  | 'auction.closed'
  | 'auction.bidTooLow'
  | 'auction.alreadyHighest'
  | 'auction.offerTooLow'
  | 'state.notAllowed'
>;

/** The step of the ladder that holds at a price. */
export function incrementAt({ increments }: Pick<Auction, 'increments'>, price: Fen): Fen {
  return increments.findLast(({ from }) => from <= price)?.step ?? 1n;
}

/** The least that the next bid must be. */
export function minimumBid(auction: Pick<Auction, 'increments' | 'startPrice' | 'highestAmount'>): Fen {
  const { highestAmount } = auction;
  return highestAmount === null ? auction.startPrice : highestAmount + incrementAt(auction, highestAmount);
}

/**
 * A bid at an instant that the server decides, under the lot's lock: accepted from `opensAt` on and before `closesAt`,
 * at least one step above the highest, and never one's own (拍卖法 art. 36: a bid binds until a higher one).
 */
export function placeBid(auction: Auction, paddle: number, amount: Fen, now: Date): Result<Auction, BidRefusal> {
  if (auction.state === 'announced' && now < auction.opensAt) {
    return refuse('auction.notOpenYet', { opensAt: beijingTime(auction.opensAt) });
  }
  if (auction.state !== 'bidding' || now >= auction.closesAt) {
    return refuse('auction.closed', { closesAt: beijingTime(auction.closesAt) });
  }
  if (auction.highestPaddle === paddle) return refuse('auction.alreadyHighest');
  const minimum = minimumBid(auction);
  if (amount < minimum) return refuse('auction.bidTooLow', { minimum: formatYuan(minimum) }, '/amountYuan');
  const { closesAt, extensions } = afterBid(auction, now);
  return ok({ ...auction, highestAmount: amount, highestPaddle: paddle, closesAt, extensions });
}

/** Anti-sniping: a late bid moves the close, a bounded number of times; the close never comes nearer. */
function afterBid(auction: Auction, now: Date): Pick<Auction, 'closesAt' | 'extensions'> {
  const { antiSniping, closesAt, extensions } = auction;
  const late = now.getTime() >= closesAt.getTime() - antiSniping.windowSeconds * 1000;
  if (!late || extensions >= antiSniping.maxExtensions) return { closesAt, extensions };
  const moved = new Date(Math.max(closesAt.getTime(), now.getTime() + antiSniping.extensionSeconds * 1000));
  return moved > closesAt ? { closesAt: moved, extensions: extensions + 1 } : { closesAt, extensions };
}

/** In its period, a qualified bidder of a listed sale offers at least the listed price, and may raise its own offer. */
export function placeOffer(
  auction: Auction,
  paddle: number,
  ownOffer: Fen | null,
  amount: Fen,
  now: Date,
): Result<Auction, BidRefusal> {
  if (auction.state !== 'announced' || now >= auction.registrationClosesAt) {
    return refuse('auction.notOpenYet', { opensAt: beijingTime(auction.opensAt) });
  }
  if (amount < auction.startPrice || (ownOffer !== null && amount <= ownOffer)) {
    const least = ownOffer === null ? auction.startPrice : ownOffer + 1n;
    return refuse('auction.offerTooLow', { minimum: formatYuan(least) }, '/amountYuan');
  }
  const leads = auction.highestAmount === null || amount > auction.highestAmount; // of equal offers the earlier leads
  return ok(leads ? { ...auction, highestAmount: amount, highestPaddle: paddle } : auction);
}

/** For a refusal's text: 2026-12-08 11:00:00, Beijing. */
const beijingTime = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

export interface Step {
  readonly event: AuctionEvent;
  readonly outcome: AuctionOutcome | null;
}

/** What is due now, given the bidders who are qualified; null: nothing. */
export function dueStep(auction: Auction, qualified: number, now: Date): Step | null {
  if (auction.state === 'bidding') return now >= auction.closesAt ? { event: 'close', outcome: null } : null;
  if (auction.state !== 'announced') return null;
  if (auction.method === 'listed' && now >= auction.registrationClosesAt) {
    const more = qualified < auction.minimumBidders && auction.periodExtensions < auction.periodExtensionsMax;
    if (more && auction.periodExtensionDays > 0) return { event: 'extendPeriod', outcome: null };
    if (qualified === 1) return { event: 'agree', outcome: null };
    if (qualified === 0) return { event: 'fail', outcome: 'noBidder' };
  }
  if (now < auction.opensAt) return null;
  return qualified === 0 ? { event: 'fail', outcome: 'noBidder' } : { event: 'open', outcome: null };
}

/** Takes one event of the table. */
export function advanceAuction(
  auction: Auction,
  event: AuctionEvent,
  now: Date,
): Result<Auction, Refusal<'state.notAllowed'>> {
  const next = transition(auctionTransitions, auction.state, event);
  return next.ok ? ok({ ...auction, state: next.value, updatedAt: now, version: auction.version + 1 }) : next;
}

const dayMs = 86_400_000;

/** Everything that is still to come moves by the announced days. */
export function extendPeriod(auction: Auction): Auction {
  const later = (instant: Date): Date => new Date(instant.getTime() + auction.periodExtensionDays * dayMs);
  return {
    ...auction,
    registrationClosesAt: later(auction.registrationClosesAt),
    opensAt: later(auction.opensAt),
    closesAt: later(auction.closesAt),
    periodExtensions: auction.periodExtensions + 1,
  };
}

/** The only bidder of a listed sale takes it at its offer, or at the listed price that registering accepted. */
export const agreedWithOne = (auction: Auction, paddle: number): Auction => ({
  ...auction,
  highestAmount: auction.highestAmount ?? auction.startPrice,
  highestPaddle: paddle,
});

/** 拍卖法 art. 50: below the reserve the highest bid has no effect. */
export function outcomeOf(auction: Pick<Auction, 'highestAmount'>, reserve: Fen | null): AuctionOutcome {
  if (auction.highestAmount === null) return 'noBid';
  return reserve !== null && auction.highestAmount < reserve ? 'belowReserve' : 'sold';
}

/** The close of a decided auction: sold, with a last day for signing, or not. */
export function decideAuction(
  auction: Auction,
  outcome: AuctionOutcome,
  now: Date,
): Result<Auction, Refusal<'state.notAllowed'>> {
  const advanced = advanceAuction(auction, outcome === 'sold' ? 'sell' : 'fail', now);
  if (!advanced.ok) return advanced;
  const signBy = addDays(beijingDate(now), marketRule(auction.ruleVersion).signWithinDays);
  return ok({ ...advanced.value, outcome, closedAt: now, signBy: outcome === 'sold' ? signBy : null });
}

/** May the seller say that the winner did not sign? Only after the last day for it. */
export function defaultAuction(
  auction: Auction,
  now: Date,
): Result<Auction, Refusal<'state.notAllowed' | 'auction.signingNotOver'>> {
  const next = advanceAuction(auction, 'default', now);
  if (!next.ok) return next;
  const signBy = auction.signBy ?? '';
  return beijingDate(now) > signBy ? next : refuse('auction.signingNotOver', { signBy });
}
