import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { formatYuan, type Fen } from '#domain/money/money.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import {
  isScored,
  type FrozenCandidate,
  type RewardAward,
  type RewardReview,
} from '#domain/reward-review/reward-review.js';
import { enterpriseAwardPolicy, reviewPolicy, type ReviewScheme } from '#domain/reward-review/reward-review.policy.js';
import { type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { RewardAccounts } from '../reward/reward.accounts.js';
import { RewardReviewCase, type ReviewRefusal } from './reward-review.case.js';
import { RewardReviewRepository } from './reward-review.repository.js';

/** A discretionary amount (M2) with its reason. */
export interface DecidedAmount {
  readonly applicationId: string;
  readonly amount: Fen;
  readonly reason: string;
}

export const reviewTitles: Readonly<Record<ReviewScheme, string>> = {
  agencyAward: '高校院所科技成果转移转化服务机构奖补',
  brokerBonus: '技术经纪人奖金',
  enterpriseAward: enterpriseAwardPolicy.title,
};

const closedReason = '年度评审办结：未申请或未获奖，暂计额退回预算';

/** From the ranking to the archive: 公示 with objections, approval by a second person, payment records, archive. */
@Injectable()
export class RewardAwardService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: RewardReviewRepository,
    private readonly cases: RewardReviewCase,
    private readonly notices: PublicNoticeService,
    private readonly accounts: RewardAccounts,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('rewardReview', this);
  }

  /** 公示: the ranking is published; anybody may object until the last day. */
  async publicize(actor: PersonActor, id: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'publicize', undefined, async (tx, review) => {
      const notice = await this.notices.post(tx, {
        organizationId: review.organizationId,
        subjectKind: 'rewardReview',
        subjectId: id,
        title: `${review.fiscalYear}年度${reviewTitles[review.scheme]}拟奖名单公示`,
        items: await this.noticeItems(tx, review),
        days: reviewPolicy.noticeDays,
      });
      return ok({ ...review, noticeId: notice.id });
    });
  }

  async noticeSuspended(): Promise<void> {
    // Nothing to do: while an objection is open the notice does not end.
  }

  async noticeResumed(): Promise<void> {
    // Nothing to do either: its end is told by noticeEnded.
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'stopNotice', '异议成立，退回评审');
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'endNotice', '公示期满无未决异议');
  }

  /**
   * Approval (财政审批) by an officer who neither opened nor ranked the review. Awarded accounts are fixed, every other account of
   * the year is closed and its commitment goes back to the budget. Enterprise awards take the amounts decided here.
   */
  async approve(
    actor: PersonActor,
    id: string,
    reason: string,
    amounts: readonly DecidedAmount[],
  ): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'approve', reason, async (tx, review) => {
      if (actor.personId === review.openedBy || actor.personId === review.rankedBy) {
        return refuse('rewardReview.sameOfficer');
      }
      const awarded = this.awardedOf(review);
      const done =
        review.scheme === 'enterpriseAward'
          ? await this.awardDecided(tx, review, awarded, amounts)
          : await this.awardAccrued(tx, review, awarded);
      return done.ok ? ok({ ...review, approvedBy: actor.personId }) : done;
    });
  }

  /** Not approved: back to the panel, with the reason. */
  async sendBack(actor: PersonActor, id: string, reason: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'sendBack', reason, async (_tx, review) => ok(review));
  }

  /** Records one payment; with the last one the review is paid. Repeating it changes nothing: an award is paid once. */
  async pay(
    actor: PersonActor,
    awardId: string,
    document: string,
    paidOn: LocalDate,
  ): Promise<Result<RewardAward, ReviewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardAward, ReviewRefusal>> => {
      const award = await this.reviews.awardForUpdate(tx, awardId);
      const review = award && (await this.reviews.find(tx, award.reviewId));
      if (!award || !review) return refuse('rewardReview.awardNotFound');
      if (award.state === 'paid') return refuse('state.notAllowed', { state: 'paid', event: 'pay', allowed: '无' });
      const reason = `${reviewTitles[review.scheme]}兑付：${document}`;
      const moved = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
        this.movePayment(system, review, award, reason),
      );
      if (!moved.ok) return moved;
      const paid: RewardAward = { ...award, state: 'paid', paid: moved.value, paymentDocument: document, paidOn };
      await this.reviews.payAward(tx, paid);
      await this.cases.record(tx, 'pay', review, review, `${award.applicationId} ${document}`);
      const finished = await this.finish(tx, review);
      return finished.ok ? ok(paid) : finished;
    });
  }

  /** A review without awards has nothing to pay; it is completed as it is. */
  async complete(actor: PersonActor, id: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'complete', undefined, async (tx, review) => {
      const open = (await this.reviews.awards(tx, id)).filter(({ state }) => state === 'approved');
      const refused = { state: review.state, event: 'complete', allowed: `兑付 ${open.length} 项` };
      return open.length > 0 ? refuse('state.notAllowed', refused) : ok(review);
    });
  }

  /** 归档: the whole case is hashed; the hash stands in the audit chain. */
  async archive(actor: PersonActor, id: string): Promise<Result<RewardReview, ReviewRefusal>> {
    return this.cases.change(actor, id, 'archive', undefined, async (tx, review) => {
      const [sheets, recusals, awards] = [
        await this.reviews.sheets(tx, id),
        await this.reviews.recusals(tx, id),
        await this.reviews.awards(tx, id),
      ];
      const applications = await this.reviews.applicationsIn(tx, id, ['accepted', 'excluded']);
      const file = {
        review,
        sheets,
        recusals,
        awards: awards.map((award) => ({ ...award, amount: award.amount.toString(), paid: award.paid?.toString() })),
        applications: applications.map((application) => ({ ...application, benefit: application.benefit.toString() })),
      };
      return ok({ ...review, archiveHash: contentHash(JSON.parse(JSON.stringify(file))) });
    });
  }

  /** Those that the actor may see. */
  async awards(actor: PersonActor, reviewId: string): Promise<RewardAward[]> {
    return this.unitOfWork.run(actor, (tx) => this.reviews.awards(tx, reviewId));
  }

  private awardedOf({ snapshot, ranking }: RewardReview): readonly FrozenCandidate[] {
    const awarded = new Set((ranking ?? []).filter((one) => one.awarded).map((one) => one.applicationId));
    return (snapshot?.candidates ?? []).filter(({ applicationId }) => awarded.has(applicationId));
  }

  private async awardAccrued(tx: Tx, review: RewardReview, awarded: readonly FrozenCandidate[]) {
    const reason = `${review.fiscalYear}年度${reviewTitles[review.scheme]}评审获奖`;
    await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
      this.accounts.lockYear(system, review.scheme, review.fiscalYear),
    );
    for (const candidate of awarded) {
      if (candidate.accrualId === null) throw new Error('an awarded candidate has an account');
      const { accrualId } = candidate;
      const concluded = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
        this.accounts.conclude(system, accrualId, 'award', reason),
      );
      if (!concluded.ok) throw new Error(`account ${accrualId}: ${concluded.refusal.code}`);
      const { amount } = concluded.value;
      await this.reviews.insertAward(tx, newAward(review, candidate.applicationId, accrualId, amount, reason));
    }
    await this.unitOfWork.asSystem(tx, 'rewardReview', async (system) => {
      for (const accrualId of await this.reviews.openAccruals(system, review.scheme, review.fiscalYear)) {
        await this.accounts.conclude(system, accrualId, 'close', closedReason);
      }
    });
    return ok(null);
  }

  private async awardDecided(
    tx: Tx,
    review: RewardReview,
    awarded: readonly FrozenCandidate[],
    amounts: readonly DecidedAmount[],
  ): Promise<Result<null, ReviewRefusal>> {
    const ids = awarded.map(({ applicationId }) => applicationId);
    const whole = amounts.length === ids.length && ids.every((id) => amounts.some((one) => one.applicationId === id));
    if (!whole) return refuse('rewardReview.amountsIncomplete', { count: String(ids.length) }, '/amounts');
    for (const { applicationId, amount, reason } of amounts) {
      if (amount > enterpriseAwardPolicy.cap) {
        return refuse('rewardReview.aboveCap', { cap: formatYuan(enterpriseAwardPolicy.cap) }, '/amounts');
      }
      const candidate = awarded.find((one) => one.applicationId === applicationId);
      if (
        candidate &&
        amount > 0n &&
        !(await this.shift(tx, review, candidate.applicantId, amount, 'accrual', reason))
      ) {
        return refuse('ledger.budgetExhausted');
      }
      await this.reviews.insertAward(tx, newAward(review, applicationId, null, amount, reason));
    }
    return ok(null);
  }

  private async movePayment(
    tx: Tx,
    review: RewardReview,
    award: RewardAward,
    reason: string,
  ): Promise<Result<Fen, ReviewRefusal>> {
    if (award.accrualId !== null) {
      const paid = await this.accounts.pay(tx, award.accrualId, reason);
      return paid.ok ? ok(paid.value.amount) : refuse('rewardReview.awardNotFound');
    }
    const applicant = review.snapshot?.candidates.find((one) => one.applicationId === award.applicationId)?.applicantId;
    if (applicant === undefined) return refuse('rewardReview.awardNotFound');
    if (award.amount > 0n && !(await this.shift(tx, review, applicant, award.amount, 'payment', reason))) {
      throw new Error(`award ${award.id} was committed when it was approved`);
    }
    return ok(award.amount);
  }

  private async shift(
    tx: Tx,
    { scheme, fiscalYear }: RewardReview,
    id: string,
    amount: Fen,
    kind: 'accrual' | 'payment',
    reason: string,
  ): Promise<boolean> {
    const buckets = kind === 'accrual' ? (['available', 'committed'] as const) : (['committed', 'paid'] as const);
    const holder = { scheme, kind: 'organization', id };
    const entryId = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) =>
      this.ledger.shift(system, {
        fund: 'conversionFund',
        fiscalYear,
        holder,
        from: buckets[0],
        to: buckets[1],
        amount,
        kind,
        reason,
      }),
    );
    return entryId !== null;
  }

  private async finish(tx: Tx, review: RewardReview): Promise<Result<null, ReviewRefusal>> {
    if ((await this.reviews.awards(tx, review.id)).some(({ state }) => state === 'approved')) return ok(null);
    const done = await this.cases.change(tx.actor, review.id, 'complete', undefined, async (_tx, found) => ok(found));
    return done.ok ? ok(null) : done;
  }

  private async noticeItems(tx: Tx, review: RewardReview) {
    const today = beijingDate(this.clock.now());
    const awarded = this.awardedOf(review);
    const names = await this.unitOfWork.asSystem(tx, 'rewardReview', (system) => this.reviews.names(system, awarded));
    const rankOf = (id: string) => (review.ranking ?? []).find((one) => one.applicationId === id)?.rank ?? 0;
    const rows = [...awarded].sort((a, b) => rankOf(a.applicationId) - rankOf(b.applicationId));
    const amountText = (candidate: FrozenCandidate) =>
      review.scheme === 'enterpriseAward' ? '' : `，拟奖 ${formatYuan(BigInt(candidate.amountFen))} 元`;
    return [
      {
        label: '评审',
        value: `名单冻结于 ${review.snapshot?.at.slice(0, 10) ?? today}，摘要 ${review.snapshotHash ?? ''}`,
      },
      ...(rows.length === 0 ? [{ label: '结果', value: '本年度无获奖者' }] : []),
      ...rows.map((candidate) => ({
        label: isScored(review.scheme) ? `第 ${rankOf(candidate.applicationId)} 名` : '拟奖',
        value: `${names.get(candidate.applicantId) ?? candidate.code}${amountText(candidate)}`,
      })),
    ];
  }

  private async follow(tx: Tx, id: string, event: 'endNotice' | 'stopNotice', reason: string): Promise<void> {
    const moved = await this.cases.change(tx.actor, id, event, reason, async (_tx, review) => ok(review));
    if (!moved.ok) throw new Error(`review ${id}: ${moved.refusal.code}`);
  }
}

const newAward = (
  review: RewardReview,
  applicationId: string,
  accrualId: string | null,
  amount: Fen,
  reason: string,
): RewardAward => ({
  id: uuid(),
  reviewId: review.id,
  applicationId,
  accrualId,
  amount,
  paid: null,
  reason,
  state: 'approved',
  paymentDocument: null,
  paidOn: null,
});
