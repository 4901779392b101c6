import type { TransferMode } from '../achievement/achievement.js';
import type { BrokerageShare } from '../contract/contract.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** What two introduced sides negotiate (洽谈) until they agree. */
export interface Deal {
  readonly id: string;
  readonly introductionId: string;
  readonly demandId: string;
  readonly achievementId: string;
  readonly listingId: string | null;
  readonly buyerOrganizationId: string;
  readonly sellerOrganizationId: string;
  readonly state: DealState;
  readonly brokers: readonly BrokerageShare[];
  /** Serial of the offer that was agreed. */
  readonly agreedSerial: number | null;
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

export type OfferRefusal = Refusal<'state.notAllowed' | 'deal.tooManyOffers' | 'deal.offerWithoutPrice'>;

/** A new offer may be made while nothing was put in a contract; it reopens what was agreed (民法典 arts. 486, 488). */
export function offerOn(deal: Deal, terms: OfferTerms, offersSoFar: number, now: Date): Result<Deal, OfferRefusal> {
  if (offersSoFar >= maxOffersPerDeal) return refuse('deal.tooManyOffers', { max: String(maxOffersPerDeal) });
  if (terms.price <= 0n) return refuse('deal.offerWithoutPrice', {}, '/priceYuan');
  if (deal.state === 'negotiating') return ok({ ...deal, updatedAt: now, version: deal.version + 1 });
  const next = transition(dealTransitions, deal.state, 'offer');
  return next.ok ? ok(moved({ ...deal, agreedSerial: null }, next.value, now)) : next;
}

/** The side that did not make the latest offer accepts exactly that one. */
export function agreeDeal(
  deal: Deal,
  latest: Pick<Offer, 'serial' | 'organizationId'> | null,
  serial: number,
  organizationId: string,
  now: Date,
): Result<Deal, Refusal<'state.notAllowed' | 'deal.noOffer' | 'deal.offerOutdated' | 'deal.ownOffer'>> {
  const next = transition(dealTransitions, deal.state, 'agree');
  if (!next.ok) return next;
  if (latest === null) return refuse('deal.noOffer');
  if (latest.serial !== serial) return refuse('deal.offerOutdated', { latest: String(latest.serial) }, '/serial');
  if (latest.organizationId === organizationId) return refuse('deal.ownOffer');
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
