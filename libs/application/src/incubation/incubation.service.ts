import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  advanceTenancy,
  mayReach,
  type AdvanceTenancyRefusal,
  type Tenancy,
  type TenancyMilestone,
  type TenancyStep,
  type TenancySupport,
} from '#domain/incubation/tenancy.js';
import { cohortTable, type Cohort } from '#domain/incubation/cohort.js';
import type { MilestoneKind } from '#domain/incubation/tenancy.policy.js';
import { actsFor, systemActor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { IncubationRepository, type IncubatorCount } from './incubation.repository.js';

export type { IncubatorCount } from './incubation.repository.js';

type NotFound = Refusal<'tenancy.notFound'>;
export type ApplyRefusal = Refusal<'tenancy.incubatorNotFound' | 'tenancy.appliedAlready' | 'tenancy.foundedLater'>;
export type DecideTenancyRefusal = NotFound | AdvanceTenancyRefusal | Refusal<'tenancy.admittedElsewhere'>;

export interface FullTenancy {
  readonly tenancy: Tenancy;
  readonly milestones: readonly TenancyMilestone[];
  readonly supports: readonly TenancySupport[];
}

/** What the incubator decides, and what the enterprise may do itself. */
export type TenancyDecision = Omit<TenancyStep, 'today' | 'milestones'>;

/** What an applicant says of itself. */
export type TenancyApplication = Pick<Tenancy, 'plan' | 'technologyBased' | 'foundedOn' | 'field' | 'onPremises'>;

export interface CohortTable {
  readonly asOf: LocalDate;
  readonly cohorts: readonly Cohort[];
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

  async apply(
    actor: PersonActor,
    incubatorId: string,
    application: TenancyApplication,
  ): Promise<Result<Tenancy, ApplyRefusal>> {
    const now = this.clock.now();
    if (application.foundedOn !== null && application.foundedOn > beijingDate(now)) {
      return refuse('tenancy.foundedLater', {}, '/foundedOn');
    }
    const tenancy: Tenancy = {
      id: uuid(),
      incubatorOrganizationId: incubatorId,
      enterpriseOrganizationId: actor.organizationId,
      state: 'applied',
      ...application,
      exceptionReason: null,
      byDefinition: false,
      graduationGround: null,
      decisionReason: null,
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
        await this.record(tx, 'apply', null, tenancy, tenancy.plan);
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
        const milestones = await this.tenancies.milestones(tx, id);
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

  /** The carrier writes down what it gave; only while the enterprise is there. */
  async support(
    actor: PersonActor,
    id: string,
    given: Pick<TenancySupport, 'kind' | 'amount' | 'givenOn' | 'note'>,
  ): Promise<Result<TenancySupport, NotFound | Refusal<'tenancy.notAdmitted' | 'tenancy.milestoneDay'>>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const tenancy = await this.tenancies.forUpdate(tx, id);
      if (!tenancy || !actsFor(actor, tenancy.incubatorOrganizationId)) return refuse('tenancy.notFound');
      const allowed = mayReach(tenancy, given.givenOn, beijingDate(now), '/givenOn');
      if (!allowed.ok) return allowed;
      const support: TenancySupport = {
        ...given,
        id: uuid(),
        tenancyId: id,
        recordedBy: actor.personId,
        createdAt: now,
      };
      await this.tenancies.supports.insert(tx, support);
      await this.record(tx, 'support', tenancy, tenancy, given.note);
      return ok(support);
    });
  }

  /** The tenancy in which an enterprise is now, for what tenants may do. */
  async currentOf(tx: Tx, organizationId: string): Promise<Tenancy | null> {
    return this.unitOfWork.asSystem(tx, 'incubation.current', (system) =>
      this.tenancies.admittedOf(system, organizationId),
    );
  }

  /** Cohorts by year of entry, of one carrier or of all: counts only. */
  async cohorts(actor: Actor, incubatorId: string | null, on: LocalDate | null): Promise<CohortTable> {
    const asOf = on ?? beijingDate(this.clock.now());
    const stays = await this.asSystem(actor, (tx) => this.tenancies.stays(tx, incubatorId));
    return { asOf, cohorts: cohortTable(stays, asOf) };
  }

  /** For the two sides, and the bureau's reviewer and auditor. */
  async get(actor: PersonActor, id: string): Promise<Result<FullTenancy, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const tenancy = await this.tenancies.find(tx, id);
      if (!tenancy) return refuse('tenancy.notFound');
      const milestones = await this.tenancies.milestones(tx, id);
      return ok({ tenancy, milestones, supports: await this.tenancies.supportsOf(tx, id) });
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
