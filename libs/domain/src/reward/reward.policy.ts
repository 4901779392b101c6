import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { rate, type Rate } from '../money/rate.js';

export const rewardSchemes = ['agencyAward', 'brokerBonus'] as const;
export type RewardScheme = (typeof rewardSchemes)[number];
export type BeneficiaryKind = 'organization' | 'person';

/** A rule that pays, as dated data: the wording as printed stands beside the reading that is computed. */
export interface RewardPolicy {
  readonly id: string;
  readonly scheme: RewardScheme;
  readonly title: string;
  readonly beneficiary: BeneficiaryKind;
  /** Kinds of organization that may receive it; null: a person receives it. */
  readonly beneficiaryKinds: readonly string[] | null;
  readonly rate: Rate;
  /** The yearly total from which anything is due. 以上 includes the number. */
  readonly threshold: Fen;
  readonly capPerYear: Fen;
  /** How many receive it after the review; null where no ranking is named. */
  readonly topRanks: number | null;
  readonly oncePerLifetime: boolean;
  readonly wording: string;
  readonly source: string;
  readonly reading: string;
  /** `plan`: stated in the city's plan; `platform`: the platform's own, provisional until the bureau decides; `bureau`: published by it. */
  readonly standing: 'plan' | 'platform' | 'bureau';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const plan = '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）';

export const rewardPolicies: readonly RewardPolicy[] = [
  {
    id: 'agencyAward-2020',
    scheme: 'agencyAward',
    title: '高校院所科技成果转移转化服务机构奖补',
    beneficiary: 'organization',
    beneficiaryKinds: ['transferAgency', 'university', 'institute'],
    rate: rate(1n, 1000n),
    threshold: 1_000_000_000n,
    capPerYear: 20_000_000n,
    topRanks: 3,
    oncePerLifetime: false,
    wording:
      '高校院所科技成果转移转化服务机构年度促成在示范区转化落地科技成果技术交易合同在1000万元以上，产生较好经济社会效益，评审为前3名的，按照促成技术交易合同额的1‰给予一次性奖励，最高不超过20万',
    source: `${plan}三-2；附表2第11项`,
    reading:
      '按服务机构、按登记日期所属公历年度合计其促成并在示范区落地的合同核定技术交易额；合计1000万元以上（含）方可计提，合计额×1‰四舍五入到分，每机构每年度不超过20万元（合计达到2亿元时封顶）；计提为暂计，经评审为前3名后兑付。附表2「最高给予20万元」为同一项。',
    standing: 'plan',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
  {
    id: 'brokerBonus-2026',
    scheme: 'brokerBonus',
    title: '技术经纪人奖金',
    beneficiary: 'person',
    beneficiaryKinds: null,
    rate: rate(1n, 1000n),
    threshold: 1_000_000_000n,
    capPerYear: 20_000_000n,
    topRanks: null,
    oncePerLifetime: false,
    wording: '撮合成交按合同额1‰奖励，最高不超过20万元',
    source: '平台政策（暂行），参照方案三-2；方案未规定经纪人个人奖金',
    reading:
      '按经纪人、按登记日期所属公历年度合计；起计额、比例与封顶同服务机构奖补。暂行，待市科技局确定；与服务机构奖补计入同一合同的，逐笔公开。',
    standing: 'platform',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
];

/** The policies in force on a day, one a scheme: of several versions the one that took effect last. */
export function policiesOn(policies: readonly RewardPolicy[], date: LocalDate): readonly RewardPolicy[] {
  return rewardSchemes.flatMap((scheme) => {
    const inForce = policies.filter(
      (policy) =>
        policy.scheme === scheme &&
        policy.effectiveFrom <= date &&
        (policy.effectiveTo === null || date <= policy.effectiveTo),
    );
    const latest = inForce.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
    return latest ? [latest] : [];
  });
}
