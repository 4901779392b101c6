import type { Fen } from '../money/money.js';
import { compare, compareMeans, rankBy, type RankTest } from '../ranking/rank-by.js';

/** A candidate as the panel's scores and the frozen facts rank it. */
export interface Candidate {
  readonly applicationId: string;
  /** One weighted score of each panelist who did not recuse himself, 0–10000. */
  readonly scores: readonly number[];
  readonly total: Fen;
  readonly contracts: number;
  /** When the yearly total reached the threshold, as ISO text; null: never. */
  readonly reachedAt: string | null;
}

export interface Ranked {
  readonly applicationId: string;
  /** Equal candidates share a rank. */
  readonly rank: number;
  readonly awarded: boolean;
  /** What told this candidate from the one before it. */
  readonly by: 'score' | 'total' | 'contracts' | 'reachedAt' | 'decision' | 'equal' | 'first';
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** Candidates who are equal across the last award: the panel must decide, and its decision is recorded. Empty: nothing is open. */
  readonly openTie: readonly string[];
}

/** In the order in which they are asked. A tie is never broken by the order of rows. */
const tests: readonly RankTest<Candidate, 'score' | 'total' | 'contracts' | 'reachedAt'>[] = [
  ['score', (a, b) => compareMeans(b.scores, a.scores)],
  ['total', (a, b) => compare(b.total, a.total)],
  ['contracts', (a, b) => compare(b.contracts, a.contracts)],
  ['reachedAt', (a, b) => compare(a.reachedAt ?? '9999', b.reachedAt ?? '9999')],
];

/**
 * Ranks candidates: panel score → total → number of landed contracts → who reached the threshold earlier. A tie that remains
 * across the last award is open until `decision` orders it; fewer candidates than awards, or none, is a lawful outcome.
 */
export function rank(candidates: readonly Candidate[], topRanks: number, decision: readonly string[] = []): Ranking {
  const { ranked, openTie } = rankBy(candidates, ({ applicationId }) => applicationId, tests, topRanks, decision);
  return { ranked: ranked.map(({ id, ...one }) => ({ applicationId: id, ...one })), openTie };
}
