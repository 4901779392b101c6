import type { ProblemEntry } from '../http/problem.js';

export const matchProblems = {
  'match.notFound': {
    status: 404,
    title: '没有这条撮合结果',
    detail: '没有这条撮合结果，或您无权查看。',
    repair: '请核对编号。',
  },
  'match.declineTextMissing': {
    status: 422,
    title: '请说明原因',
    detail: '选择「其他」时须用文字说明不合适的原因。',
    repair: '请填写 text，或改选一项具体原因。',
  },
  'match.alreadyAccepted': {
    status: 409,
    title: '贵方已经接受',
    detail: '贵方已经接受这条撮合结果，正在等待对方。',
    repair: '不必重复操作；对方也接受后，系统会建议引荐。',
  },
  'expertProfile.notFound': {
    status: 404,
    title: '没有专家名片',
    detail: '您没有公开专家名片，或已经撤回。',
    repair: '可以用 PUT /v1/me/expert-profile 公开。',
  },
  'matchRun.notFound': {
    status: 404,
    title: '没有这次撮合任务',
    detail: '没有这次撮合任务。',
    repair: '请核对编号。',
  },
  'matchModel.notFound': {
    status: 404,
    title: '没有这个模型版本',
    detail: '没有这个模型版本，或当前用的就是出厂模型。',
    repair: '请从 GET /v1/match-models 选取编号。',
  },
  'matchModel.otherBase': {
    status: 409,
    title: '模型版本已不适用',
    detail: '这个版本是在「{base}」上学得的，现在的出厂模型是「{current}」。',
    repair: '请选用同一出厂模型上的版本，或等待重新学习。',
  },
} as const satisfies Record<string, ProblemEntry>;
