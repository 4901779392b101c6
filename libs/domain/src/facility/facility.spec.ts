import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import { calendarFile } from './calendar-file.js';
import { bookingTransitions, checkSpan, freeUnit, isLateCancellation, type Facility } from './facility.js';
import { isOpen, minutesOf, openingsWithin, type OpeningSpan } from './opening.js';

const weekdays: readonly OpeningSpan[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 510, until: 1080 }));
const always: readonly OpeningSpan[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1440 }));
const span = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(`${startsAt}:00+08:00`),
  endsAt: new Date(`${endsAt}:00+08:00`),
});
const facility = {
  opening: weekdays,
  slotMinutes: 30,
  longestMinutes: 240,
  aheadDays: 30,
  cancellationHours: 24,
} as unknown as Facility;
const now = new Date('2026-11-23T02:00:00Z'); // Monday 10:00 in Beijing

describe('opening hours', () => {
  it.each([
    ['a weekday morning', '2026-11-24T08:30', '2026-11-24T12:00', true],
    ['until closing', '2026-11-24T17:00', '2026-11-24T18:00', true],
    ['past closing', '2026-11-24T17:00', '2026-11-24T18:30', false],
    ['Sunday', '2026-11-29T09:00', '2026-11-29T10:00', false],
    ['over night', '2026-11-24T17:00', '2026-11-25T09:00', false],
  ])('%s', (_name, from, until, expected) => {
    expect(isOpen(weekdays, span(from, until))).toBe(expected);
  });

  it('joins days that follow one another around the clock', () => {
    expect(isOpen(always, span('2026-11-24T17:00', '2026-11-26T09:00'))).toBe(true);
    const week = openingsWithin(weekdays, span('2026-11-23T00:00', '2026-11-30T00:00'));
    expect(week.reduce((sum, one) => sum + minutesOf(one), 0)).toBe(5 * 570);
  });

  it.each([
    ['fits', '2026-11-24T09:00', '2026-11-24T10:00', 'ok'],
    ['in the past', '2026-11-23T09:30', '2026-11-23T10:30', 'booking.past'],
    ['too far ahead', '2026-12-24T09:00', '2026-12-24T10:00', 'booking.tooFarAhead'],
    ['too long', '2026-11-24T09:00', '2026-11-24T13:30', 'booking.length'],
    ['ends before it begins', '2026-11-24T10:00', '2026-11-24T09:00', 'booking.length'],
    ['beside the slots', '2026-11-24T09:15', '2026-11-24T09:45', 'booking.slot'],
    ['closed', '2026-11-28T09:00', '2026-11-28T10:00', 'booking.notOpen'],
  ])('a booking %s', (_name, from, until, expected) => {
    const checked = checkSpan(facility, span(from, until), now);
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected);
  });

  it('calls a cancellation late from so many hours before', () => {
    const booked = span('2026-11-24T10:00', '2026-11-24T11:00');
    expect(isLateCancellation(facility, booked, now)).toBe(false);
    expect(isLateCancellation(facility, booked, new Date(now.getTime() + 1))).toBe(true);
  });

  it('gives the lowest free unit and never one that is held or beyond the capacity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer({ min: 1, max: 20 })), (capacity, units) => {
        const held = new Set(units);
        const unit = freeUnit(capacity, held);
        const free = Array.from({ length: capacity }, (_unused, i) => i + 1).filter((one) => !held.has(one));
        expect(unit).toBe(free[0] ?? null);
      }),
    );
  });

  it('has no state that nothing leads to', () => {
    expect(unreachableStates(bookingTransitions, 'waiting')).toEqual([]);
  });
});

describe('a calendar file', () => {
  it('escapes, folds lines at 75 octets without cutting a character, and tells tentative from confirmed', () => {
    const text = calendarFile([
      {
        id: 'b1',
        title: `${'测'.repeat(60)};\n第二行, 完`,
        place: '西峰区',
        tentative: true,
        updatedAt: now,
        ...span('2026-11-24T09:00', '2026-11-24T10:00'),
      },
    ]);
    expect(text).toContain('DTSTART:20261124T010000Z\r\n');
    expect(text).toContain('STATUS:TENTATIVE');
    expect(text.replaceAll('\r\n ', '')).toContain('\\;\\n第二行\\, 完');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
  });
});
