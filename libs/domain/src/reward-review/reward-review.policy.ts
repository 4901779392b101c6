import type { Fen } from '../money/money.js';

export const reviewSchemes = ['agencyAward', 'brokerBonus', 'enterpriseAward'] as const;
export type ReviewScheme = (typeof reviewSchemes)[number];

/** What a panelist scores, 0–100 each; the weights of a scheme sum to 100. */
export interface Criterion {
  readonly code: string;
  readonly title: string;
  readonly weight: number;
}

const plan = '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）';

/**
 * How awards are reviewed. The plan names 评审 and 前3名 only; the panel, its criteria and the length of the notice are the
 * platform's own, provisional until the bureau decides.
 */
export const reviewPolicy = {
  minPanel: 3,
  /** Calendar days of the notice (公示). The plan is silent. */
  noticeDays: 7,
  standing: 'platform',
  effectiveFrom: '2020-01-01',
  criteria: {
    agencyAward: [
      { code: 'transfer', title: '促成转化的成效', weight: 40 },
      { code: 'benefit', title: '经济社会效益', weight: 40 },
      { code: 'service', title: '服务规范与能力', weight: 20 },
    ],
    brokerBonus: [],
    enterpriseAward: [
      { code: 'results', title: '转化成果数量', weight: 50 },
      { code: 'benefit', title: '取得的效益', weight: 50 },
    ],
  },
} as const satisfies {
  readonly minPanel: number;
  readonly noticeDays: number;
  readonly standing: string;
  readonly effectiveFrom: string;
  readonly criteria: Readonly<Record<ReviewScheme, readonly Criterion[]>>;
};

/** M2: an amount that the bureau may give, with a reason; no formula. */
export const enterpriseAwardPolicy = {
  id: 'enterpriseAward-2020',
  title: '承接高校院所科技成果转化企业奖补',
  topRanks: 3,
  cap: 5_000_000n satisfies Fen,
  wording:
    '对承接高校院所科技成果在示范区内转化的企业，按照转化成果数量和取得的效益进行综合评价，由市财政对前3名最高可给予5万元一次性奖补',
  source: `${plan}三-3；附表2`,
  reading:
    '「最高可给予」为裁量：每家不超过5万元（含），可以少给或不给，须写明理由；综合评价取当年承接并落地的高校院所成果数量与核实的效益，由评审组评分排名。',
  effectiveFrom: '2020-01-01',
} as const;
