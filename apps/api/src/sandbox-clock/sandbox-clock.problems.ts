import type { ProblemEntry } from '../http/problem.js';

export const sandboxClockProblems = {
  'sandboxClock.oneWay': {
    status: 422,
    title: '请选一种拨钟方式',
    detail: 'advanceDays 与 moveTo 只能填一个，且必须填一个。',
    repair: '例如 {"advanceDays": 15}，或 {"moveTo": "2027-01-04T09:00:00+08:00"}。',
  },
  'sandboxClock.notForward': {
    status: 422,
    title: '演示时钟只能向前',
    detail: '市场时间现为 {now}，不能拨回过去。',
    repair: '请填写晚于现在的时间。',
  },
  'sandboxClock.tooFar': {
    status: 422,
    title: '一次拨得太远',
    detail: '一次最多向前 {days} 天。',
    repair: '请分几次拨动。',
  },
} as const satisfies Record<string, ProblemEntry>;
