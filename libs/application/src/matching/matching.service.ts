import { Injectable } from '@nestjs/common';
import { declineMatch, introduceMatch, type DeclineReason, type Match } from '#domain/matching/match.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { MatchRepository, type MatchSide } from './match.repository.js';

/** A match with the titles of both sides, for lists. */
export interface MatchWithTitles {
  readonly match: Match;
  readonly demandTitle: string;
  readonly achievementTitle: string;
}

export type MatchListRefusal = Refusal<'demand.notFound' | 'achievement.notFound' | 'access.forbidden'>;
export type DeclineRefusal = Refusal<
  'match.notFound' | 'access.forbidden' | 'state.notAllowed' | 'match.declineTextMissing'
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

  /** Matches of a demand, for its owner, brokers and the bureau, best first. */
  async ofDemand(actor: PersonActor, demandId: string): Promise<Result<MatchWithTitles[], MatchListRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.find(tx, demandId);
      if (!demand) return refuse('demand.notFound');
      if (!this.mayList(actor, demand.organizationId, [...bureauReaders, 'broker'])) return refuse('access.forbidden');
      return ok(await this.list(tx, actor, 'demand', demandId));
    });
  }

  /** Matches of an achievement, for its owner, brokers and the bureau, best first. */
  async ofAchievement(actor: PersonActor, achievementId: string): Promise<Result<MatchWithTitles[], MatchListRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await this.achievements.find(tx, achievementId);
      if (!achievement) return refuse('achievement.notFound');
      if (!this.mayList(actor, achievement.organizationId, [...bureauReaders, 'broker']))
        return refuse('access.forbidden');
      return ok(await this.list(tx, actor, 'achievement', achievementId));
    });
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
      const before = await this.matches.find(tx, id);
      if (!before) return refuse('match.notFound');
      if (!isSide(actor, before)) return refuse('access.forbidden');
      const locked = await this.matches.forUpdate(tx, id);
      if (!locked) return refuse('match.notFound');
      const decline = { reason, text, byOrganizationId: actor.organizationId };
      const after = declineMatch(locked, decline, this.clock.now());
      if (!after.ok) return after;
      await this.save(tx, 'decline', locked, after.value, reason);
      return after;
    });
  }

  private mayList(actor: PersonActor, ownerId: string, readers: readonly Parameters<typeof hasRole>[1][]): boolean {
    return actsFor(actor, ownerId) || hasRole(actor, ...readers);
  }

  /** Pairs whose two sides the actor may see: a withdrawn counterpart is left out. */
  private async list(tx: Tx, actor: PersonActor, side: MatchSide, id: string): Promise<MatchWithTitles[]> {
    const rows = await this.matches.openWithTitles(tx, side, id, maxMatchesShown);
    return rows.map((row) => ({
      ...row,
      match: mayReadDecline(actor, row.match) ? row.match : withoutDecline(row.match),
    }));
  }

  private async save(tx: Tx, event: string, before: Match, after: Match, reason?: string): Promise<void> {
    await this.matches.save(tx, after);
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

/** Why a side declined is for the two sides and the bureau; a broker only sees that it did. */
const mayReadDecline = (actor: PersonActor, match: Match): boolean =>
  isSide(actor, match) || hasRole(actor, ...bureauReaders);

const withoutDecline = (match: Match): Match => ({ ...match, decline: null });

const isSide = (actor: PersonActor, match: Match): boolean =>
  actsFor(actor, match.demandOrganizationId) || actsFor(actor, match.achievementOrganizationId);
