import type { ProblemEntry } from '../http/problem.js';

export const hallProblems = {
  'hall.tooManyStreams': {
    status: 429,
    title: '实时连接过多',
    detail: '同一网络地址最多同时打开 {max} 路展示大厅的实时连接。',
    repair: '请关闭多余的页面，或改为定时读取 GET /v1/hall。',
  },
} as const satisfies Record<string, ProblemEntry>;
