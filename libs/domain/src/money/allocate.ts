import type { Fen } from './money.js';

/**
 * Splits an amount by weights, to the 分, by largest remainder: Σ of the parts is the amount. Equal remainders go to
 * the earlier part, so the order of the weights must be one that can be defended (never a row order).
 */
export function allocate(amount: Fen, weights: readonly bigint[]): readonly Fen[] {
  const totalWeight = weights.reduce((total, weight) => total + weight, 0n);
  if (amount < 0n || totalWeight <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('allocate needs an amount ≥ 0, weights ≥ 0 and a weight > 0');
  }
  const parts = weights.map((weight, index) => ({
    index,
    fen: (amount * weight) / totalWeight,
    remainder: (amount * weight) % totalWeight,
  }));
  const missing = amount - parts.reduce((total, part) => total + part.fen, 0n);
  const favoured = [...parts]
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(missing));
  const extra = new Set(favoured.map((part) => part.index));
  return parts.map((part) => part.fen + (extra.has(part.index) ? 1n : 0n));
}
