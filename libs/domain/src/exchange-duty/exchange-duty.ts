import type { LocalDate } from '../calendar/local-date.js';

/** What the plan asks for every year (三-4). Data: no number of it stands in code. */
export interface ExchangeDuty {
  readonly code: 'enterpriseVisits' | 'matchmakingEvents';
  readonly title: string;
  /** At least so many a year; 以上 includes the number (民法典 art. 1259). */
  readonly leastPerYear: number;
  readonly wording: string;
  readonly source: string;
  readonly demonstrationTask: string;
  readonly reading: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const origin = {
  source: '《庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）》三（二）4',
  demonstrationTask: 'demonstration-task-04',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
} as const;

export const exchangeDuties: readonly ExchangeDuty[] = [
  {
    code: 'enterpriseVisits',
    title: '企业大走访、大调研活动',
    leastPerYear: 1,
    wording: '每年至少组织开展一次企业大走访、大调研活动',
    reading: '公历年度内，有至少一次实际走访的走访计划计一次；全市合计，并按单位、按县区列出。',
    ...origin,
  },
  {
    code: 'matchmakingEvents',
    title: '院（校）企对接会商会',
    leastPerYear: 2,
    wording: '召集两次以上院（校）企对接会商会',
    reading: '公历年度内，已举行且至少有一场洽谈成行的对接会计一次；「以上」含本数（民法典第一千二百五十九条）。',
    ...origin,
  },
];

export const isMet = ({ leastPerYear }: Pick<ExchangeDuty, 'leastPerYear'>, count: number): boolean =>
  count >= leastPerYear;
