import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import {
  outcomeIsKnown,
  rewardApplicationTransitions,
  type RewardApplicationEvent,
  type RewardAward,
  type RewardReview,
} from '#domain/reward-review/reward-review.js';
import type { ReviewScheme } from '#domain/reward-review/reward-review.policy.js';
import { actsFor, hasRole, type PersonActor, type Role } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import {
  RewardReviewRepository,
  type ApplicationStanding,
  type RewardApplication,
} from './reward-review.repository.js';

export type ApplicationRefusal = Refusal<
  | 'rewardReview.notFound'
  | 'rewardReview.applicationNotFound'
  | 'rewardReview.applicationsClosed'
  | 'rewardReview.notForYou'
  | 'rewardReview.appliedAlready'
  | 'rewardReview.ownApplication'
  | 'state.notAllowed'
>;

interface Content {
  readonly statement: string;
  readonly evidence: readonly string[];
}

/** An application with where its review stands and, once that is published, what came of it. */
export interface ApplicationDetail extends RewardApplication {
  readonly standing: ApplicationStanding;
  readonly outcomeKnown: boolean;
  readonly award: RewardAward | null;
}

/** Files may be added while the application is in the applicant's or the checker's hands. */
const openStates: readonly string[] = ['submitted', 'returned'];

/** Who may apply for what: an agency for itself, a broker in person, an enterprise for itself. */
const applicants: Readonly<Record<ReviewScheme, readonly Role[]>> = {
  agencyAward: ['agencyManager', 'researchUnit'],
  brokerBonus: ['broker'],
  enterpriseAward: ['enterprise'],
};

/** Applications for an award: handed in, checked in form by an officer, repaired, withdrawn. */
@Injectable()
export class RewardApplicationService implements AttachmentHost, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: RewardReviewRepository,
    private readonly attachments: AttachmentService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('rewardApplication', this);
  }

  async apply(
    actor: PersonActor,
    reviewId: string,
    content: Content,
  ): Promise<Result<RewardApplication, ApplicationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const review = await this.review(tx, reviewId);
      if (!review) return refuse('rewardReview.notFound');
      if (!hasRole(actor, ...applicants[review.scheme])) return refuse('rewardReview.notForYou');
      const open = this.isOpen(review);
      if (!open.ok) return open;
      const person = review.scheme === 'brokerBonus';
      const now = this.clock.now();
      const application: RewardApplication = {
        ...content,
        id: uuid(),
        reviewId,
        applicantKind: person ? 'person' : 'organization',
        applicantId: person ? actor.personId : actor.organizationId,
        organizationId: actor.organizationId,
        submittedBy: actor.personId,
        state: 'submitted',
        benefit: 0n,
        findings: null,
        checkedBy: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.reviews.insertApplication(tx, application))) return refuse('rewardReview.appliedAlready');
      await this.record(tx, 'submit', null, application, undefined);
      return ok(application);
    });
  }

  /** 补正: the repaired application takes the place of the returned one. */
  async resubmit(
    actor: PersonActor,
    id: string,
    content: Content,
  ): Promise<Result<RewardApplication, ApplicationRefusal>> {
    return this.change(actor, id, 'resubmit', undefined, async (tx, found) => {
      if (!actsFor(actor, found.organizationId)) return refuse('rewardReview.applicationNotFound');
      const review = await this.review(tx, found.reviewId);
      const open = review ? this.isOpen(review) : refuse('rewardReview.notFound');
      return open.ok ? ok({ ...found, ...content }) : open;
    });
  }

  async withdraw(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<RewardApplication, ApplicationRefusal>> {
    return this.change(actor, id, 'withdraw', reason, async (_tx, found) =>
      actsFor(actor, found.organizationId) ? ok(found) : refuse('rewardReview.applicationNotFound'),
    );
  }

  /** Formal check (形式审查) by an officer who did not hand it in; `benefit` is what of the stated effect was verified. */
  async check(
    actor: PersonActor,
    id: string,
    event: 'accept' | 'return',
    { findings, benefit }: { readonly findings: string; readonly benefit: Fen },
  ): Promise<Result<RewardApplication, ApplicationRefusal>> {
    return this.change(actor, id, event, findings, async (_tx, found) =>
      found.submittedBy === actor.personId
        ? refuse('rewardReview.ownApplication')
        : ok({ ...found, findings, benefit, checkedBy: actor.personId }),
    );
  }

  /** Own ones, or all for the officers: row-level security decides. */
  async list(
    actor: PersonActor,
    reviewId: string | null,
    after: string | null,
    limit: number,
  ): Promise<ApplicationDetail[]> {
    return this.unitOfWork.run(actor, async (tx) =>
      this.detailed(tx, await this.reviews.applications(tx, reviewId, after, limit)),
    );
  }

  async get(
    actor: PersonActor,
    id: string,
  ): Promise<Result<ApplicationDetail, Refusal<'rewardReview.applicationNotFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.reviews.application(tx, id);
      const [detail] = found ? await this.detailed(tx, [found]) : [];
      return detail ? ok(detail) : refuse('rewardReview.applicationNotFound');
    });
  }

  /** Evidence in full is for the applicant and the office; the panel, which judges blind, reads the names of it only. */
  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    const found = await this.reviews.application(tx, id);
    if (!found) return null;
    const open = openStates.includes(found.state) && actsFor(actor, found.organizationId);
    return { readerIds: [found.organizationId], open, provisional: open };
  }

  /** As the system: an applicant reads no review, and of its ranking his own place only. */
  private async detailed(tx: Tx, applications: readonly RewardApplication[]): Promise<ApplicationDetail[]> {
    const ids = applications.map(({ id }) => id);
    const [standings, awards] = await this.unitOfWork.asSystem(tx, 'rewardReview', async (system) => [
      await this.reviews.standings(system, ids),
      await this.reviews.awardsOf(system, ids),
    ]);
    return applications.flatMap((application) => {
      const standing = standings.find(({ applicationId }) => applicationId === application.id);
      const award = awards.find(({ applicationId }) => applicationId === application.id) ?? null;
      return standing ? [{ ...application, standing, outcomeKnown: outcomeIsKnown(standing.state), award }] : [];
    });
  }

  /** Applicants read no review; whether it is open they may know. */
  private review(tx: Tx, id: string): Promise<RewardReview | null> {
    return this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.find(system, id));
  }

  private isOpen(review: RewardReview): Result<RewardReview, Refusal<'rewardReview.applicationsClosed'>> {
    const open = review.state === 'collecting' && beijingDate(this.clock.now()) <= review.applicationsUntil;
    return open ? ok(review) : refuse('rewardReview.applicationsClosed', { until: review.applicationsUntil });
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: RewardApplicationEvent,
    reason: string | undefined,
    decide: (tx: Tx, found: RewardApplication) => Promise<Result<RewardApplication, ApplicationRefusal>>,
  ): Promise<Result<RewardApplication, ApplicationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.reviews.applicationForUpdate(tx, id);
      if (!found) return refuse('rewardReview.applicationNotFound');
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const next = transition(rewardApplicationTransitions, found.state, event);
      if (!next.ok) return next;
      const after = { ...decided.value, state: next.value, version: found.version + 1, updatedAt: this.clock.now() };
      await this.reviews.saveApplication(tx, after);
      await this.record(tx, event, found, after, reason);
      return ok(after);
    });
  }

  private record(
    tx: Tx,
    event: string,
    before: RewardApplication | null,
    after: RewardApplication,
    reason: string | undefined,
  ): Promise<void> {
    const plain = (application: RewardApplication) => ({ ...application, benefit: application.benefit.toString() });
    return this.journal.record(tx, {
      subjectKind: 'rewardApplication',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      before: before && plain(before),
      after: plain(after),
    });
  }
}
