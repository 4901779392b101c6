import { addDays, epochDay, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';

/** Which columns of the portal grow stale, and when: what 政府网站与政务新媒体检查指标 looks at. */
export const freshnessPolicy = {
  source: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）',
  effectiveFrom: '2019-04-01',
  /** How long a column of a kind may stand without anything new. */
  limits: { news: { days: 14 }, notice: { months: 6 }, other: { months: 12 } },
  homeDays: 14,
  /** As many as this fail the whole portal (单项否决). */
  failing: { newsAndNotices: 5, others: 10, empty: 5 },
  warnDays: 3,
} as const;

export type ColumnKind = keyof typeof freshnessPolicy.limits;

export const columnKinds = ['news', 'notice', 'other'] as const satisfies readonly ColumnKind[];

/** The columns of the portal; the words of each are the portal's own. */
export const columns = [
  { code: 'demands', kind: 'news', title: '技术需求', path: '/demands' },
  { code: 'achievements', kind: 'news', title: '科技成果', path: '/achievements' },
  { code: 'listings', kind: 'news', title: '挂牌', path: '/listings' },
  { code: 'publicNotices', kind: 'notice', title: '公示', path: '/public-notices' },
  { code: 'policies', kind: 'notice', title: '政策', path: '/policies' },
  { code: 'auctions', kind: 'notice', title: '竞价', path: '/auctions' },
  { code: 'challenges', kind: 'notice', title: '技术难题征集', path: '/challenges' },
  { code: 'events', kind: 'notice', title: '对接会', path: '/events' },
  { code: 'competitions', kind: 'other', title: '创新创业大赛', path: '/competitions' },
  { code: 'carriers', kind: 'other', title: '创新创业载体', path: '/carriers' },
  { code: 'brokers', kind: 'other', title: '技术经纪人', path: '/brokers' },
  { code: 'facilities', kind: 'other', title: '空间与仪器', path: '/facilities' },
  { code: 'financeProducts', kind: 'other', title: '科技金融', path: '/finance-products' },
] as const satisfies readonly { code: string; kind: ColumnKind; title: string; path: string }[];
export type ColumnCode = (typeof columns)[number]['code'];

export interface ColumnFacts {
  readonly code: ColumnCode;
  readonly count: number;
  readonly lastOn: LocalDate | null;
}

export const standings = ['fresh', 'soon', 'stale', 'empty'] as const;
export type Standing = (typeof standings)[number];

export interface JudgedColumn {
  readonly code: ColumnCode;
  readonly kind: ColumnKind;
  readonly title: string;
  readonly path: string;
  readonly count: number;
  readonly lastOn: LocalDate | null;
  /** Last day on which the column still counts as kept up; null when it is empty. */
  readonly freshUntil: LocalDate | null;
  readonly daysLeft: number | null;
  readonly standing: Standing;
}

export interface FreshnessBoard {
  readonly asOf: LocalDate;
  readonly home: Omit<JudgedColumn, 'code' | 'kind' | 'title' | 'path' | 'count'>;
  readonly columns: readonly JudgedColumn[];
  readonly staleNewsAndNotices: number;
  readonly staleOthers: number;
  readonly empty: number;
  /** What by itself fails the whole portal, in the words of the source. */
  readonly failing: readonly string[];
}

export function boardOf(facts: readonly ColumnFacts[], today: LocalDate): FreshnessBoard {
  const judged = columns.map((column) => judge(column, facts.find(({ code }) => code === column.code) ?? null, today));
  const news = judged.filter(({ kind }) => kind === 'news').flatMap(({ lastOn }) => lastOn ?? []);
  const home = standingOf(news.sort().at(-1) ?? null, (last) => addDays(last, freshnessPolicy.homeDays), today);
  const stale = judged.filter(({ standing }) => standing === 'stale');
  const counts = {
    staleNewsAndNotices: stale.filter(({ kind }) => kind !== 'other').length,
    staleOthers: stale.filter(({ kind }) => kind === 'other').length,
    empty: judged.filter(({ standing }) => standing === 'empty').length,
  };
  return { asOf: today, home, columns: judged, ...counts, failing: failuresOf(home.standing, counts) };
}

function failuresOf(
  home: Standing,
  counts: Pick<FreshnessBoard, 'staleNewsAndNotices' | 'staleOthers' | 'empty'>,
): string[] {
  const { failing, homeDays } = freshnessPolicy;
  return [
    ...(home === 'stale' || home === 'empty' ? [`首页超过 ${homeDays} 天没有更新`] : []),
    ...(counts.staleNewsAndNotices >= failing.newsAndNotices
      ? [`动态、公告类栏目有 ${counts.staleNewsAndNotices} 个逾期未更新（达到 ${failing.newsAndNotices} 个）`]
      : []),
    ...(counts.staleOthers >= failing.others
      ? [`其他栏目有 ${counts.staleOthers} 个逾期未更新（达到 ${failing.others} 个）`]
      : []),
    ...(counts.empty >= failing.empty ? [`空白栏目有 ${counts.empty} 个（达到 ${failing.empty} 个）`] : []),
  ];
}

function judge(column: (typeof columns)[number], facts: ColumnFacts | null, today: LocalDate): JudgedColumn {
  const until = (last: LocalDate): LocalDate => {
    const limit = freshnessPolicy.limits[column.kind];
    return 'days' in limit ? addDays(last, limit.days) : addMonths(last, limit.months);
  };
  return { ...column, count: facts?.count ?? 0, ...standingOf(facts?.lastOn ?? null, until, today) };
}

function standingOf(lastOn: LocalDate | null, until: (last: LocalDate) => LocalDate, today: LocalDate) {
  if (lastOn === null) return { lastOn, freshUntil: null, daysLeft: null, standing: 'empty' as const };
  const freshUntil = until(lastOn);
  const daysLeft = epochDay(freshUntil) - epochDay(today);
  const standing: Standing = daysLeft < 0 ? 'stale' : daysLeft <= freshnessPolicy.warnDays ? 'soon' : 'fresh';
  return { lastOn, freshUntil, daysLeft, standing };
}
