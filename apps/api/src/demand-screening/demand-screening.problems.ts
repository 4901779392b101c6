import type { ProblemEntry } from '../http/problem.js';

export const demandScreeningProblems = {
  'demandScreening.notFound': {
    status: 404,
    title: '没有这次筛选',
    detail: '没有这次筛选，或您无权查看。',
    repair: '请核对编号。',
  },
  'demandScreening.notDraft': {
    status: 409,
    title: '只有草稿可以送审',
    detail: '需求状态为「{state}」。',
    repair: '已发布的需求不必再筛选；内容要改的，请撤回后另行填报。',
  },
  'demandScreening.openAlready': {
    status: 409,
    title: '已在筛选中',
    detail: '这条需求已有一次未办结的筛选。',
    repair: '请等待办结，或撤回后重新申请。',
  },
  'demandScreening.unknownPerson': {
    status: 422,
    title: '没有这位人员',
    detail: '没有这个人员编号，或其账号已停用。',
    repair: '请核对人员编号。',
  },
  'demandScreening.conflict': {
    status: 422,
    title: '应当回避',
    detail: '该人员与需求方有利害关系（{reason}），不能参加筛选。',
    repair: '请另行指定专家。',
  },
  'demandScreening.assignedAlready': {
    status: 409,
    title: '已指定这位专家',
    detail: '这位专家已在本次筛选中。',
    repair: '请另行指定专家。',
  },
  'demandScreening.tooManyExperts': {
    status: 422,
    title: '专家人数已满',
    detail: '一次筛选最多 {max} 位专家。',
    repair: '请等待已指定的专家答复。',
  },
  'demandScreening.notAssigned': {
    status: 409,
    title: '已经给出意见',
    detail: '每位专家只给出一次意见。',
    repair: '需要补充的，请与组织筛选的工作人员联系。',
  },
  'demandScreening.reasonMissing': {
    status: 422,
    title: '缺少理由',
    detail: '退回修改和不予发布必须写明理由，需求方据此改进。',
    repair: '请写明缺什么、怎样补（至少 5 个字）。',
  },
  'demandScreening.spanMalformed': {
    status: 422,
    title: '统计期间有误',
    detail: '截止日不能早于起始日，期间最长 {max} 日。',
    repair: '请改正起止日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
