import type { ProblemEntry } from '../http/problem.js';

export const inspectionProblems = {
  'inspection.planNotFound': {
    status: 404,
    title: '没有这个抽查计划',
    detail: '没有这个抽查计划，或您无权查看。',
    repair: '请核对编号。',
  },
  'inspection.findingNotFound': {
    status: 404,
    title: '没有这条抽查发现',
    detail: '没有这条抽查发现，或您无权查看。',
    repair: '请核对编号。',
  },
  'inspection.populationEmpty': {
    status: 422,
    title: '没有可抽查的登记',
    detail: '这一统计期没有有效的登记。',
    repair: '请换一个统计期。',
  },
  'inspection.populationTooLarge': {
    status: 422,
    title: '登记过多',
    detail: '一个抽查计划至多 {max} 项登记。',
    repair: '请按季度分别计划。',
  },
  'inspection.caseNotDrawn': {
    status: 422,
    title: '不在抽中名单内',
    detail: '这个登记编号没有被抽中。',
    repair: '请从本计划的抽中名单中选择。',
  },
  'inspection.handledCase': {
    status: 403,
    title: '不能检查自己经办的登记',
    detail: '您经办过这项登记，应当回避。',
    repair: '请由没有经办过的人员处理。',
  },
  'inspection.ownFinding': {
    status: 403,
    title: '不能处理自己提出的发现',
    detail: '提出发现的人不能作出决定。',
    repair: '请由负责人处理。',
  },
  'inspection.measureMissing': {
    status: 422,
    title: '缺少整改要求',
    detail: '认定属实或退回整改时，必须写明整改要求和期限。',
    repair: '请填写 measure 与 dueOn。',
  },
  'inspection.dueDayPast': {
    status: 422,
    title: '期限已过',
    detail: '整改期限应晚于今天（{today}）。',
    repair: '请改为今天以后的日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
