import type { ProblemEntry } from '../http/problem.js';

export const demandProblems = {
  'demand.notFound': {
    status: 404,
    title: '没有这条技术需求',
    detail: '没有这条技术需求，或您无权查看。',
    repair: '请核对编号。',
  },
  'demand.externalKeyTaken': {
    status: 409,
    title: '编号已被使用',
    detail: '本单位已有一条技术需求使用这个编号。',
    repair: '请换一个编号，或修改原有的那条需求。',
  },
  'demand.tooVague': {
    status: 422,
    title: '需求描述过于简单',
    detail: '描述不足 10 个字，别人无法判断能否解决。',
    repair: '请写明现状、要解决的问题和期望达到的效果。{industry}类的写法，例如：{example}',
  },
  'demand.expired': {
    status: 422,
    title: '有效期已过',
    detail: '有效期至 {validUntil}，已经过去。',
    repair: '请把有效期改为今天或以后。',
  },
  'demand.closed': {
    status: 409,
    title: '需求已关闭',
    detail: '状态为「{state}」的需求不能再修改。',
    repair: '可以另行发布一条新需求。',
  },
} as const satisfies Record<string, ProblemEntry>;
