import type { ProblemEntry } from '../http/problem.js';

export const ledgerProblems = {
  'ledger.belowMinimum': {
    status: 422,
    title: '低于每年最低预算',
    detail: '科技成果转化专项引导基金每年不少于 {minimum} 元。',
    repair: '请按不少于该数额下达；之后可再追加。',
    article: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）附表2第10项',
  },
  'ledger.budgetTooLarge': {
    status: 422,
    title: '预算数额过大',
    detail: '年度预算超出可记录的范围。',
    repair: '请核对金额单位（元）。',
  },
} as const satisfies Record<string, ProblemEntry>;
