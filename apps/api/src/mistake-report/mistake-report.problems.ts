import type { ProblemEntry } from '../http/problem.js';

export const mistakeReportProblems = {
  'mistakeReport.notFound': {
    status: 404,
    title: '没有这条找错',
    detail: '没有这个编号的找错，或您无权查看。',
    repair: '请核对编号，编号形如 ZC-7K3Q-M2P9-AB4C。',
  },
} as const satisfies Record<string, ProblemEntry>;
