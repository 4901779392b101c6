/** Why one side says no. The list steers what owners write and which topics the market takes up; the text says the rest. */
export const refusalReasons = {
  /** of a disclosure asked for. */
  nonDisclosure: {
    competitor: '申请方与本单位有竞争关系',
    purposeUnclear: '用途说明不清',
    termsUnacceptable: '不接受协议条款',
    notReady: '资料尚未整理完备',
    alreadyCommitted: '已与他人达成合作意向',
    other: '其他',
  },
  /** of an offer, or of going on at all. */
  deal: {
    priceTooHigh: '价格过高',
    priceTooLow: '价格过低',
    tooEarly: '技术成熟度不够',
    benefitUnclear: '与现有做法相比优势不清楚',
    evidenceWeak: '验证材料不足',
    economicsUnclear: '投入产出不清楚',
    descriptionUnclear: '技术说明不清楚',
    rightsUnclear: '权属或许可范围有疑问',
    termsUnacceptable: '付款、交付等条件不能接受',
    noFit: '与本单位实际条件不符',
    noBudget: '暂无预算',
    otherChosen: '已选择其他方案',
    other: '其他',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type NonDisclosureRefusalReason = keyof (typeof refusalReasons)['nonDisclosure'];
export type DealRefusalReason = keyof (typeof refusalReasons)['deal'];
export const nonDisclosureRefusalReasons = Object.keys(refusalReasons.nonDisclosure) as NonDisclosureRefusalReason[];
export const dealRefusalReasons = Object.keys(refusalReasons.deal) as DealRefusalReason[];
