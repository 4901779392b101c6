import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';
import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** 科技特派员「三保三优」的财政经费补助 (M3). */
export const envoyPolicy = {
  id: 'techEnvoy-2020',
  title: '科技特派员财政经费补助',
  perMonth: 30_000n satisfies Fen,
  /** Confirmed days of service that make a month count. The plan is silent; the bureau may raise it. */
  minConfirmedDays: 1,
  wording: '每人每月财政经费补助300元',
  source: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）附表2第11项',
  reading: '每人每月一份，不论服务几个村、有几个岗位；在岗且当月有经县区确认的服务记录方可计提；离岗后停发。',
  effectiveFrom: '2020-01-01',
} as const;

export const techEnvoyTransitions = { serving: { end: 'ended' }, ended: {} } as const satisfies TransitionTable;
export const envoyLogTransitions = {
  submitted: { confirm: 'confirmed', reject: 'rejected' },
  confirmed: {},
  rejected: {},
} as const satisfies TransitionTable;

/** A person posted to villages of a county as a technology envoy. */
export interface TechEnvoy {
  readonly id: string;
  readonly personId: string;
  readonly countyCode: string;
  readonly villages: readonly string[];
  readonly field: string;
  readonly state: StateOf<typeof techEnvoyTransitions>;
  readonly postedFrom: LocalDate;
  /** Last day on post; null while serving. */
  readonly postedTo: LocalDate | null;
  readonly documentNumber: string;
  readonly version: number;
}

/** One day of service in one village. */
export interface EnvoyLog {
  readonly id: string;
  readonly envoyId: string;
  readonly personId: string;
  readonly countyCode: string;
  readonly servedOn: LocalDate;
  readonly village: string;
  readonly content: string;
  readonly state: StateOf<typeof envoyLogTransitions>;
  readonly decisionReason: string | null;
}

/** `2027-02`. */
export type Month = string;
export const monthOf = (date: LocalDate): Month => date.slice(0, 7);
export const lastDayOfMonth = (month: Month): LocalDate => addDays(addMonths(`${month}-01`, 1), -1);

export const onPost = ({ postedFrom, postedTo }: Pick<TechEnvoy, 'postedFrom' | 'postedTo'>, day: LocalDate): boolean =>
  postedFrom <= day && (postedTo === null || day <= postedTo);

export type LogRefusal = Refusal<'techEnvoy.notOnPost' | 'techEnvoy.otherVillage' | 'techEnvoy.inFuture'>;

/** A log tells of a day that has come, on post, in a village of the post. */
export function checkLog(
  envoy: TechEnvoy,
  { servedOn, village }: Pick<EnvoyLog, 'servedOn' | 'village'>,
  today: LocalDate,
): Result<null, LogRefusal> {
  if (servedOn > today) return refuse('techEnvoy.inFuture', { today }, '/servedOn');
  if (!onPost(envoy, servedOn)) return refuse('techEnvoy.notOnPost', { from: envoy.postedFrom }, '/servedOn');
  if (!envoy.villages.includes(village)) {
    return refuse('techEnvoy.otherVillage', { villages: envoy.villages.join('、') }, '/village');
  }
  return ok(null);
}

/** A person's confirmed service in a month, over all posts. */
export interface MonthOfService {
  readonly personId: string;
  readonly countyCode: string;
  readonly days: readonly LocalDate[];
}

/** The subsidy of a month for one person: once, whatever the number of posts and villages; nothing without confirmed service. */
export function monthlySubsidy(posts: readonly TechEnvoy[], logs: readonly EnvoyLog[], month: Month): Fen {
  const days = new Set(
    logs
      .filter((log) => log.state === 'confirmed' && monthOf(log.servedOn) === month)
      .filter((log) => posts.some((post) => post.id === log.envoyId && onPost(post, log.servedOn)))
      .map((log) => log.servedOn),
  );
  return days.size >= envoyPolicy.minConfirmedDays ? envoyPolicy.perMonth : 0n;
}

export const subsidyArithmetic = (month: Month, days: number): string =>
  `${month}：经确认的服务 ${days} 天，达到 ${envoyPolicy.minConfirmedDays} 天，补助 ${formatYuan(envoyPolicy.perMonth)} 元（每人每月一份）。`;
