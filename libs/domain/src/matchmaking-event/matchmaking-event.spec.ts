import fc from 'fast-check';
import { calendarFile } from './calendar-file.js';
import {
  acceptMeeting,
  endMeeting,
  followUpDays,
  seatMeetings,
  type EventMeeting,
  type Seat,
} from './event-meeting.js';
import { checkTimes, ticksOf } from './matchmaking-event.js';

const meeting = (id: string, demand: string, achievement: string, score = 50): EventMeeting => ({
  id,
  eventId: 'e',
  demandId: `d${id}`,
  achievementId: `a${id}`,
  matchId: null,
  demandOrganizationId: demand,
  achievementOrganizationId: achievement,
  state: 'invited',
  score,
  answers: {},
  seat: null,
  checkIns: {},
  outcome: null,
  outcomeNote: null,
  stateReason: null,
});

/** Nobody in two places: no organization twice in a slot, no room twice in a slot, every seat within the event. */
function expectNoConflict(meetings: readonly EventMeeting[], slots: number, rooms: number): void {
  const seated = meetings.filter((one): one is EventMeeting & { seat: Seat } => one.seat !== null);
  const places = seated.flatMap(({ seat, demandOrganizationId, achievementOrganizationId }) => [
    ...new Set([`${seat.slot} ${demandOrganizationId}`, `${seat.slot} ${achievementOrganizationId}`]),
  ]);
  expect(new Set(places).size).toBe(places.length);
  expect(new Set(seated.map(({ seat }) => `${seat.slot} ${seat.room}`)).size).toBe(seated.length);
  expect(seated.every(({ seat }) => seat.slot >= 1 && seat.slot <= slots && seat.room >= 1 && seat.room <= rooms)).toBe(
    true,
  );
}

const organization = fc.integer({ min: 0, max: 5 }).map((n) => `o${n}`);
const day = fc.record({
  pairs: fc.array(fc.tuple(organization, organization, fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
    maxLength: 14,
  }),
  slots: fc.integer({ min: 1, max: 5 }),
  rooms: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(
    fc.record({
      at: fc.nat(13),
      what: fc.constantFrom('demand' as const, 'achievement' as const, 'decline' as const, 'cancel' as const),
    }),
    { maxLength: 50 },
  ),
  busy: fc.array(fc.tuple(organization, fc.integer({ min: 1, max: 5 })), { maxLength: 4 }),
});

describe('seats of a matchmaking event', () => {
  it('put nobody in two places, whatever is accepted, declined or cancelled, and leave given seats alone', () => {
    fc.assert(
      fc.property(day, ({ pairs, slots, rooms, steps, busy }) => {
        const isBusy = (id: string, slot: number) => busy.some(([who, when]) => who === id && when === slot);
        let meetings = pairs.map(([a, b, score], at) => meeting(`m${at}`, a, b, score));
        for (const { at, what } of steps) {
          const before = meetings;
          const chosen = meetings[at % meetings.length];
          if (!chosen) continue;
          const answered =
            what === 'decline' || what === 'cancel'
              ? endMeeting(chosen, what, '理由')
              : acceptMeeting(chosen, what, '某人');
          if (!answered.ok) continue;
          meetings = meetings.map((one) => (one.id === chosen.id ? answered.value : one));
          const seats = seatMeetings({ slots, rooms }, meetings, isBusy);
          meetings = meetings.map((one) => {
            const seat = seats.get(one.id);
            return seat ? { ...one, seat, state: 'seated' as const } : one;
          });
          expectNoConflict(meetings, slots, rooms);
          for (const one of meetings) {
            const was = before.find(({ id }) => id === one.id);
            if (was?.seat && one.state === 'seated') expect(one.seat).toEqual(was.seat);
            if (one.seat) {
              const parties = [one.demandOrganizationId, one.achievementOrganizationId];
              expect(parties.some((id) => isBusy(id, one.seat?.slot ?? 0))).toBe(false);
            }
            // Whoever waits could not have been seated: every slot is taken for one of the two, or full.
            if (one.state === 'waiting') {
              const alone = seatMeetings({ slots, rooms }, meetings, isBusy).get(one.id);
              expect(alone).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('seats the better pair first, and the next when a seat comes free', () => {
    const [good, poor] = [meeting('a', 'x', 'y', 90), meeting('b', 'x', 'z', 10)].map((one) => ({
      ...one,
      state: 'waiting' as const,
    }));
    if (!good || !poor) throw new Error('two');
    const first = seatMeetings({ slots: 1, rooms: 3 }, [poor, good]);
    expect([...first]).toEqual([['a', { slot: 1, room: 1 }]]);
    const cancelled = endMeeting({ ...good, seat: { slot: 1, room: 1 }, state: 'seated' }, 'cancel', '有事');
    if (!cancelled.ok) throw new Error('a seated one may be cancelled');
    expect([...seatMeetings({ slots: 1, rooms: 3 }, [poor, cancelled.value]).keys()]).toEqual(['b']);
  });

  it('needs both answers, each once', () => {
    const one = acceptMeeting(meeting('a', 'x', 'y'), 'demand', '甲');
    if (!one.ok) throw new Error('first');
    expect(one.value.state).toBe('invited');
    expect(acceptMeeting(one.value, 'demand', '乙')).toMatchObject({
      refusal: { code: 'eventMeeting.answeredAlready' },
    });
    expect(acceptMeeting(one.value, 'achievement', '丙')).toMatchObject({ value: { state: 'waiting' } });
  });

  it.each([
    ['on the grid and ahead', '2026-12-01T01:00:00Z', 30, 10, true],
    ['off the grid', '2026-12-01T01:02:00Z', 30, 10, false],
    ['slots off the grid', '2026-12-01T01:00:00Z', 12, 10, false],
    ['past', '2026-11-01T01:00:00Z', 30, 10, false],
    ['to midnight in Beijing', '2026-12-01T14:00:00Z', 60, 2, true],
    ['over midnight in Beijing', '2026-12-01T14:00:00Z', 60, 3, false],
  ])('times %s', (_name, startsAt, slotMinutes, slots, yes) =>
    expect(checkTimes({ startsAt: new Date(startsAt), slotMinutes, slots }, new Date('2026-11-23T02:00:00Z')).ok).toBe(
      yes,
    ),
  );

  it('takes the ticks of a slot and no others', () => {
    const event = { startsAt: new Date('2026-12-01T01:00:00Z'), slotMinutes: 15 };
    expect(ticksOf(event, 2).map((tick) => tick.toISOString().slice(11, 16))).toEqual(['01:15', '01:20', '01:25']);
    expect(ticksOf(event, 1).at(-1)?.getTime()).toBeLessThan(ticksOf(event, 2)[0]?.getTime() ?? 0);
  });

  it('asks after 30, 90 and 180 days what came to something', () => {
    expect(followUpDays('cooperate', '2026-12-01').map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-31',
      '2027-03-01',
      '2027-05-30',
    ]);
    expect(followUpDays('noFit', '2026-12-01')).toEqual([]);
    expect(followUpDays('noShow', '2026-12-01')).toEqual([]);
  });
});

describe('calendar file', () => {
  const entry = {
    uid: 'a@market',
    from: new Date('2026-12-01T01:00:00Z'),
    until: new Date('2026-12-01T01:30:00Z'),
    title: '洽谈；甲, 乙\n第二行\\',
    description: '说明',
    place: '一号室',
    cancelled: false,
    sequence: 3,
  };
  it('says what RFC 5545 asks for', () => {
    const file = calendarFile([entry, { ...entry, uid: 'b', cancelled: true }], new Date('2026-11-23T02:00:00.123Z'));
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file).toContain('DTSTART:20261201T010000Z\r\nDTEND:20261201T013000Z\r\n');
    expect(file).toContain('DTSTAMP:20261123T020000Z\r\n');
    expect(file).toContain('SUMMARY:洽谈；甲\\, 乙\\n第二行\\\\\r\n');
    expect(file).toContain('STATUS:CANCELLED\r\n');
  });

  it('has no line above 75 octets and no bare line end, and unfolds to what was folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const file = calendarFile([{ ...entry, title }], new Date('2026-11-23T02:00:00Z'));
        const lines = file.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        const unfolded = file.replaceAll('\r\n ', '');
        const told = /SUMMARY:([^\r\n]*)/.exec(unfolded)?.[1] ?? '';
        expect(told.replaceAll(/\\([\\;,n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))).toBe(
          title.replaceAll(/\r\n|\r/g, '\n'),
        );
      }),
    );
  });
});
