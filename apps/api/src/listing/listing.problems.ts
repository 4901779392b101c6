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
    title: '该定价方式尚未开通',
    detail: '「{method}」需要竞价规则，本平台尚未开通网上竞价；草稿已保存，但不能发布。',
    repair: '可改用协议定价（negotiated）并公示，或通过有资质的交易场所办理。',
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
  'listing.notOpen': {
    status: 409,
    title: '该挂牌不在可签约状态',
    detail: '挂牌状态为「{state}」。',
    repair: '请选择在挂牌中的成果。',
  },
} as const satisfies Record<string, ProblemEntry>;
