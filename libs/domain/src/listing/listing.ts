import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import type { TransferMode } from '../achievement/achievement.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { aliveUntil, isOver, validAfterRenewal } from '../vitality/vitality.js';

/** An achievement offered on the market (挂牌). */
export interface Listing {
  readonly id: string;
  readonly organizationId: string;
  readonly achievementId: string;
  readonly state: ListingState;
  /** Null only for an owner whom art. 18 does not bind. */
  readonly pricingMethod: PricingMethod | null;
  readonly transferMode: TransferMode;
  /** 拟交易价格 of a negotiated price; the asking price otherwise. */
  readonly price: Fen | null;
  /** The intended taker is an inventor of the achievement or related to one; said in the public notice. */
  readonly relatedParty: boolean;
  /** Days of public notice the owner wants; the law's minimum counts when less. */
  readonly noticeDays: number;
  /** The public notice of a negotiated price; null before it, or when none is needed. */
  readonly noticeId: string | null;
  /** Last day of the offer; null when open. */
  readonly validUntil: LocalDate | null;
  /** Last day on which it is alive, frozen after it; null until it is listed. */
  readonly aliveUntil: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it became open for signing. */
  readonly listedAt: Date | null;
}

export const pricingMethods = ['negotiated', 'listed', 'auction'] as const;
/** 协议定价, 挂牌交易, 拍卖: 促进科技成果转化法 art. 18. */
export type PricingMethod = (typeof pricingMethods)[number];

export const listingTransitions = {
  draft: { submit: 'underNotice', list: 'listed', withdraw: 'withdrawn' },
  underNotice: { clear: 'listed', object: 'suspended', withdraw: 'withdrawn' },
  suspended: { dismiss: 'underNotice', uphold: 'stopped', withdraw: 'withdrawn' },
  listed: { sell: 'sold', expire: 'expired', renew: 'listed', withdraw: 'withdrawn' },
  sold: {},
  stopped: {},
  expired: { renew: 'listed', withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;

export type ListingState = StateOf<typeof listingTransitions>;
export type ListingEvent = EventOf<typeof listingTransitions>;

/** States in which anybody may see the offer. */
export const publicListingStates = ['underNotice', 'suspended', 'listed', 'sold', 'stopped', 'expired'] as const;

export type ListingContent = Pick<
  Listing,
  'pricingMethod' | 'transferMode' | 'price' | 'relatedParty' | 'noticeDays' | 'validUntil'
>;

/** Kinds of organizations that art. 18 binds: 国家设立的研究开发机构、高等院校. */
const publicInstitutionKinds: readonly string[] = ['university', 'institute'];
export const isPublicInstitution = (organizationKind: string): boolean =>
  publicInstitutionKinds.includes(organizationKind);

export type OfferRefusal = Refusal<
  | 'listing.pricingMethodMissing'
  | 'listing.priceMissing'
  | 'listing.expired'
  | 'listing.methodNotOpen'
  | 'state.notAllowed'
>;

/** Which way a draft goes out: `submit` starts the public notice of art. 18, `list` opens it at once. */
export function wayOut(
  listing: Listing,
  organizationKind: string,
  today: LocalDate,
): Result<'submit' | 'list', OfferRefusal> {
  if (listing.state !== 'draft') {
    const refused = transition(listingTransitions, listing.state, 'submit');
    if (!refused.ok) return refused;
  }
  const bound = isPublicInstitution(organizationKind);
  if (bound && listing.pricingMethod === null) return refuse('listing.pricingMethodMissing', {}, '/pricingMethod');
  // A listed sale and an auction go out with the announcement of their bidding.
  if (listing.pricingMethod === 'listed' || listing.pricingMethod === 'auction') {
    return refuse('listing.methodNotOpen', { method: listing.pricingMethod }, '/pricingMethod');
  }
  if (listing.validUntil !== null && listing.validUntil < today) {
    return refuse('listing.expired', { validUntil: listing.validUntil }, '/validUntil');
  }
  if (bound && listing.price === null) return refuse('listing.priceMissing', {}, '/price');
  return ok(bound ? 'submit' : 'list');
}

/** Takes one event of the table. */
export function advanceListing(
  listing: Listing,
  event: ListingEvent,
  now: Date,
): Result<Listing, Refusal<'state.notAllowed'>> {
  const next = transition(listingTransitions, listing.state, event);
  if (!next.ok) return next;
  const alive =
    next.value === 'listed'
      ? {
          listedAt: event === 'renew' ? listing.listedAt : now,
          aliveUntil: aliveUntil('listing', beijingDate(now), listing.validUntil),
        }
      : {};
  return ok({ ...listing, ...alive, state: next.value, updatedAt: now, version: listing.version + 1 });
}

/** Another term for what is listed, or was frozen. `validUntil`: the owner's own last day from now on. */
export function renewListing(
  listing: Listing,
  validUntil: LocalDate | null,
  now: Date,
): Result<Listing, Refusal<'listing.expired' | 'state.notAllowed'>> {
  const today = beijingDate(now);
  if (isOver(validUntil, today)) return refuse('listing.expired', { validUntil: validUntil ?? '' }, '/validUntil');
  return advanceListing(
    { ...listing, validUntil: validAfterRenewal(validUntil, listing.validUntil, today) },
    'renew',
    now,
  );
}

/** The terms may change in the draft only: what was posted is what is sold. */
export function amendListing(
  listing: Listing,
  change: Partial<ListingContent>,
  now: Date,
): Result<Listing, Refusal<'listing.posted'>> {
  if (listing.state !== 'draft') return refuse('listing.posted', { state: listing.state });
  return ok({ ...listing, ...change, updatedAt: now, version: listing.version + 1 });
}

/** True when a sale hands the achievement itself over, so that nobody else can be offered it. */
export const handsOver = (mode: TransferMode): boolean => mode === 'transfer' || mode === 'equityContribution';
