import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { calendarFile } from '#domain/matchmaking-event/calendar-file.js';
import {
  acceptMeeting,
  endMeeting,
  eventMeetingTransitions,
  followUpDays,
  seatMeetings,
  sidesOf,
  type EventMeeting,
  type MeetingOutcome,
  type Seat,
} from '#domain/matchmaking-event/event-meeting.js';
import { heldOn, slotStart, ticksOf, type MatchmakingEvent } from '#domain/matchmaking-event/matchmaking-event.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { MatchmakingEventRepository, type ScheduledMeeting } from './matchmaking-event.repository.js';

export type MeetingRefusal = Refusal<
  | 'eventMeeting.notFound'
  | 'eventMeeting.answeredAlready'
  | 'eventMeeting.notToday'
  | 'eventMeeting.checkedInAlready'
  | 'matchmakingEvent.notFound'
  | 'state.notAllowed'
>;

type Outcome = Result<EventMeeting, MeetingRefusal>;
type Part = 'party' | 'organizer' | 'either';

/** A pair to be invited. */
export interface InvitedPair {
  readonly demandId: string;
  readonly achievementId: string;
  readonly matchId: string | null;
  readonly score: number;
}

/** One-to-one meetings: answered by both sides, seated at once, checked in, concluded. The event's lock keeps seats apart. */
@Injectable()
export class EventMeetingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: MatchmakingEventRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Null when the pair is invited already, or is no longer there. The event is locked by the caller. */
  async invite(tx: Tx, event: MatchmakingEvent, pair: InvitedPair): Promise<EventMeeting | null> {
    return this.unitOfWork.asSystem(tx, 'eventMeeting', async (system) => {
      const owners = await this.events.ownersOf(system, pair);
      if (!owners) return null;
      const meeting: EventMeeting = {
        ...pair,
        ...owners,
        id: uuid(),
        eventId: event.id,
        state: 'invited',
        answers: {},
        seat: null,
        checkIns: {},
        outcome: null,
        outcomeNote: null,
        stateReason: null,
      };
      if (!(await this.events.insertMeeting(system, event, meeting, this.clock.now()))) return null;
      await this.record(system, 'create', null, meeting);
      return meeting;
    });
  }

  /** A side says who comes, or why not. With the second yes the meeting is seated, if anything is free for both. */
  async answer(
    actor: PersonActor,
    id: string,
    given: { readonly attendee: string } | { readonly reason: string },
  ): Promise<Outcome> {
    return this.change(actor, id, 'party', async (_tx, meeting) => {
      if ('reason' in given) return endMeeting(meeting, 'decline', given.reason);
      let answered: Outcome = ok(meeting);
      for (const side of sidesOf(meeting, actor.organizationId)) {
        if (answered.ok) answered = acceptMeeting(answered.value, side, given.attendee);
      }
      return answered;
    });
  }

  async cancel(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'either', async (_tx, meeting) => endMeeting(meeting, 'cancel', reason));
  }

  /** On the day, at the door. */
  async checkIn(actor: PersonActor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'party', async (_tx, meeting, event) => {
      if (meeting.state !== 'seated') return notNow(meeting.state, 'checkIn');
      const now = this.clock.now();
      if (beijingDate(now) !== heldOn(event)) return refuse('eventMeeting.notToday', { on: heldOn(event) });
      const sides = sidesOf(meeting, actor.organizationId);
      if (sides.every((side) => meeting.checkIns[side])) return refuse('eventMeeting.checkedInAlready');
      const checkIns = { ...meeting.checkIns };
      for (const side of sides) checkIns[side] ??= now.toISOString();
      return ok({ ...meeting, checkIns });
    });
  }

  /** What came of it; then it is asked about again after 30, 90 and 180 days. */
  async conclude(actor: PersonActor, id: string, outcome: MeetingOutcome, note: string): Promise<Outcome> {
    return this.change(actor, id, 'either', async (tx, meeting, event) => {
      if (this.clock.now() < slotStart(event, meeting.seat?.slot ?? 1)) {
        return refuse('eventMeeting.notToday', { on: heldOn(event) });
      }
      const next = transition(eventMeetingTransitions, meeting.state, outcome === 'noShow' ? 'miss' : 'hold');
      if (!next.ok) return next;
      for (const { days, dueOn } of followUpDays(outcome, heldOn(event))) {
        const { demandOrganizationId, achievementOrganizationId } = meeting;
        const parties = { demandOrganizationId, achievementOrganizationId };
        const followUp = { ...parties, id: uuid(), meetingId: id, eventId: event.id, days, dueOn, answer: null };
        await this.events.insertFollowUp(
          tx,
          { ...followUp, state: 'scheduled' },
          event.organizationId,
          this.clock.now(),
        );
      }
      return ok({ ...meeting, state: next.value, outcome, outcomeNote: note });
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const meeting = await this.unitOfWork.run(actor, (tx) => this.events.findMeeting(tx, id));
    return meeting ? ok(meeting) : refuse('eventMeeting.notFound');
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<EventMeeting[]> {
    return this.unitOfWork.run(actor, (tx) => this.events.meetingsOf(tx, actor.organizationId, after, limit));
  }

  /** All of an event for its organizer and the bureau; a party finds its own. */
  async ofEvent(
    actor: PersonActor,
    eventId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<EventMeeting[], MeetingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EventMeeting[], MeetingRefusal>> => {
      if (!(await this.events.find(tx, eventId))) return refuse('matchmakingEvent.notFound');
      return ok(await this.events.meetingPage(tx, eventId, after, limit));
    });
  }

  /** The organization's slots as an iCalendar file, from a day ago on. */
  async calendar(actor: PersonActor, eventId: string | null): Promise<string> {
    const now = this.clock.now();
    const from = new Date(now.getTime() - dayMs);
    const meetings = await this.unitOfWork.run(actor, (tx) =>
      this.events.scheduled(tx, actor.organizationId, eventId, from),
    );
    return calendarFile(
      meetings.map((meeting) => entryOf(meeting)),
      now,
    );
  }

  /** Writes a meeting and takes or frees what it holds; as the system, with the event locked. */
  async save(
    system: Tx,
    event: string,
    before: EventMeeting,
    after: EventMeeting,
    by: Actor = system.actor,
  ): Promise<void> {
    if (before.seat && !after.seat) await this.events.freeTicks(system, before.id);
    await this.events.saveMeeting(system, after, this.clock.now());
    await this.unitOfWork.run(by, (tx) => this.record(tx, event, before, after)); // the journal names who did it
  }

  private async seatWaiting(system: Tx, event: MatchmakingEvent): Promise<void> {
    if (event.state !== 'open') return;
    const refused = new Set<string>();
    // Another event may take a party's time between the look and the writing: then the next free slot is tried.
    for (let round = 0; round <= event.slots; round += 1) {
      const meetings = await this.events.meetings(system, event.id);
      const busy = await this.busy(system, event, meetings);
      const seats = seatMeetings(
        event,
        meetings,
        (id, slot) => busy.has(`${id} ${slot}`) || refused.has(`${id} ${slot}`),
      );
      let missed = false;
      for (const meeting of meetings) {
        const seat = seats.get(meeting.id);
        if (seat && !(await this.sit(system, event, meeting, seat))) {
          refused.add(`${meeting.demandOrganizationId} ${seat.slot}`);
          missed = true;
        }
      }
      if (!missed) return;
    }
  }

  private async sit(system: Tx, event: MatchmakingEvent, meeting: EventMeeting, seat: Seat): Promise<boolean> {
    const parties = [meeting.demandOrganizationId, meeting.achievementOrganizationId];
    if (!(await this.events.takeTicks(system, meeting.id, parties, ticksOf(event, seat.slot)))) return false;
    await this.save(system, 'seat', meeting, { ...meeting, state: 'seated', seat });
    return true;
  }

  /** `organization slot` of what other events have taken. */
  private async busy(system: Tx, event: MatchmakingEvent, meetings: readonly EventMeeting[]): Promise<Set<string>> {
    const parties = meetings.flatMap((each) => [each.demandOrganizationId, each.achievementOrganizationId]);
    const [from, until] = [event.startsAt, slotStart(event, event.slots + 1)];
    const taken = await this.events.busyTicks(system, event.id, [...new Set(parties)], from, until);
    const slotOf = (tick: Date): number =>
      Math.floor((tick.getTime() - from.getTime()) / (event.slotMinutes * minuteMs)) + 1;
    return new Set(taken.map(({ organizationId, tick }) => `${organizationId} ${slotOf(tick)}`));
  }

  private change(
    actor: PersonActor,
    id: string,
    part: Part,
    decide: (system: Tx, meeting: EventMeeting, event: MatchmakingEvent) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'eventMeeting', async (system): Promise<Outcome> => {
        const seen = await this.events.findMeeting(system, id);
        const event = seen && (await this.events.forUpdate(system, seen.eventId));
        const meeting = event && (await this.events.findMeeting(system, id)); // as it is now that the event is held
        if (!meeting || !takesPart(actor, part, meeting, event)) return refuse('eventMeeting.notFound');
        const decided = await decide(system, meeting, event);
        if (!decided.ok) return decided;
        await this.save(system, eventOf(meeting, decided.value), meeting, decided.value, actor);
        await this.seatWaiting(system, event);
        return ok((await this.events.findMeeting(system, id)) ?? decided.value);
      }),
    );
  }

  private async record(tx: Tx, event: string, before: EventMeeting | null, after: EventMeeting): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'eventMeeting',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      before,
      after,
    });
  }
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

const notNow = (state: string, event: string) => refuse('state.notAllowed', { state, event, allowed: '无' });

function takesPart(actor: PersonActor, part: Part, meeting: EventMeeting, event: MatchmakingEvent): boolean {
  const isParty = sidesOf(meeting, actor.organizationId).length > 0;
  return part === 'party' ? isParty : isParty || event.organizationId === actor.organizationId;
}

/** The transition that was taken; an answer of one side, or a check-in, takes none. */
const eventOf = (before: EventMeeting, after: EventMeeting): string =>
  Object.entries(eventMeetingTransitions[before.state]).find(([, to]) => to === after.state)?.[0] ?? 'answer';

function entryOf(meeting: ScheduledMeeting) {
  const seat = meeting.seat ?? { slot: 1, room: 1 };
  return {
    uid: `${meeting.id}@qingyang-technology-market`,
    from: slotStart(meeting, seat.slot),
    until: slotStart(meeting, seat.slot + 1),
    title: `${meeting.eventTitle}：${meeting.demandTitle} × ${meeting.achievementTitle}`,
    description: `第 ${seat.slot} 场，${seat.room} 号洽谈间`,
    place: meeting.venue,
    cancelled: false,
    sequence: meeting.eventVersion,
  };
}
