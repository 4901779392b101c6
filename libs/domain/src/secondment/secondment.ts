import { addDays, epochDay, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** M8 (方案三-5 人才互派): what somebody keeps who is sent to another unit, and for how long. Data with the plan's words. */
export const secondmentPolicy = {
  keptForYears: 3,
  alertDays: 90,
  wording: '三年内其原职级、岗位和工资福利等待遇保留不变',
  source: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）三-5',
  reading:
    '自派出之日起满三年的对应日为止（含当日；没有对应日的为当月末日，民法典第二百零二条），原单位保留其职级、岗位和工资福利；届满前90日起提示。',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
} as const;

export const secondmentTransitions = {
  seconded: { return: 'returned' },
  returned: {},
} as const satisfies TransitionTable;
export type SecondmentState = StateOf<typeof secondmentTransitions>;

export interface Secondment {
  readonly id: string;
  readonly personId: string;
  /** The unit that keeps the post, and the one that the person works for meanwhile. */
  readonly homeOrganizationId: string;
  readonly hostOrganizationId: string;
  /** 原职级、岗位. */
  readonly post: string;
  readonly startsOn: LocalDate;
  readonly keptUntil: LocalDate;
  readonly state: SecondmentState;
  readonly returnedOn: LocalDate | null;
  readonly version: number;
}

/** The last day on which post, rank and pay are kept. */
export const keptUntil = (startsOn: LocalDate): LocalDate => addMonths(startsOn, secondmentPolicy.keptForYears * 12);

/** `kept` and `endsSoon` hold; `over`: the three years have passed; `returned` to the home unit. */
export type SecondmentStanding = 'kept' | 'endsSoon' | 'over' | 'returned';

export function secondmentStanding(
  secondment: Pick<Secondment, 'state' | 'keptUntil'>,
  today: LocalDate,
): SecondmentStanding {
  if (secondment.state === 'returned') return 'returned';
  if (today > secondment.keptUntil) return 'over';
  return today >= addDays(secondment.keptUntil, -secondmentPolicy.alertDays) ? 'endsSoon' : 'kept';
}

/** Days left, the last one included; 0 when it is over. */
export const daysKept = (secondment: Pick<Secondment, 'keptUntil'>, today: LocalDate): number =>
  Math.max(0, epochDay(secondment.keptUntil) - epochDay(today) + 1);
