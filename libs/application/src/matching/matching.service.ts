import { Injectable } from '@nestjs/common';
import {
  acceptMatch,
  contractMatch,
  declineMatch,
  introduceMatch,
  type DeclineReason,
  type Match,
} from '#domain/matching/match.js';
import { actsFor, hasRole, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { barredForAll, type Ineligible } from '#matching/rank/eligibility.js';
import type { OfferRights } from '#matching/rank/subject.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { MatchRepository, type MatchSide } from './match.repository.js';
import { OfferFactsReader } from './offer-facts.js';

/** A match with the titles of both sides, for lists. */
export interface MatchWithTitles {
  readonly match: Match;
  readonly demandTitle: string;
  readonly achievementTitle: string;
}

/** Matches of an achievement, with the reason why no need gets it proposed, if there is one. */
export interface AchievementMatches {
  readonly matches: readonly MatchWithTitles[];
  readonly barred: Ineligible | null;
}

export type MatchListRefusal = Refusal<'demand.notFound' | 'achievement.notFound' | 'access.forbidden'>;
export type DeclineRefusal = Refusal<
  'match.notFound' | 'access.forbidden' | 'state.notAllowed' | 'match.declineTextMissing'
>;
export type AcceptMatchRefusal = Refusal<
  'match.notFound' | 'access.forbidden' | 'state.notAllowed' | 'match.alreadyAccepted'
>;

const maxMatchesShown = 50;
/** Who reads matches of pairs that are not their own. */
const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** What people do with matches. The engine's side is MatchRuns. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly demands: DemandService,
    private readonly achievements: AchievementService,
    private readonly facts: OfferFactsReader,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A match that the actor of the transaction may see, or null. */
  async find(tx: Tx, id: string): Promise<Match | null> {
    return this.matches.find(tx, id);
  }

  /** Both sides were brought together. Quiet when that is so already. */
  async markIntroduced(tx: Tx, id: string): Promise<Result<Match, Refusal<'match.notFound' | 'state.notAllowed'>>> {
    const before = await this.matches.forUpdate(tx, id);
    if (!before) return refuse('match.notFound');
    if (before.state === 'introduced') return ok(before);
    const after = introduceMatch(before, this.clock.now());
    if (!after.ok) return after;
    await this.save(tx, 'introduce', before, after.value);
    return after;
  }

  /**
   * A contract between the two has taken effect, in its transaction: the best answer that a proposal can get. Quiet for
   * a pair that was not introduced by the market. Whoever signs last need not be a side that may change the match.
   */
  async markContracted(tx: Tx, demandId: string, achievementId: string): Promise<void> {
    await this.unitOfWork.run(systemActor('matching', tx.actor.origin.requestId), async (system) => {
      const before = await this.matches.pairForUpdate(system, demandId, achievementId);
      const after = before && contractMatch(before, this.clock.now());
      if (before && after?.ok) await this.save(system, 'contract', before, after.value);
    });
  }

  /** Matches of a demand, for its owner, brokers and the bureau, best first. */
  async ofDemand(actor: PersonActor, demandId: string): Promise<Result<MatchWithTitles[], MatchListRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.find(tx, demandId);
      if (!demand) return refuse('demand.notFound');
      if (!this.mayList(actor, demand.organizationId, [...bureauReaders, 'broker'])) return refuse('access.forbidden');
      return ok(await this.list(tx, 'demand', demandId));
    });
  }

  /** Matches of an achievement, for its owner, brokers and the bureau, best first. */
  async ofAchievement(
    actor: PersonActor,
    achievementId: string,
  ): Promise<Result<AchievementMatches, MatchListRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await this.achievements.find(tx, achievementId);
      if (!achievement) return refuse('achievement.notFound');
      if (!this.mayList(actor, achievement.organizationId, [...bureauReaders, 'broker']))
        return refuse('access.forbidden');
      const facts = { offerIsPublic: achievement.state === 'published', secret: achievement.secret };
      return ok({
        matches: await this.list(tx, 'achievement', achievementId),
        barred: barredForAll(facts, await this.rightsOf(tx, achievementId)),
      });
    });
  }

  /** A broker may not read the owner's register: what follows from it is all that is shown. */
  private async rightsOf(tx: Tx, achievementId: string): Promise<OfferRights | null> {
    const facts = await this.unitOfWork.run(systemActor('matching', tx.actor.origin.requestId), (system) =>
      this.facts.read(system, [achievementId]),
    );
    return facts.get(achievementId)?.rights ?? null;
  }

  /** One side does not want the pair, and says why. */
  async decline(
    actor: PersonActor,
    id: string,
    reason: DeclineReason,
    text: string | null,
  ): Promise<Result<Match, DeclineRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Match, DeclineRefusal>> => {
      // A broker and the bureau may see the pair but not decide for its sides; nobody else knows of it.
      const locked = await this.ofSide(tx, actor, id);
      if (!locked.ok) return locked;
      const decline = { reason, text, byOrganizationId: actor.organizationId };
      const after = declineMatch(locked.value, decline, this.clock.now());
      if (!after.ok) return after;
      await this.matches.insertDecline(tx, id, decline, after.value.updatedAt);
      await this.save(tx, 'decline', locked.value, after.value, reason);
      return after;
    });
  }

  /** One side wants the pair; when the other does too, an introduction is suggested to both. */
  async accept(actor: PersonActor, id: string): Promise<Result<Match, AcceptMatchRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Match, AcceptMatchRefusal>> => {
      const locked = await this.ofSide(tx, actor, id);
      if (!locked.ok) return locked;
      const after = acceptMatch(locked.value, actor.organizationId, this.clock.now());
      if (!after.ok) return after;
      await this.matches.insertAcceptance(tx, id, actor.organizationId, actor.personId, after.value.updatedAt);
      await this.save(tx, 'accept', locked.value, after.value);
      return after;
    });
  }

  /** A match of the actor's own, locked. */
  private async ofSide(
    tx: Tx,
    actor: PersonActor,
    id: string,
  ): Promise<Result<Match, Refusal<'match.notFound' | 'access.forbidden'>>> {
    const seen = await this.matches.find(tx, id);
    if (!seen) return refuse('match.notFound');
    if (!isSide(actor, seen)) return refuse('access.forbidden');
    const locked = await this.matches.forUpdate(tx, id);
    return locked ? ok(locked) : refuse('match.notFound');
  }

  private mayList(actor: PersonActor, ownerId: string, readers: readonly Parameters<typeof hasRole>[1][]): boolean {
    return actsFor(actor, ownerId) || hasRole(actor, ...readers);
  }

  /**
   * Pairs whose two sides the actor may see: a withdrawn counterpart is left out. Why a side declined is for the two
   * sides and the bureau: the policies of `match_decline` give it to nobody else.
   */
  private async list(tx: Tx, side: MatchSide, id: string): Promise<MatchWithTitles[]> {
    return this.matches.openWithTitles(tx, side, id, maxMatchesShown);
  }

  private async save(tx: Tx, event: string, before: Match, after: Match, reason?: string): Promise<void> {
    await this.matches.saveState(tx, after);
    await this.journal.record(tx, {
      subjectKind: 'match',
      subjectId: after.id,
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      event,
      from: before.state,
      to: after.state,
      ...(reason !== undefined && { reason }),
      before,
      after,
    });
  }
}

const isSide = (actor: PersonActor, match: Match): boolean =>
  actsFor(actor, match.demandOrganizationId) || actsFor(actor, match.achievementOrganizationId);
