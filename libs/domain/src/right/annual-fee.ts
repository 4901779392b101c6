import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths, addYears } from '../calendar/period.js';
import type { PatentKind } from '../identifiers/patent-number.js';
import type { Fen } from '../money/money.js';

interface FeeStep {
  readonly kinds: readonly PatentKind[];
  readonly fromYear: number;
  readonly toYear: number;
  readonly value: Fen;
  readonly source: string;
  readonly article: string;
  /** Due dates the amount is for. */
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const base = {
  source: '发改价格〔2017〕270号《专利收费标准》',
  article: '国内部分：年费',
  effectiveFrom: '2017-02-01',
  effectiveTo: null,
} as const;
const model: readonly PatentKind[] = ['utilityModel', 'design'];
const yuan = (amount: number): Fen => BigInt(amount) * 100n;

/** Annual fees by year of the term, without any reduction (费减) that an owner may have. */
export const feeSteps: readonly FeeStep[] = [
  { ...base, kinds: ['invention'], fromYear: 1, toYear: 3, value: yuan(900) },
  { ...base, kinds: ['invention'], fromYear: 4, toYear: 6, value: yuan(1200) },
  { ...base, kinds: ['invention'], fromYear: 7, toYear: 9, value: yuan(2000) },
  { ...base, kinds: ['invention'], fromYear: 10, toYear: 12, value: yuan(4000) },
  { ...base, kinds: ['invention'], fromYear: 13, toYear: 15, value: yuan(6000) },
  { ...base, kinds: ['invention'], fromYear: 16, toYear: 20, value: yuan(8000) },
  { ...base, kinds: model, fromYear: 1, toYear: 3, value: yuan(600) },
  { ...base, kinds: model, fromYear: 4, toYear: 5, value: yuan(900) },
  { ...base, kinds: model, fromYear: 6, toYear: 8, value: yuan(1200) },
  { ...base, kinds: model, fromYear: 9, toYear: 10, value: yuan(2000) },
  {
    kinds: ['design'],
    fromYear: 11,
    toYear: 15,
    value: yuan(3000),
    source: '外观设计专利第11至15年年费标准（2021年起）',
    article: '外观设计年费',
    effectiveFrom: '2021-06-01',
    effectiveTo: null,
  },
];

/** 专利法实施细则 (2023) art. 115 (2010 text: art. 98): six months to pay late, 5 % of the year's fee a month begun. */
export const lateRules = {
  graceMonths: {
    value: 6,
    source: '专利法实施细则（2023年修订）',
    article: '第一百一十五条',
    effectiveFrom: '2001-07-01',
    effectiveTo: null,
  },
  surchargeBasisPointsPerMonth: {
    value: 500n,
    source: '专利法实施细则（2023年修订）',
    article: '第一百一十五条',
    effectiveFrom: '2001-07-01',
    effectiveTo: null,
  },
} as const;

/** The fee of a year; null beyond the table (a compensated term has fees of its own, which are not known here). */
export const annualFee = (kind: PatentKind, year: number): FeeStep | null =>
  feeSteps.find(({ kinds, fromYear, toYear }) => kinds.includes(kind) && fromYear <= year && year <= toYear) ?? null;

/** Year `n` of the term is paid before year n−1 ends: on the corresponding day of the filing date. */
export const feeDueOn = (filedOn: LocalDate, year: number): LocalDate => addYears(filedOn, year - 1);

export const graceUntil = (dueOn: LocalDate): LocalDate => addMonths(dueOn, lateRules.graceMonths.value);

/** Beyond any term the law knows, compensation included: a bound of the loop. */
const longestTermYears = 40;

/** Which year of the term a day lies in, the first being 1. */
export function termYear(filedOn: LocalDate, day: LocalDate): number {
  let year = 1;
  while (year < longestTermYears && addYears(filedOn, year) <= day) year += 1;
  return year;
}

export interface Surcharge {
  /** Whole months that payment on the day exceeds the term by; the first is free. */
  readonly months: number;
  readonly amount: Fen;
}

/**
 * Paid within a month after the last day: none; in the second month 5 %, … in the sixth 25 %
 * (《专利审查指南》第五部分第九章: 每超过一个月加收 5%, 不足一个月的不加收).
 */
export function surchargeOn(amount: Fen, dueOn: LocalDate, day: LocalDate): Surcharge {
  let months = 0;
  while (months < lateRules.graceMonths.value - 1 && day > addMonths(dueOn, months + 1)) months += 1;
  return { months, amount: (amount * lateRules.surchargeBasisPointsPerMonth.value * BigInt(months)) / 10_000n };
}

export const feeStates = ['paid', 'future', 'due', 'late', 'missed'] as const;
/** 已缴, 未到缴费期, 可缴（缴费期内）, 滞纳期, 逾期未缴（应终止）. */
export type FeeState = (typeof feeStates)[number];

export interface FeeYear {
  readonly year: number;
  readonly state: FeeState;
  readonly dueOn: LocalDate;
  readonly graceUntil: LocalDate;
  readonly amount: Fen | null;
  readonly surcharge: Fen;
  readonly source: string | null;
}

export interface FeeFacts {
  readonly kind: PatentKind;
  readonly filedOn: LocalDate;
  readonly grantedOn: LocalDate | null;
  readonly expiresOn: LocalDate;
  /** Years reported as paid. */
  readonly paidYears: readonly number[];
}

const dueWindowDays = 365;

/** Every year from the one after the grant to the last; empty while the day of grant is not known. */
export function feeLadder(facts: FeeFacts, today: LocalDate): readonly FeeYear[] {
  if (facts.grantedOn === null) return [];
  // The fee of the year of the grant is paid with the registration of the grant.
  const first = termYear(facts.filedOn, facts.grantedOn) + 1;
  const last = termYear(facts.filedOn, facts.expiresOn);
  const ladder: FeeYear[] = [];
  for (let year = first; year <= last; year += 1) ladder.push(feeYear(facts, year, today));
  return ladder;
}

function feeYear({ kind, filedOn, paidYears }: FeeFacts, year: number, today: LocalDate): FeeYear {
  const dueOn = feeDueOn(filedOn, year);
  const grace = graceUntil(dueOn);
  const step = annualFee(kind, year);
  const paid = paidYears.includes(year);
  const state: FeeState = paid
    ? 'paid'
    : today > grace
      ? 'missed'
      : today > dueOn
        ? 'late'
        : today >= addDays(dueOn, -dueWindowDays)
          ? 'due'
          : 'future';
  const surcharge = state === 'late' && step ? surchargeOn(step.value, dueOn, today).amount : 0n;
  return {
    year,
    state,
    dueOn,
    graceUntil: grace,
    amount: step?.value ?? null,
    surcharge,
    source: step?.source ?? null,
  };
}

/** The first year that is not paid, or null when all are or nothing is known. */
export const openFee = (ladder: readonly FeeYear[]): FeeYear | null =>
  ladder.find(({ state }) => state !== 'paid') ?? null;

/**
 * Overdue and payable. Nobody need have told the market of payments: only where a payment or the market's own record
 * shows that the owner keeps its fees here is silence taken for "not paid".
 */
export const feeOverdue = (ladder: readonly FeeYear[], kept: boolean): boolean =>
  kept && ladder.some(({ state }) => state === 'late' || state === 'missed');

export interface FeeHint {
  readonly advice: 'keep' | 'license' | 'drop';
  readonly remainingCost: Fen;
  readonly yearsLeft: number;
  /** Income a year at which the rest of the fees pays for itself. */
  readonly breakEvenPerYear: Fen;
}

/**
 * Plain arithmetic, no valuation: what the rest of the term costs beside what the owner expects it to earn a year. A
 * right that others rely on (licensee, pledgee, a listing) is kept.
 */
export function feeHint(ladder: readonly FeeYear[], expectedPerYear: Fen, reliedOn: boolean): FeeHint {
  const open = ladder.filter(({ state }) => state !== 'paid');
  const remainingCost = open.reduce((sum, { amount, surcharge }) => sum + (amount ?? 0n) + surcharge, 0n);
  const yearsLeft = open.length;
  const breakEvenPerYear = yearsLeft === 0 ? 0n : (remainingCost + BigInt(yearsLeft) - 1n) / BigInt(yearsLeft);
  const pays = expectedPerYear * BigInt(yearsLeft) >= remainingCost;
  const advice = reliedOn || pays ? 'keep' : yearsLeft >= leastYearsToLicense ? 'license' : 'drop';
  return { advice, remainingCost, yearsLeft, breakEvenPerYear };
}

/** Fewer years than it takes to find and begin with a licensee. A choice of this market, not of the law. */
const leastYearsToLicense = 3;
