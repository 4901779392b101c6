/** One dated rule of rewards for service achievements, with what it says and where. */
export interface RewardRule {
  readonly basisPoints: number;
  readonly text: string;
  readonly source: string;
  readonly effectiveFrom: string;
}

const law = '促进科技成果转化法（2015年修正）';

/** Lowest rewards for service achievements (职务科技成果奖酬). For units set up by the state a floor; for firms the default when nothing is agreed. */
export const achievementRewardRules = {
  netIncome: {
    basisPoints: 5_000,
    text: '将职务科技成果转让、许可给他人实施的，从净收入中提取不低于50%的比例',
    source: `${law}第四十五条第一项`,
    effectiveFrom: '2015-10-01',
  },
  equity: {
    basisPoints: 5_000,
    text: '利用职务科技成果作价投资的，从形成的股份或者出资比例中提取不低于50%的比例',
    source: `${law}第四十五条第二项`,
    effectiveFrom: '2015-10-01',
  },
  profit: {
    basisPoints: 500,
    text: '自行实施或者与他人合作实施的，投产成功后连续三至五年，每年从营业利润中提取不低于5%的比例',
    source: `${law}第四十五条第三项`,
    effectiveFrom: '2015-10-01',
  },
  mainContributors: {
    basisPoints: 5_000,
    text: '在研究开发和科技成果转化中作出主要贡献的人员，获得奖励的份额不低于奖励总额的50%',
    source: '国发〔2016〕16号第一条第六项〔依通行理解，待核原文〕；方案三-8',
    effectiveFrom: '2016-02-26',
  },
} as const satisfies Readonly<Record<string, RewardRule>>;

/** 正职领导可以获得现金奖励，原则上不得获取股权激励。 */
export const leaderRule = {
  text: '担任正职领导的科技人员可获得现金奖励，原则上不得获取股权激励；其他领导可获得现金、股份；公开公示',
  source: '国发〔2016〕16号第一条第八项〔依通行理解，待核原文〕',
} as const;

export const profitYears = { min: 3, max: 5 } as const;

/** Working days of the notice of a cash reward; it names the contract's registration number. */
export const cashNotice = {
  workingDays: 15,
  source: '国科发政〔2018〕103号〔期限依通行理解，待核原文〕',
} as const;

/**
 * What may be taken off a receipt before the pool is reckoned. National law defines no 净收入; other provinces' rules are followed
 * (上海条例 art. 34, 北京条例 art. 12). Fiscal research money is not a cost (浙江条例 art. 37).
 */
export const costKinds = ['appraisal', 'negotiation', 'agency', 'patentFees', 'upkeep'] as const;
export type CostKind = (typeof costKinds)[number];
export const costTitles: Readonly<Record<CostKind, string>> = {
  appraisal: '评估、鉴定费用',
  negotiation: '谈判费用',
  agency: '中介费用',
  patentFees: '专利申请与维持费用',
  upkeep: '成果维护费用',
};
