import type { ProblemEntry } from '../http/problem.js';

export const commissionProblems = {
  'commission.foundAlready': {
    status: 409,
    title: '已有认定',
    detail: '该委托已有一项行为认定。',
    repair: '无需重复认定。',
  },
} as const satisfies Record<string, ProblemEntry>;
