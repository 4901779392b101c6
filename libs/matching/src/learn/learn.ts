import type { Comparison } from './feedback.js';

/** How much each signal counts against the delivered model; 1 is as delivered. At most 15 signals. */
export type SignalWeights = Readonly<Record<string, number>>;

export interface LearnOptions {
  /** Step of one comparison at full weight. */
  readonly rate: number;
  /** Points that make one unit of the logit. */
  readonly pointsPerLogit: number;
  /** No weight leaves these bounds, whatever is said how often. */
  readonly least: number;
  readonly most: number;
  /** What all comparisons of one organization weigh together at most. */
  readonly weightOfOne: number;
  /** Pull towards the delivered model for each unit of weight seen. */
  readonly pull: number;
}

export const learnOptions: LearnOptions = {
  rate: 0.05,
  pointsPerLogit: 10,
  least: 0.6,
  most: 1.5,
  weightOfOne: 10,
  pull: 0.002,
};

export const maxSignals = 15;

/**
 * Pairwise logistic updates (RankNet with a linear score; Burges 2005) of one weight a signal. `most` holds the points
 * that each signal can earn: an input is bounded by it. Pure: the same comparisons in the same order, the same weights.
 */
export function learn(
  start: SignalWeights,
  mostPoints: Readonly<Record<string, number>>,
  comparisons: readonly Comparison[],
  options: LearnOptions = learnOptions,
): SignalWeights {
  const names = Object.keys(mostPoints).slice(0, maxSignals);
  const weights = new Map(names.map((name) => [name, clamp(start[name] ?? 1, options)]));
  const spent = spentBy(comparisons);
  for (const comparison of comparisons) {
    const share = Math.min(1, options.weightOfOne / (spent.get(comparison.decidedBy) ?? 1));
    const weight = comparison.weight * share;
    const inputs = new Map(names.map((name) => [name, differenceOf(comparison, name, mostPoints[name] ?? 0, options)]));
    const logit = names.reduce((sum, name) => sum + (weights.get(name) ?? 1) * (inputs.get(name) ?? 0), 0);
    const surprise = 1 / (1 + Math.exp(logit));
    for (const name of comparison.signals ?? names) {
      const before = weights.get(name);
      if (before === undefined) continue;
      const step = options.rate * weight * surprise * (inputs.get(name) ?? 0) - options.pull * weight * (before - 1);
      weights.set(name, clamp(before + step, options));
    }
  }
  return Object.fromEntries(names.map((name) => [name, rounded(weights.get(name) ?? 1)]));
}

function spentBy(comparisons: readonly Comparison[]): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  for (const { decidedBy, weight } of comparisons) spent.set(decidedBy, (spent.get(decidedBy) ?? 0) + weight);
  return spent;
}

/** How much more of a signal the better pair has, in logits; bounded by what the signal can earn either way. */
function differenceOf({ better, worse }: Comparison, name: string, most: number, options: LearnOptions): number {
  const bounded = (points: number | undefined): number =>
    Number.isFinite(points) ? Math.max(-2 * most, Math.min(most, points ?? 0)) : 0;
  return (bounded(better[name]) - bounded(worse[name])) / options.pointsPerLogit;
}

const clamp = (weight: number, { least, most }: LearnOptions): number =>
  Number.isFinite(weight) ? Math.max(least, Math.min(most, weight)) : 1;
const rounded = (weight: number): number => Math.round(weight * 10_000) / 10_000;
