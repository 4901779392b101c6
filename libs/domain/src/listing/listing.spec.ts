import { unreachableStates } from '../shared/state-machine.js';
import { advanceListing, amendListing, listingTransitions, wayOut, type Listing } from './listing.js';

const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const listing = (changes: Partial<Listing> = {}): Listing => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  organizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  achievementId: '0193f0a2-7c1e-7000-8000-000000000003',
  state: 'draft',
  pricingMethod: 'negotiated',
  transferMode: 'transfer',
  price: 100n,
  relatedParty: false,
  noticeDays: 15,
  noticeId: null,
  validUntil: null,
  aliveUntil: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  listedAt: null,
  ...changes,
});

describe('listing', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(listingTransitions, 'draft')).toEqual([]);
  });

  it.each<[string, Partial<Listing>, string, string]>([
    ['a university, negotiated', {}, 'university', 'submit'],
    ['an institute, negotiated', {}, 'institute', 'submit'],
    ['an enterprise, negotiated', {}, 'enterprise', 'list'],
    ['an enterprise, no method and no price', { pricingMethod: null, price: null }, 'enterprise', 'list'],
    ['a university without method', { pricingMethod: null }, 'university', 'listing.pricingMethodMissing'],
    ['a university without price', { price: null }, 'university', 'listing.priceMissing'],
    ['an auction', { pricingMethod: 'auction' }, 'enterprise', 'listing.methodNotOpen'],
    ['a listed price', { pricingMethod: 'listed' }, 'university', 'listing.methodNotOpen'],
    ['an offer of yesterday', { validUntil: '2026-11-22' }, 'enterprise', 'listing.expired'],
    ['an offer until today', { validUntil: today }, 'enterprise', 'list'],
    ['one that is out already', { state: 'listed' }, 'university', 'state.notAllowed'],
  ])('%s goes out: %s', (_name, changes, kind, expected) => {
    const way = wayOut(listing(changes), kind, today);
    expect(way.ok ? way.value : way.refusal.code).toBe(expected);
  });

  it('opens for signing only through the notice or at once, never while it is suspended', () => {
    expect(advanceListing(listing({ state: 'underNotice' }), 'clear', now)).toMatchObject({
      ok: true,
      value: { state: 'listed', listedAt: now, version: 2 },
    });
    for (const state of ['suspended', 'stopped', 'withdrawn', 'sold', 'expired', 'draft', 'underNotice'] as const) {
      expect(advanceListing(listing({ state }), 'sell', now).ok).toBe(false);
    }
    expect(advanceListing(listing({ state: 'suspended' }), 'clear', now).ok).toBe(false);
  });

  it('changes its terms in the draft only', () => {
    expect(amendListing(listing(), { price: 1n }, now)).toMatchObject({ ok: true, value: { price: 1n, version: 2 } });
    expect(amendListing(listing({ state: 'underNotice' }), { price: 1n }, now)).toMatchObject({
      refusal: { code: 'listing.posted' },
    });
  });
});
