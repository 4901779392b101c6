import type { LocalDate } from '../calendar/local-date.js';
import { parseYuan } from '../money/money.js';
import type { CarrierFacts, CarrierKind, CarrierLevel } from './carrier-title.js';

/** A condition that can be checked against stated facts. */
export interface CarrierCondition {
  readonly code: string;
  readonly kind: CarrierKind;
  readonly levels: readonly CarrierLevel[];
  readonly wording: string;
  readonly fact: keyof CarrierFacts;
  readonly least: number;
  readonly source: string;
  /** `reference`: an instrument of a higher level, known from reprints; it informs the examination and blocks nothing. */
  readonly standing: 'platform' | 'reference';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const measure = '《科技企业孵化器管理办法》（国科发区〔2018〕300号），据转载，条号与现行效力待核对';
const national = {
  kind: 'incubator',
  levels: ['national'],
  source: measure,
  standing: 'reference',
  effectiveFrom: '2019-01-01',
  effectiveTo: null,
} as const;
const platform = {
  levels: ['city', 'county'],
  source: '平台暂定：方案未定条件，由科技主管部门另行规定后替换',
  standing: 'platform',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
} as const;

/** Conditions of recognition. The seed sets numbers of carriers and no conditions; what is here says where it comes from. */
export const carrierConditions: readonly CarrierCondition[] = [
  {
    ...national,
    code: 'area',
    wording: '可自主支配的孵化场地面积不低于10000平方米',
    fact: 'areaSquareMetres',
    least: 10_000,
  },
  {
    ...national,
    code: 'tenantArea',
    wording: '在孵企业使用面积（含公共服务面积）占75%以上',
    fact: 'tenantAreaPercent',
    least: 75,
  },
  { ...national, code: 'operating', wording: '实际注册并运营满3年', fact: 'operatingSince', least: 3 },
  {
    ...national,
    code: 'seedFund',
    wording: '自有种子资金或合作的孵化资金规模不低于500万元',
    fact: 'seedFundYuan',
    least: 5_000_000,
  },
  {
    ...national,
    code: 'professionalStaff',
    wording: '专业孵化服务人员占机构总人数80%以上',
    fact: 'professionalStaffPercent',
    least: 80,
  },
  { ...platform, kind: 'incubator', code: 'operatingOwn', wording: '实际运营满1年', fact: 'operatingSince', least: 1 },
  { ...platform, kind: 'incubator', code: 'staffOwn', wording: '有专职服务人员', fact: 'staff', least: 1 },
  { ...platform, kind: 'makerSpace', code: 'areaOwn', wording: '有固定的服务场地', fact: 'areaSquareMetres', least: 1 },
  { ...platform, kind: 'makerSpace', code: 'mentorsOwn', wording: '有创业导师', fact: 'mentors', least: 1 },
];

export interface ConditionFinding {
  readonly code: string;
  readonly wording: string;
  readonly source: string;
  readonly standing: 'platform' | 'reference';
  readonly outcome: 'met' | 'notMet' | 'notStated';
}

/** Years of a recognition by the bureau; the seed is silent. */
export const recognitionPolicy = {
  years: 3,
  noticeDays: 7,
  standing: 'platform',
  effectiveFrom: '2020-01-01',
} as const;

/** What the conditions in force say of stated facts. A finding helps the officer; it does not decide. */
export function checkConditions(
  kind: CarrierKind,
  level: CarrierLevel,
  facts: CarrierFacts,
  today: LocalDate,
): readonly ConditionFinding[] {
  return carrierConditions
    .filter((condition) => condition.kind === kind && condition.levels.includes(level))
    .filter(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= today && (effectiveTo === null || today <= effectiveTo),
    )
    .map(({ code, wording, source, standing, fact, least }) => ({
      code,
      wording,
      source,
      standing,
      outcome: outcomeOf(facts, fact, least, today),
    }));
}

function outcomeOf(
  facts: CarrierFacts,
  fact: keyof CarrierFacts,
  least: number,
  today: LocalDate,
): ConditionFinding['outcome'] {
  const stated = facts[fact];
  if (stated === null) return 'notStated';
  if (fact === 'operatingSince') return yearsBefore(today, least) >= String(stated) ? 'met' : 'notMet';
  if (fact === 'seedFundYuan') {
    const fund = parseYuan(String(stated));
    return fund.ok && fund.value >= BigInt(least) * 100n ? 'met' : 'notMet';
  }
  return Number(stated) >= least ? 'met' : 'notMet';
}

const yearsBefore = (day: LocalDate, years: number): LocalDate => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
