import type { Fen } from '../money/money.js';
import { compare, compareMeans, rankBy, type RankedBy, type RankingBy, type RankTest } from '../ranking/rank-by.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { ChallengeCriterion } from './open-challenge.js';

/** A judge's scores of one bid: criterion → 0–100. */
export type Scores = Readonly<Record<string, number>>;

export interface ScoredBid {
  readonly bidId: string;
  readonly price: Fen;
  /** One a judge who did not recuse himself. */
  readonly sheets: readonly Scores[];
}

export type RankedBid = RankedBy<string>;

/** Weighted to 0–10000. Refuses a sheet that does not score exactly the criteria, each 0–100. */
export function weightedScore(
  criteria: readonly ChallengeCriterion[],
  scores: Scores,
): Result<number, Refusal<'openChallenge.sheetIncomplete'>> {
  const sound =
    Object.keys(scores).length === criteria.length &&
    criteria.every(({ code }) => {
      const score = Object.hasOwn(scores, code) ? scores[code] : undefined;
      return score !== undefined && Number.isInteger(score) && score >= 0 && score <= 100;
    });
  if (!sound) {
    return refuse(
      'openChallenge.sheetIncomplete',
      { criteria: criteria.map(({ title }) => title).join('、') },
      '/scores',
    );
  }
  return ok(criteria.reduce((sum, { code, weight }) => sum + (scores[code] ?? 0) * weight, 0));
}

/**
 * Higher mean → higher mean of the criterion that weighs most, then of the next (equal weights by their codes) → lower price
 * → the panel's recorded decision. Whoever is below the pass mark is not awarded; it stands in the ranking all the same.
 */
export function rankBids(
  criteria: readonly ChallengeCriterion[],
  bids: readonly ScoredBid[],
  awards: number,
  passMark: number,
  decision: readonly string[] = [],
): RankingBy<string> {
  const passing = bids.filter((bid) => passes(criteria, bid, passMark));
  const failing = bids.filter((bid) => !passes(criteria, bid, passMark));
  const tests = testsOf(criteria);
  const idOf = ({ bidId }: ScoredBid): string => bidId;
  const first = rankBy(passing, idOf, tests, awards, decision);
  const rest = rankBy(failing, idOf, tests, 0).ranked.map((one) => ({
    ...one,
    rank: one.rank + passing.length,
    by: one.by === 'first' && passing.length > 0 ? 'passMark' : one.by,
  }));
  return { ranked: [...first.ranked, ...rest], openTie: first.openTie };
}

function testsOf(criteria: readonly ChallengeCriterion[]): readonly RankTest<ScoredBid, string>[] {
  const weights = [...criteria].sort((a, b) => b.weight - a.weight || compare(a.code, b.code));
  const means = (bid: ScoredBid) => bid.sheets.map((sheet) => weightOf(criteria, sheet));
  return [
    ['score', (a, b) => compareMeans(means(b), means(a))],
    ...weights.map(({ code }): RankTest<ScoredBid, string> => [
      `criterion:${code}`,
      (a, b) =>
        compareMeans(
          b.sheets.map((sheet) => sheet[code] ?? 0),
          a.sheets.map((sheet) => sheet[code] ?? 0),
        ),
    ]),
    ['price', (a, b) => compare(a.price, b.price)],
  ];
}

const weightOf = (criteria: readonly ChallengeCriterion[], sheet: Scores): number =>
  criteria.reduce((sum, { code, weight }) => sum + (sheet[code] ?? 0) * weight, 0);

const passes = (criteria: readonly ChallengeCriterion[], { sheets }: ScoredBid, passMark: number): boolean =>
  compareMeans(
    sheets.map((sheet) => weightOf(criteria, sheet)),
    [passMark * 100],
  ) >= 0;

/** A mean of whole points with two decimals, half up, as text: the same on every machine. */
export function meanText(points: readonly number[], divisor = 1): string {
  if (points.length === 0) return '0.00';
  const sum = BigInt(points.reduce((total, point) => total + point, 0)) * 100n;
  const by = BigInt(points.length * divisor);
  const hundredths = (sum * 2n + by) / (by * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** What is published of a bid's sheets: averages only. */
export interface Averages {
  readonly mean: string;
  readonly criteria: readonly { readonly code: string; readonly mean: string }[];
}

export const averagesOf = (criteria: readonly ChallengeCriterion[], sheets: readonly Scores[]): Averages => ({
  mean: meanText(
    sheets.map((sheet) => weightOf(criteria, sheet)),
    100,
  ),
  criteria: criteria.map(({ code }) => ({ code, mean: meanText(sheets.map((sheet) => sheet[code] ?? 0)) })),
});

/** Feedback to a loser: a text for every criterion, none left out, none made up. */
export function feedbackWhole(
  criteria: readonly ChallengeCriterion[],
  texts: Readonly<Record<string, string>>,
): Result<true, Refusal<'openChallenge.feedbackIncomplete'>> {
  const missing = criteria.filter(({ code }) => !Object.hasOwn(texts, code) || (texts[code] ?? '').trim().length < 5);
  const unknown = Object.keys(texts).filter((code) => !criteria.some((one) => one.code === code));
  if (missing.length === 0 && unknown.length === 0) return ok(true);
  const named = [...missing.map(({ title }) => title), ...unknown].join('、');
  return refuse('openChallenge.feedbackIncomplete', { criteria: named }, '/texts');
}
