import type { ProblemEntry } from '../http/problem.js';

export const bypassProblems = {
  'bypassFinding.notFound': {
    status: 404,
    title: '没有这条线索',
    detail: '没有这条绕开中介的线索，或您无权查看。',
    repair: '请核对编号。',
  },
  'bypassFinding.closed': {
    status: 409,
    title: '已经认定',
    detail: '这条线索已经认定，不再听取意见。',
    repair: '不服认定的，可以依法向人民法院起诉。',
  },
  'bypassFinding.statedAlready': {
    status: 409,
    title: '已经陈述',
    detail: '贵单位已经对这条线索陈述意见。',
    repair: '需要补充的，请向科技部门书面提出。',
  },
  'bypassFinding.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与其中一方有利害关系（{reason}），不能认定这条线索。',
    repair: '请由没有利害关系的人员认定。',
  },
} as const satisfies Record<string, ProblemEntry>;
