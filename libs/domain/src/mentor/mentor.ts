import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/** A mentor (导师) is one by his own consent; withdrawn, his words go. */
export const mentorTransitions = {
  active: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;
export type MentorState = StateOf<typeof mentorTransitions>;

export const mentorMeetingTransitions = {
  booked: { hold: 'held', miss: 'missed', cancel: 'cancelled' },
  held: {},
  missed: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type MentorMeetingState = StateOf<typeof mentorMeetingTransitions>;
export type MentorMeetingEvent = EventOf<typeof mentorMeetingTransitions>;

export interface Mentor {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly state: MentorState;
  readonly displayName: string;
  readonly introduction: string;
  readonly expertise: readonly string[];
  readonly consentedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
/** A time at which a mentor can be met. */
export interface OfficeHour {
  readonly id: string;
  readonly mentorId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly cancelledAt: Date | null;
  readonly createdAt: Date;
}
export interface MentorMeeting {
  readonly id: string;
  readonly officeHourId: string;
  readonly mentorId: string;
  readonly mentorPersonId: string;
  readonly organizationId: string;
  readonly carrierOrganizationId: string;
  readonly tenancyId: string;
  readonly bookedBy: string;
  readonly state: MentorMeetingState;
  readonly topic: string;
  /** The relation between mentor and tenant that both knew of when it was booked; null: none is known. */
  readonly relation: string | null;
  readonly log: string | null;
  readonly advice: string | null;
  readonly score: number | null;
  readonly feedback: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const longestHours = 4;

/** An office hour is in the future and no longer than half a day. */
export function checkOfficeHour(startsAt: Date, endsAt: Date, now: Date): Result<true, Refusal<'mentor.hours'>> {
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  return startsAt > now && hours > 0 && hours <= longestHours
    ? ok(true)
    : refuse('mentor.hours', { hours: String(longestHours) });
}
