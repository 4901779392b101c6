import type { ProblemEntry } from '../http/problem.js';

export const marketEventProblems = {
  'marketEvent.sinceTooOld': {
    status: 422,
    title: '位置过旧',
    detail: '事件保留 {days} 天，since 之后的事件已有一部分不再保留。',
    repair: '请先用各对象的列表重新取得现状，再从 since={oldest} 读起。',
  },
  'marketEvent.noSuchType': {
    status: 404,
    title: '没有这种事件',
    detail: '没有「{type}」这种事件。',
    repair: '请查看 GET /v1/event-types。',
  },
  'marketEvent.unknownType': {
    status: 422,
    title: '没有这种事件',
    detail: '没有「{type}」这种事件。',
    repair: '请查看 GET /v1/event-types。',
  },
  'marketEvent.tooManyWaiting': {
    status: 429,
    title: '等待新事件的请求过多',
    detail: '同时等待的请求已达上限。',
    repair: '请去掉 wait，隔几秒再读一次。',
  },
} as const satisfies Record<string, ProblemEntry>;
