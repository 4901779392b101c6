import fc from 'fast-check';
import { statesOf, unreachableStates } from '../shared/state-machine.js';
import { checkAmounts, checkContract, technologyValue, type AgreedTerms } from './check-contract.js';
import { noTerms } from './contract-terms.js';
import {
  cancelContract,
  checkNoticePrice,
  contractTransitions,
  signContract,
  type Contract,
  type ContractContent,
  type NonTechnologyItem,
} from './contract.js';

const yuan = (amount: number): bigint => BigInt(amount) * 100n;
const item = (amount: bigint, withinReasonableCarrier: boolean): NonTechnologyItem => ({
  kind: 'equipment',
  amount,
  withinReasonableCarrier,
});
const now = new Date('2026-12-09T01:00:00Z');
const today = '2026-12-09';

const party = (role: 'seller' | 'buyer', organizationId: string) => ({
  ...{
    role,
    organizationId,
    name: role,
    creditCode: '',
    countyCode: '621022',
    countryCode: '142',
    natureCode: null,
    signedAt: null,
    endingAgreedAt: null,
  },
});
const broker = { brokerPersonId: 'person', agencyOrganizationId: 'agency' };
const contract: Contract = {
  ...noTerms,
  settled: null,
  id: 'contract',
  dealId: 'deal',
  title: '代乳料配方技术转让',
  type: 'transfer',
  subType: 'technicalSecret',
  state: 'draft',
  parties: [party('seller', 'seller'), party('buyer', 'buyer')],
  contractValue: yuan(1_200_000),
  nonTechnologyItems: [item(yuan(350_000), false), item(yuan(20_000), true)],
  declaredTechnologyValue: yuan(850_000),
  achievementId: 'achievement',
  listingId: 'listing',
  signedOn: null,
  effectiveOn: null,
  validFrom: null,
  validUntil: null,
  relatedParty: false,
  brokerage: [{ ...broker, shareBasisPoints: 10_000 }],
  cancelReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
};
const agreed: AgreedTerms = {
  price: yuan(1_200_000),
  mode: 'transfer',
  brokers: [broker],
  sellerOrganizationId: 'seller',
  buyerOrganizationId: 'buyer',
};

describe('technology value', () => {
  it('is the total less what is not technology; samples in a reasonable quantity stay in', () => {
    expect(technologyValue(contract.contractValue, contract.nonTechnologyItems)).toEqual({
      ok: true,
      value: yuan(850_000),
    });
  });

  it('is more than nothing and at most the total, whatever the items', () => {
    const items = fc.array(fc.record({ amount: fc.bigInt(0n, 10n ** 12n), within: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), items, (total, given) => {
        const deducted = given.filter(({ within }) => !within).reduce((sum, { amount }) => sum + amount, 0n);
        const value = technologyValue(
          total,
          given.map(({ amount, within }) => item(amount, within)),
        );
        expect(value.ok).toBe(deducted < total);
        if (value.ok) {
          expect(value.value + deducted).toBe(total);
          expect(value.value > 0n && value.value <= total).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['one fen above the split', yuan(850_000) + 1n, 'contract.technologyValueAboveSplit'],
    ['nothing', 0n, 'contract.noTechnologyValue'],
  ])('refuses a declaration of %s', (_case, declaredTechnologyValue, code) => {
    expect(checkAmounts({ ...contract, declaredTechnologyValue })).toMatchObject({ refusal: { code } });
  });
});

describe('contract content', () => {
  it.each<[string, Partial<ContractContent>, string | null]>([
    ['as agreed', {}, null],
    ['a sub-type of another type', { subType: 'training' }, 'contract.subTypeUnknown'],
    ['a type that was not negotiated', { type: 'service', subType: 'general' }, 'contract.typeNotAgreed'],
    ['another price than agreed', { contractValue: yuan(1_199_999) }, 'contract.priceNotAgreed'],
    ['a validity that ends first', { validFrom: '2027-01-02', validUntil: '2027-01-01' }, 'contract.validityReversed'],
    ['the broker left out', { brokerage: [] }, 'contract.brokerMissing'],
    [
      'a stranger among the brokers',
      { brokerage: [...contract.brokerage, { ...broker, brokerPersonId: 'stranger', shareBasisPoints: 0 }] },
      'contract.brokerUnknown',
    ],
    ['the broker named twice', { brokerage: [...contract.brokerage, ...contract.brokerage] }, 'contract.brokerUnknown'],
    ['shares above the whole', { brokerage: [{ ...broker, shareBasisPoints: 10_001 }] }, 'contract.brokerageTooMuch'],
  ])('%s', (_case, change, code) => {
    const checked = checkContract({ ...contract, ...change }, agreed, today);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('may not fall below the announced price, and may exceed it', () => {
    expect(checkNoticePrice(yuan(100), yuan(100)).ok).toBe(true);
    expect(checkNoticePrice(yuan(101), yuan(100)).ok).toBe(true);
    expect(checkNoticePrice(yuan(100) - 1n, yuan(100))).toMatchObject({
      refusal: { code: 'contract.priceBelowNotice' },
    });
  });
});

describe('signing and ending', () => {
  const sign = (before: Contract, by: string): Contract => {
    const signed = signContract(before, by, now, today);
    if (!signed.ok) throw new Error(signed.refusal.code);
    return signed.value;
  };

  it('takes effect with the last signature, in either order', () => {
    for (const [first, last] of [
      ['seller', 'buyer'],
      ['buyer', 'seller'],
    ] as const) {
      const half = sign(contract, first);
      expect(half).toMatchObject({ state: 'signing', effectiveOn: null });
      expect(sign(half, last)).toMatchObject({ state: 'effective', signedOn: today, effectiveOn: today });
      expect(signContract(half, first, now, today)).toMatchObject({ refusal: { code: 'contract.alreadySigned' } });
    }
  });

  it('is signed by its parties only', () => {
    expect(signContract(contract, 'agency', now, today)).toMatchObject({ refusal: { code: 'contract.notParty' } });
  });

  it('is cancelled by one before it takes effect, by all after', () => {
    expect(cancelContract(contract, 'buyer', '不再需要', now)).toMatchObject({ value: { state: 'cancelled' } });
    const effective = sign(sign(contract, 'seller'), 'buyer');
    const one = cancelContract(effective, 'buyer', '协商解除', now);
    expect(one).toMatchObject({ value: { state: 'effective' } });
    if (!one.ok) return;
    expect(cancelContract(one.value, 'buyer', '再说一遍', now)).toMatchObject({ value: { state: 'effective' } });
    expect(cancelContract(one.value, 'seller', '同意解除', now)).toMatchObject({ value: { state: 'cancelled' } });
  });

  it('has no unreachable state', () => {
    expect(unreachableStates(contractTransitions, 'draft')).toEqual([]);
    expect(statesOf(contractTransitions)).toHaveLength(4);
  });
});
