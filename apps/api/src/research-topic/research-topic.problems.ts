import type { ProblemEntry } from '../http/problem.js';

export const researchTopicProblems = {
  'researchTopic.spanMalformed': {
    status: 422,
    title: '统计期间有误',
    detail: '截止日不能早于起始日，期间最长 {max} 日。',
    repair: '请改正起止日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
