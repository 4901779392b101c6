import type { ProblemEntry } from '../http/problem.js';

export const enterpriseVisitProblems = {
  'visitPlan.notFound': {
    status: 404,
    title: '没有这个走访计划',
    detail: '没有这个走访计划，或您无权查看。',
    repair: '请核对编号。',
  },
  'visitPlan.daysWrong': {
    status: 422,
    title: '日期有误',
    detail: '结束日期不能早于开始日期。',
    repair: '请改正日期。',
  },
  'visitPlan.targetUnknown': {
    status: 422,
    title: '没有这家企业',
    detail: '走访对象中有不存在或未经核验的单位。',
    repair: '请核对 targetIds。',
  },
  'enterpriseVisit.notFound': {
    status: 404,
    title: '没有这次走访',
    detail: '没有这次走访，或您无权查看。',
    repair: '请核对编号；新的走访请换一个编号。',
  },
  'enterpriseVisit.enterpriseUnknown': {
    status: 422,
    title: '没有这家企业',
    detail: '走访对象不存在、未经核验，或是本单位。',
    repair: '请核对企业编号。',
  },
  'enterpriseVisit.differs': {
    status: 409,
    title: '内容与已提交的不同',
    detail: '这个编号的走访记录已经提交，内容与这次不同。',
    repair: '走访记录提交后不再修改；另一次走访请换一个编号。',
  },
  'enterpriseVisit.findingTaken': {
    status: 409,
    title: '发现事项的编号已被使用',
    detail: '有的发现事项编号已用于别的走访。',
    repair: '请为每项发现生成新的编号。',
  },
  'enterpriseVisit.findingTwice': {
    status: 422,
    title: '发现事项的编号重复',
    detail: '两项发现用了同一个编号。',
    repair: '请为每项发现生成各自的编号。',
  },
  'enterpriseVisit.visitedAhead': {
    status: 422,
    title: '走访日期在将来',
    detail: '走访日期不能晚于今天（{today}）。',
    repair: '请填写实际走访的日期。',
  },
  'visitFinding.notFound': {
    status: 404,
    title: '没有这项发现',
    detail: '没有这项发现，或不是本单位走访所得。',
    repair: '请核对编号。',
  },
  'visitFinding.consentAhead': {
    status: 422,
    title: '同意日期在将来',
    detail: '企业同意的日期不能晚于今天。',
    repair: '请填写实际日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
