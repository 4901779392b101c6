import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/** A matchmaking event (对接会): one day of one-to-one meetings in slots and rooms. */
export interface MatchmakingEvent {
  readonly id: string;
  readonly organizationId: string;
  readonly state: MatchmakingEventState;
  readonly title: string;
  readonly introduction: string;
  readonly venue: string;
  readonly countyCode: string;
  /** Begin of the first slot; slots follow one another. */
  readonly startsAt: Date;
  readonly slotMinutes: number;
  readonly slots: number;
  readonly rooms: number;
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const matchmakingEventTransitions = {
  draft: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type MatchmakingEventState = StateOf<typeof matchmakingEventTransitions>;
export type MatchmakingEventEvent = EventOf<typeof matchmakingEventTransitions>;

export const heldOn = ({ startsAt }: Pick<MatchmakingEvent, 'startsAt'>): LocalDate => beijingDate(startsAt);

/** Times lie on this grid, so that "at the same time" is the same tick whatever two events' slots are. */
export const tickMinutes = 5;
const minuteMs = 60_000;

/** Begin of a slot, 1 … slots. */
export const slotStart = (
  { startsAt, slotMinutes }: Pick<MatchmakingEvent, 'startsAt' | 'slotMinutes'>,
  slot: number,
): Date => new Date(startsAt.getTime() + (slot - 1) * slotMinutes * minuteMs);

/** The ticks that a slot takes. */
export const ticksOf = (event: Pick<MatchmakingEvent, 'startsAt' | 'slotMinutes'>, slot: number): Date[] =>
  Array.from(
    { length: event.slotMinutes / tickMinutes },
    (_, at) => new Date(slotStart(event, slot).getTime() + at * tickMinutes * minuteMs),
  );

export type TimesRefusal = Refusal<'matchmakingEvent.timesWrong'>;

/** On the grid, ahead, and over before the day is. */
export function checkTimes(
  { startsAt, slotMinutes, slots }: Pick<MatchmakingEvent, 'startsAt' | 'slotMinutes' | 'slots'>,
  now: Date,
): Result<null, TimesRefusal> {
  const wrong = (reason: string, pointer: string) => refuse('matchmakingEvent.timesWrong', { reason }, pointer);
  if (slotMinutes % tickMinutes !== 0) return wrong(`每场时长须为 ${tickMinutes} 分钟的整数倍`, '/slotMinutes');
  if (startsAt.getTime() % (tickMinutes * minuteMs) !== 0)
    return wrong(`开始时间须在 ${tickMinutes} 分钟的整点上`, '/startsAt');
  if (startsAt <= now) return wrong('开始时间须在现在之后', '/startsAt');
  const last = new Date(slotStart({ startsAt, slotMinutes }, slots + 1).getTime() - 1);
  return beijingDate(last) === beijingDate(startsAt) ? ok(null) : wrong('全部场次须在同一天内', '/slots');
}
