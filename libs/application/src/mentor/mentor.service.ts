import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  checkOfficeHour,
  mentorMeetingTransitions,
  type Mentor,
  type MentorMeeting,
  type MentorMeetingEvent,
  type OfficeHour,
} from '#domain/mentor/mentor.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { IncubationService } from '../incubation/incubation.service.js';
import { RelationService } from '../relation/relation.service.js';
import { MentorRepository } from './mentor.repository.js';

export type MentorRefusal = Refusal<
  | 'mentor.notFound'
  | 'mentor.already'
  | 'mentor.hours'
  | 'mentor.overlap'
  | 'mentor.hourNotFound'
  | 'mentor.hourTaken'
  | 'mentor.tenantsOnly'
  | 'mentor.related'
  | 'mentorMeeting.notFound'
  | 'mentorMeeting.notBegun'
  | 'mentorMeeting.notHeld'
  | 'state.notAllowed'
>;
type Outcome<T> = Promise<Result<T, MentorRefusal>>;

/** Use cases of mentors: consent, office hours, meetings with tenants. */
@Injectable()
export class MentorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mentors: MentorRepository,
    private readonly tenancies: IncubationService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async consent(
    actor: PersonActor,
    words: Pick<Mentor, 'displayName' | 'introduction' | 'expertise'>,
  ): Outcome<Mentor> {
    const now = this.clock.now();
    const mentor: Mentor = {
      ...words,
      id: uuid(),
      personId: actor.personId,
      organizationId: actor.organizationId,
      state: 'active',
      consentedAt: now,
      withdrawnAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return whenTaken('mentor_once', 'mentor.already', () =>
      this.unitOfWork.run(actor, async (tx): Outcome<Mentor> => {
        await this.mentors.mentors.insert(tx, mentor);
        await this.record(tx, 'mentor', mentor.id, 'consent', null, 'active', [mentor.organizationId], '同意担任导师');
        return ok(mentor);
      }),
    );
  }

  /** The words go; meetings that were held stay on record without them. */
  async withdraw(actor: PersonActor): Outcome<Mentor> {
    return this.unitOfWork.run(actor, async (tx): Outcome<Mentor> => {
      const before = await this.mentors.own(tx, actor.personId);
      if (!before) return refuse('mentor.notFound');
      const now = this.clock.now();
      const gone = { displayName: '', introduction: '', expertise: [], state: 'withdrawn' as const, withdrawnAt: now };
      const after: Mentor = { ...before, ...gone, version: before.version + 1, updatedAt: now };
      await this.mentors.mentors.save(tx, after);
      await this.record(tx, 'mentor', after.id, 'withdraw', 'active', 'withdrawn', [after.organizationId], '撤回同意');
      return ok(after);
    });
  }

  async list(actor: Actor, after: string | null, limit: number): Promise<Mentor[]> {
    return this.unitOfWork.run(actor, (tx) => this.mentors.listActive(tx, after, limit));
  }

  async get(actor: Actor, id: string): Outcome<Mentor> {
    const found = await this.unitOfWork.run(actor, (tx) => this.mentors.mentors.find(tx, id));
    return found?.state === 'active' ? ok(found) : refuse('mentor.notFound');
  }

  async offer(actor: PersonActor, startsAt: Date, endsAt: Date, place: string): Outcome<OfficeHour> {
    const now = this.clock.now();
    const sound = checkOfficeHour(startsAt, endsAt, now);
    if (!sound.ok) return sound;
    try {
      return await this.unitOfWork.run(actor, async (tx): Outcome<OfficeHour> => {
        const mentor = await this.mentors.own(tx, actor.personId);
        if (!mentor) return refuse('mentor.notFound');
        const hour: OfficeHour = {
          id: uuid(),
          mentorId: mentor.id,
          startsAt,
          endsAt,
          place,
          cancelledAt: null,
          createdAt: now,
        };
        await this.mentors.hours.insert(tx, hour);
        await this.record(tx, 'mentor', mentor.id, 'offer', 'active', 'active', [mentor.organizationId], place);
        return ok(hour);
      });
    } catch (error) {
      if (!isOverlap(error)) throw error;
      return refuse('mentor.overlap', {}, '/startsAt');
    }
  }

  async freeHours(actor: PersonActor, mentorId: string, after: string | null, limit: number): Promise<OfficeHour[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'mentor.hours', (system) =>
        this.mentors.freeHours(system, mentorId, this.clock.now(), after, limit),
      ),
    );
  }

  /** For tenants. A known relation between the two must be acknowledged, and stays with the meeting. */
  async book(actor: PersonActor, hourId: string, topic: string, acknowledged: boolean): Outcome<MentorMeeting> {
    const now = this.clock.now();
    return whenTaken('mentor_meeting_once', 'mentor.hourTaken', () =>
      this.unitOfWork.run(actor, async (tx): Outcome<MentorMeeting> => {
        const hour = await this.mentors.hours.find(tx, hourId);
        const mentor = hour && (await this.mentors.mentors.find(tx, hour.mentorId));
        if (!hour || hour.cancelledAt !== null || hour.startsAt <= now || mentor?.state !== 'active') {
          return refuse('mentor.hourNotFound');
        }
        const tenancy = await this.tenancies.currentOf(tx, actor.organizationId);
        if (!tenancy) return refuse('mentor.tenantsOnly');
        const party = { kind: 'organization', id: actor.organizationId } as const;
        // Shown, not judged: a slight one as well.
        const { reason: relation } = await this.relations.verdict(tx, 'decider', mentor.personId, [party]);
        if (relation !== null && !acknowledged) return refuse('mentor.related', { relation }, '/relationAcknowledged');
        const meeting: MentorMeeting = {
          id: uuid(),
          officeHourId: hourId,
          mentorId: mentor.id,
          mentorPersonId: mentor.personId,
          organizationId: actor.organizationId,
          carrierOrganizationId: tenancy.incubatorOrganizationId,
          tenancyId: tenancy.id,
          bookedBy: actor.personId,
          state: 'booked',
          topic,
          relation,
          log: null,
          advice: null,
          score: null,
          feedback: null,
          reason: null,
          version: 1,
          createdAt: now,
          updatedAt: now,
        };
        await this.mentors.meetings.insert(tx, meeting);
        await this.recordMeeting(tx, 'book', null, meeting, topic);
        return ok(meeting);
      }),
    );
  }

  /** The mentor writes what was talked about, or that nobody came. */
  async log(
    actor: PersonActor,
    id: string,
    event: 'hold' | 'miss',
    log: string,
    advice: string | null,
  ): Outcome<MentorMeeting> {
    return this.change(actor, id, event, log, async (tx, meeting) => {
      if (meeting.mentorPersonId !== actor.personId) return refuse('mentorMeeting.notFound');
      const hour = await this.mentors.hours.find(tx, meeting.officeHourId);
      return hour && hour.startsAt > this.clock.now() ? refuse('mentorMeeting.notBegun') : ok({ log, advice });
    });
  }

  async cancel(actor: PersonActor, id: string, reason: string): Outcome<MentorMeeting> {
    return this.change(actor, id, 'cancel', reason, async (_tx, meeting) => {
      const concerns = meeting.mentorPersonId === actor.personId || actsFor(actor, meeting.organizationId);
      return concerns ? ok({ reason }) : refuse('mentorMeeting.notFound');
    });
  }

  /** The tenant's word on a meeting that was held. */
  async giveFeedback(actor: PersonActor, id: string, score: number, feedback: string): Outcome<MentorMeeting> {
    return this.unitOfWork.run(actor, async (tx): Outcome<MentorMeeting> => {
      const seen = await this.mentors.meetings.find(tx, id);
      const before = seen && actsFor(actor, seen.organizationId) ? await this.mentors.meetings.forUpdate(tx, id) : null;
      if (!before) return refuse('mentorMeeting.notFound');
      if (before.state !== 'held') return refuse('mentorMeeting.notHeld');
      const after: MentorMeeting = {
        ...before,
        score,
        feedback,
        version: before.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.mentors.meetings.save(tx, after);
      await this.recordMeeting(tx, 'feedback', before, after, feedback);
      return ok(after);
    });
  }

  async getMeeting(actor: PersonActor, id: string): Outcome<MentorMeeting> {
    const found = await this.unitOfWork.run(actor, (tx) => this.mentors.meetings.find(tx, id));
    return found ? ok(found) : refuse('mentorMeeting.notFound');
  }

  async listMeetings(actor: PersonActor, after: string | null, limit: number): Promise<MentorMeeting[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.mentors.meetingsOf(tx, actor.personId, actor.organizationId, after, limit),
    );
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: MentorMeetingEvent,
    reason: string,
    decide: (tx: Tx, meeting: MentorMeeting) => Outcome<Partial<MentorMeeting>>,
  ): Outcome<MentorMeeting> {
    return this.unitOfWork.run(actor, async (tx): Outcome<MentorMeeting> => {
      const before = await this.mentors.meetings.forUpdate(tx, id);
      if (!before) return refuse('mentorMeeting.notFound');
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      const next = transition(mentorMeetingTransitions, before.state, event);
      if (!next.ok) return next;
      const after = {
        ...before,
        ...decided.value,
        state: next.value,
        version: before.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.mentors.meetings.save(tx, after);
      await this.recordMeeting(tx, event, before, after, reason);
      return ok(after);
    });
  }

  private recordMeeting(tx: Tx, event: string, before: MentorMeeting | null, after: MentorMeeting, reason: string) {
    const parties = [after.organizationId, after.carrierOrganizationId];
    return this.record(tx, 'mentorMeeting', after.id, event, before?.state ?? null, after.state, parties, reason);
  }

  private async record(
    tx: Tx,
    subjectKind: string,
    subjectId: string,
    event: string,
    from: string | null,
    to: string,
    parties: readonly string[],
    reason: string,
  ): Promise<void> {
    await this.journal.record(tx, { subjectKind, subjectId, event, from, to, parties, reason });
  }
}

const isOverlap = (error: unknown): boolean =>
  (error as { driverError?: { code?: string } } | null)?.driverError?.code === '23P01';

async function whenTaken<T, C extends MentorRefusal['code']>(
  constraint: string,
  code: C,
  work: () => Outcome<T>,
): Outcome<T> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== constraint) throw error;
    return refuse(code);
  }
}
