import type { ProblemEntry } from '../http/problem.js';

export const rewardProblems = {
  'reward.notFound': {
    status: 404,
    title: '没有这项计提',
    detail: '没有这项奖补计提，或您无权查看。',
    repair: '请核对编号。',
  },
  'reward.nothingToRecover': {
    status: 422,
    title: '没有这么多应收回的款项',
    detail: '该受益人当年度应收回的款项少于填报的金额。',
    repair: '请按应收回的余额填报。',
  },
} as const satisfies Record<string, ProblemEntry>;
