import type { LocalDate } from '../calendar/local-date.js';

export const creditEventKinds = [
  'dealCompleted',
  'trainingConfirmed',
  'complaintUpheld',
  'concealment',
  'bypass',
  'conflictUndeclared',
  'lateReport',
] as const;
export type CreditEventKind = (typeof creditEventKinds)[number];

export interface CreditPolicy {
  readonly id: string;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly start: number;
  readonly highest: number;
  readonly points: Readonly<Record<CreditEventKind, number>>;
  /** So many days after it happened an event weighs nothing any more; until then it fades evenly. */
  readonly fadeDays: { readonly merit: number; readonly fault: number };
  /** A level is reached at so many points; highest first. */
  readonly levels: readonly { readonly code: 'A' | 'B' | 'C' | 'D'; readonly least: number }[];
  readonly appealDays: number;
}

export const creditEventTitles: Readonly<Record<CreditEventKind, string>> = {
  dealCompleted: '促成并登记技术合同',
  trainingConfirmed: '参加培训',
  complaintUpheld: '投诉成立',
  concealment: '隐瞒或者虚报重要事实',
  bypass: '参与绕开其他经纪人成交',
  conflictUndeclared: '未申报利害关系',
  lateReport: '逾期报告',
};

export const creditPolicies: readonly CreditPolicy[] = [
  {
    id: 'brokerCredit-2020',
    source: '平台暂定：未见国家或者省市的技术经纪人信用计分规定，由科技主管部门另行规定后替换',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    start: 100,
    highest: 150,
    points: {
      dealCompleted: 5,
      trainingConfirmed: 1,
      complaintUpheld: -15,
      concealment: -30,
      bypass: -30,
      conflictUndeclared: -20,
      lateReport: -3,
    },
    fadeDays: { merit: 730, fault: 1095 },
    levels: [
      { code: 'A', least: 110 },
      { code: 'B', least: 90 },
      { code: 'C', least: 60 },
      { code: 'D', least: 0 },
    ],
    appealDays: 60,
  },
];

export function creditPolicyOn(day: LocalDate): CreditPolicy {
  const found = creditPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  if (!found) throw new Error(`no credit policy on ${day}`);
  return found;
}
