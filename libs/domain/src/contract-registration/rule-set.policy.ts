import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';

export type RuleSetId = '2000-063' | '2026-MIIT';

/** How surely we know the text behind a number. Only `read` may be printed as law; nothing here is. */
export type Evidence = 'read' | 'secondary' | 'draft';

export interface Term {
  readonly count: number;
  readonly unit: 'day' | 'workingDay';
  readonly article: string;
}

/** One set of registration rules. Law as data: chosen by the date of acceptance (受理日). */
export interface RuleSet {
  readonly id: RuleSetId;
  readonly title: string;
  readonly source: string;
  readonly evidence: Evidence;
  readonly note: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly examination: Term;
  /** Longer term, second person and expert review for large or disputed contracts; null where the rules know none. */
  readonly large: { readonly from: Fen; readonly term: Term } | null;
  /** The contract must still be within its validity when it is filed. */
  readonly withinValidity: boolean;
}

export const ruleSets: readonly RuleSet[] = [
  {
    id: '2000-063',
    title: '技术合同认定登记管理办法',
    source: '国科发政字〔2000〕063号（已废止）',
    evidence: 'secondary',
    note: '原文未能读到，依据转载；保留用于2026年2月28日及以前受理的合同。',
    effectiveFrom: '2000-02-16',
    effectiveTo: '2026-02-28',
    examination: { count: 30, unit: 'day', article: '第十四条' },
    large: null,
    withinValidity: false,
  },
  {
    id: '2026-MIIT',
    title: '技术合同认定登记管理办法',
    source: '工业和信息化部2026年1月23日发布，2026年3月1日起施行',
    evidence: 'draft',
    note: '正式文本未能读到，时限与金额取自2024年12月20日征求意见稿，待核对后更新。',
    effectiveFrom: '2026-03-01',
    effectiveTo: null,
    examination: { count: 15, unit: 'workingDay', article: '第十四条（征求意见稿）' },
    large: { from: 500_000_000n, term: { count: 30, unit: 'workingDay', article: '第十四条（征求意见稿）' } },
    withinValidity: true,
  },
];

export interface RegistrationOffice {
  readonly code: string;
  readonly name: string;
  /** Counties it serves (GB/T 2260); an applicant of any other place may file at any office of the city. */
  readonly counties: readonly string[];
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/**
 * Offices of the city that may register. The code is the third group (2 digits) of the registration number. A second
 * office is one more record; a county changes its office by closing one record and opening the next.
 */
export const registrationOffices = [
  {
    code: '01',
    name: '庆阳市技术合同登记机构',
    counties: ['621002', '621021', '621022', '621023', '621024', '621025', '621026', '621027'],
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
] as const satisfies readonly RegistrationOffice[];

/** Second group of the number: province and city (GB/T 2260, 庆阳). */
export const registrationPlace = '6210';
