import type { JudgeReport, Prize, RankedEntry } from './competition.js';

/** One judge's weighted score (0–10000) of one entry. */
export interface Sheet {
  readonly entryId: string;
  readonly personId: string;
  readonly score: number;
  /** Order in which the judge wrote it. */
  readonly at: number;
}
export interface Scored {
  readonly entryId: string;
  readonly code: string;
  readonly track: string;
}

const million = 1_000_000;
/** From so many hundredths of a point a judge is called severe or lenient, or drifting; with at least so many sheets. */
export const judgePolicy = { lenience: 1_000, drift: 1_500, leastSheets: 4 } as const;

/**
 * Ranks entries by the mean of their sheets: of the scores as given, or (zScore) of each judge's scores on one scale, mean 0 and
 * deviation 1. A judge who gave all entries the same score tells nothing apart and counts as 0 everywhere. Sums are of whole numbers or
 * of sorted ones, and the result is rounded to a millionth: the order of rows changes nothing, and equal is equal.
 */
export function scoreEntries(
  entries: readonly Scored[],
  sheets: readonly Sheet[],
  method: 'mean' | 'zScore',
): readonly (Scored & { readonly score: number; readonly sheets: number })[] {
  const scale = method === 'mean' ? () => (score: number) => score / 100 : scaleOf;
  const scales = new Map([...groupBy(sheets, ({ personId }) => personId)].map(([id, own]) => [id, scale(own)]));
  const byEntry = groupBy(sheets, ({ entryId }) => entryId);
  return entries.map((entry) => {
    const own = byEntry.get(entry.entryId) ?? [];
    const values = own.map(({ personId, score }) => scales.get(personId)?.(score) ?? 0).sort((a, b) => a - b);
    const sum = values.reduce((total, value) => total + value, 0);
    // `+ 0` turns −0 into 0.
    return {
      ...entry,
      sheets: own.length,
      score: values.length === 0 ? 0 : Math.round((sum / values.length) * million) + 0,
    };
  });
}

/** Brings one judge's scores to mean 0 and deviation 1; with whole sums, so that their order does not matter. */
function scaleOf(own: readonly Sheet[]): (score: number) => number {
  const n = own.length;
  const sum = own.reduce((total, { score }) => total + score, 0);
  const squares = own.reduce((total, { score }) => total + score * score, 0);
  const spread = Math.sqrt(n * squares - sum * sum);
  return spread === 0 ? () => 0 : (score) => (n * score - sum) / spread;
}

/**
 * Places: equal scores share one. `decision` orders a tie that was decided. Prizes go down the places; a tie on which a prize hangs is
 * open and none of it is awarded until it is decided.
 */
export function rankEntries(
  scored: readonly (Scored & { readonly score: number; readonly sheets: number })[],
  prizes: readonly Prize[],
  decision: readonly string[] = [],
): { readonly ranked: readonly RankedEntry[]; readonly openTie: readonly string[] } {
  const decided = (entryId: string) => (decision.includes(entryId) ? decision.indexOf(entryId) : 0);
  const order = [...scored].sort(
    (a, b) => b.score - a.score || decided(a.entryId) - decided(b.entryId) || (a.code < b.code ? -1 : 1),
  );
  const same = (a: number, b: number): boolean => {
    const [one, two] = [order[a], order[b]];
    return (
      one !== undefined && two !== undefined && one.score === two.score && decided(one.entryId) === decided(two.entryId)
    );
  };
  const titles = prizes.flatMap(({ title, count }) => Array.from({ length: count }, () => title));
  const ranked: RankedEntry[] = [];
  for (const [index, entry] of order.entries()) {
    const place = index > 0 && same(index - 1, index) ? (ranked[index - 1]?.place ?? 1) : index + 1;
    ranked.push({ ...entry, place, prize: titles[index] ?? null });
  }
  const open = new Set(
    [...groupBy(ranked, ({ place }) => place).values()]
      .filter((group) => new Set(group.map(({ prize }) => prize)).size > 1)
      .flatMap((group) => group.map(({ entryId }) => entryId)),
  );
  return {
    ranked: ranked.map((entry) => (open.has(entry.entryId) ? { ...entry, prize: null } : entry)),
    openTie: [...open].sort(),
  };
}

/** The best of each track by number; whoever ties with the last of them comes along: the published rule. */
export function shortlist(ranked: readonly RankedEntry[], finalists: number): readonly string[] {
  return [...groupBy(ranked, ({ track }) => track).values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => b.score - a.score);
    const last = sorted[Math.min(finalists, sorted.length) - 1];
    return last ? sorted.filter(({ score }) => score >= last.score).map(({ entryId }) => entryId) : [];
  });
}

/** What each judge's sheets look like beside the others' of the same entries. It flags; it changes no score. */
export function judgeReports(sheets: readonly Sheet[]): readonly JudgeReport[] {
  const byEntry = groupBy(sheets, ({ entryId }) => entryId);
  return [...groupBy(sheets, ({ personId }) => personId)]
    .map(([personId, own]): JudgeReport => {
      const differences = [...own]
        .sort((a, b) => a.at - b.at || (a.entryId < b.entryId ? -1 : 1))
        .flatMap(({ entryId, score }) => {
          const others = (byEntry.get(entryId) ?? []).filter((sheet) => sheet.personId !== personId);
          return others.length === 0 ? [] : [score - mean(others.map((sheet) => sheet.score).sort((a, b) => a - b))];
        });
      const enough = differences.length >= judgePolicy.leastSheets;
      const half = Math.floor(differences.length / 2);
      const lenience = enough ? Math.round(mean(differences)) + 0 : null;
      const drift = enough ? Math.round(mean(differences.slice(-half)) - mean(differences.slice(0, half))) + 0 : null;
      const flat = own.length >= judgePolicy.leastSheets && new Set(own.map(({ score }) => score)).size === 1;
      return { personId, sheets: own.length, lenience, drift, flags: flagsOf(lenience, drift, flat) };
    })
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

function flagsOf(lenience: number | null, drift: number | null, flat: boolean): JudgeReport['flags'] {
  const flags: JudgeReport['flags'][number][] = [];
  if (lenience !== null && lenience >= judgePolicy.lenience) flags.push('lenient');
  if (lenience !== null && lenience <= -judgePolicy.lenience) flags.push('severe');
  if (drift !== null && Math.abs(drift) >= judgePolicy.drift) flags.push('drifting');
  if (flat) flags.push('flat');
  return flags;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | number): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(String(keyOf(item)), [...(groups.get(String(keyOf(item))) ?? []), item]);
  return groups;
}
