import type { ProblemEntry } from '../http/problem.js';

export const certificateProblems = {
  'certificate.notFound': {
    status: 404,
    title: '没有这份登记证明',
    detail: '没有这份登记证明，或您无权查看。',
    repair: '请核对核验码；核验码为 26 位数字与大写字母。',
  },
  'certificate.dayAhead': {
    status: 422,
    title: '日期在今天之后',
    detail: '只能查询 {today} 及以前的状态。',
    repair: '请把 on 改为今天或以前的日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
