import type { LocalDate } from '../calendar/local-date.js';

/** A step of the ladder: so many days from the day a thing is due. */
export interface OverdueRule {
  readonly step: OverdueStepKind;
  /** Negative: before the due day. */
  readonly days: number;
  /** The day that the step names for doing it after all: days from the day of the step; null names none. */
  readonly answerDays: number | null;
}
export const overdueStepKinds = ['reminder', 'notice', 'formalDemand'] as const;
/** 到期提醒, 逾期通知, 催告函. */
export type OverdueStepKind = (typeof overdueStepKinds)[number];

export interface PerformancePolicy {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly source: string;
  readonly article: string;
  readonly ladder: readonly OverdueRule[];
  /** A royalty statement is due so many days after its period ends, unless the contract says otherwise. */
  readonly reportDays: number;
  /** A base that falls below this share of the one before is asked about. */
  readonly suddenDropBasisPoints: number;
}

/**
 * The law asks for a reasonable time after a demand before a contract may be ended (民法典 art. 563 item 3) and leaves the
 * numbers to the parties: these are the market's own, by date.
 */
export const performancePolicies: readonly PerformancePolicy[] = [
  {
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: '平台规则；《民法典》',
    article: '第五百零九条、第五百六十三条第一款第三项、第五百八十条',
    ladder: [
      { step: 'reminder', days: -7, answerDays: null },
      { step: 'notice', days: 1, answerDays: 7 },
      { step: 'formalDemand', days: 15, answerDays: 15 },
    ],
    reportDays: 30,
    suddenDropBasisPoints: 5_000,
  },
];

export function performancePolicyOn(day: LocalDate): PerformancePolicy {
  const found =
    performancePolicies.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
    ) ?? performancePolicies[0];
  if (!found) throw new Error('no performance policy');
  return found;
}
