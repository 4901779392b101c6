import type { ProblemEntry } from '../http/problem.js';

export const facilityProblems = {
  'facility.notFound': {
    status: 404,
    title: '没有这项空间或仪器',
    detail: '没有这项空间或仪器，或您无权办理。',
    repair: '请核对编号。',
  },
  'facility.span': {
    status: 422,
    title: '时段有误',
    detail: '结束应晚于开始，且不超过 {days} 天。',
    repair: '请缩短时段。',
  },
  'facility.opening': {
    status: 422,
    title: '开放时间有误',
    detail: '每段开放时间应从早到晚，开始时刻与时段长度对齐，最长预约不短于一个时段。',
    repair: '请改正开放时间。',
  },
  'facility.unitsHeld': {
    status: 409,
    title: '已有预约占用',
    detail: '减少数量会使已有的预约失去位置。',
    repair: '请先与预约单位协商撤回，再减少数量。',
  },
  'facility.notBookable': {
    status: 409,
    title: '暂不开放预约',
    detail: '该空间或仪器目前不开放预约。',
    repair: '请选择其他空间或仪器。',
  },
  'booking.notFound': {
    status: 404,
    title: '没有这条预约',
    detail: '没有这条预约，或您无权办理。',
    repair: '请核对编号。',
  },
  'booking.full': {
    status: 409,
    title: '时段已满',
    detail: '这个时段已全部预约。',
    repair: '请换一个时段，或选择候补（wait 为 true）。',
  },
  'booking.past': {
    status: 422,
    title: '时段已开始',
    detail: '只能预约将来的时段。',
    repair: '请选择将来的时段。',
  },
  'booking.tooFarAhead': {
    status: 422,
    title: '预约过早',
    detail: '最多提前 {days} 天预约。',
    repair: '请选择更近的日期。',
  },
  'booking.length': {
    status: 422,
    title: '时长有误',
    detail: '结束应晚于开始，且一次不超过 {longest} 分钟。',
    repair: '请改正时段。',
  },
  'booking.slot': {
    status: 422,
    title: '时段未对齐',
    detail: '开始时刻与时长应为 {minutes} 分钟的整数倍。',
    repair: '请按时段选择。',
  },
  'booking.notOpen': {
    status: 422,
    title: '不在开放时间内',
    detail: '所选时段不全在开放时间内。',
    repair: '请查看开放时间。',
  },
  'booking.begun': {
    status: 409,
    title: '已经开始或结束',
    detail: '该预约的时间已到，不能再这样办理。',
    repair: '请由提供单位登记使用情况。',
  },
  'booking.notBegun': {
    status: 409,
    title: '尚未开始',
    detail: '预约时间未到，不能登记使用情况。',
    repair: '请在使用之后登记。',
  },
} as const satisfies Record<string, ProblemEntry>;
