/** One question that tells candidates apart; the first that does decides. */
export type RankTest<C, By extends string> = readonly [By, (a: C, b: C) => number];

export interface RankedBy<By extends string> {
  readonly id: string;
  /** Equal candidates share a rank. */
  readonly rank: number;
  readonly awarded: boolean;
  /** What told this candidate from the one before it. */
  readonly by: By | 'decision' | 'equal' | 'first';
}

export interface RankingBy<By extends string> {
  readonly ranked: readonly RankedBy<By>[];
  /** Candidates who are equal across the last award: somebody must decide, on record. Empty: nothing is open. */
  readonly openTie: readonly string[];
}

/**
 * Ranks by tests in their order. The order of rows never decides: a tie that remains across the last award is open until
 * `decision` orders those who are tied. Fewer candidates than awards, or none, is a lawful outcome.
 */
export function rankBy<C, By extends string>(
  candidates: readonly C[],
  idOf: (candidate: C) => string,
  tests: readonly RankTest<C, By>[],
  awards: number,
  decision: readonly string[] = [],
): RankingBy<By> {
  const place = new Map(decision.map((id, index) => [id, index]));
  const decided = (a: C, b: C): number => {
    const [first, second] = [place.get(idOf(a)), place.get(idOf(b))];
    return first === undefined || second === undefined ? 0 : first - second;
  };
  const order: readonly RankTest<C, By | 'decision'>[] = [...tests, ['decision', decided]];
  const sorted = [...candidates].sort((a, b) => difference(order, a, b).value);
  const ranked: RankedBy<By>[] = [];
  for (const [index, candidate] of sorted.entries()) {
    const before = sorted[index - 1];
    const told = before === undefined ? null : difference(order, before, candidate);
    const equal = told?.value === 0;
    ranked.push({
      id: idOf(candidate),
      rank: equal ? (ranked[index - 1]?.rank ?? 1) : index + 1,
      awarded: index < awards,
      by: told === null ? 'first' : equal ? 'equal' : (told.by ?? 'equal'),
    });
  }
  const [last, next] = [ranked[awards - 1], ranked[awards]];
  const open = last !== undefined && next !== undefined && last.rank === next.rank;
  return {
    ranked: open ? ranked.map((one) => ({ ...one, awarded: one.awarded && one.rank < last.rank })) : ranked,
    openTie: open ? ranked.filter((one) => one.rank === last.rank).map((one) => one.id) : [],
  };
}

function difference<C, By extends string>(
  order: readonly RankTest<C, By>[],
  a: C,
  b: C,
): { readonly by: By | null; readonly value: number } {
  for (const [by, test] of order) {
    const value = test(a, b);
    if (value !== 0) return { by, value };
  }
  return { by: null, value: 0 };
}

export const compare = <T extends bigint | number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Means as exact fractions: 2/3 and 66/99 are equal. */
export function compareMeans(a: readonly number[], b: readonly number[]): number {
  const total = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0);
  return compare(total(a) * Math.max(b.length, 1), total(b) * Math.max(a.length, 1));
}
