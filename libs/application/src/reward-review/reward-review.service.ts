import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { fiscalYear } from '#domain/calendar/local-date.js';
import { rank } from '#domain/reward-review/ranking.js';
import {
  candidatesOf,
  eligibleOf,
  isScored,
  weighted,
  type FrozenCandidate,
  type RewardReview,
  type Sheet,
} from '#domain/reward-review/reward-review.js';
import { enterpriseAwardPolicy, type ReviewScheme } from '#domain/reward-review/reward-review.policy.js';
import { type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { RelationService } from '../relation/relation.service.js';
import { RewardReviewCase, type ReviewRefusal } from './reward-review.case.js';
import { RewardReviewFacts } from './reward-review.facts.js';
import { RewardReviewRepository, type RewardApplication, type StoredSheet } from './reward-review.repository.js';

export interface ReviewDetail {
  readonly review: RewardReview;
  readonly panel: readonly string[];
  readonly recusals: readonly { readonly applicationId: string; readonly personId: string; readonly reason: string }[];
  /** Those that the actor may see: while the panel scores, his own. */
  readonly sheets: readonly StoredSheet[];
}

/** What a panelist is shown of a review. */
export interface ForPanel {
  readonly scheme: ReviewScheme;
  readonly candidates: readonly PanelCandidate[];
}

export interface PanelCandidate {
  readonly candidate: FrozenCandidate;
  readonly statement: string;
  readonly evidence: readonly string[];
  /** Why the panelist does not judge this candidate. */
  readonly recusal: string | null;
  readonly sheet: StoredSheet | null;
}

/** The yearly review up to its ranking: opening, frozen candidates, panel with recusals, blind sheets, ranks and ties. */
@Injectable()
export class RewardReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: RewardReviewRepository,
    private readonly cases: RewardReviewCase,
    private readonly facts: RewardReviewFacts,
    private readonly relations: RelationService,
    private readonly clock: Clock,
  ) {}

  async open(
    actor: PersonActor,
    scheme: ReviewScheme,
    year: number,
    applicationsUntil: string,
  ): Promise<Result<RewardReview, ReviewRefusal>> {
    const now = this.clock.now();
    const review: RewardReview = {
      id: uuid(),
      scheme,
      fiscalYear: year,
      state: 'collecting',
      applicationsUntil,
      openedBy: actor.personId,
      organizationId: actor.organizationId,
      snapshot: null,
      snapshotHash: null,
      ranking: null,
      openTie: [],
      tieDecision: null,
      rankedBy: null,
      noticeId: null,
      approvedBy: null,
      archiveHash: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.reviews.insert(tx, review))) return refuse('rewardReview.exists', { year: String(year) });
      await this.cases.record(tx, 'open', null, review, undefined);
      return ok(review);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RewardReview[]> {
    // Everybody signed in may know which reviews there are; the candidates stand in none of what the list shows.
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.list(system, after, limit)),
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<ReviewDetail, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const review = await this.reviews.find(tx, id);
      if (!review) return refuse('rewardReview.notFound');
      const [panel, recusals, sheets] = [
        await this.reviews.panel(tx, id),
        await this.reviews.recusals(tx, id),
        await this.reviews.sheets(tx, id),
      ];
      return ok({ review, panel, recusals, sheets });
    });
  }

  /** What a panelist sees: candidates by code, without names, with his own recusals and sheets. */
  async forPanel(actor: PersonActor, id: string): Promise<Result<ForPanel, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ForPanel, ReviewRefusal>> => {
      const review = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.find(system, id));
      if (!review || !(await this.reviews.panel(tx, id)).includes(actor.personId))
        return refuse('rewardReview.notFound');
      const applications = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
        this.reviews.applicationsIn(system, id, ['accepted']),
      );
      const recusals = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
        this.reviews.recusals(system, id),
      );
      const own = (await this.reviews.sheets(tx, id)).filter(({ personId }) => personId === actor.personId);
      const candidates = eligibleOf(review, new Set()).flatMap((candidate): PanelCandidate[] => {
        const application = applications.find((one) => one.id === candidate.applicationId);
        if (!application) return [];
        const { applicationId } = candidate;
        const recusal = recusals.find((one) => one.applicationId === applicationId && one.personId === actor.personId);
        return [
          {
            candidate,
            statement: application.statement,
            evidence: application.evidence,
            recusal: recusal?.reason ?? null,
            sheet: own.find((sheet) => sheet.applicationId === applicationId) ?? null,
          },
        ];
      });
      return ok({ scheme: review.scheme, candidates });
    });
  }

  /** No award this year (作废), with a reason; another review of the year may be opened. */
  async voidReview(actor: PersonActor, id: string, reason: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'void', reason, async (_tx, review) => ok(review));
  }

  /** 冻结: the accepted applications with the facts of today, and their hash. What comes later is adjusted visibly, never silently. */
  async freeze(actor: PersonActor, id: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'freeze', undefined, async (tx, review) => {
      if (fiscalYear(this.clock.now()) <= review.fiscalYear) {
        return refuse('rewardReview.yearRunning', { year: String(review.fiscalYear) });
      }
      const waiting = await this.reviews.applicationsIn(tx, id, ['submitted']);
      if (waiting.length > 0) return refuse('rewardReview.applicationsUnchecked', { count: String(waiting.length) });
      const applications = await this.reviews.applicationsIn(tx, id, ['accepted']);
      return ok({
        ...review,
        ...(await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
          this.facts.freeze(system, review, applications),
        )),
      });
    });
  }

  /** Appoints a panelist; whoever is related to a candidate is recused from that candidate at once, with the reason. */
  async appoint(actor: PersonActor, id: string, personId: string): Promise<Result<ReviewDetail, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ReviewDetail, ReviewRefusal>> => {
      const review = await this.reviews.forUpdate(tx, id);
      if (!review) return refuse('rewardReview.notFound');
      if (review.state !== 'scoring') return refuse('rewardReview.notScoring');
      if (
        !(await this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.personExists(system, personId)))
      ) {
        return refuse('rewardReview.unknownPerson', {}, '/personId');
      }
      if (!(await this.reviews.addPanelist(tx, id, personId, actor.personId, this.clock.now()))) {
        return refuse('rewardReview.onPanelAlready', {}, '/personId');
      }
      await this.keepApart(tx, review, [personId]);
      await this.cases.record(tx, 'appoint', review, review, personId);
      return this.get(actor, id);
    });
  }

  /** A panelist withdraws himself from one candidate. */
  async recuse(actor: PersonActor, applicationId: string, reason: string): Promise<Result<null, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<null, ReviewRefusal>> => {
      const found = await this.scorable(tx, actor, applicationId);
      if (!found.ok) return found;
      await this.reviews.recuse(tx, applicationId, actor.personId, reason, this.clock.now());
      await this.cases.record(tx, 'recuse', found.value.review, found.value.review, `${applicationId} ${reason}`);
      return ok(null);
    });
  }

  /** One sheet of a panelist and a candidate, written once and unseen by the others until the ranking. */
  async score(
    actor: PersonActor,
    applicationId: string,
    scores: Sheet,
    comment: string | null,
  ): Promise<Result<StoredSheet, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<StoredSheet, ReviewRefusal>> => {
      const found = await this.scorable(tx, actor, applicationId);
      if (!found.ok) return found;
      const { review } = found.value;
      const recused = (await this.reviews.recusals(tx, review.id)).some(
        (recusal) => recusal.applicationId === applicationId && recusal.personId === actor.personId,
      );
      const { applicantKind, applicantId } = found.value.application;
      // A relation that was declared since the appointment counts from the hour it was declared.
      const related = await this.relations.conflict(tx, actor.personId, { kind: applicantKind, id: applicantId });
      if (recused || related !== null) return refuse('rewardReview.recused');
      const points = weighted(review.scheme, scores);
      if (!points.ok) return points;
      const sheet = {
        applicationId,
        personId: actor.personId,
        scores,
        weighted: points.value,
        comment,
        at: this.clock.now(),
      };
      // As the system: a panelist reads no application, and the trigger that checks the panel reads them all.
      if (!(await this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.insertSheet(system, sheet))))
        return refuse('rewardReview.scoredAlready');
      await this.cases.record(tx, 'score', review, review, applicationId);
      return ok(sheet);
    });
  }

  /** Leaves a candidate out from here on, with a reason (an upheld objection, a false statement). */
  async exclude(
    actor: PersonActor,
    applicationId: string,
    reason: string,
  ): Promise<Result<RewardApplication, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardApplication, ReviewRefusal>> => {
      const application = await this.reviews.applicationForUpdate(tx, applicationId);
      if (!application) return refuse('rewardReview.applicationNotFound');
      const review = await this.reviews.forUpdate(tx, application.reviewId);
      if (review?.state !== 'scoring' || application.state !== 'accepted') return refuse('rewardReview.notScoring');
      const after: RewardApplication = {
        ...application,
        state: 'excluded',
        findings: reason,
        version: application.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.reviews.saveApplication(tx, after);
      await this.cases.record(tx, 'exclude', review, review, `${applicationId} ${reason}`);
      return ok(after);
    });
  }

  /** Ranks by the sheets. A tie across the last award waits for the panel's recorded decision. */
  async rank(actor: PersonActor, id: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardReview, ReviewRefusal>> => {
      const review = await this.reviews.forUpdate(tx, id);
      if (!review) return refuse('rewardReview.notFound');
      await this.keepApart(tx, review, await this.reviews.panel(tx, id));
      const ranking = await this.ranking(tx, review, []);
      if (!ranking.ok) return ranking;
      const { ranked, openTie } = ranking.value;
      const event = openTie.length > 0 ? 'tie' : 'rank';
      return this.cases.change(actor, id, event, undefined, async (_tx, found) =>
        ok({ ...found, ranking: ranked, openTie, tieDecision: null, rankedBy: actor.personId }),
      );
    });
  }

  /** The panel's decision of a tie, with its minutes: it orders exactly those who were tied. */
  async decideTie(
    actor: PersonActor,
    id: string,
    order: readonly string[],
    minutes: string,
  ): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'decide', minutes, async (tx, review) => {
      const same = order.length === review.openTie.length && review.openTie.every((tied) => order.includes(tied));
      if (!same) return refuse('rewardReview.tieIncomplete', { tied: review.openTie.join('、') }, '/order');
      const ranking = await this.ranking(tx, review, order);
      if (!ranking.ok) return ranking;
      return ok({ ...review, ranking: ranking.value.ranked, openTie: [], tieDecision: { order, minutes } });
    });
  }

  /** Recuses panelists from the candidates whom the table of conflicts keeps them away from, by the relations of today. */
  private async keepApart(tx: Tx, review: RewardReview, panel: readonly string[]): Promise<void> {
    for (const { applicationId, applicantKind, applicantId } of review.snapshot?.candidates ?? []) {
      for (const personId of panel) {
        const reason = await this.relations.conflict(tx, personId, { kind: applicantKind, id: applicantId });
        if (reason !== null) await this.reviews.recuse(tx, applicationId, personId, reason, this.clock.now());
      }
    }
  }

  private async ranking(tx: Tx, review: RewardReview, decision: readonly string[]) {
    const excluded = await this.reviews.applicationsIn(tx, review.id, ['excluded']);
    const eligible = eligibleOf(review, new Set(excluded.map(({ id }) => id)));
    const sheets = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
      this.reviews.sheets(system, review.id),
    );
    const recusals = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
      this.reviews.recusals(system, review.id),
    );
    // A panelist who recused himself after he had scored does not count.
    const counts = (sheet: StoredSheet) =>
      !recusals.some(
        ({ applicationId, personId }) => applicationId === sheet.applicationId && personId === sheet.personId,
      );
    const scores = new Map<string, number[]>();
    for (const sheet of sheets.filter(counts)) {
      scores.set(sheet.applicationId, [...(scores.get(sheet.applicationId) ?? []), sheet.weighted]);
    }
    const candidates = candidatesOf(review, eligible, scores);
    if (!candidates.ok) return candidates;
    const awards = isScored(review.scheme) ? await this.topRanks(tx, review) : Number.MAX_SAFE_INTEGER;
    return ok(rank(candidates.value, awards, decision));
  }

  private async topRanks(tx: Tx, review: RewardReview): Promise<number> {
    if (review.scheme === 'enterpriseAward') return enterpriseAwardPolicy.topRanks;
    return (await this.facts.policyOf(tx, review)).topRanks ?? Number.MAX_SAFE_INTEGER;
  }

  /** The application and its review, for a member of its panel while it scores; for everybody else it does not exist. */
  private async scorable(tx: Tx, actor: PersonActor, applicationId: string) {
    return this.unitOfWork.asSystem(tx, 'rewardReview', async (system) => {
      const application = await this.reviews.applicationForUpdate(system, applicationId);
      const review = application && (await this.reviews.forUpdate(system, application.reviewId));
      const panel = review ? await this.reviews.panel(system, review.id) : [];
      if (!application || !review || !panel.includes(actor.personId)) return refuse('rewardReview.applicationNotFound');
      if (review.state !== 'scoring' || !isScored(review.scheme)) return refuse('rewardReview.notScoring');
      return ok({ application, review });
    });
  }
}
