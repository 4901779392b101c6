import fc from 'fast-check';
import { reserveAdvice, type ComparableDeal } from './reserve-advice.js';

const deals = (...prices: bigint[]): ComparableDeal[] =>
  prices.map((price, at) => ({
    listingId: String(at),
    title: '',
    field: '农业',
    transferMode: 'transfer',
    price,
    signedOn: '2026-01-01',
  }));

describe('advice for a reserve', () => {
  it('is refused from fewer than five deals', () => {
    expect(reserveAdvice(deals(1n, 2n, 3n, 4n))).toEqual({
      ok: false,
      refusal: { code: 'auction.tooFewDeals', params: { found: '4', least: '5' } },
    });
  });

  it.each([
    [[10n, 20n, 30n, 40n, 50n], 20n, 30n, 40n],
    [[50n, 10n, 40n, 20n, 30n], 20n, 30n, 40n],
    [[10n, 20n, 30n, 40n, 50n, 60n], 22n, 35n, 47n],
    [[7n, 7n, 7n, 7n, 7n], 7n, 7n, 7n],
  ])('of %j is the middle half', (prices, low, middle, high) => {
    const advice = reserveAdvice(deals(...prices));
    expect(advice.ok && [advice.value.low, advice.value.middle, advice.value.high]).toEqual([low, middle, high]);
  });

  it('lies within what was paid, in order, and names every deal', () => {
    const prices = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 5, maxLength: 50 });
    fc.assert(
      fc.property(prices, (paid) => {
        const advice = reserveAdvice(deals(...paid));
        if (!advice.ok) throw new Error();
        const sorted = [...paid].sort((a, b) => (a < b ? -1 : 1));
        const { low, middle, high } = advice.value;
        expect(sorted[0]! <= low && low <= middle && middle <= high && high <= sorted.at(-1)!).toBe(true);
        expect(advice.value.deals).toHaveLength(paid.length);
      }),
    );
  });
});
