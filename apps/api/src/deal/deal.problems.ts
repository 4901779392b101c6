import type { ProblemEntry } from '../http/problem.js';

export const dealProblems = {
  'deal.notFound': {
    status: 404,
    title: '没有这项洽谈',
    detail: '没有这项洽谈，或您无权查看。',
    repair: '请核对编号。',
  },
  'deal.introductionNotFound': {
    status: 404,
    title: '没有这次引荐',
    detail: '没有这次引荐，或本单位不是其中一方。',
    repair: '请核对引荐编号。',
  },
  'deal.introductionNotAccepted': {
    status: 409,
    title: '引荐尚未达成',
    detail: '供需双方都接受引荐后才能洽谈。',
    repair: '请等待双方接受。',
  },
  'deal.listingNotFound': {
    status: 404,
    title: '没有这项挂牌',
    detail: '没有这项挂牌，或它不是供方就该成果的挂牌。',
    repair: '请核对挂牌编号。',
  },
  'deal.alreadyOpen': {
    status: 409,
    title: '洽谈已存在',
    detail: '这次引荐已有进行中或已达成的洽谈。',
    repair: '请查看已有的洽谈。',
  },
  'deal.tooManyOffers': {
    status: 409,
    title: '报价次数过多',
    detail: '一项洽谈最多 {max} 次报价。',
    repair: '请终止后重新洽谈。',
  },
  'deal.offerWithoutPrice': {
    status: 422,
    title: '报价应大于零',
    detail: '报价金额为零。',
    repair: '请填写报价。',
  },
  'deal.priceFixed': {
    status: 409,
    title: '价格已由竞价确定',
    detail: '这项洽谈由竞价成交产生，价格不能再议，也不能单方终止。',
    repair: '请按成交价起草并签订合同；买受人逾期不签约的，转让方可以登记违约。',
    article: '拍卖法第三十六条',
  },
  'deal.noOffer': {
    status: 409,
    title: '还没有报价',
    detail: '双方都还没有报价。',
    repair: '请先报价。',
  },
  'deal.offerOutdated': {
    status: 409,
    title: '报价已被新的报价取代',
    detail: '最新报价是第 {latest} 号。',
    repair: '请查看最新报价后再决定是否接受。',
    article: '《民法典》第四百八十八条',
  },
  'deal.offerRefused': {
    status: 409,
    title: '报价已被拒绝',
    detail: '第 {serial} 号报价已被拒绝，要约失效。',
    repair: '请提出新的报价，或请对方重新报价。',
    article: '《民法典》第四百七十八条',
  },
  'deal.ownOffer': {
    status: 422,
    title: '不能接受自己的报价',
    detail: '最新报价由本单位提出，应由对方接受。',
    repair: '请等待对方答复。',
    article: '《民法典》第四百七十九条',
  },
} as const satisfies Record<string, ProblemEntry>;
