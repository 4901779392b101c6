import type { MatchModel } from '../rank/model.js';
import { signalNames } from '../rank/signal.js';
import type { SignalWeights } from './learn.js';

/** They share their points: a need earns all of them by any one (see MatchModel.points). */
const sharing: readonly string[] = ['object', 'process', 'effect'];

/** The most points of each signal of a model: what learning may weigh. */
export const mostPointsOf = ({ points }: MatchModel): Record<string, number> =>
  Object.fromEntries(signalNames.map((name) => [name, Math.abs((points as Record<string, number>)[name] ?? 0)]));

/** What an answer can earn at most: the positive points, those that are shared counted once. */
export function fullScoreOf(points: Readonly<Record<string, number>>): number {
  const positive = Object.entries(points).map(([name, value]): [string, number] => [name, Math.max(0, value)]);
  const shared = positive.filter(([name]) => sharing.includes(name)).map(([, value]) => value);
  const others = positive.filter(([name]) => !sharing.includes(name));
  return Math.max(0, ...shared) + others.reduce((sum, [, value]) => sum + value, 0);
}

/**
 * A model with its points weighed. The most that can be earned stays what it was, so that a shown score keeps its
 * meaning. What is no signal of its own (`otherField`, `sharedObject`) goes with the signal that it belongs to.
 */
export function weighedModel(base: MatchModel, version: string, weights: SignalWeights): MatchModel {
  const weighed = Object.fromEntries(
    Object.entries(base.points).map(([name, points]) => [name, points * (weights[ownerOf(name)] ?? 1)]),
  );
  const scale = fullScoreOf(base.points) / (fullScoreOf(weighed) || 1);
  const points = Object.fromEntries(Object.entries(weighed).map(([name, value]) => [name, value * scale]));
  return { ...base, version, points: points as unknown as MatchModel['points'] };
}

/** `otherField` → `field`. */
function ownerOf(name: string): string {
  const names: readonly string[] = signalNames;
  if (names.includes(name)) return name;
  return names.find((signal) => name.toLowerCase().endsWith(signal.toLowerCase())) ?? name;
}
