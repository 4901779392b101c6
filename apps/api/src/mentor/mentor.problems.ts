import type { ProblemEntry } from '../http/problem.js';

const check = '请核对编号。';
export const mentorProblems = {
  'mentor.notFound': { status: 404, title: '没有这位导师', detail: '没有这位导师，或已撤回同意。', repair: check },
  'mentor.already': {
    status: 409,
    title: '已是导师',
    detail: '您已同意担任导师。',
    repair: '如需更改介绍，请先撤回再重新同意。',
  },
  'mentor.hours': {
    status: 422,
    title: '辅导时间有误',
    detail: '辅导时间应在将来，结束晚于开始，且不超过 {hours} 小时。',
    repair: '请改正时间。',
  },
  'mentor.overlap': { status: 409, title: '时间重叠', detail: '与您已开放的辅导时间重叠。', repair: '请换一个时间。' },
  'mentor.hourNotFound': {
    status: 404,
    title: '没有这个辅导时间',
    detail: '没有这个辅导时间，或已过去、已取消。',
    repair: '请选择其他时间。',
  },
  'mentor.hourTaken': { status: 409, title: '已被预约', detail: '这个辅导时间已被预约。', repair: '请选择其他时间。' },
  'mentor.tenantsOnly': {
    status: 422,
    title: '仅限在孵企业',
    detail: '只有正在孵化载体在孵的企业可以预约导师。',
    repair: '请先申请入驻孵化载体。',
  },
  'mentor.related': {
    status: 422,
    title: '与导师有利害关系',
    detail: '贵单位与该导师存在利害关系：{relation}。',
    repair: '请换一位导师，或确认知悉后再预约；该关系随辅导记录留存。',
  },
  'mentorMeeting.notFound': {
    status: 404,
    title: '没有这次辅导',
    detail: '没有这次辅导，或您无权办理。',
    repair: check,
  },
  'mentorMeeting.notBegun': {
    status: 409,
    title: '尚未开始',
    detail: '辅导时间未到，不能登记。',
    repair: '请在辅导之后登记。',
  },
  'mentorMeeting.notHeld': {
    status: 409,
    title: '辅导未进行',
    detail: '只能评价已进行的辅导。',
    repair: '请等待导师登记。',
  },
} as const satisfies Record<string, ProblemEntry>;
