import type { ProblemEntry } from '../http/problem.js';

export const financeProblems = {
  'finance.productNotFound': {
    status: 404,
    title: '没有这个金融产品',
    detail: '没有这个金融产品，或未在发布中。',
    repair: '请从发布的产品中选择。',
  },
  'finance.amounts': {
    status: 422,
    title: '金额有误',
    detail: '金额应大于零，最低额不能高于最高额。',
    repair: '请改正金额。',
  },
  'finance.needNotFound': {
    status: 404,
    title: '没有这条融资需求',
    detail: '没有这条融资需求，或已结束。',
    repair: '请核对编号。',
  },
  'finance.applicationNotFound': {
    status: 404,
    title: '没有这条融资申请',
    detail: '没有这条融资申请，或您无权办理。',
    repair: '请核对编号。',
  },
  'finance.appliedAlready': {
    status: 409,
    title: '已申请',
    detail: '这条需求对该产品的申请正在办理。',
    repair: '请等待办理，或先撤回。',
  },
  'finance.notFitting': {
    status: 422,
    title: '不符合产品的硬性条件',
    detail: '不符合：{missing}。',
    repair: '请选择其他产品，或补足条件后再申请。',
  },
  'finance.approvedAmount': {
    status: 422,
    title: '金额有误',
    detail: '批准额应大于零且不超过申请额，放款额不超过批准额。',
    repair: '请填写金额。',
  },
  'finance.packNotFound': {
    status: 404,
    title: '没有这份资料包',
    detail: '没有这份资料包，或您无权查看。',
    repair: '请核对编号。',
  },
  'finance.packClosed': {
    status: 409,
    title: '资料包已关闭',
    detail: '企业已撤回授权，或授权已于 {expiresOn} 到期。',
    repair: '请联系企业重新授权。',
  },
  'finance.packExists': {
    status: 409,
    title: '已有有效授权',
    detail: '该申请已有一份授权中的资料包。',
    repair: '请先撤回原授权。',
  },
  'finance.packDays': {
    status: 422,
    title: '授权期过长',
    detail: '授权期最长 {days} 天。',
    repair: '请缩短授权期。',
  },
} as const satisfies Record<string, ProblemEntry>;
