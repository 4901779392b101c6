import { cautiousLastDay } from '../calendar/cautious-period.js';
import { addDays, beijingDate, startOfBeijingDay } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition } from '../shared/state-machine.js';
import { auctionTransitions, type Auction, type AuctionTerms } from './auction.js';
import { marketRuleOn, type MarketRule } from './market-rule.policy.js';

export type TermsRefusal = Refusal<
  | 'auction.startPriceMissing'
  | 'auction.depositTooHigh'
  | 'auction.ladderWrong'
  | 'auction.timesWrong'
  | 'auction.biddingLength'
  | 'auction.minimumBiddersWrong'
  | 'auction.extensionWrong'
>;
export type AnnounceRefusal = TermsRefusal | Refusal<'auction.tooEarly' | 'auction.tooFar' | 'state.notAllowed'>;

/** What the seller wrote agrees with itself and with the market's rule. */
export function checkTerms(terms: AuctionTerms, rule: MarketRule): Result<true, TermsRefusal> {
  if (terms.startPrice <= 0n) return refuse('auction.startPriceMissing', {}, '/startPriceYuan');
  if (terms.deposit * 100n > terms.startPrice * BigInt(rule.maxDepositPercent)) {
    return refuse('auction.depositTooHigh', { max: String(rule.maxDepositPercent) }, '/depositYuan');
  }
  const ladder = checkLadder(terms);
  if (!ladder.ok) return ladder;
  const { registrationClosesAt, opensAt, closesAt } = terms;
  if (registrationClosesAt > opensAt || opensAt >= closesAt) return refuse('auction.timesWrong', {}, '/closesAt');
  const seconds = (closesAt.getTime() - opensAt.getTime()) / 1000;
  if (seconds < rule.minBiddingSeconds || seconds > rule.maxBiddingSeconds) {
    const params = { min: String(rule.minBiddingSeconds / 60), max: String(rule.maxBiddingSeconds / 3600) };
    return refuse('auction.biddingLength', params, '/closesAt');
  }
  if (terms.minimumBidders < 1 || terms.minimumBidders > rule.maxMinimumBidders) {
    return refuse('auction.minimumBiddersWrong', { max: String(rule.maxMinimumBidders) }, '/minimumBidders');
  }
  if (terms.periodExtensionsMax > rule.maxPeriodExtensions) {
    return refuse('auction.extensionWrong', { max: String(rule.maxPeriodExtensions) }, '/periodExtensionsMax');
  }
  return ok(true);
}

/** A ladder begins at 0, rises, and every step is more than nothing: else bids could stand still. */
function checkLadder({ increments }: AuctionTerms): Result<true, TermsRefusal> {
  const rises = increments.every(({ from, step }, at) => {
    const before = increments[at - 1];
    return step > 0n && (before === undefined ? from === 0n : from > before.from);
  });
  return rises && increments.length > 0 ? ok(true) : refuse('auction.ladderWrong', {}, '/increments');
}

/** The first instant at which what is announced now may come to its next step (民法典 arts. 201, 203). */
export function earliestStep(auction: Pick<Auction, 'method'>, now: Date, rule: MarketRule): Date {
  const days = auction.method === 'auction' ? rule.auctionNoticeDays : rule.listedPeriodDays;
  return startOfBeijingDay(addDays(cautiousLastDay(beijingDate(now), days).day, 1));
}

/** 拍卖法 art. 45 for an auction; the market's own period for a listed sale. What is announced can no longer change. */
export function announceAuction(auction: Auction, now: Date): Result<Auction, AnnounceRefusal> {
  const next = transition(auctionTransitions, auction.state, 'announce');
  if (!next.ok) return next;
  const rule = marketRuleOn(beijingDate(now));
  const terms = checkTerms(auction, rule);
  if (!terms.ok) return terms;
  const earliest = earliestStep(auction, now, rule);
  const waits = auction.method === 'auction' ? auction.opensAt : auction.registrationClosesAt;
  if (waits < earliest) {
    const days = String(auction.method === 'auction' ? rule.auctionNoticeDays : rule.listedPeriodDays);
    const pointer = auction.method === 'auction' ? '/opensAt' : '/registrationClosesAt';
    return refuse('auction.tooEarly', { days, earliest: beijingDate(earliest) }, pointer);
  }
  if (beijingDate(auction.opensAt) > addDays(beijingDate(now), rule.maxLeadDays)) {
    return refuse('auction.tooFar', { max: String(rule.maxLeadDays) }, '/opensAt');
  }
  return ok({
    ...auction,
    state: next.value,
    ruleVersion: rule.version,
    antiSniping: rule.antiSniping,
    announcedAt: now,
    updatedAt: now,
    version: auction.version + 1,
  });
}
