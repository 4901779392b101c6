import type { MatchModel } from '../rank/model.js';
import { signalNames } from '../rank/signal.js';
import type { SignalWeights } from './learn.js';

/** The most points of each signal of a model: what learning may weigh. */
export const mostPointsOf = ({ points }: MatchModel): Record<string, number> =>
  Object.fromEntries(signalNames.map((name) => [name, Math.abs((points as Record<string, number>)[name] ?? 0)]));

/**
 * A model with its points weighed; the positive ones of the signals sum to what they did, so that a shown score keeps
 * its meaning. What is no signal of its own (`otherField`) goes with the signal that it belongs to.
 */
export function weighedModel(base: MatchModel, version: string, weights: SignalWeights): MatchModel {
  const names: readonly string[] = signalNames;
  const raw = Object.entries(base.points).map(([name, points]): [string, number] => [
    name,
    points * (weights[ownerOf(name, names)] ?? 1),
  ]);
  const sumOf = (entries: readonly (readonly [string, number])[]): number =>
    entries.reduce((sum, [name, points]) => (names.includes(name) ? sum + Math.max(0, points) : sum), 0);
  const before = sumOf(Object.entries(base.points));
  const scale = sumOf(raw) > 0 ? before / sumOf(raw) : 1;
  const points = Object.fromEntries(raw.map(([name, value]) => [name, value * scale])) as MatchModel['points'];
  return { ...base, version, points };
}

/** `otherField` → `field`. */
function ownerOf(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  return names.find((signal) => name.toLowerCase().endsWith(signal.toLowerCase())) ?? name;
}
