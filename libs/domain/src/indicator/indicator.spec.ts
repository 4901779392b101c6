import fc from 'fast-check';
import { compare, decimal, minus, ratioBasisPoints } from './decimal.js';
import { progressOf, satisfies, type Comparison, type Indicator } from './indicator.js';

const indicatorOf = (
  base: string,
  target: string,
  comparison: Comparison = '>=',
): Pick<Indicator, 'base' | 'target' | 'qualitative'> => ({
  qualitative: false,
  base: { printed: base, value: base },
  target: { printed: target, value: target, comparison },
});

describe('progress of an indicator', () => {
  it.each([
    ['at the base there is none', '6.69', '12', '6.69', 0, false],
    ['half the way', '0', '30', '15', 5000, false],
    ['the target is the whole way', '6.69', '12', '12', 10000, true],
    ['beyond the target', '10', '20', '25', 15000, true],
    ['a fall below the base is negative', '10', '20', '8', -2000, false],
    ['a third is rounded once', '0', '3', '1', 3333, false],
    ['decimals are exact', '0.02', '0.05', '0.035', 5000, false],
  ])('%s', (_name, base, target, actual, basisPoints, reached) => {
    expect(progressOf(indicatorOf(base, target), actual)).toEqual({ kind: 'measured', basisPoints, reached });
  });

  it('divides by nothing when target and base are equal', () => {
    expect(progressOf(indicatorOf('0', '0'), '0')).toEqual({ kind: 'noDistance', reached: true });
    expect(progressOf(indicatorOf('5', '5.0', '>'), '5')).toEqual({ kind: 'noDistance', reached: false });
  });

  it('has no number for a qualitative indicator', () => {
    const qualitative = {
      qualitative: true,
      base: { printed: null, value: null },
      target: { printed: '持续推进', value: null, comparison: null },
    };
    expect(progressOf(qualitative, '1')).toEqual({ kind: 'qualitative' });
  });

  it('is a share of the way: moving base, target and actual together changes nothing', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 }).map((n) => BigInt(n));
    const text = (n: bigint): string => `${n / 100n}.${(n % 100n).toString().padStart(2, '0')}`;
    fc.assert(
      fc.property(cents, cents, cents, cents, (base, target, actual, shift) => {
        const here = progressOf(indicatorOf(text(base), text(target)), text(actual));
        const there = progressOf(indicatorOf(text(base + shift), text(target + shift)), text(actual + shift));
        expect(there).toEqual(here);
      }),
    );
  });
});

describe('comparison with a target (民法典 art. 1259)', () => {
  it.each([
    ['达到 includes the number', '12', '>=', '12', true],
    ['突破 excludes it', '12', '>', '12.0', false],
    ['最高不超过 includes it', '20', '<=', '20', true],
    ['above a ceiling', '20.01', '<=', '20', false],
    ['equal whatever the zeros', '300.00', '=', '300', true],
  ] as const)('%s', (_name, actual, comparison, target, expected) => {
    expect(satisfies(actual, comparison, target)).toBe(expected);
  });
});

describe('decimals', () => {
  it('are exact where floating point is not', () => {
    expect(compare(minus(decimal('0.3'), decimal('0.1')), decimal('0.2'))).toBe(0);
    expect(ratioBasisPoints(decimal('-1'), decimal('3'))).toBe(-3333);
  });
  it.each(['', '1.', '.5', '1e3', '１', '1.1234567', '--1'])('refuse %p', (text) => {
    expect(() => decimal(text)).toThrow(RangeError);
  });
});
