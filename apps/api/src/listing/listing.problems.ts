import type { ProblemEntry } from '../http/problem.js';

const article = '促进科技成果转化法第十八条';

export const listingProblems = {
  'listing.notFound': {
    status: 404,
    title: '没有这条挂牌',
    detail: '没有这条挂牌，或您无权查看。',
    repair: '请核对编号。',
  },
  'listing.achievementNotReady': {
    status: 422,
    title: '成果尚不能挂牌',
    detail: '成果状态为「{state}」；已登记或已发布且不涉密的成果才能挂牌交易。',
    repair: '请先登记或发布成果。',
  },
  'listing.pricingMethodMissing': {
    status: 422,
    title: '缺少定价方式',
    detail: '国家设立的研发机构、高等院校应选择协议定价、挂牌交易或拍卖之一。',
    repair: '请填写定价方式。',
    article,
  },
  'listing.priceMissing': {
    status: 422,
    title: '缺少拟交易价格',
    detail: '协议定价应公示成果名称和拟交易价格。',
    repair: '请填写价格。',
    article,
  },
  'listing.methodNotOpen': {
    status: 422,
    title: '该定价方式须经竞价发布',
    detail: '以「{method}」定价的，随竞价公告一并发布，不能单独发布。',
    repair: '请为该挂牌起草竞价（POST /v1/auctions）并发布公告；也可改用协议定价（negotiated）并公示。',
    article,
  },
  'listing.expired': {
    status: 422,
    title: '有效期已过',
    detail: '挂牌有效期至 {validUntil}，已经过去。',
    repair: '请把有效期改为今天或以后。',
  },
  'listing.posted': {
    status: 409,
    title: '挂牌内容已公开，不能修改',
    detail: '状态为「{state}」的挂牌不能再修改：公示的内容就是成交的条件。',
    repair: '请撤回后重新挂牌。',
  },
  'listing.alreadyOffered': {
    status: 409,
    title: '该成果已有转让类挂牌',
    detail: '挂牌 {listingId} 已在公示或挂牌中，同一成果不能同时两次转让或作价投资。',
    repair: '请先撤回前一条挂牌。',
  },
  'listing.methodDiffers': {
    status: 422,
    title: '挂牌的定价方式与竞价方式不同',
    detail: '该挂牌的定价方式为「{method}」。',
    repair: '请在挂牌草稿中选择相同的定价方式。',
    article,
  },
  'listing.inBidding': {
    status: 409,
    title: '挂牌正在竞价',
    detail: '该挂牌的竞价已公告且尚未了结，不能单独撤回。',
    repair: '竞价开始前可以撤回竞价（POST /v1/auctions/{id}/withdrawal）。',
  },
  'listing.soldByBids': {
    status: 409,
    title: '只有竞价的买受人可以签约',
    detail: '该挂牌以竞价定价，价格与受让方由竞价结果确定。',
    repair: '请参加竞价；买受人请从竞价成交产生的洽谈起草合同。',
    article,
  },
  'listing.notOpen': {
    status: 409,
    title: '该挂牌不在可签约状态',
    detail: '挂牌状态为「{state}」。',
    repair: '请选择在挂牌中的成果。',
  },
} as const satisfies Record<string, ProblemEntry>;
