import fc from 'fast-check';
import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import { checkCurrency, checkPayment, exchangeRate, royaltyOn, royaltyShape } from './check-payment.js';
import { redLine } from './compare-versions.js';
import { noTerms, type PaymentTerms, type RoyaltyClause } from './contract-terms.js';
import type { Contract } from './contract.js';
import { checkReceipt, checkSettlement, technologyIncome, type NewReceipt, type Receipt } from './receipt.js';
import { corporateIncomePolicyOn, transferTax } from './tax-pack.js';

/** 0.01元 … 10亿元 */
const amount = fc.bigInt({ min: 1n, max: 100_000_000_000n });
const steps = fc
  .array(fc.record({ gap: amount, rateBasisPoints: fc.integer({ min: 1, max: 10_000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) =>
    list.map(({ rateBasisPoints }, at) => ({
      from: at === 0 ? 0n : sum(list.slice(0, at).map(({ gap }) => gap)),
      rateBasisPoints,
    })),
  );
const clauseOf = (list: RoyaltyClause['steps']): RoyaltyClause => ({
  ...{ base: 'sales', steps: list, settlement: 'yearly', auditRight: true, until: null },
});
const parts = fc.array(amount, { minLength: 2, maxLength: 12 });
const instalments = (amounts: readonly Fen[]): PaymentTerms => ({
  manner: 'instalments',
  instalments: amounts.map((part) => ({ amount: part, dueOn: null, condition: null })),
  royalty: null,
});
const at = new Date('2026-11-20T01:00:00Z');
const effective = (change: Partial<Contract>): Contract => ({
  ...noTerms,
  ...{ id: 'c', dealId: 'd', title: '', type: 'licence', subType: 'technicalSecret', state: 'effective', parties: [] },
  ...{ contractValue: 1n, nonTechnologyItems: [], declaredTechnologyValue: 1n, achievementId: null, listingId: null },
  ...{ signedOn: '2026-01-05', effectiveOn: '2026-01-05', validFrom: null, validUntil: null, relatedParty: false },
  ...{ brokerage: [], settled: null, cancelReason: null, version: 1, createdAt: at, updatedAt: at },
  ...change,
});
const given = (change: Partial<NewReceipt>): NewReceipt => ({
  ...{ receivedOn: '2026-11-20', amount: 1n, kind: 'instalment', reference: '1', evidence: '', royaltyBase: null },
  ...change,
});
const recorded = (receipts: readonly Receipt[], one: NewReceipt): Receipt[] => [
  ...receipts,
  {
    ...one,
    id: '',
    contractId: 'c',
    organizationId: '',
    personId: '',
    recordedAt: at,
    voidedAt: null,
    voidReason: null,
  },
];

describe('amounts of a contract, whatever they are', () => {
  it('takes a plan of instalments exactly when it adds up to the fen', () => {
    fc.assert(
      fc.property(parts, fc.bigInt({ min: -5n, max: 5n }), (amounts, off) => {
        expect(checkPayment(instalments(amounts), sum(amounts) + off).ok).toBe(off === 0n);
      }),
    );
  });

  it('never lets the receipts pass the technology value, in any order, and lets them reach it', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 20 }), (declaredTechnologyValue, amounts) => {
        const agreed = effective({ declaredTechnologyValue, payment: instalments([1n, 1n]) });
        let receipts: Receipt[] = [];
        for (const each of amounts) {
          const one = given({ amount: each });
          const before = technologyIncome(receipts);
          const taken = checkReceipt(agreed, receipts, one, null, '2026-11-23').ok;
          expect(taken).toBe(before + each <= declaredTechnologyValue);
          if (taken) receipts = recorded(receipts, one);
        }
        const rest = declaredTechnologyValue - technologyIncome(receipts);
        expect(rest >= 0n).toBe(true);
        if (rest > 0n)
          expect(checkReceipt(agreed, receipts, given({ amount: rest }), null, '2026-11-23').ok).toBe(true);
      }),
    );
  });

  it('settles a royalty contract only at a value that covers what came in and fits the split', () => {
    const royalty = clauseOf([{ from: 0n, rateBasisPoints: 300 }]);
    const open = effective({ payment: { manner: 'royalty', instalments: [], royalty } });
    fc.assert(
      fc.property(amount, amount, amount, (income, contractValue, technologyValue) => {
        const receipts = recorded([], given({ amount: income, kind: 'royalty' }));
        const settled = checkSettlement(open, receipts, { contractValue, technologyValue }).ok;
        expect(settled).toBe(technologyValue >= income && technologyValue <= contractValue);
      }),
    );
  });

  it('reckons a royalty that never falls with its base, and never exceeds the highest rate', () => {
    fc.assert(
      fc.property(steps, amount, amount, (list, a, b) => {
        const clause = clauseOf(list);
        const [low, high] = a < b ? [a, b] : [b, a];
        const highest = BigInt(Math.max(...list.map(({ rateBasisPoints }) => rateBasisPoints)));
        expect(royaltyOn(clause, low) <= royaltyOn(clause, high) + BigInt(list.length)).toBe(true);
        expect(royaltyOn(clause, high) * 10_000n <= high * highest + BigInt(list.length) * 10_000n).toBe(true);
        expect(['fixed', 'rising', 'falling', 'mixed']).toContain(royaltyShape(clause));
        expect(royaltyOn(clause, 0n)).toBe(0n);
      }),
    );
  });

  it('takes exactly one 人民币 amount for a price in a foreign currency', () => {
    const rates = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99_999_999 }));
    fc.assert(
      fc.property(amount, rates, fc.bigInt({ min: -3n, max: 3n }), (originalAmount, [whole, decimals], off) => {
        const rate = `${whole}.${String(decimals).padStart(8, '0')}`;
        const exact = exchangeRate(rate);
        if (!exact) throw new Error(rate);
        const twice = 2n * originalAmount * exact.numerator + exact.denominator;
        const equivalent = twice / (2n * exact.denominator);
        const terms = { code: 'USD', originalAmount, rate, ratedOn: '2026-11-20' };
        expect(checkCurrency(terms, equivalent + off, '2026-11-23').ok).toBe(off === 0n);
      }),
    );
  });

  it('taxes a transfer between nothing and an eighth, and never the part below the limit', () => {
    const policy = corporateIncomePolicyOn('2026-11-23');
    if (!policy) throw new Error('no policy');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (income) => {
        const { exempt, tax } = transferTax(policy, income);
        expect(tax >= 0n && exempt <= policy.exemptUpTo).toBe(true);
        expect(tax === 0n || income > policy.exemptUpTo).toBe(true);
        expect(tax * 8n <= (income > policy.exemptUpTo ? income - policy.exemptUpTo : 0n) + 8n).toBe(true);
      }),
    );
  });
});

describe('red-line', () => {
  it('gives both texts back from its runs', () => {
    const text = fc
      .array(fc.constantFrom('甲方', '乙方', '验收', '，', '。', '三十日', '；'), { maxLength: 60 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = redLine(before, after);
        const of = (kind: string): string =>
          runs
            .filter((run) => run.kind === 'same' || run.kind === kind)
            .map((run) => run.text)
            .join('');
        expect([of('removed'), of('added')]).toEqual([before, after]);
      }),
    );
  });
});
