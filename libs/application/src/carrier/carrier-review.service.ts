import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  carrierReviewTransitions,
  isOverdue,
  reviewDueOn,
  titleEventOf,
  type CarrierFigures,
  type CarrierReview,
  type CarrierReviewEvent,
  type ReviewResult,
} from '#domain/carrier/carrier-review.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { CarrierRepository } from './carrier.repository.js';
import { CarrierService, type CarrierRefusal } from './carrier.service.js';

export type CarrierReviewRefusal =
  CarrierRefusal | Refusal<'carrierReview.notFound' | 'carrierReview.notOverdue' | 'carrierReview.rectifyUntil'>;
type Answer = Promise<Result<CarrierReview, CarrierReviewRefusal>>;

const maxPerRun = 200;

/** Use cases of the yearly review of titles (年度考核). */
@Injectable()
export class CarrierReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carriers: CarrierRepository,
    private readonly titles: CarrierService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The worker's turn: titles whose time is over end; titles that owe a report of last year get a review. */
  async followDue(actor: SystemActor): Promise<void> {
    const today = beijingDate(this.clock.now());
    await this.each(actor, async (tx) => {
      const title = await this.carriers.claimExpired(tx, today);
      if (title) await this.titles.step(tx, title, 'expire', '有效期届满', { endedOn: today });
      return title !== null;
    });
    const year = Number(today.slice(0, 4)) - 1;
    await this.each(actor, async (tx) => {
      const title = await this.carriers.claimUnreviewed(tx, year);
      if (title) await this.open(tx, title.id, title.organizationId, year);
      return title !== null;
    });
  }

  async submit(actor: PersonActor, id: string, report: string, figures: CarrierFigures): Answer {
    return this.change(actor, id, 'submit', report, async (_tx, review) => {
      if (!actsFor(actor, review.organizationId)) return refuse('carrierReview.notFound');
      return ok({ report, figures, submittedAt: this.clock.now(), proposal: null, examinedBy: null, opinion: null });
    });
  }

  /** The first eyes propose a result, or return the report. Without a report only when it is late. */
  async examine(actor: PersonActor, id: string, proposal: ReviewResult | 'return', opinion: string): Answer {
    const event = proposal === 'return' ? 'return' : 'examine';
    return this.change(actor, id, event, opinion, async (tx, review) => {
      const allowed = await this.mayJudge(tx, actor, review);
      if (!allowed.ok) return allowed;
      if (proposal === 'return') return ok({ opinion });
      if (review.state !== 'submitted' && !isOverdue(review, beijingDate(this.clock.now()))) {
        return refuse('carrierReview.notOverdue', { dueOn: review.rectifyUntil ?? review.dueOn });
      }
      return ok({ proposal, examinedBy: actor.personId, opinion });
    });
  }

  /** The second eyes decide; the title follows in the same transaction. */
  async decide(
    actor: PersonActor,
    id: string,
    decision: ReviewResult | 'sendBack',
    reason: string,
    rectifyUntil: LocalDate | null,
  ): Answer {
    return this.change(actor, id, decision, reason, async (tx, review) => {
      const allowed = await this.mayJudge(tx, actor, review);
      if (!allowed.ok) return allowed;
      if (review.examinedBy === actor.personId) return refuse('carrier.sameOfficer');
      if (decision === 'sendBack') return ok({ proposal: null, examinedBy: null, opinion: reason });
      const today = beijingDate(this.clock.now());
      if (decision === 'rectify' && (rectifyUntil === null || rectifyUntil <= today)) {
        return refuse('carrierReview.rectifyUntil', { today }, '/rectifyUntil');
      }
      const moved = await this.moveTitle(tx, review, decision, reason, today);
      if (!moved.ok) return moved;
      const until = decision === 'rectify' ? rectifyUntil : null;
      return ok({ decidedBy: actor.personId, decisionReason: reason, rectifyUntil: until });
    });
  }

  async get(actor: PersonActor, id: string): Answer {
    const found = await this.unitOfWork.run(actor, (tx) => this.carriers.reviews.find(tx, id));
    return found ? ok(found) : refuse('carrierReview.notFound');
  }

  /** Officers and auditors see all, a carrier its own. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<CarrierReview[]> {
    const scope = hasRole(actor, 'reviewer', 'auditor') ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.carriers.listReviews(tx, scope, after, limit));
  }

  private async moveTitle(
    tx: Tx,
    review: CarrierReview,
    result: ReviewResult,
    reason: string,
    today: LocalDate,
  ): Promise<Result<true, CarrierReviewRefusal>> {
    const title = await this.carriers.titles.forUpdate(tx, review.titleId);
    const event = title && titleEventOf(result, title.state);
    if (!title || !event) return ok(true);
    const moved = await this.titles.step(tx, title, event, reason, event === 'withdraw' ? { endedOn: today } : {});
    return moved.ok ? ok(true) : moved;
  }

  private async mayJudge(tx: Tx, actor: PersonActor, { titleId }: CarrierReview) {
    const title = await this.carriers.titles.find(tx, titleId);
    if (!title) return refuse('carrierReview.notFound');
    return this.titles.mayJudge(tx, actor, title);
  }

  private async open(tx: Tx, titleId: string, organizationId: string, year: number): Promise<void> {
    const now = this.clock.now();
    const review: CarrierReview = {
      id: uuid(),
      titleId,
      organizationId,
      year,
      state: 'due',
      dueOn: reviewDueOn(year),
      report: null,
      figures: null,
      submittedAt: null,
      proposal: null,
      examinedBy: null,
      opinion: null,
      decidedBy: null,
      decisionReason: null,
      rectifyUntil: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.carriers.reviews.insert(tx, review);
    await this.record(tx, 'open', null, review, `${year}年度考核`);
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: CarrierReviewEvent,
    reason: string,
    decide: (tx: Tx, review: CarrierReview) => Promise<Result<Partial<CarrierReview>, CarrierReviewRefusal>>,
  ): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      const before = await this.carriers.reviews.forUpdate(tx, id);
      if (!before) return refuse('carrierReview.notFound');
      const next = transition(carrierReviewTransitions, before.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      const after = {
        ...before,
        ...decided.value,
        state: next.value,
        version: before.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.carriers.reviews.save(tx, after);
      await this.record(tx, event, before, after, reason);
      return ok(after);
    });
  }

  private async each(actor: SystemActor, work: (tx: Tx) => Promise<boolean>): Promise<void> {
    for (let done = 0; done < maxPerRun; done += 1) if (!(await this.unitOfWork.run(actor, work))) return;
  }

  private async record(tx: Tx, event: string, before: CarrierReview | null, after: CarrierReview, reason: string) {
    await this.journal.record(tx, {
      subjectKind: 'carrierReview',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      ...(before && { before }),
      after,
    });
  }
}
