import { unreachableStates } from '../shared/state-machine.js';
import { advanceDeal, agreeDeal, dealTransitions, maxOffersPerDeal, offerOn, refuseOffer, type Deal } from './deal.js';

const now = new Date('2026-11-23T02:00:00Z');
const deal: Deal = {
  id: 'deal',
  introductionId: 'introduction',
  demandId: 'demand',
  auctionId: null,
  openChallengeBidId: null,
  achievementId: 'achievement',
  listingId: null,
  buyerOrganizationId: 'buyer',
  sellerOrganizationId: 'seller',
  state: 'negotiating',
  brokers: [],
  agreedSerial: null,
  refusedSerial: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
};
const terms = { price: 1n, mode: 'transfer', terms: '一次付清' } as const;

describe('deal', () => {
  it.each([
    ['the other side', { serial: 2, organizationId: 'seller' }, 2, null],
    ['the side that offered', { serial: 2, organizationId: 'buyer' }, 2, 'deal.ownOffer'],
    ['an offer already answered', { serial: 2, organizationId: 'seller' }, 1, 'deal.offerOutdated'],
    ['nothing', null, 1, 'deal.noOffer'],
  ])('agreement by or on %s', (_case, latest, serial, code) => {
    const agreed = agreeDeal(deal, latest, serial, 'buyer', now);
    expect(agreed.ok ? null : agreed.refusal.code).toBe(code);
  });

  it('is not agreed on an offer that was refused (民法典 art. 478), but on the next one', () => {
    const refused = refuseOffer(deal, { serial: 1, organizationId: 'seller' }, 1, 'buyer', now);
    if (!refused.ok) throw new Error('not refused');
    const code = (serial: number) => {
      const agreed = agreeDeal(refused.value, { serial, organizationId: 'seller' }, serial, 'buyer', now);
      return agreed.ok ? null : agreed.refusal.code;
    };
    expect([code(1), code(2)]).toEqual(['deal.offerRefused', null]);
    expect(refuseOffer(deal, { serial: 1, organizationId: 'buyer' }, 1, 'buyer', now).ok).toBe(false);
    expect(refuseOffer({ ...deal, state: 'agreed' }, { serial: 1, organizationId: 'seller' }, 1, 'buyer', now).ok).toBe(
      false,
    );
  });

  it('is open again when a new offer follows the agreement, and closed to offers once contracted', () => {
    const agreed: Deal = { ...deal, state: 'agreed', agreedSerial: 1 };
    expect(offerOn(agreed, terms, 1, now)).toMatchObject({ value: { state: 'negotiating', agreedSerial: null } });
    const contracted = advanceDeal(agreed, 'contract', now);
    if (!contracted.ok) throw new Error('not contracted');
    expect(offerOn(contracted.value, terms, 1, now).ok).toBe(false);
    expect(advanceDeal(contracted.value, 'release', now)).toMatchObject({
      value: { state: 'agreed', agreedSerial: 1 },
    });
  });

  it('refuses an offer of nothing, and one too many', () => {
    expect(offerOn(deal, { ...terms, price: 0n }, 0, now).ok).toBe(false);
    expect(offerOn(deal, terms, maxOffersPerDeal, now).ok).toBe(false);
    expect(offerOn(deal, terms, maxOffersPerDeal - 1, now).ok).toBe(true);
  });

  it('has no unreachable state', () => {
    expect(unreachableStates(dealTransitions, 'negotiating')).toEqual([]);
  });
});
