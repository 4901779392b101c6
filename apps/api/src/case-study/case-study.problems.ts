import type { ProblemEntry } from '../http/problem.js';

export const caseStudyProblems = {
  'caseStudy.notFound': {
    status: 404,
    title: '没有这个案例',
    detail: '没有这个案例，或您无权办理。',
    repair: '请核对编号。',
  },
  'caseStudy.contractUnknown': {
    status: 422,
    title: '没有这份合同',
    detail: '没有这份技术合同，或您无权查看。',
    repair: '请核对合同编号。',
  },
  'caseStudy.unproved': {
    status: 422,
    title: '合同没有有效登记',
    detail: '案例须有已认定登记、仍然有效的技术合同作证明。',
    repair: '请先办理技术合同认定登记。',
  },
  'caseStudy.textChanged': {
    status: 409,
    title: '案例文字已改变',
    detail: '您同意的文字与现在的文字不同。',
    repair: '请重新阅读案例，再以其 textHash 表示同意。',
  },
  'caseStudy.consentedAlready': {
    status: 409,
    title: '已经同意',
    detail: '贵单位已经同意公开这个案例。',
    repair: '要收回同意的，请撤回案例。',
  },
  'caseStudy.sameEyes': {
    status: 422,
    title: '起草与审查须为不同的人',
    detail: '起草案例的人不能自己作保密审查。',
    repair: '请由另一位人员审查。',
  },
  'caseStudy.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与合同当事人有利害关系（{reason}），不能审查这个案例。',
    repair: '请由没有利害关系的人员审查。',
  },
} as const satisfies Record<string, ProblemEntry>;
