import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import { isOpen, minuteOfDay, minutesOf, type OpeningSpan, type Span } from './opening.js';

/** 工位, 会议室, 实验室, 仪器, 中试线, 场馆, 其他. */
export const facilityKinds = [
  'workstation',
  'meetingRoom',
  'laboratory',
  'instrument',
  'pilotLine',
  'venue',
  'other',
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

export const facilityTransitions = {
  draft: { open: 'open' },
  open: { close: 'closed' },
  closed: { open: 'open' },
} as const satisfies TransitionTable;
export type FacilityState = StateOf<typeof facilityTransitions>;
export type FacilityEvent = EventOf<typeof facilityTransitions>;

export interface Facility {
  readonly id: string;
  readonly organizationId: string;
  readonly state: FacilityState;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly description: string;
  readonly place: string;
  readonly countyCode: string;
  /** How many alike there are; each booking holds one of them from beginning to end. */
  readonly capacity: number;
  readonly mode: 'instant' | 'approval';
  /** Information only: nothing is charged here. */
  readonly price: Fen | null;
  readonly priceUnit: string | null;
  readonly opening: readonly OpeningSpan[];
  readonly slotMinutes: number;
  readonly longestMinutes: number;
  readonly aheadDays: number;
  /** A booking cancelled later than so many hours before it begins counts as late. */
  readonly cancellationHours: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * Requested ones hold their place like confirmed ones, until the provider has answered. A waiting one holds nothing; when a place
 * comes free the first that fits is taken in.
 */
export const bookingTransitions = {
  requested: { approve: 'confirmed', refuse: 'refused', cancel: 'cancelled' },
  confirmed: { cancel: 'cancelled', revoke: 'revoked', complete: 'completed', miss: 'missed' },
  waiting: { request: 'requested', confirm: 'confirmed', cancel: 'cancelled', lapse: 'lapsed' },
  refused: {},
  cancelled: {},
  revoked: {},
  lapsed: {},
  completed: {},
  missed: {},
} as const satisfies TransitionTable;
export type BookingState = StateOf<typeof bookingTransitions>;
export type BookingEvent = EventOf<typeof bookingTransitions>;

export interface Booking extends Span {
  readonly id: string;
  readonly facilityId: string;
  readonly providerOrganizationId: string;
  readonly organizationId: string;
  readonly bookedBy: string;
  readonly state: BookingState;
  /** Which of the alike ones it holds; null when it holds none. */
  readonly unit: number | null;
  readonly purpose: string;
  readonly lateCancellation: boolean;
  readonly reason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type SpanRefusal = Refusal<
  'booking.past' | 'booking.tooFarAhead' | 'booking.length' | 'booking.slot' | 'booking.notOpen'
>;

/** Whether a facility can be booked for a span at all, whoever else is there. */
export function checkSpan(facility: Facility, span: Span, now: Date): Result<true, SpanRefusal> {
  const { slotMinutes, longestMinutes, aheadDays, opening } = facility;
  const minutes = minutesOf(span);
  if (minutes <= 0 || minutes > longestMinutes) {
    return refuse('booking.length', { longest: String(longestMinutes) }, '/endsAt');
  }
  if (span.startsAt <= now) return refuse('booking.past', {}, '/startsAt');
  if (span.startsAt.getTime() > now.getTime() + aheadDays * 86_400_000) {
    return refuse('booking.tooFarAhead', { days: String(aheadDays) }, '/startsAt');
  }
  if (minuteOfDay(span.startsAt) % slotMinutes !== 0 || minutes % slotMinutes !== 0) {
    return refuse('booking.slot', { minutes: String(slotMinutes) }, '/startsAt');
  }
  return isOpen(opening, span) ? ok(true) : refuse('booking.notOpen', {}, '/startsAt');
}

/** The lowest unit that nobody holds; null when all are held. */
export function freeUnit(capacity: number, held: ReadonlySet<number>): number | null {
  for (let unit = 1; unit <= capacity; unit += 1) if (!held.has(unit)) return unit;
  return null;
}

export const isLateCancellation = (facility: Facility, { startsAt }: Span, now: Date): boolean =>
  now.getTime() > startsAt.getTime() - facility.cancellationHours * 3_600_000;
