import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addYears } from '../calendar/period.js';
import type { IpRight } from './right.js';

interface Term {
  readonly value: number;
  readonly source: string;
  readonly article: string;
  /** Grant dates (varieties), filing or completion dates (others) the term is for. */
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const varietyTerms: Readonly<Record<'woody' | 'other', readonly Term[]>> = {
  woody: [
    {
      value: 20,
      source: '植物新品种保护条例（1997年，2013、2014年修订）',
      article: '第三十四条',
      effectiveFrom: '1997-10-01',
      effectiveTo: '2025-05-31',
    },
    {
      value: 25,
      source: '植物新品种保护条例（2025年修订，国务院令第807号）',
      article: '品种权保护期限',
      effectiveFrom: '2025-06-01',
      effectiveTo: null,
    },
  ],
  other: [
    {
      value: 15,
      source: '植物新品种保护条例（1997年，2013、2014年修订）',
      article: '第三十四条',
      effectiveFrom: '1997-10-01',
      effectiveTo: '2025-05-31',
    },
    {
      value: 20,
      source: '植物新品种保护条例（2025年修订，国务院令第807号）',
      article: '品种权保护期限',
      effectiveFrom: '2025-06-01',
      effectiveTo: null,
    },
  ],
};

const softwareTerm: Term = {
  value: 50,
  source: '计算机软件保护条例（2013年修订）',
  article: '第十四条',
  effectiveFrom: '1991-10-01',
  effectiveTo: null,
};

const layoutTerm: Term = {
  value: 10,
  source: '集成电路布图设计保护条例',
  article: '第十二条',
  effectiveFrom: '2001-10-01',
  effectiveTo: null,
};

const termOn = (terms: readonly Term[], day: LocalDate): Term | null =>
  terms.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  ) ?? null;

type TermFacts = Pick<IpRight, 'kind' | 'filedOn' | 'grantedOn' | 'firstUsedOn' | 'ownerKind' | 'woody'>;

/**
 * Last day of a right that is no patent; null where law or facts do not tell: a variety not granted yet, software of a
 * natural person (whose life counts). Whether the longer terms of 2025 reach varieties granted before is not settled
 * here: they keep the term of the day they were granted.
 */
export function lastDayOfRight(right: TermFacts): LocalDate | null {
  if (right.kind === 'newVariety') {
    if (right.grantedOn === null) return null;
    const term = termOn(varietyTerms[right.woody ? 'woody' : 'other'], right.grantedOn);
    return term && addDays(addYears(right.grantedOn, term.value), -1);
  }
  if (right.kind === 'layoutDesign') {
    // From filing or first commercial use anywhere, whichever is earlier.
    const first = right.firstUsedOn !== null && right.firstUsedOn < right.filedOn ? right.firstUsedOn : right.filedOn;
    return addDays(addYears(first, layoutTerm.value), -1);
  }
  if (right.ownerKind === 'person') return null;
  // To 31 December of the fiftieth year after first publication; unpublished, after completion.
  const year = Number((right.firstUsedOn ?? right.filedOn).slice(0, 4)) + softwareTerm.value;
  return `${String(year).padStart(4, '0')}-12-31`;
}
