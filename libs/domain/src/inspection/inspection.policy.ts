import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';

/** What is always inspected, and in what time answers are due. Chosen by the day the plan is frozen. */
export interface InspectionPolicy {
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** 技术交易额 of this and above (以上 includes it) is inspected without drawing. */
  readonly largeFrom: Fen;
  /** Calendar days for the office's answer, the first day not counted. */
  readonly answerDays: number;
  /** Days before a due day on which a reminder is written. */
  readonly remindDaysBefore: number;
}

export const inspectionPolicies: readonly InspectionPolicy[] = [
  {
    source: '500万元取自工业和信息化部2024年12月20日征求意见稿第十四条的大额标准；答复与提醒天数为本平台设定，非法定。',
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    largeFrom: 500_000_000n,
    answerDays: 10,
    remindDaysBefore: 3,
  },
];

export function inspectionPolicyOn(day: LocalDate): InspectionPolicy {
  const policy = inspectionPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  if (!policy) throw new RangeError(`no inspection policy on ${day}`);
  return policy;
}
