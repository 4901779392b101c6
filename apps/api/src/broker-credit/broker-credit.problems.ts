import type { ProblemEntry } from '../http/problem.js';

export const brokerCreditProblems = {
  'brokerCredit.notFound': {
    status: 404,
    title: '没有这条信用记录',
    detail: '没有这条信用记录，或您无权查看。',
    repair: '请核对编号。',
  },
  'brokerCredit.notBroker': {
    status: 422,
    title: '不是技术经纪人',
    detail: '没有这位技术经纪人。',
    repair: '请核对人员编号。',
  },
  'brokerCredit.recordedAlready': {
    status: 409,
    title: '已经记录',
    detail: '同一来源的同一事项已经记录。',
    repair: '请查看该经纪人的信用记录。',
  },
  'brokerCredit.inFuture': {
    status: 422,
    title: '日期在将来',
    detail: '事项发生的日期晚于今天。',
    repair: '请核对日期。',
  },
  'brokerCredit.appealLate': {
    status: 422,
    title: '申诉期已过',
    detail: '申诉应在记录之日起 {days} 日内提出。',
    repair: '有新证据的，请向科技部门书面反映。',
  },
  'brokerCredit.sameEyes': {
    status: 422,
    title: '记录与裁定须为不同的人',
    detail: '记录这件事的人、被记录的人不能裁定申诉。',
    repair: '请由另一位人员裁定。',
  },
  'brokerCredit.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与该经纪人有利害关系（{reason}），不能办理。',
    repair: '请由没有利害关系的人员办理。',
  },
} as const satisfies Record<string, ProblemEntry>;
