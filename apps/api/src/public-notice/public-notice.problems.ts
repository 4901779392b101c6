import type { ProblemEntry } from '../http/problem.js';

const article = '促进科技成果转化法第十八条；国发〔2016〕16号第一条第（二）项';

export const publicNoticeProblems = {
  'publicNotice.notFound': {
    status: 404,
    title: '没有这条公示',
    detail: '没有这条公示。',
    repair: '请核对编号。',
  },
  'publicNotice.objectionNotFound': {
    status: 404,
    title: '没有这条异议',
    detail: '没有这条异议，或您无权处理。',
    repair: '请核对编号；异议由公示单位或科技主管部门处理。',
  },
  'publicNotice.stillRunning': {
    status: 409,
    title: '公示期未满，不能签约',
    detail: '公示自 {postedOn} 起不少于 {days} 日（当日不计入），最后一日为 {lastDay}，次日起方可签约。',
    repair: '请在公示期满且无异议后再办理。',
    article,
  },
  'publicNotice.objectionOpen': {
    status: 409,
    title: '公示有异议，暂停办理',
    detail: '公示收到异议，尚未处理完毕；公示最后一日为 {lastDay}。',
    repair: '请等待公示单位或科技主管部门处理异议。',
    article,
  },
  'publicNotice.stopped': {
    status: 409,
    title: '公示已终止',
    detail: '异议成立或公示已撤销，公示事项不再办理。',
    repair: '请按处理意见改正后重新挂牌公示。',
    article,
  },
  'publicNotice.over': {
    status: 409,
    title: '公示已结束',
    detail: '公示最后一日为 {lastDay}，公示已结束或终止，不再受理异议。',
    repair: '如有异议，请向科技主管部门反映。',
  },
  'publicNotice.objectionTwice': {
    status: 409,
    title: '您的异议正在处理',
    detail: '您对本公示提出的异议尚未处理完毕。',
    repair: '请等待处理结果。',
  },
  'publicNotice.ownObjection': {
    status: 422,
    title: '不能处理自己提出的异议',
    detail: '提出异议的人不能处理同一异议。',
    repair: '请由他人处理。',
  },
  'publicNotice.conflict': {
    status: 403,
    title: '应当回避',
    detail: '您与异议人或公示单位有利害关系：{reason}，不能处理这条异议。',
    repair: '请由没有利害关系的人处理。',
    article: '公务员法第七十六条（参照）；平台规则：处理异议的人员利害关系回避',
  },
} as const satisfies Record<string, ProblemEntry>;
