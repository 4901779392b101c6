import type { ProblemEntry } from '../http/problem.js';

export const sandboxProblems = {
  'sandbox.notFound': {
    status: 404,
    title: '没有沙箱',
    detail: '本单位没有沙箱，或已到期清除。',
    repair: '用 POST /v1/sandbox 开设。',
  },
  'sandbox.outside': {
    status: 409,
    title: '只在沙箱中可用',
    detail: '模拟对方只在沙箱中办事。',
    repair: '请用 POST /v1/sandbox 返回的 qytt_test_ 密钥调用。',
  },
  'sandbox.subjectNotFound': {
    status: 404,
    title: '没有这个对象',
    detail: '沙箱中没有这个对象，或本单位无权查看。',
    repair: '请核对对象种类和编号。',
  },
  'sandbox.notTheirTurn': {
    status: 409,
    title: '没有轮到对方',
    detail: '{why}。',
    repair: '请先办本单位的下一步。',
  },
  'sandbox.stepRefused': {
    status: 409,
    title: '对方的这一步不合规则',
    detail: '对方的这一步被拒绝：{code}。',
    repair: '请按该错误代码的说明先补齐。',
  },
  'sandbox.within': {
    status: 409,
    title: '已在沙箱中',
    detail: '沙箱的密钥不能再开设沙箱。',
    repair: '请用真实单位的账号开设。',
  },
} as const satisfies Record<string, ProblemEntry>;
