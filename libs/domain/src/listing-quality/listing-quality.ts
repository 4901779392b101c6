import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import {
  statementFields,
  type FieldRule,
  type ListingQualityPolicy,
  type StatementField,
} from './listing-quality.policy.js';

/** What a listing says of itself (挂牌说明), field by field; null where it says nothing. */
export type ListingStatement = Readonly<Record<StatementField, string | null>>;

export interface FieldFinding {
  readonly field: StatementField;
  readonly verdict: 'clear' | 'unclear' | 'missing';
  readonly title: string;
  /** How to write it better; empty when it is clear. */
  readonly advice: string;
}

export interface ListingQuality {
  /** 0–100. */
  readonly score: number;
  readonly findings: readonly FieldFinding[];
}

const wholeBasisPoints = 10_000;
const number = /[0-9０-９]|百分之|[一二三四五六七八九十百千万亿半]+(倍|成|元|万|吨|亩|年|个|头|只|天|日)/;

/** Reads every field on its own: what is there, what is missing, and what says nothing. */
export function listingQuality(statement: ListingStatement, policy: ListingQualityPolicy): ListingQuality {
  const findings = statementFields.map((field): FieldFinding => {
    const { title, advice } = policy.fields[field];
    const verdict = verdictOf(statement[field], policy.fields[field], policy.empty);
    return { field, verdict, title, advice: verdict === 'clear' ? '' : advice };
  });
  const points = findings.reduce(
    (total, { field, verdict }) => total + policy.fields[field].weight * shareOf(verdict, policy),
    0,
  );
  return { score: Math.round(points / wholeBasisPoints), findings };
}

function verdictOf(text: string | null, rule: FieldRule, empty: readonly string[]): FieldFinding['verdict'] {
  const words = text?.trim() ?? '';
  if (words === '') return 'missing';
  const counted = number.test(words);
  if ([...words].length < rule.leastCharacters || (rule.withNumber && !counted)) return 'unclear';
  if (!counted && empty.some((praise) => words.includes(praise))) return 'unclear';
  return rule.naming.length === 0 || rule.naming.some((name) => words.includes(name)) ? 'clear' : 'unclear';
}

const shareOf = (verdict: FieldFinding['verdict'], { unclearBasisPoints }: ListingQualityPolicy): number => {
  if (verdict === 'clear') return wholeBasisPoints;
  return verdict === 'unclear' ? unclearBasisPoints : 0;
};

/** A field that was written but says nothing keeps a listing from going out, and is named. */
export function mayPublishStatement(
  statement: ListingStatement,
  policy: ListingQualityPolicy,
): Result<ListingQuality, Refusal<'listing.statementUnclear' | 'listing.scoreTooLow'>> {
  const quality = listingQuality(statement, policy);
  const unclear = quality.findings.filter(({ verdict }) => verdict === 'unclear');
  if (policy.unclearBlocks && unclear.length > 0) {
    const params = { fields: unclear.map(({ title }) => title).join('、'), advice: unclear[0]?.advice ?? '' };
    return refuse('listing.statementUnclear', params);
  }
  return quality.score < policy.leastScore
    ? refuse('listing.scoreTooLow', { score: String(quality.score), least: String(policy.leastScore) })
    : ok(quality);
}

export const emptyStatement: ListingStatement = {
  ...{ problem: null, improvement: null, comparedWith: null, evidence: null, economics: null },
};
