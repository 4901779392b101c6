import fc from 'fast-check';
import { allocate } from './allocate.js';
import { formatYuan, parseYuan } from './money.js';
import { basisPoints, multiplyRate, rate, rateText, sum } from './rate.js';

/** 0.01元 … 100亿元 */
const amount = fc.bigInt({ min: 1n, max: 1_000_000_000_000n });

describe('multiplyRate', () => {
  const perMille = rate(1n, 1000n);

  it.each([
    ['0.00', '0.00'],
    ['4.99', '0.00'],
    ['5.00', '0.01'],
    ['14.99', '0.01'],
    ['10000000.00', '10000.00'],
    ['12345678.90', '12345.68'],
    ['200000000.00', '200000.00'],
  ])('1‰ of %s is %s', (base, expected) => {
    const parsed = parseYuan(base);
    if (!parsed.ok) throw new Error('vector');
    expect(formatYuan(multiplyRate(parsed.value, perMille))).toBe(expected);
  });

  it('is within half a 分 of the exact fraction, the half going up', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }), (base, n, d) => {
        const rounded = multiplyRate(base, rate(n, d));
        const twiceError = 2n * (rounded * d - base * n);
        expect(twiceError <= d && twiceError > -d).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('grows with the amount, and a reversal is exact', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(multiplyRate(low, perMille) <= multiplyRate(high, perMille)).toBe(true);
        expect(multiplyRate(-a, perMille)).toBe(-multiplyRate(a, perMille));
      }),
    );
  });

  it('refuses a rate that is none', () => {
    expect(() => rate(1n, 0n)).toThrow(RangeError);
    expect(() => rate(-1n, 2n)).toThrow(RangeError);
  });

  it('writes rates as people do', () => {
    expect([rateText(perMille), rateText(basisPoints(5000)), rateText(rate(1n, 3n))]).toEqual(['1‰', '50%', '1/3']);
  });
});

describe('allocate', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 })
    .filter((list) => sum(list) > 0n);

  it('loses no 分 and gives nobody more than one 分 off the exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list);
        expect(sum(parts)).toBe(total);
        const all = sum(list);
        parts.forEach((part, index) => {
          const difference = part * all - total * (list[index] ?? 0n);
          expect(difference < all && difference > -all).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the odd 分 to the largest remainder, and to the earlier of equals', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [3n, 3n, 4n, 0n])).toEqual([3n, 3n, 4n, 0n]);
    expect(allocate(1n, [1n, 2n])).toEqual([0n, 1n]);
  });

  it('refuses what cannot be split', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(-1n, [1n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});
