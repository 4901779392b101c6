import { Injectable } from '@nestjs/common';
import {
  rewardReviewTransitions,
  type RewardReview,
  type RewardReviewEvent,
} from '#domain/reward-review/reward-review.js';
import type { Actor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RewardReviewRepository } from './reward-review.repository.js';

export type ReviewRefusal = Refusal<
  | 'rewardReview.notFound'
  | 'rewardReview.exists'
  | 'rewardReview.applicationNotFound'
  | 'rewardReview.applicationsUnchecked'
  | 'rewardReview.yearRunning'
  | 'rewardReview.notScoring'
  | 'rewardReview.unknownPerson'
  | 'rewardReview.onPanelAlready'
  | 'rewardReview.recused'
  | 'rewardReview.scoredAlready'
  | 'rewardReview.sheetIncomplete'
  | 'rewardReview.panelTooSmall'
  | 'rewardReview.tieIncomplete'
  | 'rewardReview.sameOfficer'
  | 'rewardReview.amountsIncomplete'
  | 'rewardReview.aboveCap'
  | 'rewardReview.awardNotFound'
  | 'ledger.budgetExhausted'
  | 'state.notAllowed'
>;

type Decision = Promise<Result<RewardReview, ReviewRefusal>>;

/** One step of a review: locked, decided, its transition taken, written with its journal. */
@Injectable()
export class RewardReviewCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: RewardReviewRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async change(
    actor: Actor,
    id: string,
    event: RewardReviewEvent,
    reason: string | undefined,
    decide: (tx: Tx, review: RewardReview) => Decision,
  ): Decision {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.reviews.forUpdate(tx, id);
      if (!found) return refuse('rewardReview.notFound');
      const next = transition(rewardReviewTransitions, found.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value, version: found.version + 1, updatedAt: this.clock.now() };
      await this.reviews.save(tx, after);
      await this.record(tx, event, found, after, reason);
      return ok(after);
    });
  }

  async record(
    tx: Tx,
    event: string,
    before: RewardReview | null,
    after: RewardReview,
    reason: string | undefined,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'rewardReview',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
