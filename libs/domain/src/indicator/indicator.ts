import {
  checked,
  code,
  decimalText,
  flag,
  integer,
  nullable,
  object,
  oneOf,
  text,
  type Reader,
} from '../catalogue/reader.js';
import { compare, decimal, minus, ratioBasisPoints } from './decimal.js';

/**
 * How a value is measured against its target. 民法典 art. 1259: 以上, 不低于 and 达到 include the number (`>=`),
 * 超过 and 突破 exclude it (`>`), 不超过 and 最高 include it from below (`<=`).
 */
export const comparisons = ['>=', '>', '=', '<='] as const;
export type Comparison = (typeof comparisons)[number];

/** One row of 附表1. Values stand as printed; `value` is the number in them, where there is one. */
export interface Indicator {
  readonly code: string;
  readonly number: number;
  readonly source: string;
  readonly group: string;
  readonly name: string;
  /** The unit the table prints; null when it prints none. */
  readonly unit: string | null;
  readonly base: { readonly printed: string | null; readonly value: string | null };
  readonly target: {
    readonly printed: string;
    readonly value: string | null;
    readonly comparison: Comparison | null;
  };
  /** Rows 11–13 are judged by status and evidence, not by a number. */
  readonly qualitative: boolean;
  /** What is unclear about the unit as printed. */
  readonly unitNote: string | null;
  readonly note: string | null;
}

export const indicator: Reader<Indicator> = checked(
  object<Indicator>({
    code,
    number: integer(1, 99),
    source: text,
    group: text,
    name: text,
    unit: nullable(text),
    base: object<Indicator['base']>({ printed: nullable(text), value: nullable(decimalText) }),
    target: object<Indicator['target']>({
      printed: text,
      value: nullable(decimalText),
      comparison: nullable(oneOf(...comparisons)),
    }),
    qualitative: flag,
    unitNote: nullable(text),
    note: nullable(text),
  }),
  ({ qualitative, base, target }) => {
    const numbers = [base.value, target.value, target.comparison].filter((value) => value !== null).length;
    if (numbers !== (qualitative ? 0 : 3)) return '定性指标没有数值，定量指标有现有值、目标值和比较符';
    const [from, to] = [base.value, target.value];
    return from === null || to === null || (base.printed?.startsWith(from) && target.printed.startsWith(to))
      ? null
      : '数值与原表文字不符';
  },
);

/** Does `actual` satisfy `comparison` against `target`? */
export function satisfies(actual: string, comparison: Comparison, target: string): boolean {
  const order = compare(decimal(actual), decimal(target));
  switch (comparison) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '=':
      return order === 0;
    case '<=':
      return order <= 0;
  }
}

export type Progress =
  | { readonly kind: 'qualitative' }
  /** Target equals base: there is no way to go, only reached or not. */
  | { readonly kind: 'noDistance'; readonly reached: boolean }
  /** Share of the way from base to target; below 0 after a fall, above 10000 beyond the target. */
  | { readonly kind: 'measured'; readonly basisPoints: number; readonly reached: boolean };

/** (actual − base) ÷ (target − base): what was there at the beginning is no progress. */
export function progressOf(indicator: Pick<Indicator, 'base' | 'target' | 'qualitative'>, actual: string): Progress {
  const { base, target } = indicator;
  if (indicator.qualitative || base.value === null || target.value === null || target.comparison === null) {
    return { kind: 'qualitative' };
  }
  const reached = satisfies(actual, target.comparison, target.value);
  const way = minus(decimal(target.value), decimal(base.value));
  if (way.digits === 0n) return { kind: 'noDistance', reached };
  return { kind: 'measured', basisPoints: ratioBasisPoints(minus(decimal(actual), decimal(base.value)), way), reached };
}
