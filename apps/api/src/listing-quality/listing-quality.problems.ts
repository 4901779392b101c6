import type { ProblemEntry } from '../http/problem.js';

export const listingQualityProblems = {
  'listing.statementUnclear': {
    status: 422,
    title: '挂牌说明不清楚',
    detail: '以下栏目填了但没有说清：{fields}。',
    repair: '请补充数字、对象或依据后再发布。{advice}',
  },
  'listing.scoreTooLow': {
    status: 422,
    title: '挂牌说明过于简单',
    detail: '说明质量 {score} 分，低于发布所需的 {least} 分。',
    repair: '请补充未填的栏目（GET /v1/listings/{id}/quality）。',
  },
} as const satisfies Record<string, ProblemEntry>;
