import type { LocalDate } from '../calendar/local-date.js';
import type { Indicator, Progress } from '../indicator/indicator.js';
import { hiddenFlows } from '../statistics/figures.js';
import type { Period } from '../statistics/period.js';

/** What the hall (展示大厅) tells: figures about all, public titles, and nobody's name that is not public. */

/** The running quarter and those before it, oldest first. */
export function lastQuarters(today: LocalDate, count: number): Period[] {
  const running = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, index) => quarterOf(running - (count - 1) + index));
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const;

function quarterOf(serial: number): Period {
  const [year, quarter] = [Math.floor(serial / 4), serial % 4];
  return {
    code: `${year}Q${quarter + 1}`,
    from: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
    to: `${year}-${quarterEnds[quarter] ?? ''}`,
  };
}

/**
 * How many of a quarter's contracts a live sum tells: whole groups of three. A sum that grew by one contract at a time
 * would tell what each of them was worth, to whoever looks twice.
 */
export const toldTogether = (count: number, smallest: number): number => count - (count % smallest);

/** Where an indicator stands, in one word; what has no number has a word all the same. */
export const indicatorStandings = {
  reached: '已达到目标',
  underWay: '推进中',
  atBase: '与基数持平',
  below: '低于基数',
  notReached: '未达到目标',
  judged: '定性指标，按任务进展评价，不计百分比',
  reported: '本平台暂无数值：由责任部门填报，或待年度期报定稿',
} as const;
export type IndicatorStanding = keyof typeof indicatorStandings;

export function standingOf({ qualitative }: Pick<Indicator, 'qualitative'>, now: Progress | null): IndicatorStanding {
  if (qualitative) return 'judged';
  if (now === null || now.kind === 'qualitative') return 'reported';
  if (now.reached) return 'reached';
  if (now.kind === 'noDistance') return 'notReached';
  if (now.basisPoints === 0) return 'atBase';
  return now.basisPoints < 0 ? 'below' : 'underWay';
}

/** Contracts from a place to a place; `count` is null where so few would tell who they are. */
export interface Flow {
  readonly sellerPlace: string;
  readonly buyerPlace: string;
  readonly count: number | null;
}

/** The flow matrix as the public may see it: small cells hidden as the published statistics hide them. */
export function publicFlows(counts: ReadonlyMap<string, number>): Flow[] {
  const hidden = hiddenFlows(counts);
  return [...counts]
    .map(([key, count]) => {
      const [sellerPlace = '', buyerPlace = ''] = key.split('>');
      return { sellerPlace, buyerPlace, count: hidden.has(key) ? null : count };
    })
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ sellerPlace, buyerPlace }: Flow): string => `${sellerPlace}>${buyerPlace}`;

/** What may be told of on the wall. */
export const hallEventKinds = [
  'demandPublished',
  'achievementPublished',
  'listed',
  'noticePosted',
  'contractRegistered',
] as const;
export type HallEventKind = (typeof hallEventKinds)[number];
