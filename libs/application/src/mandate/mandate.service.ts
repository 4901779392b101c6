import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  acceptMandate,
  checkTerms,
  closeMandate,
  dualAgency,
  inForce,
  type DualAgencyConsent,
  type Mandate,
  type MandateSubject,
  type MandateTerms,
} from '#domain/mandate/mandate.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { BrokerAffiliationService } from '../broker-affiliation/broker-affiliation.service.js';
import { DemandService } from '../demand/demand.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { MatchingService } from '../matching/matching.service.js';
import { RelationService } from '../relation/relation.service.js';
import { MandateRepository } from './mandate.repository.js';

/** What both the mandate and the introduction need to know of a match. */
export interface MatchSides {
  readonly id: string;
  readonly demandId: string;
  readonly achievementId: string;
  readonly demandOrganizationId: string;
  readonly achievementOrganizationId: string;
}

type NotFound = Refusal<'mandate.notFound'>;
type DualRefusal = Refusal<'mandate.dualConsentMissing'>;
export type ProposeRefusal =
  | DualRefusal
  | Refusal<
      | 'organization.unverified'
      | 'mandate.subjectNotFound'
      | 'mandate.matchNotFound'
      | 'mandate.ownSubject'
      | 'mandate.otherAgency'
      | 'mandate.conflictOfInterest'
      | 'mandate.expired'
      | 'mandate.feeZero'
      | 'mandate.proposedAlready'
    >;
export type AcceptRefusal =
  | NotFound
  | DualRefusal
  | Refusal<
      | 'state.notAllowed'
      | 'mandate.expired'
      | 'mandate.exclusiveTaken'
      | 'mandate.conflictOfInterest'
      | 'mandate.interestChanged'
      | 'mandate.matchNotFound'
    >;
export type CloseRefusal = NotFound | Refusal<'state.notAllowed'>;
export type ConsentRefusal = Refusal<'mandate.matchNotFound' | 'mandate.agencyNotFound' | 'mandate.consentedAlready'>;

/** Use cases of brokers' mandates. */
@Injectable()
export class MandateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateRepository,
    private readonly demands: DemandService,
    private readonly achievements: AchievementService,
    private readonly matches: MatchingService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
    private readonly relations: RelationService,
    private readonly affiliations: BrokerAffiliationService,
  ) {}

  /** A broker offers to act for the owner of a public demand or achievement. */
  async propose(actor: PersonActor, terms: MandateTerms): Promise<Result<Mandate, ProposeRefusal>> {
    const now = this.clock.now();
    const checked = checkTerms(terms, beijingDate(now));
    if (!checked.ok) return checked;
    return once('mandate_broker_once', 'mandate.proposedAlready', () =>
      this.unitOfWork.run(actor, async (tx): Promise<Result<Mandate, ProposeRefusal>> => {
        if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
        const practisesFor = await this.affiliations.agencyOf(tx, actor.personId);
        if (practisesFor !== null && practisesFor !== actor.organizationId) return refuse('mandate.otherAgency');
        const principal = await this.ownerOf(tx, actor, terms.subject);
        if (principal === null) return refuse('mandate.subjectNotFound', {}, '/subject');
        if (principal === actor.organizationId) return refuse('mandate.ownSubject', {}, '/subject');
        const mandate: Mandate = {
          ...terms,
          id: uuid(),
          brokerPersonId: actor.personId,
          agencyOrganizationId: actor.organizationId,
          principalOrganizationId: principal,
          state: 'proposed',
          interestNote: null,
          closeReason: null,
          version: 1,
          createdAt: now,
          updatedAt: now,
          acceptedAt: null,
          endedAt: null,
        };
        const clear = await this.mayAct(tx, mandate);
        if (!clear.ok) return clear;
        const told: Mandate = { ...mandate, interestNote: clear.value };
        await this.mandates.insert(tx, told);
        await this.record(tx, 'propose', null, told);
        return ok(told);
      }),
    );
  }

  async accept(actor: PersonActor, id: string): Promise<Result<Mandate, AcceptRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Mandate, AcceptRefusal>> => {
      const seen = await this.mandates.find(tx, id);
      if (!seen || !actsFor(actor, seen.principalOrganizationId)) return refuse('mandate.notFound');
      await this.mandates.lockSubject(tx, seen.subject);
      const before = await this.mandates.forUpdate(tx, id);
      if (!before) return refuse('mandate.notFound');
      const others = await this.mandates.acceptedOn(tx, before.subject);
      const now = this.clock.now();
      const after = acceptMandate(before, others, now, beijingDate(now));
      if (!after.ok) return after;
      const clear = await this.mayAct(tx, before);
      if (!clear.ok) return clear;
      // An interest that came up since the proposal: the principal is told before it binds anybody.
      if (clear.value !== null && clear.value !== before.interestNote) {
        return refuse('mandate.interestChanged', { reason: clear.value });
      }
      return this.save(tx, 'accept', before, after.value);
    });
  }

  /** Only the principal declines. */
  async decline(actor: PersonActor, id: string, reason: string): Promise<Result<Mandate, CloseRefusal>> {
    return this.close(actor, id, 'decline', reason, (mandate) => [mandate.principalOrganizationId]);
  }

  /** Either side ends it. */
  async end(actor: PersonActor, id: string, reason: string): Promise<Result<Mandate, CloseRefusal>> {
    return this.close(actor, id, 'end', reason, (mandate) => [
      mandate.principalOrganizationId,
      mandate.agencyOrganizationId,
    ]);
  }

  async get(actor: PersonActor, id: string): Promise<Result<Mandate, NotFound>> {
    const mandate = await this.unitOfWork.run(actor, (tx) => this.mandates.find(tx, id));
    return mandate ? ok(mandate) : refuse('mandate.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<Mandate[]> {
    return this.unitOfWork.run(actor, (tx) => this.mandates.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** One side of a match agrees in writing that an agency acts for both. */
  async consent(
    actor: PersonActor,
    consent: Pick<DualAgencyConsent, 'matchId' | 'agencyOrganizationId' | 'statement'>,
  ): Promise<Result<DualAgencyConsent, ConsentRefusal>> {
    return once('dual_agency_consent_once', 'mandate.consentedAlready', () =>
      this.unitOfWork.run(actor, async (tx): Promise<Result<DualAgencyConsent, ConsentRefusal>> => {
        const match = await this.matchOf(tx, consent.matchId);
        if (!match || !sides(match).includes(actor.organizationId)) {
          return refuse('mandate.matchNotFound', {}, '/matchId');
        }
        // Consent concerns an agency that has at least offered itself to this side.
        const subjects = [match.demandId, match.achievementId];
        const standing = await this.unitOfWork.asSystem(tx, 'mandate', (system) =>
          this.mandates.standingOfAgency(system, consent.agencyOrganizationId, subjects),
        );
        if (standing.length === 0) return refuse('mandate.agencyNotFound', {}, '/agencyOrganizationId');
        const given: DualAgencyConsent = {
          ...consent,
          id: uuid(),
          principalOrganizationId: actor.organizationId,
          personId: actor.personId,
          consentedAt: this.clock.now(),
        };
        await this.mandates.insertConsent(tx, given);
        await this.journal.record(tx, {
          subjectKind: 'dualAgencyConsent',
          subjectId: given.id,
          event: 'give',
          from: null,
          to: null,
          parties: [given.principalOrganizationId, given.agencyOrganizationId],
          after: given,
        });
        return ok(given);
      }),
    );
  }

  /**
   * The broker's mandates in force on the sides of a match; refuses when the broker belongs to a side, or when the
   * agency stands on both sides without both consents. Empty when there is none.
   */
  async forMatch(
    tx: Tx,
    actor: PersonActor,
    match: MatchSides,
  ): Promise<Result<Mandate[], DualRefusal | Refusal<'mandate.conflictOfInterest'>>> {
    const today = beijingDate(this.clock.now());
    const standing = await this.mandates.standingOfAgency(tx, actor.organizationId, [
      match.demandId,
      match.achievementId,
    ]);
    const valid = standing.filter((mandate) => inForce(mandate, today));
    const own = valid.filter((mandate) => mandate.brokerPersonId === actor.personId);
    if (own.length === 0) return ok([]);
    const interest = await this.interest(tx, actor.personId, sides(match));
    if (!interest.ok) return interest;
    if (new Set(valid.map((mandate) => mandate.subject.kind)).size === 2) {
      const both = await this.bothConsent(tx, match, actor.organizationId);
      if (!both.ok) return both;
    }
    return ok(own);
  }

  /** Blocked by an interest of the broker's, their family's or employer's; a slighter one is given in words. */
  private async interest(
    tx: Tx,
    brokerPersonId: string,
    organizationIds: readonly string[],
  ): Promise<Result<string | null, Refusal<'mandate.conflictOfInterest'>>> {
    const parties = organizationIds.map((id) => ({ kind: 'organization' as const, id }));
    const { verdict, reason } = await this.relations.verdict(tx, 'broker', brokerPersonId, parties);
    return verdict === 'blocked' ? refuse('mandate.conflictOfInterest') : ok(reason);
  }

  /** No interest of the broker's own, and no second side without both consents. */
  private async mayAct(
    tx: Tx,
    mandate: Mandate,
  ): Promise<Result<string | null, DualRefusal | Refusal<'mandate.matchNotFound' | 'mandate.conflictOfInterest'>>> {
    return this.unitOfWork.asSystem(
      tx,
      'mandate',
      async (
        system,
      ): Promise<
        Result<string | null, DualRefusal | Refusal<'mandate.matchNotFound' | 'mandate.conflictOfInterest'>>
      > => {
        const match = mandate.matchId === null ? null : await this.matches.find(system, mandate.matchId);
        if (mandate.matchId !== null && (!match || !concerns(match, mandate.subject))) {
          return refuse('mandate.matchNotFound', {}, '/matchId');
        }
        const interested = match ? sides(match) : [mandate.principalOrganizationId];
        const interest = await this.interest(system, mandate.brokerPersonId, interested);
        if (!interest.ok || !match) return interest;
        const otherSubject = mandate.subject.kind === 'demand' ? match.achievementId : match.demandId;
        const others = await this.mandates.standingOfAgency(system, mandate.agencyOrganizationId, [otherSubject]);
        if (others.length === 0) return interest;
        const both = await this.bothConsent(system, match, mandate.agencyOrganizationId);
        return both.ok ? interest : both;
      },
    );
  }

  private async bothConsent(
    tx: Tx,
    match: MatchSides,
    agencyOrganizationId: string,
  ): Promise<Result<null, DualRefusal>> {
    return dualAgency(sides(match), await this.mandates.consents(tx, match.id, agencyOrganizationId));
  }

  /** The organization whose subject it is, when the actor may see it. */
  private async ownerOf(tx: Tx, actor: PersonActor, subject: MandateSubject): Promise<string | null> {
    if (subject.kind === 'achievement') {
      return (await this.achievements.find(tx, subject.id))?.organizationId ?? null;
    }
    const demand = await this.demands.get(actor, subject.id);
    return demand.ok ? demand.value.organizationId : null;
  }

  private async matchOf(tx: Tx, matchId: string): Promise<MatchSides | null> {
    return this.unitOfWork.asSystem(tx, 'mandate', (system) => this.matches.find(system, matchId));
  }

  private async close(
    actor: PersonActor,
    id: string,
    event: 'decline' | 'end',
    reason: string,
    mayClose: (mandate: Mandate) => readonly string[],
  ): Promise<Result<Mandate, CloseRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Mandate, CloseRefusal>> => {
      const before = await this.mandates.forUpdate(tx, id);
      if (!before || !mayClose(before).includes(actor.organizationId)) return refuse('mandate.notFound');
      const after = closeMandate(before, event, reason, this.clock.now());
      return after.ok ? this.save(tx, event, before, after.value, reason) : after;
    });
  }

  private async save(
    tx: Tx,
    event: string,
    before: Mandate,
    after: Mandate,
    reason?: string,
  ): Promise<{ readonly ok: true; readonly value: Mandate }> {
    await this.mandates.save(tx, after);
    await this.record(tx, event, before, after, reason);
    return ok(after);
  }

  private async record(tx: Tx, event: string, before: Mandate | null, after: Mandate, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'mandate',
      subjectId: after.id,
      parties: [after.agencyOrganizationId, after.principalOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

const sides = (match: MatchSides): [string, string] => [match.demandOrganizationId, match.achievementOrganizationId];

const concerns = (match: MatchSides, subject: MandateSubject): boolean =>
  subject.id === (subject.kind === 'demand' ? match.demandId : match.achievementId);

/** A unique constraint that says "already" becomes the refusal that says so. */
async function once<T, C extends string>(
  constraint: string,
  code: C,
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly refusal: Refusal<C> }> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== constraint) throw error;
    return refuse(code);
  }
}
