import { addMonths } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';

export const milestoneKinds = [
  'product',
  'financing',
  'revenue',
  'intellectualProperty',
  'employment',
  'qualification',
  'other',
] as const;
/** 产品, 融资, 收入, 知识产权, 就业, 资质, 其他. */
export type MilestoneKind = (typeof milestoneKinds)[number];

/** 生物医药, 现代农业, 集成电路 may stay longer; 其他. */
export const tenancyFields = ['biomedicine', 'modernAgriculture', 'integratedCircuit', 'other'] as const;
export type TenancyField = (typeof tenancyFields)[number];

/**
 * What the measures for incubators call a tenant (在孵企业). The text is known from reprints; its articles and whether it is
 * still in force are to be checked. A carrier may admit others with a reason: they are tenants, and not counted by definition.
 */
export const tenancyPolicy = {
  oldestMonths: 24,
  longestMonths: 48,
  longestMonthsOfFields: 60,
  longerFields: ['biomedicine', 'modernAgriculture', 'integratedCircuit'] as readonly string[],
  source: '《科技企业孵化器管理办法》（国科发区〔2018〕300号）关于在孵企业的条件，据转载，条号与现行效力待核对',
  standing: 'reference',
  effectiveFrom: '2019-01-01',
} as const;

export interface TenancyFinding {
  readonly code: 'technologyBased' | 'onPremises' | 'age' | 'stay';
  readonly wording: string;
  readonly met: boolean;
}

/** Each condition of the definition, of an application that is to be admitted until a day. */
export function tenancyFindings(
  tenancy: {
    readonly technologyBased: boolean;
    readonly onPremises: boolean;
    readonly foundedOn: LocalDate | null;
    readonly field: string | null;
  },
  admittedOn: LocalDate,
  plannedUntil: LocalDate,
): readonly TenancyFinding[] {
  const longer = tenancyPolicy.longerFields.includes(tenancy.field ?? '');
  const longest = longer ? tenancyPolicy.longestMonthsOfFields : tenancyPolicy.longestMonths;
  const oldest = tenancy.foundedOn === null ? null : addMonths(tenancy.foundedOn, tenancyPolicy.oldestMonths);
  return [
    { code: 'technologyBased', wording: '主要从事新技术、新产品的研发、生产和服务', met: tenancy.technologyBased },
    { code: 'onPremises', wording: '注册地和主要研发、办公场所在载体场地内', met: tenancy.onPremises },
    {
      code: 'age',
      wording: `入驻时成立时间不超过${tenancyPolicy.oldestMonths}个月`,
      met: oldest !== null && admittedOn <= oldest,
    },
    { code: 'stay', wording: `孵化时限不超过${longest}个月`, met: plannedUntil <= addMonths(admittedOn, longest) },
  ];
}

/** Grounds of graduation, each with the kind of milestone that has to prove it; null: any. */
export const graduationGrounds = {
  qualified: { title: '经认定为科技型中小企业或高新技术企业', milestone: 'qualification', standing: 'reference' },
  invested: { title: '累计获得天使投资或风险投资超过500万元', milestone: 'financing', standing: 'reference' },
  revenue: { title: '连续2年营业收入累计超过1000万元', milestone: 'revenue', standing: 'reference' },
  merged: { title: '被兼并、收购或在资本市场挂牌、上市', milestone: 'other', standing: 'reference' },
  carrierRule: { title: '符合载体自定的毕业条件', milestone: null, standing: 'platform' },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly milestone: MilestoneKind | null; readonly standing: string }>
>;
export type GraduationGround = keyof typeof graduationGrounds;
export const graduationGroundCodes = Object.keys(graduationGrounds) as readonly GraduationGround[];
