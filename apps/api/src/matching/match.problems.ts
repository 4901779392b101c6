import type { ProblemEntry } from '../http/problem.js';

export const matchProblems = {
  'match.notFound': {
    status: 404,
    title: '没有这条撮合结果',
    detail: '没有这条撮合结果，或您无权查看。',
    repair: '请核对编号。',
  },
  'match.declineTextMissing': {
    status: 422,
    title: '请说明原因',
    detail: '选择「其他」时须用文字说明不合适的原因。',
    repair: '请填写 text，或改选一项具体原因。',
  },
} as const satisfies Record<string, ProblemEntry>;
