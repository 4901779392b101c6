import type { ProblemEntry } from '../http/problem.js';

export const calendarProblems = {
  'calendar.yearNotCovered': {
    status: 422,
    title: '期限无法计算',
    detail: '期限涉及 {day}，而 {year} 年的节假日安排尚未录入，系统不作猜测。',
    repair: '请待国务院办公厅公布该年度节假日安排并录入后再办理。',
    article: '民法典第二百零三条',
  },
} as const satisfies Record<string, ProblemEntry>;
