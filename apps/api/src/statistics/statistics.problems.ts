import type { ProblemEntry } from '../http/problem.js';

export const statisticsProblems = {
  'statistics.periodUnknown': {
    status: 422,
    title: '统计期写法有误',
    detail: '「{period}」不是统计期。',
    repair: '年度写作 2026，季度写作 2026Q3，累计写作 2026Q1-Q3。',
  },
  'statistics.cutOffAhead': {
    status: 422,
    title: '截止日不对',
    detail: '截止日应是真实存在的日期，且不晚于今天（{today}）。',
    repair: '请改用今天或以前的日期。',
  },
  'statistics.periodOpen': {
    status: 422,
    title: '统计期尚未结束',
    detail: '统计期到 {to} 结束，截止日不能早于这一天。',
    repair: '请在统计期结束后定稿，或把截止日改为 {to} 及以后。',
  },
  'statistics.cutOffBefore': {
    status: 422,
    title: '截止日早于上一版',
    detail: '上一版的截止日是 {cutOff}。',
    repair: '修订版的截止日不能早于上一版。',
  },
  'statistics.reasonMissing': {
    status: 422,
    title: '缺少修订原因',
    detail: '这一统计期已有定稿，再次定稿是修订，必须写明原因。',
    repair: '请填写 reason。',
  },
  'statistics.nothingToRestate': {
    status: 409,
    title: '没有需要修订的内容',
    detail: '清单与上一版完全相同。',
    repair: '无需修订；如需更正，请先更正登记台账。',
  },
  'statistics.editionNotFound': {
    status: 404,
    title: '没有这份统计期报',
    detail: '没有这份统计期报，或您无权查看。',
    repair: '请核对编号。',
  },
  'statistics.entryNotFound': {
    status: 404,
    title: '没有这条登记台账',
    detail: '没有这条登记台账，或您无权查看。',
    repair: '请核对编号。',
  },
  'statistics.numberMalformed': {
    status: 422,
    title: '登记编号有误',
    detail: '登记编号应为 6 至 32 位数字、字母或连字符。',
    repair: '请按全国系统中的编号原样填写。',
  },
  'statistics.numberOfMarket': {
    status: 422,
    title: '本平台登记的合同',
    detail: '这个编号是在本平台办理的登记，不能由导入修改。',
    repair: '请在登记系统中办理变更或注销。',
  },
  'statistics.yearNotHistoric': {
    status: 422,
    title: '不是历史登记',
    detail: '历史导入只接收 {from} 至 {to} 年的登记。',
    repair: '请核对登记日期；以后的登记在本平台办理。',
  },
  'statistics.amountsDisagree': {
    status: 422,
    title: '金额不符',
    detail: '技术交易额应大于 0 且不超过合同成交总额。',
    repair: '请核对两项金额；单位是元。',
  },
  'statistics.incomeTooMuch': {
    status: 422,
    title: '技术性收入过大',
    detail: '技术性收入不能超过技术交易额。',
    repair: '请核对实际收入金额。',
  },
  'statistics.datesDisagree': {
    status: 422,
    title: '日期先后不符',
    detail: '{earlier}晚于{later}。',
    repair: '请核对这两个日期。',
  },
  'statistics.cellMissing': {
    status: 422,
    title: '缺少必填内容',
    detail: '「{column}」没有填写。',
    repair: '请填写后重新导入；已成功的行不会重复。',
  },
  'statistics.subTypeUnknown': {
    status: 422,
    title: '合同子类与类别不符',
    detail: '这一类别的子类只能是：{allowed}。',
    repair: '请改正子类，或留空。',
  },
} as const satisfies Record<string, ProblemEntry>;
