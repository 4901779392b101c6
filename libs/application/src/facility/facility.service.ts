import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { facilityTransitions, type Facility, type FacilityEvent } from '#domain/facility/facility.js';
import { minutesOf, openingsWithin, type Span } from '#domain/facility/opening.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { FacilityRepository, type Held, type UsageCounts } from './facility.repository.js';

export type FacilityContent = Omit<Facility, 'id' | 'organizationId' | 'state' | 'version' | 'createdAt' | 'updatedAt'>;
export type FacilityRefusal = Refusal<
  | 'facility.notFound'
  | 'facility.span'
  | 'facility.opening'
  | 'facility.unitsHeld'
  | 'state.notAllowed'
  | 'version.stale'
>;
type Answer = Promise<Result<Facility, FacilityRefusal>>;

export interface Usage extends UsageCounts {
  readonly openMinutes: number;
  readonly heldMinutes: number;
}

/** Use cases of facilities: what can be booked, when, and how it was used. */
@Injectable()
export class FacilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facilities: FacilityRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async create(actor: PersonActor, content: FacilityContent): Answer {
    const sound = checkOpening(content);
    if (!sound.ok) return sound;
    const now = this.clock.now();
    const facility: Facility = {
      ...content,
      id: uuid(),
      organizationId: actor.organizationId,
      state: 'draft',
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.facilities.facilities.insert(tx, facility);
      await this.record(tx, 'create', null, facility);
      return ok(facility);
    });
  }

  async amend(actor: PersonActor, id: string, version: number, change: Partial<FacilityContent>): Answer {
    return this.change(actor, id, 'amend', async (tx, facility) => {
      if (facility.version !== version) return refuse('version.stale', { current: String(facility.version) });
      const after = { ...facility, ...change };
      const sound = checkOpening(after);
      if (!sound.ok) return sound;
      const held = await this.facilities.heldBeyond(tx, id, after.capacity, this.clock.now());
      return held ? refuse('facility.unitsHeld', {}, '/capacity') : ok(after);
    });
  }

  async move(actor: PersonActor, id: string, event: FacilityEvent): Answer {
    return this.change(actor, id, event, async (_tx, facility) => {
      const next = transition(facilityTransitions, facility.state, event);
      return next.ok ? ok({ ...facility, state: next.value }) : next;
    });
  }

  async get(actor: Actor, id: string): Answer {
    const found = await this.unitOfWork.run(actor, (tx) => this.facilities.facilities.find(tx, id));
    return found ? ok(found) : refuse('facility.notFound');
  }

  async list(actor: Actor, kind: string | null, countyCode: string | null, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.facilities.listOpen(tx, kind, countyCode, after, limit));
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Facility[]> {
    return this.unitOfWork.run(actor, (tx) => this.facilities.listOwn(tx, actor.organizationId, after, limit));
  }

  /** What is held when, without saying by whom. */
  async availability(
    actor: Actor,
    id: string,
    span: Span,
  ): Promise<Result<{ facility: Facility; held: Held[] }, FacilityRefusal>> {
    if (!readable(span)) return refuse('facility.span', { days: String(maxSpanDays) });
    return this.unitOfWork.run(actor, async (tx) => {
      const facility = await this.facilities.facilities.find(tx, id);
      if (!facility) return refuse('facility.notFound');
      const held = await this.unitOfWork.asSystem(tx, 'facility.availability', (system) =>
        this.facilities.held(system, id, span),
      );
      return ok({ facility, held });
    });
  }

  /** For its own organization: held and open time of a span, and how bookings ended. */
  async usage(actor: PersonActor, id: string, span: Span): Promise<Result<Usage, FacilityRefusal>> {
    if (!readable(span)) return refuse('facility.span', { days: String(maxSpanDays) });
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Usage, FacilityRefusal>> => {
      const facility = await this.facilities.facilities.find(tx, id);
      if (!facility || !actsFor(actor, facility.organizationId)) return refuse('facility.notFound');
      const open = openingsWithin(facility.opening, span).reduce((sum, one) => sum + minutesOf(one), 0);
      const held = (await this.facilities.held(tx, id, span)).reduce(
        (sum, one) => sum + minutesOf(within(one, span)),
        0,
      );
      const counts = await this.facilities.usage(tx, id, span);
      return ok({ ...counts, openMinutes: open * facility.capacity, heldMinutes: held });
    });
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (tx: Tx, facility: Facility) => Promise<Result<Facility, FacilityRefusal>>,
  ): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      await this.facilities.lock(tx, id);
      const before = await this.facilities.facilities.find(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('facility.notFound');
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      const after = { ...decided.value, version: before.version + 1, updatedAt: this.clock.now() };
      await this.facilities.facilities.save(tx, after);
      await this.record(tx, event, before, after);
      return ok(after);
    });
  }

  private async record(tx: Tx, event: string, before: Facility | null, after: Facility): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'facility',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
  }
}

const maxSpanDays = 366;
const readable = ({ startsAt, endsAt }: Span): boolean =>
  startsAt < endsAt && endsAt.getTime() - startsAt.getTime() <= maxSpanDays * 86_400_000;

function checkOpening({ opening, slotMinutes, longestMinutes }: FacilityContent): Result<true, FacilityRefusal> {
  const sound =
    opening.every(({ from, until }) => from < until && from % slotMinutes === 0) && longestMinutes >= slotMinutes;
  return sound ? ok(true) : refuse('facility.opening', {}, '/opening');
}

const within = (one: Span, span: Span): Span => ({
  startsAt: one.startsAt < span.startsAt ? span.startsAt : one.startsAt,
  endsAt: one.endsAt > span.endsAt ? span.endsAt : one.endsAt,
});
