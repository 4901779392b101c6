import type { Fen } from '../money/money.js';

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
const tests: readonly (readonly [Ranked['by'], (a: Candidate, b: Candidate) => number])[] = [
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
  const place = new Map(decision.map((id, index) => [id, index]));
  const decided = (a: Candidate, b: Candidate): number => {
    const [first, second] = [place.get(a.applicationId), place.get(b.applicationId)];
    return first === undefined || second === undefined ? 0 : first - second;
  };
  const order = [...tests, ['decision', decided] as const];
  const sorted = [...candidates].sort((a, b) => difference(order, a, b).value);
  const ranked: Ranked[] = [];
  for (const [index, candidate] of sorted.entries()) {
    const before = sorted[index - 1];
    const told = before ? difference(order, before, candidate) : null;
    const equal = told?.value === 0;
    ranked.push({
      applicationId: candidate.applicationId,
      rank: equal ? (ranked[index - 1]?.rank ?? 1) : index + 1,
      awarded: index < topRanks,
      by: told === null ? 'first' : equal ? 'equal' : told.by,
    });
  }
  const [last, next] = [ranked[topRanks - 1], ranked[topRanks]];
  const open = last !== undefined && next !== undefined && last.rank === next.rank;
  const openTie = open ? ranked.filter((one) => one.rank === last.rank).map((one) => one.applicationId) : [];
  return {
    ranked: open ? ranked.map((one) => ({ ...one, awarded: one.awarded && one.rank < last.rank })) : ranked,
    openTie,
  };
}

function difference(
  order: readonly (readonly [Ranked['by'], (a: Candidate, b: Candidate) => number])[],
  a: Candidate,
  b: Candidate,
): { readonly by: Ranked['by']; readonly value: number } {
  for (const [by, test] of order) {
    const value = test(a, b);
    if (value !== 0) return { by, value };
  }
  return { by: 'equal', value: 0 };
}

const compare = <T extends bigint | number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Means as exact fractions: 2/3 and 66/99 are equal. */
function compareMeans(a: readonly number[], b: readonly number[]): number {
  const total = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0);
  return compare(total(a) * Math.max(b.length, 1), total(b) * Math.max(a.length, 1));
}
