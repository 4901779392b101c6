import { mean, ndcg } from '../evaluation/metrics.js';
import type { Need, Offer } from '../rank/subject.js';

/** A market of judged needs to replay a model on. */
export interface GoldenSet {
  readonly offers: readonly Offer[];
  readonly needs: readonly (Need & { readonly grades: ReadonlyMap<string, number> })[];
}

/** Ranks the offers of the golden set for a need, best first. */
export type Replay = (need: Need) => readonly string[];

const depth = 10;
/** The most paired nDCG@10 that a model may lose against the delivered one, over all that was ever learned. */
export const maxLoss = 0.02;

export interface GateResult {
  readonly ndcg: number;
  readonly referenceNdcg: number;
  readonly loss: number;
  readonly allowed: boolean;
}

/**
 * Held against the model as delivered, not against the one before: many small losses do not add up to a large one.
 * Paired: the mean over needs of the differences.
 */
export function replayGate({ needs }: GoldenSet, reference: Replay, candidate: Replay): GateResult {
  const judged = needs.filter(({ grades }) => grades.size > 0);
  const valuesOf = (replay: Replay): number[] => judged.map((need) => ndcg(replay(need), need.grades, depth));
  const before = valuesOf(reference);
  const after = valuesOf(candidate);
  const loss = mean(before.map((value, at) => value - (after[at] ?? 0)));
  return { ndcg: mean(after), referenceNdcg: mean(before), loss, allowed: judged.length > 0 && loss <= maxLoss };
}
