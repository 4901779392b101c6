import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate, startOfBeijingDay, type LocalDate } from '#domain/calendar/local-date.js';
import { clearEnough, screenedContent, type Demand } from '#domain/demand/demand.js';
import {
  advanceScreening,
  opinionReasoned,
  outcomeOf,
  outcomeReasonOf,
  type DemandScreening,
  type DemandScreeningEvent,
  type Opinion,
  type ScreeningExpert,
} from '#domain/demand-screening/demand-screening.js';
import { screeningPolicyOn } from '#domain/demand-screening/screening.policy.js';
import { mayFileIn } from '#domain/demand-filing/demand-filing.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { DemandService } from '../demand/demand.service.js';
import { DemandTemplates } from '../demand/demand.templates.js';
import { RelationService } from '../relation/relation.service.js';
import { DemandScreeningRepository, type Funnel } from './demand-screening.repository.js';

export type { Funnel } from './demand-screening.repository.js';

export interface ScreeningDetail {
  readonly screening: DemandScreening;
  readonly demand: Demand;
  /** Who sees all of them: officers. An expert sees himself, the owner nobody. */
  readonly experts: readonly ScreeningExpert[];
}

export type ScreeningRefusal = Refusal<
  | 'demand.notFound'
  | 'demand.tooVague'
  | 'demand.fieldsUnclear'
  | 'demandScreening.notFound'
  | 'demandScreening.notDraft'
  | 'demandScreening.openAlready'
  | 'demandScreening.unknownPerson'
  | 'demandScreening.conflict'
  | 'demandScreening.assignedAlready'
  | 'demandScreening.tooManyExperts'
  | 'demandScreening.notAssigned'
  | 'demandScreening.reasonMissing'
  | 'state.notAllowed'
>;

export type FunnelRefusal = Refusal<'demandScreening.spanMalformed'>;

const maxFunnelDays = 3_700;

/** Experts look at demands before they are published: request, assignment without conflicts, opinions, outcome. */
@Injectable()
export class DemandScreeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly screenings: DemandScreeningRepository,
    private readonly demands: DemandService,
    private readonly templates: DemandTemplates,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The owner asks for it; a draft that says nothing is not sent to experts. */
  async request(
    actor: PersonActor,
    demandId: string,
    note: string | null,
  ): Promise<Result<DemandScreening, ScreeningRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DemandScreening, ScreeningRefusal>> => {
      const demand = await this.demands.find(tx, demandId);
      if (!demand || !actsFor(actor, demand.organizationId)) return refuse('demand.notFound');
      if (demand.state !== 'draft') return refuse('demandScreening.notDraft', { state: demand.state });
      const clear = clearEnough(demand, this.templates.of(demand.template));
      if (!clear.ok) return clear;
      const now = this.clock.now();
      const screening: DemandScreening = {
        id: uuid(),
        demandId,
        organizationId: demand.organizationId,
        countyCode: demand.countyCode,
        state: 'requested',
        contentHash: contentHash(screenedContent(demand)),
        requestedBy: actor.personId,
        note,
        outcomeReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
        concludedAt: null,
      };
      if (!(await this.screenings.insert(tx, screening))) return refuse('demandScreening.openAlready');
      await this.record(tx, 'request', null, screening);
      return ok(screening);
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<DemandScreening, ScreeningRefusal>> {
    return this.change(actor, id, async (system, screening) => {
      if (!actsFor(actor, screening.organizationId)) return refuse('demandScreening.notFound');
      return this.advance(system, screening, 'withdraw');
    });
  }

  /** An officer names an expert. Whoever is related to the owner, or wrote the demand down, is not named: a hard block. */
  async assign(actor: PersonActor, id: string, personId: string): Promise<Result<ScreeningDetail, ScreeningRefusal>> {
    return this.change(actor, id, async (system, screening): Promise<Result<ScreeningDetail, ScreeningRefusal>> => {
      if (!officerOf(actor, screening)) return refuse('demandScreening.notFound');
      if (!(await this.screenings.activePerson(system, personId))) {
        return refuse('demandScreening.unknownPerson', {}, '/personId');
      }
      const conflict = await this.conflictOf(system, screening, personId);
      if (conflict !== null) return refuse('demandScreening.conflict', { reason: conflict }, '/personId');
      const { maxExperts } = screeningPolicyOn(beijingDate(this.clock.now()));
      if ((await this.screenings.experts(system, id)).length >= maxExperts) {
        return refuse('demandScreening.tooManyExperts', { max: String(maxExperts) });
      }
      const assigned = await this.advance(system, screening, 'assign', personId);
      if (!assigned.ok) return assigned;
      if (!(await this.screenings.assign(system, id, personId, actor.personId, this.clock.now()))) {
        return refuse('demandScreening.assignedAlready', {}, '/personId');
      }
      return this.detail(system, assigned.value);
    });
  }

  /** An assigned expert's opinion, once; with the last one the screening is concluded. */
  async answer(
    actor: PersonActor,
    id: string,
    opinion: Opinion,
    reason: string | null,
  ): Promise<Result<DemandScreening, ScreeningRefusal>> {
    const reasoned = opinionReasoned(opinion, reason);
    if (!reasoned.ok) return reasoned;
    return this.change(actor, id, async (system, screening): Promise<Result<DemandScreening, ScreeningRefusal>> => {
      const before = await this.screenings.experts(system, id);
      if (!before.some(({ personId }) => personId === actor.personId)) return refuse('demandScreening.notFound');
      if (screening.state !== 'assigned') return this.advance(system, screening, 'recommend');
      const given = { personId: actor.personId, opinion, reason, givenAt: this.clock.now() };
      if (!(await this.screenings.answer(system, id, given))) return refuse('demandScreening.notAssigned');
      await this.record(system, 'answer', screening, screening, `${opinion} ${reason ?? ''}`.trim());
      const experts = await this.screenings.experts(system, id);
      const outcome = outcomeOf(experts, beijingDate(this.clock.now()));
      return outcome === null
        ? ok(screening)
        : this.advance(system, screening, outcome, undefined, outcomeReasonOf(experts));
    });
  }

  /** For the owner, the officers of the place, and the assigned experts; for everybody else it does not exist. */
  async get(actor: PersonActor, id: string): Promise<Result<ScreeningDetail, ScreeningRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(
        tx,
        'demandScreening',
        async (system): Promise<Result<ScreeningDetail, ScreeningRefusal>> => {
          const screening = await this.screenings.find(system, id);
          if (!screening) return refuse('demandScreening.notFound');
          const own = (await this.screenings.experts(system, id)).filter(({ personId }) => personId === actor.personId);
          const staff = officerOf(actor, screening) || hasRole(actor, 'auditor');
          if (!staff && own.length === 0 && !actsFor(actor, screening.organizationId))
            return refuse('demandScreening.notFound');
          const detail = await this.detail(system, screening);
          return !detail.ok || staff ? detail : ok({ ...detail.value, experts: own });
        },
      ),
    );
  }

  /** Of the city for its staff, of his county for a county's officer. */
  async list(
    actor: PersonActor,
    state: string | null,
    after: string | null,
    limit: number,
  ): Promise<DemandScreening[]> {
    return this.unitOfWork.run(actor, (tx) => this.screenings.list(tx, state, after, limit));
  }

  async listMine(actor: PersonActor, after: string | null, limit: number): Promise<DemandScreening[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'demandScreening', (system) =>
        this.screenings.ofExpert(system, actor.personId, after, limit),
      ),
    );
  }

  /** For the owner and the officers of the place; for everybody else there is nothing to see. */
  async ofDemand(
    actor: PersonActor,
    demandId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<DemandScreening[], ScreeningRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DemandScreening[], ScreeningRefusal>> => {
      const demand = await this.unitOfWork.asSystem(tx, 'demandScreening', (system) =>
        this.demands.find(system, demandId),
      );
      const allowed =
        demand && (actsFor(actor, demand.organizationId) || officerOf(actor, demand) || hasRole(actor, 'auditor'));
      return allowed ? ok(await this.screenings.ofDemand(tx, demandId, after, limit)) : refuse('demand.notFound');
    });
  }

  /** How the demands that came in between two days went. A county's officer sees his county. */
  async funnel(
    actor: PersonActor,
    span: { readonly from: LocalDate; readonly to: LocalDate; readonly countyCode: string | null },
  ): Promise<Result<Funnel, FunnelRefusal>> {
    if (span.to < span.from || addDays(span.from, maxFunnelDays) < span.to) {
      return refuse('demandScreening.spanMalformed', { max: String(maxFunnelDays) }, '/to');
    }
    const own = hasRole(actor, 'registrar', 'reviewer', 'rewardOfficer', 'auditor') || actor.countyCode.endsWith('00');
    const wanted = {
      from: startOfBeijingDay(span.from),
      to: startOfBeijingDay(addDays(span.to, 1)),
      countyCode: own ? span.countyCode : actor.countyCode,
    };
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'demandScreening', async (system) =>
        ok(await this.screenings.funnel(system, wanted)),
      ),
    );
  }

  /** Filed for somebody else, the interest is the principal's: the office that wrote it down has none of its own. */
  private async conflictOf(
    tx: Tx,
    { demandId, organizationId }: DemandScreening,
    personId: string,
  ): Promise<string | null> {
    const filed = await this.screenings.filedFor(tx, demandId);
    if (filed?.filerPersonId === personId) return '本人代填';
    const party = filed ? filed.principalOrganizationId : organizationId;
    return party === null ? null : this.relations.conflict(tx, personId, { kind: 'organization', id: party });
  }

  private async detail(tx: Tx, screening: DemandScreening): Promise<Result<ScreeningDetail, ScreeningRefusal>> {
    const demand = await this.demands.find(tx, screening.demandId);
    if (!demand) throw new Error(`screening ${screening.id} has no demand`);
    return ok({ screening, demand, experts: await this.screenings.experts(tx, screening.id) });
  }

  /** As the system, on the locked row: owner, officer and expert each may do one thing only, which `decide` checks. */
  private change<T>(
    actor: PersonActor,
    id: string,
    decide: (system: Tx, screening: DemandScreening) => Promise<Result<T, ScreeningRefusal>>,
  ): Promise<Result<T, ScreeningRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'demandScreening', async (system): Promise<Result<T, ScreeningRefusal>> => {
        const screening = await this.screenings.forUpdate(system, id);
        return screening ? decide(system, screening) : refuse('demandScreening.notFound');
      }),
    );
  }

  private async advance(
    tx: Tx,
    before: DemandScreening,
    event: DemandScreeningEvent,
    reason?: string,
    outcomeReason?: string,
  ): Promise<Result<DemandScreening, ScreeningRefusal>> {
    const after = advanceScreening(before, event, this.clock.now(), outcomeReason);
    if (!after.ok) return after;
    await this.screenings.save(tx, after.value);
    await this.record(tx, event, before, after.value, reason ?? outcomeReason);
    return after;
  }

  private record(
    tx: Tx,
    event: string,
    before: DemandScreening | null,
    after: DemandScreening,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'demandScreening',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && reason !== '' && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}

const officerOf = (actor: PersonActor, { countyCode }: Pick<DemandScreening, 'countyCode'>): boolean =>
  hasRole(actor, 'registrar', 'reviewer') ||
  (hasRole(actor, 'countyOfficer') && mayFileIn(actor.countyCode, countyCode));
