import fc from 'fast-check';
import {
  amountAgreement,
  compareContracts,
  normalizedTitle,
  titleSimilarity,
  type DuplicateFacts,
} from './duplicate.js';

const title = fc.string({ unit: 'grapheme', maxLength: 30 });
const facts: fc.Arbitrary<DuplicateFacts> = fc.record({
  title: fc.constantFrom('矮砧苹果密植栽培', '矮砧苹果密植栽培技术开发合同', '羔羊代乳料研制', '羔羊早期断奶', ''),
  sellerCodes: fc.subarray(['S1', 'S2']),
  buyerCodes: fc.subarray(['B1', 'B2']),
  contractValue: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  signedOn: fc.constantFrom(null, '2026-01-05', '2026-01-06'),
  contractTextHash: fc.constantFrom(null, 'aa', 'bb'),
});

describe('the same contract under another name', () => {
  it('is found from either side, with the same evidence', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const one = compareContracts(a, b);
        const other = compareContracts(b, a);
        expect(one?.verdict).toBe(other?.verdict);
        expect(one?.agreements.map(({ kind, percent }) => [kind, percent])).toEqual(
          other?.agreements.map(({ kind, percent }) => [kind, percent]),
        );
      }),
    );
  });

  it('is every contract with known parties to itself', () => {
    fc.assert(
      fc.property(facts, (one) => {
        fc.pre(one.sellerCodes.length > 0 && one.buyerCodes.length > 0);
        expect(compareContracts(one, { ...one })?.verdict).toBe('same');
      }),
    );
  });

  it('is never found between strangers, unless the text itself is the same', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const strangers = { ...b, sellerCodes: ['X'], buyerCodes: ['Y'], contractTextHash: null };
        expect(compareContracts(a, strangers)).toBeNull();
      }),
    );
  });

  it('measures titles from 0 to 100, alike both ways, 100 for what differs in width, marks and the word for contract', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        const percent = titleSimilarity(a, b);
        expect(percent).toBe(titleSimilarity(b, a));
        expect(percent >= 0 && percent <= 100).toBe(true);
        expect(titleSimilarity(a, ` ${a}。`)).toBe(100);
      }),
    );
    expect(normalizedTitle('ＴＭＲ　日粮（肉牛）技术服务合同')).toBe('tmr日粮肉牛');
    expect(normalizedTitle('合同')).toBe('合同'); // nothing is left without it
  });

  it('calls amounts equal only when they are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 15n }), (a, b) => {
        expect(amountAgreement(a, b) === 100).toBe(a === b);
      }),
    );
  });
});
