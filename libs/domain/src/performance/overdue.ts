import { cautiousLastDay } from '../calendar/cautious-period.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import type { Side } from './milestone.js';
import { performancePolicyOn, type OverdueStepKind } from './performance.policy.js';

export const obligationKinds = ['milestone', 'royaltyReport', 'royaltyPayment'] as const;
/** 交付, 提成报告, 提成款. */
export type ObligationKind = (typeof obligationKinds)[number];

/** Something that one side of a contract owes by a day. */
export interface Obligation {
  readonly contractId: string;
  readonly kind: ObligationKind;
  /** Names it among its kind for good. */
  readonly key: string;
  readonly title: string;
  readonly obligor: Side;
  readonly dueOn: LocalDate;
}

/** A step that was taken: once for each thing owed. */
export interface OverdueStep {
  readonly id: string;
  readonly contractId: string;
  readonly obligationKind: ObligationKind;
  readonly obligationKey: string;
  readonly step: OverdueStepKind;
  readonly obligor: Side;
  readonly dueOn: LocalDate;
  readonly answerBy: LocalDate | null;
  readonly text: string;
  readonly takenOn: LocalDate;
  readonly takenAt: Date;
}

/** The step that stands on a day, the furthest only: a ladder that slept wakes on the rung it should be on. Null before the first. */
export function stepOn(
  obligation: Pick<Obligation, 'dueOn'>,
  today: LocalDate,
): { readonly step: OverdueStepKind; readonly answerBy: LocalDate | null } | null {
  const { ladder } = performancePolicyOn(obligation.dueOn);
  const reached = ladder.filter(({ days }) => today >= stepDay(obligation.dueOn, days)).at(-1);
  if (!reached) return null;
  const answerBy = reached.answerDays === null ? null : cautiousLastDay(today, reached.answerDays).day;
  return { step: reached.step, answerBy };
}

/** Days before count plainly; days after never end on a day off (民法典 art. 203). */
export const stepDay = (dueOn: LocalDate, days: number): LocalDate =>
  days < 0 ? addDays(dueOn, days) : cautiousLastDay(cautiousLastDay(dueOn, 0).day, days).day;

const names = { milestone: '交付', royaltyReport: '提交提成报告', royaltyPayment: '支付提成款' } as const;

/** The words of a step, as the party that owes reads them. */
export function stepText(
  { kind, title, dueOn }: Pick<Obligation, 'kind' | 'title' | 'dueOn'>,
  step: OverdueStepKind,
  answerBy: LocalDate | null,
): string {
  const owed = `「${title}」应于 ${dueOn} 前${names[kind]}`;
  switch (step) {
    case 'reminder':
      return `${owed}，即将到期，请按期履行。`;
    case 'notice':
      return `${owed}，已经逾期。请于 ${answerBy ?? ''} 前履行，或说明原因和新的日期。`;
    case 'formalDemand':
      return `${owed}，经通知仍未履行。现正式催告：请于 ${answerBy ?? ''} 前履行；期满仍不履行的，对方可以依照《民法典》第五百六十三条、第五百七十七条主张解除合同或者违约责任。`;
  }
}
