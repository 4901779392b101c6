import type { ProblemEntry } from '../http/problem.js';

export const sandboxProblems = {
  'sandbox.notFound': {
    status: 404,
    title: '没有沙箱',
    detail: '本单位没有沙箱，或已到期清除。',
    repair: '用 POST /v1/sandbox 开设。',
  },
  'sandbox.within': {
    status: 409,
    title: '已在沙箱中',
    detail: '沙箱的密钥不能再开设沙箱。',
    repair: '请用真实单位的账号开设。',
  },
} as const satisfies Record<string, ProblemEntry>;
