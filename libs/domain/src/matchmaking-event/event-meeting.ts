import { addDays, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** One pair invited to an event: both say yes, then they get a slot and a room in which neither sits elsewhere. */
export interface EventMeeting {
  readonly id: string;
  readonly eventId: string;
  readonly demandId: string;
  readonly achievementId: string;
  readonly matchId: string | null;
  readonly demandOrganizationId: string;
  readonly achievementOrganizationId: string;
  readonly state: EventMeetingState;
  readonly score: number;
  readonly answers: MeetingAnswers;
  readonly seat: Seat | null;
  readonly checkIns: Readonly<Partial<Record<MeetingSide, string>>>;
  readonly outcome: MeetingOutcome | null;
  readonly outcomeNote: string | null;
  readonly stateReason: string | null;
}

export const meetingSides = ['demand', 'achievement'] as const;
export type MeetingSide = (typeof meetingSides)[number];
/** Who comes for each side, once it said yes. */
export type MeetingAnswers = Readonly<Partial<Record<MeetingSide, { readonly attendee: string }>>>;

export interface Seat {
  /** 1, 2, 3 … */
  readonly slot: number;
  readonly room: number;
}

export const eventMeetingTransitions = {
  invited: { confirm: 'waiting', decline: 'declined', cancel: 'cancelled' },
  waiting: { seat: 'seated', cancel: 'cancelled' },
  seated: { hold: 'held', miss: 'missed', cancel: 'cancelled' },
  held: {},
  missed: {},
  declined: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type EventMeetingState = StateOf<typeof eventMeetingTransitions>;

export const meetingOutcomes = ['cooperate', 'followUp', 'noFit', 'noShow'] as const;
/** 达成合作意向, 继续洽谈, 不合适, 未到场. */
export type MeetingOutcome = (typeof meetingOutcomes)[number];

/** The sides that an organization is; both, of a pair of its own. */
export const sidesOf = (
  meeting: Pick<EventMeeting, 'demandOrganizationId' | 'achievementOrganizationId'>,
  organizationId: string,
): MeetingSide[] =>
  meetingSides.filter(
    (side) => (side === 'demand' ? meeting.demandOrganizationId : meeting.achievementOrganizationId) === organizationId,
  );

type Answered = Result<EventMeeting, Refusal<'state.notAllowed' | 'eventMeeting.answeredAlready'>>;

/** One side says yes; with the second yes the meeting waits for its seat. */
export function acceptMeeting(meeting: EventMeeting, side: MeetingSide, attendee: string): Answered {
  const next = transition(eventMeetingTransitions, meeting.state, 'confirm');
  if (!next.ok) return next;
  if (meeting.answers[side]) return refuse('eventMeeting.answeredAlready');
  const answers = { ...meeting.answers, [side]: { attendee } };
  const all = meetingSides.every((each) => answers[each]);
  return ok({ ...meeting, answers, state: all ? next.value : meeting.state });
}

/** A seat is given back with the meeting. */
export function endMeeting(meeting: EventMeeting, event: 'decline' | 'cancel', reason: string): Answered {
  const next = transition(eventMeetingTransitions, meeting.state, event);
  return next.ok ? ok({ ...meeting, state: next.value, seat: null, stateReason: reason }) : next;
}

export interface Places {
  readonly slots: number;
  readonly rooms: number;
}
type Seatable = Pick<
  EventMeeting,
  'id' | 'demandOrganizationId' | 'achievementOrganizationId' | 'score' | 'seat' | 'state'
>;

/**
 * Seats for those who wait, the best pairs first, each in the earliest slot in which neither party sits elsewhere and a
 * room is free. Seats that were given stay: people rely on them. `busyElsewhere` says what other events have taken.
 */
export function seatMeetings(
  { slots, rooms }: Places,
  meetings: readonly Seatable[],
  busyElsewhere: (organizationId: string, slot: number) => boolean = () => false,
): ReadonlyMap<string, Seat> {
  const taken = new Set<string>();
  const seats = new Map<string, Seat>();
  const occupy = (meeting: Seatable, { slot, room }: Seat): void => {
    taken.add(`${slot} ${meeting.demandOrganizationId}`).add(`${slot} ${meeting.achievementOrganizationId}`);
    taken.add(`${slot} room ${room}`);
  };
  for (const meeting of meetings) if (meeting.seat && meeting.state !== 'cancelled') occupy(meeting, meeting.seat);
  const waiting = meetings
    .filter(({ state, seat }) => state === 'waiting' && seat === null)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  for (const meeting of waiting) {
    const parties = [meeting.demandOrganizationId, meeting.achievementOrganizationId];
    const seat = firstFree(
      slots,
      rooms,
      (slot, room) =>
        taken.has(`${slot} room ${room}`) ||
        parties.some((id) => taken.has(`${slot} ${id}`) || busyElsewhere(id, slot)),
    );
    if (!seat) continue;
    occupy(meeting, seat);
    seats.set(meeting.id, seat);
  }
  return seats;
}

function firstFree(slots: number, rooms: number, isTaken: (slot: number, room: number) => boolean): Seat | null {
  for (let slot = 1; slot <= slots; slot += 1) {
    for (let room = 1; room <= rooms; room += 1) if (!isTaken(slot, room)) return { slot, room };
  }
  return null;
}

/** A question after the event (跟踪回访): has something come of the meeting? */
export interface EventFollowUp {
  readonly id: string;
  readonly meetingId: string;
  readonly eventId: string;
  readonly demandOrganizationId: string;
  readonly achievementOrganizationId: string;
  readonly state: EventFollowUpState;
  readonly days: number;
  readonly dueOn: LocalDate;
  readonly answer: FollowUpAnswer | null;
}

export const eventFollowUpTransitions = {
  scheduled: { ask: 'asked' },
  asked: { answer: 'answered' },
  answered: {},
} as const satisfies TransitionTable;
export type EventFollowUpState = StateOf<typeof eventFollowUpTransitions>;

export const followUpStatuses = ['talking', 'dealOpened', 'contracted', 'ended'] as const;
/** 继续洽谈, 已进入洽谈程序, 已签合同, 已终止. */
export type FollowUpStatus = (typeof followUpStatuses)[number];

export interface FollowUpAnswer {
  readonly status: FollowUpStatus;
  readonly note: string;
  readonly dealId: string | null;
  readonly contractId: string | null;
  readonly byOrganizationId: string;
}

/** When to ask; the plan only says 跟踪服务 (三-4), the days are the market's own. */
export const followUpPolicy = {
  days: [30, 90, 180],
  source: '方案三-4「跟踪服务」；天数为平台自设',
} as const;

/** Days on which a meeting that came to something is asked about. */
export const followUpDays = (outcome: MeetingOutcome, held: LocalDate): { days: number; dueOn: LocalDate }[] =>
  outcome === 'noFit' || outcome === 'noShow'
    ? []
    : followUpPolicy.days.map((days) => ({ days, dueOn: addDays(held, days) }));
