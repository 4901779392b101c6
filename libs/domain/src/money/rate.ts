import type { Fen } from './money.js';

/** A rate as an exact fraction: 1‰ is 1/1000. Never a `number`. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Throws a RangeError for a rate no policy may have: a policy with one is a bug in data. */
export function rate(numerator: bigint, denominator: bigint): Rate {
  if (denominator <= 0n || numerator < 0n) throw new RangeError(`not a rate: ${numerator}/${denominator}`);
  return { numerator, denominator };
}

export const basisPoints = (count: number): Rate => rate(BigInt(count), 10_000n);

/** `amount × rate`, rounded half up to the 分 once. A negative amount mirrors the positive one, so a reversal is exact. */
export function multiplyRate(amount: Fen, { numerator, denominator }: Rate): Fen {
  if (amount < 0n) return -multiplyRate(-amount, { numerator, denominator });
  return (2n * amount * numerator + denominator) / (2n * denominator);
}

export const smaller = (a: Fen, b: Fen): Fen => (a < b ? a : b);

export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0n);

/** `1/1000` → `1‰`, `50/100` → `50%`, others as the fraction. */
export function rateText({ numerator, denominator }: Rate): string {
  if ((numerator * 100n) % denominator === 0n) return `${(numerator * 100n) / denominator}%`;
  if ((numerator * 1000n) % denominator === 0n) return `${(numerator * 1000n) / denominator}‰`;
  return `${numerator}/${denominator}`;
}
