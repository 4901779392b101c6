import type { ProblemEntry } from '../http/problem.js';

export const commissionProblems = {
  'commission.foundAlready': {
    status: 409,
    title: '已有认定',
    detail: '该委托已有一项行为认定。',
    repair: '无需重复认定。',
  },
  'commission.conflict': {
    status: 403,
    title: '应当回避',
    detail: '您与经纪人、经纪机构或者委托人有利害关系：{reason}，不能作出这项认定。',
    repair: '请由没有利害关系的人认定。',
    article: '公务员法第七十六条（参照）',
  },
} as const satisfies Record<string, ProblemEntry>;
