import type { ProblemEntry } from '../http/problem.js';

export const matchmakingEventProblems = {
  'matchmakingEvent.notFound': {
    status: 404,
    title: '没有这场对接会',
    detail: '没有这场对接会，或您无权办理。',
    repair: '请核对编号。',
  },
  'matchmakingEvent.timesWrong': {
    status: 422,
    title: '时间有误',
    detail: '{reason}。',
    repair: '请改正开始时间、每场时长或场次数。',
  },
  'matchmakingEvent.notOver': {
    status: 409,
    title: '对接会还没有举行',
    detail: '对接会定于 {on}，当天及以后才能结束。',
    repair: '如不再举行，请取消对接会。',
  },
  'matchmakingEvent.pairUnknown': {
    status: 422,
    title: '不能邀请这一对',
    detail: '所指的需求或成果不存在，或没有公开发布。',
    repair: '请核对需求与成果编号。',
  },
  'matchmakingEvent.pairInvited': {
    status: 409,
    title: '已经邀请过',
    detail: '这一对需求与成果已在这场对接会中。',
    repair: '请查看已有的邀请。',
  },
  'eventMeeting.notFound': {
    status: 404,
    title: '没有这场洽谈',
    detail: '没有这场洽谈，或您不是当事方。',
    repair: '请核对编号。',
  },
  'eventMeeting.answeredAlready': {
    status: 409,
    title: '已经答复',
    detail: '贵方已经接受这场洽谈。',
    repair: '不能参加的，请取消。',
  },
  'eventMeeting.notToday': {
    status: 409,
    title: '还没有到时间',
    detail: '这场洽谈在 {on}，签到限当天，结果在洽谈开始后记录。',
    repair: '请到时再试。',
  },
  'eventMeeting.checkedInAlready': {
    status: 409,
    title: '已经签到',
    detail: '贵方已经为这场洽谈签到。',
    repair: '无需重复签到。',
  },
  'eventFollowUp.notFound': {
    status: 404,
    title: '没有这次回访',
    detail: '没有这次跟踪回访，或您不是当事方。',
    repair: '请核对编号。',
  },
  'eventFollowUp.linkMissing': {
    status: 422,
    title: '缺少依据',
    detail: '答复已进入洽谈程序或已签合同时，须写明洽谈或合同的编号。',
    repair: '请填写 dealId 或 contractId。',
  },
  'eventFollowUp.linkUnfit': {
    status: 422,
    title: '依据不符',
    detail: '所指的洽谈或合同不存在，或不是这两家单位之间的。',
    repair: '请核对编号。',
  },
} as const satisfies Record<string, ProblemEntry>;
