import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { calendarFile } from '#domain/facility/calendar-file.js';
import {
  bookingTransitions,
  checkSpan,
  freeUnit,
  isLateCancellation,
  type Booking,
  type BookingEvent,
  type Facility,
  type SpanRefusal,
} from '#domain/facility/facility.js';
import type { Span } from '#domain/facility/opening.js';
import { actsFor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { FacilityRepository } from './facility.repository.js';

export type BookingRefusal =
  | SpanRefusal
  | Refusal<
      | 'facility.notFound'
      | 'facility.notBookable'
      | 'booking.full'
      | 'booking.notFound'
      | 'booking.begun'
      | 'booking.notBegun'
      | 'state.notAllowed'
    >;
type Answer = Promise<Result<Booking, BookingRefusal>>;

const maxCalendarEntries = 500;
const maxLapsedPerRun = 200;

/**
 * Use cases of bookings. The units of a facility are given out under its lock; the exclusion constraint of the table holds even
 * without it.
 */
@Injectable()
export class BookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facilities: FacilityRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Takes a unit at once, asks for one, or waits for one when the caller wants to wait. */
  async book(actor: PersonActor, facilityId: string, span: Span, purpose: string, mayWait: boolean): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      await this.facilities.lock(tx, facilityId);
      const facility = await this.facilities.facilities.find(tx, facilityId);
      if (!facility) return refuse('facility.notFound');
      if (facility.state !== 'open') return refuse('facility.notBookable');
      const now = this.clock.now();
      const sound = checkSpan(facility, span, now);
      if (!sound.ok) return sound;
      const unit = await this.unitFor(tx, facility, span);
      if (unit === null && !mayWait) return refuse('booking.full');
      const booking: Booking = {
        ...span,
        id: uuid(),
        facilityId,
        providerOrganizationId: facility.organizationId,
        organizationId: actor.organizationId,
        bookedBy: actor.personId,
        state: unit === null ? 'waiting' : heldState(facility),
        unit,
        purpose,
        lateCancellation: false,
        reason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      await this.facilities.bookings.insert(tx, booking);
      await this.record(tx, 'book', null, booking);
      return ok(booking);
    });
  }

  /** The booker gives it back, until it begins; a late one is marked. Who waits moves up. */
  async cancel(actor: PersonActor, id: string, reason: string): Answer {
    return this.change(actor, id, 'cancel', reason, 'organizationId', (facility, booking, now) => {
      if (booking.startsAt <= now) return refuse('booking.begun');
      const late = booking.state === 'confirmed' && isLateCancellation(facility, booking, now);
      return ok({ unit: null, lateCancellation: late });
    });
  }

  /** The provider approves, refuses, takes back with a reason, or says afterwards whether it was used. */
  async decide(
    actor: PersonActor,
    id: string,
    event: 'approve' | 'refuse' | 'revoke' | 'complete' | 'miss',
    reason: string,
  ): Answer {
    return this.change(actor, id, event, reason, 'providerOrganizationId', (_facility, booking, now) => {
      const afterwards = event === 'complete' || event === 'miss';
      if (afterwards && booking.startsAt > now) return refuse('booking.notBegun');
      if (!afterwards && booking.endsAt <= now) return refuse('booking.begun');
      return ok(event === 'refuse' || event === 'revoke' ? { unit: null } : {});
    });
  }

  async get(actor: PersonActor, id: string): Answer {
    const found = await this.unitOfWork.run(actor, (tx) => this.facilities.bookings.find(tx, id));
    return found ? ok(found) : refuse('booking.notFound');
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Booking[]> {
    return this.unitOfWork.run(actor, (tx) => this.facilities.bookingsOf(tx, actor.organizationId, after, limit));
  }

  /** For the facility's own organization. */
  async listAt(
    actor: PersonActor,
    facilityId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<Booking[], Refusal<'facility.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const facility = await this.facilities.facilities.find(tx, facilityId);
      if (!facility || !actsFor(actor, facility.organizationId)) return refuse('facility.notFound');
      return ok(await this.facilities.bookingsAt(tx, facilityId, after, limit));
    });
  }

  /** The organization's coming bookings as iCalendar. */
  async calendar(actor: PersonActor): Promise<string> {
    const rows = await this.unitOfWork.run(actor, (tx) =>
      this.facilities.calendar(tx, actor.organizationId, this.clock.now(), maxCalendarEntries),
    );
    return calendarFile(
      rows.map(({ id, startsAt, endsAt, updatedAt, state, name, place }) => ({
        id,
        startsAt,
        endsAt,
        updatedAt,
        title: name,
        place,
        tentative: state === 'requested',
      })),
    );
  }

  /** The worker's turn: who waits for a time that has come waits no more. */
  async lapseDue(actor: SystemActor): Promise<void> {
    for (let done = 0; done < maxLapsedPerRun; done += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.facilities.claimLapsed(tx, this.clock.now());
        if (!before) return false;
        const after: Booking = { ...before, state: 'lapsed', version: before.version + 1, updatedAt: this.clock.now() };
        await this.facilities.bookings.save(tx, after);
        await this.record(tx, 'lapse', before, after);
        return true;
      });
      if (!found) return;
    }
  }

  private async unitFor(tx: Tx, facility: Facility, span: Span): Promise<number | null> {
    const held = await this.unitOfWork.asSystem(tx, 'booking.units', (system) =>
      this.facilities.held(system, facility.id, span),
    );
    return freeUnit(facility.capacity, new Set(held.map(({ unit }) => unit)));
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: BookingEvent,
    reason: string,
    side: 'organizationId' | 'providerOrganizationId',
    decide: (facility: Facility, booking: Booking, now: Date) => Result<Partial<Booking>, BookingRefusal>,
  ): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      const seen = await this.facilities.bookings.find(tx, id);
      if (!seen || !actsFor(actor, seen[side])) return refuse('booking.notFound');
      // First the facility, then the booking: everybody locks in this order.
      await this.facilities.lock(tx, seen.facilityId);
      const before = await this.facilities.bookings.forUpdate(tx, id);
      const facility = await this.unitOfWork.asSystem(tx, 'booking.facility', (system) =>
        this.facilities.facilities.find(system, seen.facilityId),
      );
      if (!before || !facility) return refuse('booking.notFound');
      const next = transition(bookingTransitions, before.state, event);
      if (!next.ok) return next;
      const now = this.clock.now();
      const decided = decide(facility, before, now);
      if (!decided.ok) return decided;
      const after = {
        ...before,
        ...decided.value,
        reason,
        state: next.value,
        version: before.version + 1,
        updatedAt: now,
      };
      await this.facilities.bookings.save(tx, after);
      await this.record(tx, event, before, after);
      if (before.unit !== null && after.unit === null) await this.moveUp(tx, facility, before);
      return ok(after);
    });
  }

  /** A unit came free: whoever waited longest and now fits is taken in, and so on. */
  private async moveUp(tx: Tx, facility: Facility, freed: Span): Promise<void> {
    if (facility.state !== 'open') return;
    await this.unitOfWork.asSystem(tx, 'booking.waiting', async (system) => {
      const now = this.clock.now();
      for (const waiting of await this.facilities.waiting(system, facility.id, freed, now)) {
        const unit = await this.unitFor(system, facility, waiting);
        if (unit === null) continue;
        const state = heldState(facility);
        const after: Booking = { ...waiting, unit, state, version: waiting.version + 1, updatedAt: now };
        await this.facilities.bookings.save(system, after);
        await this.record(system, state === 'confirmed' ? 'confirm' : 'request', waiting, after);
      }
    });
  }

  private async record(tx: Tx, event: string, before: Booking | null, after: Booking): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'booking',
      subjectId: after.id,
      parties: [after.organizationId, after.providerOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      reason: after.reason ?? after.purpose,
      ...(before && { before }),
      after,
    });
  }
}

const heldState = ({ mode }: Facility): 'confirmed' | 'requested' => (mode === 'instant' ? 'confirmed' : 'requested');
