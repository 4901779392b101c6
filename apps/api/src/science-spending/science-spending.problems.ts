import type { ProblemEntry } from '../http/problem.js';

export const scienceSpendingProblems = {
  'scienceSpending.yearAhead': {
    status: 422,
    title: '年度未到',
    detail: '不能登记以后年度的财政科技经费投入。',
    repair: '请填写本年度或以前年度。',
  },
  'scienceSpending.notAPart': {
    status: 422,
    title: '数字不合',
    detail: '财政科技经费投入不能多于当年本级财政支出，财政支出须大于零。',
    repair: '请核对决算数字。',
  },
  'scienceSpending.noRule': {
    status: 422,
    title: '没有可用的比例要求',
    detail: '{year}年度没有生效的财政科技经费投入比例要求。',
    repair: '请核对年度。',
  },
} as const satisfies Record<string, ProblemEntry>;
