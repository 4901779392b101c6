import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Demand, DemandContent } from '#domain/demand/demand.js';
import {
  checkConsent,
  mayFileIn,
  mayTakeOver,
  type DemandFiling,
  type FilingConsent,
  type FilingContact,
  type FilingPrincipal,
} from '#domain/demand-filing/demand-filing.js';
import { inForce } from '#domain/mandate/mandate.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { DemandService, type DemandRefusal } from '../demand/demand.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { MandateService } from '../mandate/mandate.service.js';
import { DemandFilingRepository } from './demand-filing.repository.js';

export interface NewFiling {
  readonly content: DemandContent;
  readonly principal: FilingPrincipal;
  readonly consent: Omit<FilingConsent, 'withdrawnAt'>;
  readonly contact: FilingContact;
  readonly mandateId: string | null;
}

export interface FiledDemand {
  readonly filing: DemandFiling;
  readonly demand: Demand;
  /** Null for who may not read it, and after it was erased. */
  readonly contact: FilingContact | null;
}

export type FilingRefusal =
  | DemandRefusal
  | Refusal<
      | 'demandFiling.consentDate'
      | 'demandFiling.otherCounty'
      | 'demandFiling.mandateNeeded'
      | 'demandFiling.principalUnknown'
      | 'demandFiling.takenOver'
      | 'demandFiling.consentWithdrawn'
      | 'demandFiling.underWay'
    >;

const cooperativeKinds: readonly string[] = ['cooperative', 'enterprise'];
/** 20 signs of 32: nobody guesses it. Without signs that are taken for one another on the telephone. */
const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeSigns = 20;
const hiddenStates: readonly string[] = ['draft', 'published', 'expired'];

/** Demands filed for a cooperative or a farmer, with consent; the owner can take them over. */
@Injectable()
export class DemandFilingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly filings: DemandFilingRepository,
    private readonly demands: DemandService,
    private readonly mandates: MandateService,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** An officer of the county or the city, or a broker whom the cooperative gave a mandate. */
  async file(actor: PersonActor, given: NewFiling): Promise<Result<FiledDemand, FilingRefusal>> {
    const now = this.clock.now();
    const consented = checkConsent(given.consent, beijingDate(now));
    if (!consented.ok) return consented;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FiledDemand, FilingRefusal>> => {
      const allowed = await this.mayFile(tx, actor, given);
      if (!allowed.ok) return allowed;
      const demand = await this.demands.create(actor, given.content);
      if (!demand.ok) return demand;
      const filing: DemandFiling = {
        demandId: demand.value.id,
        filerOrganizationId: actor.organizationId,
        filerPersonId: actor.personId,
        mandateId: given.mandateId,
        principal: given.principal,
        consent: { ...given.consent, withdrawnAt: null },
        handoverIssuedAt: null,
        takenOverAt: null,
        takenOverByOrganizationId: null,
        createdAt: now,
      };
      await this.filings.insert(tx, filing, given.contact);
      await this.record(tx, filing, 'file');
      return ok({ filing, demand: demand.value, contact: given.contact });
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<DemandFiling[]> {
    return this.unitOfWork.run(actor, (tx) => this.filings.listOf(tx, actor.organizationId, after, limit));
  }

  async get(actor: PersonActor, demandId: string): Promise<Result<FiledDemand, Refusal<'demand.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FiledDemand, Refusal<'demand.notFound'>>> => {
      const filing = await this.filings.find(tx, demandId);
      const demand =
        filing && (await this.unitOfWork.asSystem(tx, 'demandFiling', (system) => this.demands.find(system, demandId)));
      if (!filing || !demand) return refuse('demand.notFound');
      return ok({ filing, demand, contact: await this.filings.contact(tx, demandId) });
    });
  }

  /** A code to tell the owner, by telephone for instance: shown once, kept as a hash. A new one ends the one before. */
  async issueHandover(actor: PersonActor, demandId: string): Promise<Result<{ readonly code: string }, FilingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<{ readonly code: string }, FilingRefusal>> => {
      const filing = await this.ownForUpdate(tx, actor, demandId);
      if (!filing.ok) return filing;
      const code = newCode();
      await this.filings.issueHandover(tx, demandId, hashOf(code), this.clock.now());
      await this.record(tx, filing.value, 'issueHandover');
      return ok({ code });
    });
  }

  /** The owner signs in with an organization of its own and goes on by itself: the named one, or whoever has the code. */
  async takeOver(actor: PersonActor, demandId: string, code: string | null): Promise<Result<Demand, FilingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Demand, FilingRefusal>> => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      return this.unitOfWork.asSystem(tx, 'demandFiling', async (system): Promise<Result<Demand, FilingRefusal>> => {
        const filing = await this.filings.forUpdate(system, demandId);
        if (!filing) return refuse('demand.notFound');
        const fits = code !== null && (await this.filings.codeFits(system, demandId, hashOf(code)));
        const allowed = mayTakeOver(filing, actor.organizationId, fits);
        if (!allowed.ok) return allowed;
        if (await this.filings.underWay(system, demandId)) return refuse('demandFiling.underWay');
        const now = this.clock.now();
        await this.filings.takeOver(system, demandId, actor.organizationId, actor.personId, now);
        await this.record(system, filing, 'takeOver', [actor.organizationId]);
        return this.demands.handOver(system, demandId, actor.organizationId);
      });
    });
  }

  /** The owner does not want it published any more: the contact is erased at once, and the demand leaves the market. */
  async withdrawConsent(
    actor: PersonActor,
    demandId: string,
    reason: string,
  ): Promise<Result<FiledDemand, FilingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FiledDemand, FilingRefusal>> => {
      const filing = await this.ownForUpdate(tx, actor, demandId);
      if (!filing.ok) return filing;
      const demand = await this.demands.find(tx, demandId);
      if (demand && hiddenStates.includes(demand.state)) {
        const withdrawn = await this.demands.withdraw(actor, demandId);
        if (!withdrawn.ok) return withdrawn;
      }
      await this.unitOfWork.asSystem(tx, 'demandFiling', (system) =>
        this.filings.withdrawConsent(system, demandId, this.clock.now()),
      );
      await this.record(tx, filing.value, 'withdrawConsent', [], reason);
      return this.get(actor, demandId);
    });
  }

  private async mayFile(tx: Tx, actor: PersonActor, given: NewFiling): Promise<Result<true, FilingRefusal>> {
    const { principal, content, mandateId } = given;
    if (principal.organizationId !== null) {
      const organization = await this.organizations.find(tx, principal.organizationId);
      if (organization?.state !== 'verified' || !cooperativeKinds.includes(organization.kind)) {
        return refuse('demandFiling.principalUnknown', {}, '/principal/organizationId');
      }
    }
    if (hasRole(actor, 'countyOfficer')) {
      return mayFileIn(actor.countyCode, content.countyCode)
        ? ok(true)
        : refuse('demandFiling.otherCounty', { countyCode: actor.countyCode }, '/demand/countyCode');
    }
    // Without an account of its own nobody can give a broker a mandate here: an officer files for farmers.
    const mandate = mandateId === null ? null : await this.mandates.get(actor, mandateId);
    const acts =
      mandate?.ok === true &&
      mandate.value.brokerPersonId === actor.personId &&
      mandate.value.principalOrganizationId === principal.organizationId &&
      inForce(mandate.value, beijingDate(this.clock.now()));
    return acts ? ok(true) : refuse('demandFiling.mandateNeeded', {}, '/mandateId');
  }

  /** Not taken over yet, and filed by the actor's organization. */
  private async ownForUpdate(
    tx: Tx,
    actor: PersonActor,
    demandId: string,
  ): Promise<Result<DemandFiling, FilingRefusal>> {
    const filing = await this.filings.forUpdate(tx, demandId);
    if (!filing || !actsFor(actor, filing.filerOrganizationId)) return refuse('demand.notFound');
    if (filing.takenOverAt !== null) return refuse('demandFiling.takenOver');
    return filing.consent.withdrawnAt === null ? ok(filing) : refuse('demandFiling.consentWithdrawn');
  }

  /** Neither contact nor code is ever in the journal. */
  private record(
    tx: Tx,
    filing: DemandFiling,
    event: string,
    more: readonly string[] = [],
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'demandFiling',
      subjectId: filing.demandId,
      event,
      from: null,
      to: null,
      ...(reason !== undefined && { reason }),
      parties: [filing.filerOrganizationId, ...more],
      after: { demandId: filing.demandId, consent: filing.consent },
    });
  }
}

const hashOf = (code: string): string =>
  createHash('sha256')
    .update(`demand-handover\n${code.toUpperCase().replaceAll('-', '')}`)
    .digest('hex');

/** Four groups of five, for reading aloud. */
const newCode = (): string =>
  [...randomBytes(codeSigns)]
    .map((byte) => codeAlphabet[byte % codeAlphabet.length] ?? '')
    .join('')
    .replaceAll(/(.{5})(?=.)/g, '$1-');
