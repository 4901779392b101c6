import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  acceptIntroduction,
  declineIntroduction,
  introductionReaders,
  type AcceptRefusal as DomainAcceptRefusal,
  type Introducer,
  type Introduction,
} from '#domain/introduction/introduction.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { MandateService, type MatchSides } from '../mandate/mandate.service.js';
import { MatchingService } from '../matching/matching.service.js';
import { IntroductionRepository } from './introduction.repository.js';

type NotFound = Refusal<'introduction.notFound'>;
type IntroducerRefusal = Refusal<
  'introduction.matchNotFound' | 'mandate.conflictOfInterest' | 'mandate.dualConsentMissing'
>;
export type IntroduceRefusal =
  | IntroducerRefusal
  | Refusal<'introduction.matchClosed' | 'introduction.sameOrganization' | 'introduction.alreadyMade'>;
export type AcceptRefusal = NotFound | DomainAcceptRefusal;
export type DeclineRefusal = NotFound | Refusal<'introduction.notSide' | 'state.notAllowed'>;

const introducibleStates: readonly string[] = ['proposed', 'accepted'];

/** Use cases of introductions. */
@Injectable()
export class IntroductionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly introductions: IntroductionRepository,
    private readonly mandates: MandateService,
    private readonly matches: MatchingService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A broker under mandate, or one of the two sides, brings a matched pair together. */
  async introduce(
    actor: PersonActor,
    matchId: string,
    message: string,
  ): Promise<Result<Introduction, IntroduceRefusal>> {
    try {
      return await this.unitOfWork.run(actor, (tx) => this.introduceIn(tx, actor, matchId, message));
    } catch (error) {
      if (uniqueViolation(error) !== 'introduction_match_once') throw error;
      return refuse('introduction.alreadyMade');
    }
  }

  /** One side says yes and leaves its contact; the other reads it once it said yes as well. */
  async accept(actor: PersonActor, id: string, contact: string): Promise<Result<Introduction, AcceptRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Introduction, AcceptRefusal>> => {
      const before = await this.introductions.forUpdate(tx, id);
      if (!before) return refuse('introduction.notFound');
      const { organizationId, personId } = actor;
      const acceptance = { organizationId, personId, contact, acceptedAt: this.clock.now() };
      const after = acceptIntroduction(before, acceptance);
      if (!after.ok) return after;
      await this.introductions.insertAcceptance(tx, id, acceptance);
      await this.introductions.save(tx, after.value);
      await this.record(tx, after.value.state === 'accepted' ? 'complete' : 'accept', before, after.value);
      if (after.value.state === 'accepted') await this.markIntroduced(tx, after.value.matchId);
      // Read again: the policies now give the other side's contact.
      return ok((await this.introductions.find(tx, id)) ?? after.value);
    });
  }

  async decline(actor: PersonActor, id: string, reason: string): Promise<Result<Introduction, DeclineRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Introduction, DeclineRefusal>> => {
      const before = await this.introductions.forUpdate(tx, id);
      if (!before) return refuse('introduction.notFound');
      const after = declineIntroduction(before, actor.organizationId, reason, this.clock.now());
      if (!after.ok) return after;
      await this.introductions.save(tx, after.value);
      await this.record(tx, 'decline', before, after.value, reason);
      return after;
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Introduction, NotFound>> {
    const introduction = await this.unitOfWork.run(actor, (tx) => this.introductions.find(tx, id));
    return introduction ? ok(introduction) : refuse('introduction.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<Introduction[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.introductions.listOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  /** What the actor of the transaction may see, or null. */
  async find(tx: Tx, id: string): Promise<Introduction | null> {
    return this.introductions.find(tx, id);
  }

  private async introduceIn(
    tx: Tx,
    actor: PersonActor,
    matchId: string,
    message: string,
  ): Promise<Result<Introduction, IntroduceRefusal>> {
    const match = await this.unitOfWork.asSystem(tx, 'introduction', (system) => this.matches.find(system, matchId));
    if (!match) return refuse('introduction.matchNotFound', {}, '/matchId');
    const introducer = await this.introducerOf(tx, actor, match);
    if (!introducer.ok) return introducer;
    if (!introducibleStates.includes(match.state)) return refuse('introduction.matchClosed', { state: match.state });
    if (match.demandOrganizationId === match.achievementOrganizationId) return refuse('introduction.sameOrganization');
    const now = this.clock.now();
    const introduction: Introduction = {
      id: uuid(),
      matchId,
      demandId: match.demandId,
      achievementId: match.achievementId,
      demandOrganizationId: match.demandOrganizationId,
      achievementOrganizationId: match.achievementOrganizationId,
      introducer: introducer.value,
      state: 'proposed',
      message,
      acceptances: [],
      declineReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.introductions.insert(tx, introduction);
    await this.record(tx, 'propose', null, introduction);
    return ok(introduction);
  }

  /** Who the actor is to this match; somebody who is nothing to it does not learn that it exists. */
  private async introducerOf(
    tx: Tx,
    actor: PersonActor,
    match: MatchSides,
  ): Promise<Result<Introducer, IntroducerRefusal>> {
    const { personId, organizationId } = actor;
    const side = { personId, organizationId, mandateIds: [] };
    if (actsFor(actor, match.demandOrganizationId)) return ok({ ...side, kind: 'demandSide' });
    if (actsFor(actor, match.achievementOrganizationId)) return ok({ ...side, kind: 'achievementSide' });
    if (!hasRole(actor, 'broker')) return refuse('introduction.matchNotFound', {}, '/matchId');
    const mandates = await this.mandates.forMatch(tx, actor, match);
    if (!mandates.ok) return mandates;
    if (mandates.value.length === 0) return refuse('introduction.matchNotFound', {}, '/matchId');
    return ok({ kind: 'broker', personId, organizationId, mandateIds: mandates.value.map((mandate) => mandate.id) });
  }

  /** The two have said yes to each other: that the engine thinks otherwise by now changes nothing. */
  private async markIntroduced(tx: Tx, matchId: string): Promise<void> {
    await this.unitOfWork.asSystem(
      tx,
      'introduction',
      async (system) => void (await this.matches.markIntroduced(system, matchId)),
    );
  }

  private async record(
    tx: Tx,
    event: string,
    before: Introduction | null,
    after: Introduction,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'introduction',
      subjectId: after.id,
      parties: introductionReaders(after),
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}
