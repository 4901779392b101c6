import type { Hit } from './bm25.js';

/** Rank at which a hit counts half of what the first counts, as usual (Cormack, Clarke & Büttcher 2009). */
const rankConstant = 60;

/** Reciprocal-rank fusion: a document counts 1 / (60 + rank) in every run that found it. */
export function fuse(runs: readonly (readonly Hit[])[], limit: number): Hit[] {
  const scores = new Map<string, number>();
  for (const hits of runs) {
    hits.forEach(({ id }, place) => scores.set(id, (scores.get(id) ?? 0) + 1 / (rankConstant + place + 1)));
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
