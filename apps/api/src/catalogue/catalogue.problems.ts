import type { ProblemEntry } from '../http/problem.js';

export const catalogueProblems = {
  'zone.notFound': {
    status: 404,
    title: '没有这个示范区',
    detail: '没有代码为「{code}」的示范区、示范带或示范园。',
    repair: '请在 GET /v1/zones 中查看全部代码。',
  },
} as const satisfies Record<string, ProblemEntry>;
