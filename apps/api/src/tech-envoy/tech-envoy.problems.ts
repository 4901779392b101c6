import type { ProblemEntry } from '../http/problem.js';

export const techEnvoyProblems = {
  'techEnvoy.notFound': {
    status: 404,
    title: '没有这个岗位',
    detail: '没有这个科技特派员岗位，或不是您本人的岗位。',
    repair: '请核对编号。',
  },
  'techEnvoy.unknownPerson': {
    status: 422,
    title: '没有这名人员',
    detail: '平台上没有这名人员。',
    repair: '请核对人员编号。',
  },
  'techEnvoy.endBeforeStart': {
    status: 422,
    title: '离岗日早于上岗日',
    detail: '上岗日为 {from}。',
    repair: '请填写不早于上岗日的离岗日。',
  },
  'techEnvoy.notOnPost': {
    status: 422,
    title: '当日不在岗',
    detail: '该岗位自 {from} 起，所填日期不在岗。',
    repair: '请核对服务日期。',
  },
  'techEnvoy.otherVillage': {
    status: 422,
    title: '不是该岗位的村',
    detail: '该岗位服务的村：{villages}。',
    repair: '请从中选择。',
  },
  'techEnvoy.inFuture': {
    status: 422,
    title: '服务日期未到',
    detail: '今天是 {today}。',
    repair: '请在服务之后填写。',
  },
  'techEnvoy.loggedAlready': {
    status: 409,
    title: '已有当日记录',
    detail: '该岗位当日在该村已有一条记录。',
    repair: '无需重复填写。',
  },
  'techEnvoy.logNotFound': {
    status: 404,
    title: '没有这条服务记录',
    detail: '没有这条服务记录，或不属于您的县区。',
    repair: '请核对编号。',
  },
  'techEnvoy.ownLog': {
    status: 422,
    title: '不能确认自己的服务',
    detail: '服务记录由本人以外的县区人员确认。',
    repair: '请由同县区的另一名人员确认。',
  },
  'techEnvoy.monthRunning': {
    status: 409,
    title: '当月尚未结束',
    detail: '{month} 尚未结束。',
    repair: '请在次月办理。',
  },
} as const satisfies Record<string, ProblemEntry>;
