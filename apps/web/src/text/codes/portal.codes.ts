import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const mistakeKind: Codes<Schemas['ReportMistakeDto']['kind']> = {
  wrongContent: ['内容有误', 'Something is wrong'],
  outdated: ['过期未更新', 'Out of date'],
  brokenLink: ['链接打不开', 'A link is broken'],
  notWorking: ['功能用不了', 'Something does not work'],
  personalData: ['泄露个人信息', 'Personal data is shown'],
  hardToUse: ['不便使用（字太小、读屏等）', 'Hard to use or to read'],
  other: ['其他', 'Other'],
};

export const mistakeState: Codes<Schemas['MistakeReportView']['state']> = {
  received: ['已收到，待核实', 'Received', 'going'],
  checking: ['核实中', 'Being checked', 'going'],
  corrected: ['已改正', 'Corrected', 'good'],
  kept: ['经核实无误', 'Found correct', 'neutral'],
};

export const columnKind: Codes<Schemas['ColumnFreshnessView']['kind']> = {
  news: ['动态（2 周）', 'News (2 weeks)'],
  notice: ['公告、政策（6 个月）', 'Notices (6 months)'],
  other: ['其他（1 年）', 'Other (1 year)'],
};

export const columnStanding: Codes<Schemas['ColumnFreshnessView']['standing']> = {
  fresh: ['正常', 'Fresh', 'good'],
  soon: ['快到期，请更新', 'Due soon', 'attention'],
  stale: ['逾期未更新', 'Stale', 'bad'],
  empty: ['空白栏目', 'Empty', 'bad'],
};
