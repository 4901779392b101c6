import type { TransferMode } from '../achievement/achievement.js';
import type { BrokerageShare } from '../contract/contract.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** What two introduced sides negotiate (洽谈) until they agree; or what the winner of an auction owes to sign. */
export interface Deal {
  readonly id: string;
  /** Null only for a deal that an auction made. */
  readonly introductionId: string | null;
  readonly demandId: string | null;
  /** The auction whose price it is: then nothing is left to negotiate. */
  readonly auctionId: string | null;
  /** The awarded bid of an open challenge: its technology is still to be developed. */
  readonly openChallengeBidId: string | null;
  /** Null only for a deal that an open challenge made. */
  readonly achievementId: string | null;
  readonly listingId: string | null;
  readonly buyerOrganizationId: string;
  readonly sellerOrganizationId: string;
  readonly state: DealState;
  readonly brokers: readonly BrokerageShare[];
  /** Serial of the offer that was agreed. */
  readonly agreedSerial: number | null;
  /** Serial of the latest offer that the other side refused; it can no longer be accepted. */
  readonly refusedSerial: number | null;
  readonly closeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One offer or counter-offer. Never changed: the next one answers it. */
export interface Offer extends OfferTerms {
  readonly id: string;
  readonly dealId: string;
  /** 1, 2, 3 … within the deal. */
  readonly serial: number;
  readonly organizationId: string;
  readonly personId: string;
  readonly offeredAt: Date;
  /** Hash of the offer before; null for the first. */
  readonly previousHash: string | null;
  readonly hash: string;
}

export interface OfferTerms {
  readonly price: Fen;
  readonly mode: TransferMode;
  readonly terms: string;
}

export const dealTransitions = {
  negotiating: { agree: 'agreed', breakOff: 'brokenOff' },
  agreed: { contract: 'contracted', offer: 'negotiating', breakOff: 'brokenOff' },
  contracted: { release: 'agreed' },
  brokenOff: {},
} as const satisfies TransitionTable;

export type DealState = StateOf<typeof dealTransitions>;
export type DealEvent = EventOf<typeof dealTransitions>;

export const maxOffersPerDeal = 200;

export const dealSides = (deal: Deal): readonly [string, string] => [
  deal.buyerOrganizationId,
  deal.sellerOrganizationId,
];

export const dealReaders = (deal: Deal): string[] => [
  ...new Set([...dealSides(deal), ...deal.brokers.map((broker) => broker.agencyOrganizationId)]),
];

export type OfferRefusal = Refusal<
  'state.notAllowed' | 'deal.tooManyOffers' | 'deal.offerWithoutPrice' | 'deal.priceFixed'
>;

/** A new offer may be made while nothing was put in a contract; it reopens what was agreed (民法典 arts. 486, 488). */
export function offerOn(deal: Deal, terms: OfferTerms, offersSoFar: number, now: Date): Result<Deal, OfferRefusal> {
  if (deal.auctionId !== null) return refuse('deal.priceFixed');
  if (offersSoFar >= maxOffersPerDeal) return refuse('deal.tooManyOffers', { max: String(maxOffersPerDeal) });
  if (terms.price <= 0n) return refuse('deal.offerWithoutPrice', {}, '/priceYuan');
  if (deal.state === 'negotiating') return ok({ ...deal, updatedAt: now, version: deal.version + 1 });
  const next = transition(dealTransitions, deal.state, 'offer');
  return next.ok ? ok(moved({ ...deal, agreedSerial: null }, next.value, now)) : next;
}

type LatestOffer = Pick<Offer, 'serial' | 'organizationId'> | null;
export type AnswerRefusal = Refusal<'deal.noOffer' | 'deal.offerOutdated' | 'deal.ownOffer' | 'deal.offerRefused'>;

/** Only the other side's latest offer can be answered, and only once: a refused offer is gone (民法典 art. 478). */
function mayAnswer(
  deal: Deal,
  latest: LatestOffer,
  serial: number,
  organizationId: string,
): Result<true, AnswerRefusal> {
  if (latest === null) return refuse('deal.noOffer');
  if (latest.serial !== serial) return refuse('deal.offerOutdated', { latest: String(latest.serial) }, '/serial');
  if (latest.organizationId === organizationId) return refuse('deal.ownOffer');
  return deal.refusedSerial === serial ? refuse('deal.offerRefused', { serial: String(serial) }, '/serial') : ok(true);
}

/** The side that did not make the latest offer says no to exactly that one; the negotiation goes on. */
export function refuseOffer(
  deal: Deal,
  latest: LatestOffer,
  serial: number,
  organizationId: string,
  now: Date,
): Result<Deal, Refusal<'state.notAllowed'> | AnswerRefusal> {
  if (deal.state !== 'negotiating') {
    const allowed = Object.keys(dealTransitions[deal.state]).join('、') || '无';
    return refuse('state.notAllowed', { state: deal.state, event: 'refuseOffer', allowed });
  }
  const answerable = mayAnswer(deal, latest, serial, organizationId);
  if (!answerable.ok) return answerable;
  return ok({ ...deal, refusedSerial: serial, updatedAt: now, version: deal.version + 1 });
}

/** The side that did not make the latest offer accepts exactly that one. */
export function agreeDeal(
  deal: Deal,
  latest: LatestOffer,
  serial: number,
  organizationId: string,
  now: Date,
): Result<Deal, Refusal<'state.notAllowed'> | AnswerRefusal> {
  const next = transition(dealTransitions, deal.state, 'agree');
  if (!next.ok) return next;
  const answerable = mayAnswer(deal, latest, serial, organizationId);
  if (!answerable.ok) return answerable;
  return ok(moved({ ...deal, agreedSerial: serial }, next.value, now));
}

/** Takes an event that carries nothing else. */
export function advanceDeal(
  deal: Deal,
  event: 'contract' | 'release' | 'breakOff',
  now: Date,
  closeReason: string | null = null,
): Result<Deal, Refusal<'state.notAllowed'>> {
  const next = transition(dealTransitions, deal.state, event);
  return next.ok ? ok({ ...moved(deal, next.value, now), closeReason }) : next;
}

const moved = (deal: Deal, state: DealState, now: Date): Deal => ({
  ...deal,
  state,
  updatedAt: now,
  version: deal.version + 1,
});

/** What the hash of an offer covers: all of it but the hash itself. */
export const offerContent = ({ hash: _hash, ...content }: Offer): Omit<Offer, 'hash'> => content;
