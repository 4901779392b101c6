import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  advanceTenancy,
  mayReach,
  type AdvanceTenancyRefusal,
  type MilestoneKind,
  type Tenancy,
  type TenancyMilestone,
} from '#domain/incubation/tenancy.js';
import { actsFor, systemActor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { IncubationRepository, type IncubatorCount } from './incubation.repository.js';

export type { IncubatorCount } from './incubation.repository.js';

type NotFound = Refusal<'tenancy.notFound'>;
export type ApplyRefusal = Refusal<'tenancy.incubatorNotFound' | 'tenancy.appliedAlready'>;
export type DecideTenancyRefusal = NotFound | AdvanceTenancyRefusal | Refusal<'tenancy.admittedElsewhere'>;

export interface FullTenancy {
  readonly tenancy: Tenancy;
  readonly milestones: readonly TenancyMilestone[];
}

/** What the incubator decides, and what the enterprise may do itself. */
export interface TenancyDecision {
  readonly event: 'admit' | 'refuse' | 'graduate' | 'leave' | 'cancel';
  readonly plannedUntil: LocalDate | null;
  readonly reason: string;
}

/** Use cases of incubator tenancies. */
@Injectable()
export class IncubationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tenancies: IncubationRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async apply(actor: PersonActor, incubatorId: string, plan: string): Promise<Result<Tenancy, ApplyRefusal>> {
    const now = this.clock.now();
    const tenancy: Tenancy = {
      id: uuid(),
      incubatorOrganizationId: incubatorId,
      enterpriseOrganizationId: actor.organizationId,
      state: 'applied',
      plan,
      appliedOn: beijingDate(now),
      admittedOn: null,
      plannedUntil: null,
      endedOn: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return whenTaken('tenancy_applied_once', 'tenancy.appliedAlready', () =>
      this.unitOfWork.run(actor, async (tx): Promise<Result<Tenancy, ApplyRefusal>> => {
        const known = incubatorId !== actor.organizationId && (await this.tenancies.isIncubator(tx, incubatorId));
        if (!known) return refuse('tenancy.incubatorNotFound', {}, '/incubatorOrganizationId');
        await this.tenancies.insert(tx, tenancy);
        await this.record(tx, 'apply', null, tenancy, plan);
        return ok(tenancy);
      }),
    );
  }

  /** The incubator admits, refuses, graduates and lets go; the enterprise may cancel its application and leave. */
  async decide(
    actor: PersonActor,
    id: string,
    decision: TenancyDecision,
  ): Promise<Result<Tenancy, DecideTenancyRefusal>> {
    const now = this.clock.now();
    return whenTaken('tenancy_admitted_once', 'tenancy.admittedElsewhere', () =>
      this.unitOfWork.run(actor, async (tx): Promise<Result<Tenancy, DecideTenancyRefusal>> => {
        const before = await this.tenancies.forUpdate(tx, id);
        if (!before || !maySay(actor, before, decision.event)) return refuse('tenancy.notFound');
        const milestones = (await this.tenancies.milestones(tx, id)).length;
        const step = { ...decision, milestones, today: beijingDate(now) };
        const after = advanceTenancy(before, step, now);
        if (!after.ok) return after;
        await this.tenancies.save(tx, after.value);
        await this.record(tx, decision.event, before, after.value, decision.reason);
        return after;
      }),
    );
  }

  async reach(
    actor: PersonActor,
    id: string,
    milestone: { readonly kind: MilestoneKind; readonly note: string; readonly reachedOn: LocalDate },
  ): Promise<Result<TenancyMilestone, NotFound | Refusal<'tenancy.notAdmitted' | 'tenancy.milestoneDay'>>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const tenancy = await this.tenancies.forUpdate(tx, id);
      if (!tenancy || !concerns(actor, tenancy)) return refuse('tenancy.notFound');
      const allowed = mayReach(tenancy, milestone.reachedOn, beijingDate(now));
      if (!allowed.ok) return allowed;
      const reached: TenancyMilestone = { ...milestone, id: uuid(), tenancyId: id, createdAt: now };
      await this.tenancies.insertMilestone(tx, reached);
      await this.record(tx, 'reach', tenancy, tenancy, milestone.note);
      return ok(reached);
    });
  }

  /** For the two sides, and the bureau's reviewer and auditor. */
  async get(actor: PersonActor, id: string): Promise<Result<FullTenancy, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const tenancy = await this.tenancies.find(tx, id);
      if (!tenancy) return refuse('tenancy.notFound');
      return ok({ tenancy, milestones: await this.tenancies.milestones(tx, id) });
    });
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Tenancy[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.tenancies.listOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  /** Public counts, every tenancy counted once in the state it is in. */
  async listIncubators(actor: Actor, after: string | null, limit: number): Promise<IncubatorCount[]> {
    return this.asSystem(actor, (tx) => this.tenancies.counts(tx, null, after, limit));
  }

  async getIncubator(actor: Actor, id: string): Promise<Result<IncubatorCount, Refusal<'tenancy.incubatorNotFound'>>> {
    const [found] = await this.asSystem(actor, (tx) => this.tenancies.counts(tx, id, null, 1));
    return found ? ok(found) : refuse('tenancy.incubatorNotFound');
  }

  private asSystem<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemActor('incubation.counts', actor.origin.requestId), work);
  }

  private async record(tx: Tx, event: string, before: Tenancy | null, after: Tenancy, reason: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'tenancy',
      subjectId: after.id,
      parties: [after.incubatorOrganizationId, after.enterpriseOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      ...(before && { before }),
      after,
    });
  }
}

const concerns = (actor: PersonActor, tenancy: Tenancy): boolean =>
  actsFor(actor, tenancy.incubatorOrganizationId) || actsFor(actor, tenancy.enterpriseOrganizationId);

/** Cancelling is the enterprise's, leaving either side's, the rest the incubator's. */
function maySay(actor: PersonActor, tenancy: Tenancy, event: TenancyDecision['event']): boolean {
  if (event === 'cancel') return actsFor(actor, tenancy.enterpriseOrganizationId);
  return event === 'leave' ? concerns(actor, tenancy) : actsFor(actor, tenancy.incubatorOrganizationId);
}

async function whenTaken<T, C extends string>(constraint: string, code: C, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== constraint) throw error;
    return refuse(code);
  }
}
