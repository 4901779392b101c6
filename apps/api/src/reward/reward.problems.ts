import type { ProblemEntry } from '../http/problem.js';

export const rewardProblems = {
  'reward.notFound': {
    status: 404,
    title: '没有这项计提',
    detail: '没有这项奖补计提，或您无权查看。',
    repair: '请核对编号。',
  },
} as const satisfies Record<string, ProblemEntry>;
