import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { DemandContent } from '#domain/demand/demand.js';
import {
  checkSheet,
  visitFindingTransitions,
  visitPlanTransitions,
  type EnterpriseVisit,
  type FindingConsent,
  type SheetRefusal,
  type VisitFinding,
  type VisitPlan,
} from '#domain/enterprise-visit/enterprise-visit.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { DemandService, type DemandRefusal } from '../demand/demand.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { EnterpriseVisitRepository, type StoredFinding, type Unvisited } from './enterprise-visit.repository.js';

export type { Unvisited } from './enterprise-visit.repository.js';

export type VisitRefusal =
  | SheetRefusal
  | DemandRefusal
  | Refusal<
      | 'visitPlan.notFound'
      | 'visitPlan.daysWrong'
      | 'visitPlan.targetUnknown'
      | 'enterpriseVisit.notFound'
      | 'enterpriseVisit.enterpriseUnknown'
      | 'enterpriseVisit.differs'
      | 'enterpriseVisit.findingTaken'
      | 'visitFinding.notFound'
      | 'visitFinding.consentAhead'
      | 'state.notAllowed'
    >;

export type Sheet = Omit<EnterpriseVisit, 'id' | 'organizationId' | 'submittedAt' | 'findings'> & {
  readonly findings: readonly Pick<VisitFinding, 'id' | 'kind' | 'text'>[];
};
const bureauReaders = ['registrar', 'reviewer', 'auditor'] as const;

/** Enterprise visits: planned, written down offline, handed in any number of times with one effect, turned into demands. */
@Injectable()
export class EnterpriseVisitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visits: EnterpriseVisitRepository,
    private readonly demands: DemandService,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async plan(
    actor: PersonActor,
    given: Pick<VisitPlan, 'title' | 'countyCode' | 'startsOn' | 'endsOn' | 'targetIds'>,
  ): Promise<Result<VisitPlan, VisitRefusal>> {
    if (given.endsOn < given.startsOn) return refuse('visitPlan.daysWrong', {}, '/endsOn');
    return this.unitOfWork.run(actor, async (tx): Promise<Result<VisitPlan, VisitRefusal>> => {
      const targetIds = [...new Set(given.targetIds)];
      if ((await this.visits.countKnown(tx, targetIds)) < targetIds.length) {
        return refuse('visitPlan.targetUnknown', {}, '/targetIds');
      }
      const plan: VisitPlan = {
        ...given,
        targetIds,
        id: uuid(),
        organizationId: actor.organizationId,
        state: 'active',
        version: 1,
        createdAt: this.clock.now(),
      };
      await this.visits.insertPlan(tx, plan);
      await this.record(tx, 'visitPlan', plan, 'create', null, plan.state);
      return ok(plan);
    });
  }

  async closePlan(actor: PersonActor, id: string): Promise<Result<VisitPlan, VisitRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<VisitPlan, VisitRefusal>> => {
      const before = await this.visits.planForUpdate(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('visitPlan.notFound');
      const next = transition(visitPlanTransitions, before.state, 'close');
      if (!next.ok) return next;
      const after = { ...before, state: next.value, version: before.version + 1 };
      await this.visits.savePlan(tx, after);
      await this.record(tx, 'visitPlan', after, 'close', before.state, after.state);
      return ok(after);
    });
  }

  async plans(actor: PersonActor, after: string | null, limit: number): Promise<VisitPlan[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.visits.plans(tx, whose, after, limit));
  }

  async getPlan(actor: PersonActor, id: string): Promise<Result<VisitPlan, VisitRefusal>> {
    const plan = await this.unitOfWork.run(actor, (tx) => this.visits.findPlan(tx, id));
    return plan ? ok(plan) : refuse('visitPlan.notFound');
  }

  /** The same sheet again is the same visit; another content under the id is refused, and a foreign id is hidden. */
  async submit(actor: PersonActor, id: string, sheet: Sheet): Promise<Result<EnterpriseVisit, VisitRefusal>> {
    const sound = checkSheet(sheet, beijingDate(this.clock.now()));
    if (!sound.ok) return sound;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EnterpriseVisit, VisitRefusal>> => {
      const fits = await this.fits(tx, actor, sheet);
      if (!fits.ok) return fits;
      const visit: EnterpriseVisit = {
        ...sheet,
        id,
        organizationId: actor.organizationId,
        submittedAt: this.clock.now(),
        findings: sheet.findings.map((finding) => ({
          ...finding,
          state: 'noted',
          demandId: null,
          consent: null,
          note: null,
        })),
      };
      const hash = contentHash(sheet);
      if (!(await this.visits.insert(tx, visit, hash, actor.personId))) return this.known(tx, actor, id, hash);
      if (!(await this.visits.insertFindings(tx, visit)))
        return refuse('enterpriseVisit.findingTaken', {}, '/findings');
      await this.record(tx, 'enterpriseVisit', visit, 'submit', null, null, sheet.visitedOrganizationId);
      return ok(visit);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<EnterpriseVisit, VisitRefusal>> {
    const visit = await this.unitOfWork.run(actor, (tx) => this.visits.find(tx, id));
    return visit ? ok(visit) : refuse('enterpriseVisit.notFound');
  }

  /** Those the organization made or received; all for the bureau. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<EnterpriseVisit[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.visits.list(tx, whose, after, limit));
  }

  /** One step from a finding to a draft of the enterprise's own, by its recorded consent. Only the enterprise publishes it. */
  async draftDemand(
    actor: PersonActor,
    findingId: string,
    given: Pick<DemandContent, 'title' | 'countyCode'> & Partial<Pick<DemandContent, 'summary' | 'field'>>,
    consent: FindingConsent,
  ): Promise<Result<VisitFinding, VisitRefusal>> {
    return this.changeFinding(actor, findingId, 'draftDemand', async (tx, finding) => {
      if (consent.givenOn > beijingDate(this.clock.now())) {
        return refuse('visitFinding.consentAhead', {}, '/consent/givenOn');
      }
      const owner = await this.organizations.find(tx, finding.visitedOrganizationId);
      if (owner?.state !== 'verified') return refuse('enterpriseVisit.enterpriseUnknown');
      const forOwner: PersonActor = { ...actor, organizationId: owner.id, countyCode: owner.countyCode, roles: [] };
      const { title, countyCode, summary = finding.text, field = null } = given;
      const drafted = await this.demands.create(forOwner, { ...openDemand, title, countyCode, summary, field });
      if (!drafted.ok) return drafted;
      return ok({ ...finding, demandId: drafted.value.id, consent });
    });
  }

  async settle(actor: PersonActor, findingId: string, note: string): Promise<Result<VisitFinding, VisitRefusal>> {
    return this.changeFinding(actor, findingId, 'settle', async (_tx, finding) => ok({ ...finding, note }));
  }

  /** Who was not visited in a year: of his own county for a county officer. */
  async unvisited(
    actor: PersonActor,
    { year, countyCode }: { readonly year: number; readonly countyCode: string | null },
    after: string | null,
    limit: number,
  ): Promise<Unvisited[]> {
    const county = hasRole(actor, ...bureauReaders) ? countyCode : actor.countyCode;
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'enterpriseVisit', (system) =>
        this.visits.unvisited(system, year, county, after, limit),
      ),
    );
  }

  private async fits(tx: Tx, actor: PersonActor, sheet: Sheet): Promise<Result<null, VisitRefusal>> {
    const { planId, visitedOrganizationId } = sheet;
    if (planId !== null) {
      const plan = await this.visits.findPlan(tx, planId);
      if (!plan || !actsFor(actor, plan.organizationId)) return refuse('visitPlan.notFound');
    }
    const visited = await this.organizations.find(tx, visitedOrganizationId);
    const known = visited?.state === 'verified' && !actsFor(actor, visited.id);
    return known ? ok(null) : refuse('enterpriseVisit.enterpriseUnknown', {}, '/visitedOrganizationId');
  }

  private async known(
    tx: Tx,
    actor: PersonActor,
    id: string,
    hash: string,
  ): Promise<Result<EnterpriseVisit, VisitRefusal>> {
    const visit = await this.visits.find(tx, id);
    if (!visit || !actsFor(actor, visit.organizationId)) return refuse('enterpriseVisit.notFound');
    return (await this.visits.contentHash(tx, id)) === hash ? ok(visit) : refuse('enterpriseVisit.differs');
  }

  private changeFinding(
    actor: PersonActor,
    id: string,
    event: 'draftDemand' | 'settle',
    decide: (tx: Tx, finding: StoredFinding) => Promise<Result<StoredFinding, VisitRefusal>>,
  ): Promise<Result<VisitFinding, VisitRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<VisitFinding, VisitRefusal>> => {
      const before = await this.visits.findingForUpdate(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('visitFinding.notFound');
      const next = transition(visitFindingTransitions, before.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value };
      await this.visits.saveFinding(tx, after);
      await this.record(tx, 'visitFinding', after, event, before.state, after.state, before.visitedOrganizationId);
      return ok(after);
    });
  }

  private async record(
    tx: Tx,
    subjectKind: string,
    after: { readonly id: string; readonly organizationId: string },
    event: string,
    from: string | null,
    to: string | null,
    visited?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind,
      subjectId: after.id,
      event,
      from,
      to,
      parties: [after.organizationId, ...(visited === undefined ? [] : [visited])],
      after,
    });
  }
}

/** What the enterprise itself adds before it publishes. */
const openDemand = {
  zoneCode: null,
  budget: null,
  transferModes: [],
  neededBy: null,
  leastReadinessLevel: null,
  excludedRegionCodes: [],
  validUntil: null,
  externalKey: null,
  template: null,
} satisfies Partial<DemandContent>;
