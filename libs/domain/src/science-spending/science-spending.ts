import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { rate, type Rate } from '../money/rate.js';

export const spendingLevels = ['city', 'county'] as const;
export type SpendingLevel = (typeof spendingLevels)[number];

/** M6: the part of a year's public expenditure that goes to science. Data, with the plan's words beside the reading. */
export interface SpendingPolicy {
  readonly level: SpendingLevel;
  /** 以上 includes the number (民法典 art. 1259). */
  readonly least: Rate;
  readonly wording: string;
  readonly source: string;
  readonly reading: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const common = {
  source: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）附表2第10项',
  reading: '每个单位每个公历年度一对数：财政科技经费投入与当年本级财政支出，按原数相除比较，不先取整；「以上」含本数。',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
} as const;

export const spendingPolicies: readonly SpendingPolicy[] = [
  {
    level: 'city',
    least: rate(15n, 1000n),
    wording: '市本级财政科技经费投入占当年本级财政支出的比例达到1.5%以上',
    ...common,
  },
  {
    level: 'county',
    least: rate(12n, 1000n),
    wording: '县（区）级财政科技经费投入占当年本级财政支出的比例达到1.2%以上',
    ...common,
  },
];

const cityCode = '621000';
export const spendingLevelOf = (unitCode: string): SpendingLevel => (unitCode === cityCode ? 'city' : 'county');

/** What a unit spent in a year; numerator and denominator are both kept. */
export interface SpendingFigures {
  readonly science: Fen;
  readonly expenditure: Fen;
}

export interface SpendingStanding {
  /** In percent with four digits, cut off: for reading. Whether it is met is decided on the exact figures. */
  readonly percent: string;
  readonly met: boolean;
  /** What is missing to the least share, rounded up to the 分. */
  readonly missing: Fen;
}

export function spendingPolicyOf(level: SpendingLevel, fiscalYear: number): SpendingPolicy | null {
  const day = `${fiscalYear}-12-31`;
  const inForce = ({ effectiveFrom, effectiveTo }: SpendingPolicy): boolean =>
    effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
  return spendingPolicies.find((policy) => policy.level === level && inForce(policy)) ?? null;
}

export function spendingStanding({ least }: SpendingPolicy, figures: SpendingFigures): SpendingStanding {
  const { science, expenditure } = figures;
  if (expenditure <= 0n || science < 0n || science > expenditure) throw new RangeError('not a share');
  const wanted = (expenditure * least.numerator + least.denominator - 1n) / least.denominator;
  const tenThousandths = (science * 1_000_000n) / expenditure;
  return {
    percent: `${tenThousandths / 10_000n}.${(tenThousandths % 10_000n).toString().padStart(4, '0')}`,
    met: science * least.denominator >= expenditure * least.numerator,
    missing: science >= wanted ? 0n : wanted - science,
  };
}
