import type { ProblemEntry } from '../http/problem.js';

export const savedSearchProblems = {
  'savedSearch.notFound': {
    status: 404,
    title: '没有这条已存检索',
    detail: '没有这条已存检索，或它不属于您。',
    repair: '请从 GET /v1/saved-searches 选取编号。',
  },
  'savedSearch.alertNotFound': {
    status: 404,
    title: '没有这条提醒',
    detail: '没有这条提醒，或它不属于您。',
    repair: '请从 GET /v1/search-alerts 选取编号。',
  },
  'savedSearch.tooMany': {
    status: 409,
    title: '已存检索过多',
    detail: '每人最多保存 {max} 条检索。',
    repair: '请先删除不用的检索。',
  },
} as const satisfies Record<string, ProblemEntry>;
