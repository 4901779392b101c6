import { Injectable } from '@nestjs/common';
import type { TransferMode } from '#domain/achievement/achievement.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import { feeLadder, feeOverdue, type FeeYear } from '#domain/right/annual-fee.js';
import {
  disposalOfListing,
  mayDispose,
  type Disposal,
  type RightFlag,
  type RightGuardRefusal,
  type Situation,
} from '#domain/right/disposal.js';
import { isPatentRight, type Right } from '#domain/right/right.js';
import { ok, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { RightRepository } from './right.repository.js';

/**
 * What the law lets be done with rights, asked in the transaction that does it. The rights stay locked until it ends, so
 * that a pledge is registered before it (and stops it) or after it (and finds it done), never in between. The order of
 * locks goes on from the listing's: … → listing → achievement → right.
 */
@Injectable()
export class RightGuard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly achievements: AchievementService,
    private readonly clock: Clock,
  ) {}

  /** Whether the rights of an achievement let it be offered this way today; the first that does not is named. */
  async mayOffer(tx: Tx, achievementId: string, mode: TransferMode): Promise<Result<true, RightGuardRefusal>> {
    const today = beijingDate(this.clock.now());
    const disposal = disposalOfListing(mode, today);
    if (disposal === null) return ok(true);
    // The buyer's side asks too, and may not read the seller's register: the answer is all it gets.
    return this.unitOfWork.asSystem(tx, 'right.guard', async (system): Promise<Result<true, RightGuardRefusal>> => {
      // A right that is just being linked to the achievement waits for this answer, or is seen by it.
      await this.achievements.lock(system, achievementId);
      const rights = await this.rights.lockOfAchievement(system, achievementId, today);
      return this.decide(system, rights, disposal);
    });
  }

  /** The same without locks, for a listing that is out already and is looked at after a change. */
  async stillOffered(system: Tx, achievementId: string, mode: TransferMode): Promise<Result<true, RightGuardRefusal>> {
    const today = beijingDate(this.clock.now());
    const disposal = disposalOfListing(mode, today);
    if (disposal === null) return ok(true);
    return this.decide(system, await this.rights.ofAchievement(system, achievementId, today), disposal);
  }

  /** Whether these rights may be disposed of so today; locked until the transaction ends. */
  async mayDispose(tx: Tx, rightIds: readonly string[], disposal: Disposal): Promise<Result<true, RightGuardRefusal>> {
    const today = beijingDate(this.clock.now());
    return this.unitOfWork.asSystem(tx, 'right.guard', async (system): Promise<Result<true, RightGuardRefusal>> => {
      const rights = await this.rights.lockAll(system, rightIds, today);
      return this.decide(system, rights, disposal);
    });
  }

  /** Rights that `mayDispose` has just let pass in this transaction, to do with them what it was asked for. */
  async locked(system: Tx, rightIds: readonly string[]): Promise<Right[]> {
    return this.rights.lockAll(system, rightIds, beijingDate(this.clock.now()));
  }

  /** What the answer would be for one right. */
  async ask(system: Tx, right: Right, disposal: Disposal): Promise<Result<readonly RightFlag[], RightGuardRefusal>> {
    return mayDispose(await this.situation(system, right), disposal, beijingDate(this.clock.now()));
  }

  async situation(system: Tx, right: Right): Promise<Situation> {
    const ladder = await this.ladder(system, right);
    return {
      right,
      overlays: await this.rights.resting(system, [right.id]),
      coOwnership: await this.rights.coOwnership(system, right.id),
      consents: await this.rights.consents(system, [right.id]),
      feeOverdue: feeOverdue(
        ladder,
        ladder.some(({ state }) => state === 'paid'),
      ),
    };
  }

  /** The annual fees of a patent by year; none of another right. */
  async ladder(tx: Tx, right: Right): Promise<readonly FeeYear[]> {
    if (!isPatentRight(right)) return [];
    const patent = await this.rights.findPatent(tx, right.id);
    if (!patent) return [];
    const facts = { ...patent, paidYears: await this.rights.paidYears(tx, right.id) };
    return feeLadder(facts, beijingDate(this.clock.now()));
  }

  private async decide(
    system: Tx,
    rights: readonly Right[],
    disposal: Disposal,
  ): Promise<Result<true, RightGuardRefusal>> {
    for (const right of rights) {
      const allowed = await this.ask(system, right, disposal);
      if (!allowed.ok) return allowed;
    }
    return ok(true);
  }
}
