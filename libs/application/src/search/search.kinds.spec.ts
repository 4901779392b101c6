import fc from 'fast-check';
import { ipState, maturityBand, priceBand, priceBands } from './search.kinds.js';

describe('facets of a search', () => {
  it.each([
    [null, 'negotiable'],
    [0n, 'upTo100000'],
    [10_000_000n, 'upTo100000'],
    [10_000_001n, 'upTo500000'],
    [500_000_000n, 'upTo5000000'],
    [500_000_001n, 'above5000000'],
  ])('price %s 分 → %s', (price, band) => {
    expect(priceBand(price)).toBe(band);
  });

  it('a higher price never falls into a lower band', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(priceBands.indexOf(priceBand(low))).toBeLessThanOrEqual(priceBands.indexOf(priceBand(high)));
      }),
    );
  });

  it.each([
    [null, null],
    [1, 'research'],
    [3, 'research'],
    [4, 'pilot'],
    [7, 'ready'],
    [9, 'ready'],
  ])('readiness level %s → %s', (level, band) => {
    expect(maturityBand(level)).toBe(band);
  });

  it.each([
    [[], 'none'],
    [['lapsed', 'granted'], 'granted'],
    [['applied', 'rejected'], 'pending'],
    [['expired'], 'ended'],
  ])('patents %j → %s', (states, state) => {
    expect(ipState(states)).toBe(state);
  });
});
