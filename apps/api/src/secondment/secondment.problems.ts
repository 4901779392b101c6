import type { ProblemEntry } from '../http/problem.js';

export const secondmentProblems = {
  'secondment.notFound': {
    status: 404,
    title: '没有这项互派',
    detail: '没有这项人才互派，或不由贵单位派出。',
    repair: '请核对编号。',
  },
  'secondment.notAMember': {
    status: 422,
    title: '不是本单位人员',
    detail: '这名人员现在不在贵单位名下。',
    repair: '请先将其加入本单位，或核对人员编号。',
  },
  'secondment.unknownHost': {
    status: 422,
    title: '没有接收单位',
    detail: '平台上没有这个接收单位。',
    repair: '请核对单位编号。',
  },
  'secondment.ownUnit': {
    status: 422,
    title: '接收单位就是本单位',
    detail: '人才互派的接收单位应为另一个单位。',
    repair: '请填写接收单位的编号。',
  },
  'secondment.secondedAlready': {
    status: 409,
    title: '已在互派中',
    detail: '这名人员已有一项尚未结束的互派。',
    repair: '请先登记其返回。',
  },
  'secondment.returnBeforeStart': {
    status: 422,
    title: '返回日早于派出日',
    detail: '派出日为 {from}。',
    repair: '请填写不早于派出日的返回日。',
  },
} as const satisfies Record<string, ProblemEntry>;
