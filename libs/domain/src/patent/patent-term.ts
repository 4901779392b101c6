import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addYears } from '../calendar/period.js';
import type { PatentKind } from '../identifiers/patent-number.js';

interface TermPolicy {
  readonly kind: PatentKind;
  readonly value: number;
  readonly source: string;
  readonly article: string;
  /** Filing dates the term is for. */
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** Years from the filing date. */
const terms: readonly TermPolicy[] = [
  {
    kind: 'invention',
    value: 20,
    source: '专利法',
    article: '第四十二条',
    effectiveFrom: '1993-01-01',
    effectiveTo: null,
  },
  {
    kind: 'utilityModel',
    value: 10,
    source: '专利法',
    article: '第四十二条',
    effectiveFrom: '1993-01-01',
    effectiveTo: null,
  },
  {
    kind: 'design',
    value: 10,
    source: '专利法（2008年修正）',
    article: '第四十二条',
    effectiveFrom: '1993-01-01',
    effectiveTo: '2021-05-31',
  },
  {
    kind: 'design',
    value: 15,
    source: '专利法（2020年修正）',
    article: '第四十二条',
    effectiveFrom: '2021-06-01',
    effectiveTo: null,
  },
];

/** No compensation is longer: 专利法 art. 42 para. 3 sets the limit for drugs, and no delay of an office came near it. */
export const compensationLimitYears = {
  value: 5,
  source: '专利法（2020年修正）',
  article: '第四十二条第三款',
  effectiveFrom: '2021-06-01',
  effectiveTo: null,
} as const;

/** Rights filed for before this day had other terms, and all of them are over. */
export const firstFilingDay: LocalDate = '1993-01-01';

/**
 * Last day of the term, which counts from the filing date itself: a utility model filed on 1999-09-06 runs to
 * 2009-09-05 and ends on 2009-09-06, not moved off holidays (《专利审查指南》第五部分第九章).
 */
export function lastDayOfTerm(kind: PatentKind, filedOn: LocalDate): LocalDate {
  const term = terms.find(
    (policy) =>
      policy.kind === kind &&
      policy.effectiveFrom <= filedOn &&
      (policy.effectiveTo === null || filedOn <= policy.effectiveTo),
  );
  if (!term) throw new RangeError(`no term for a patent filed on ${filedOn}`);
  return addDays(addYears(filedOn, term.value), -1);
}
