/** Grades 0–3 of achievements for one need. */
export type Judgments = ReadonlyMap<string, number>;

const relevantFrom = 2;
const gain = (grade: number): number => 2 ** grade - 1;
const discount = (place: number): number => 1 / Math.log2(place + 2);

/** Normalised discounted cumulative gain with gain 2^g − 1 (Järvelin & Kekäläinen 2002; Burges 2005). */
export function ndcg(ranking: readonly string[], judgments: Judgments, depth: number): number {
  const sum = (grades: readonly number[]): number =>
    grades.slice(0, depth).reduce((total, grade, place) => total + gain(grade) * discount(place), 0);
  const ideal = sum([...judgments.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : sum(ranking.slice(0, depth).map((id) => judgments.get(id) ?? 0)) / ideal;
}

/** Share of the relevant ones (grade ≥ 2) among the first `depth`. */
export function recall(ranking: readonly string[], judgments: Judgments, depth: number): number {
  const relevant = [...judgments].filter(([, grade]) => grade >= relevantFrom).map(([id]) => id);
  const shown = new Set(ranking.slice(0, depth));
  return relevant.length === 0 ? 0 : relevant.filter((id) => shown.has(id)).length / relevant.length;
}

/** One over the rank of the first relevant one (grade ≥ 2) among the first `depth`; 0 without. */
export function reciprocalRank(ranking: readonly string[], judgments: Judgments, depth: number): number {
  const place = ranking.slice(0, depth).findIndex((id) => (judgments.get(id) ?? 0) >= relevantFrom);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Share of the first `depth` that somebody judged. */
export function judgedShare(ranking: readonly string[], judgments: Judgments, depth: number): number {
  const shown = ranking.slice(0, depth);
  return shown.length === 0 ? 0 : shown.filter((id) => judgments.has(id)).length / shown.length;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;

export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Paired bootstrap (Efron 1979): the 95 % interval of the mean difference. `chance` gives numbers in [0, 1). */
export function pairedBootstrap(
  ours: readonly number[],
  theirs: readonly number[],
  samples: number,
  chance: () => number,
): Interval {
  const differences = ours.map((value, place) => value - (theirs[place] ?? 0));
  const means = Array.from({ length: samples }, () =>
    mean(differences.map(() => differences[Math.floor(chance() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.min(means.length - 1, Math.floor(share * means.length))] ?? 0;
  return { difference: mean(differences), low: at(0.025), high: at(0.975) };
}
