import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { transferModeNames, type Achievement } from '#domain/achievement/achievement.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  advanceListing,
  amendListing,
  handsOver,
  renewListing,
  wayOut,
  type Listing,
  type ListingContent,
  type ListingEvent,
  type OfferRefusal,
} from '#domain/listing/listing.js';
import { formatYuan } from '#domain/money/money.js';
import { isOver } from '#domain/vitality/vitality.js';
import type { RightGuardRefusal } from '#domain/right/disposal.js';
import { minimumNoticeDays } from '#domain/public-notice/notice-period.js';
import {
  periodOver,
  type NoticeItem,
  type OpenNoticeRefusal,
  type PublicNotice,
} from '#domain/public-notice/public-notice.js';
import { actsFor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { AchievementService, type AchievementFollower } from '../achievement/achievement.service.js';
import { RightGuard } from '../right/right-guard.service.js';
import { listingChanged } from '../search/search.jobs.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { ListingStatementService } from '../listing-quality/listing-statement.service.js';
import { ListingRepository } from './listing.repository.js';

type NotFound = Refusal<'listing.notFound'>;
type OfferedRefusal = Refusal<'listing.achievementNotReady'> | RightGuardRefusal;
export type CreateRefusal = Refusal<'achievement.notFound' | 'listing.achievementNotReady'>;
export type PublishRefusal =
  | NotFound
  | OfferRefusal
  | OfferedRefusal
  | Refusal<'listing.alreadyOffered' | 'listing.statementUnclear' | 'listing.scoreTooLow'>;
export type RenewRefusal =
  | NotFound
  | OfferedRefusal
  | Refusal<'listing.alreadyOffered' | 'listing.expired' | 'listing.methodNotOpen' | 'state.notAllowed'>;
export type SignabilityRefusal =
  NotFound | OfferedRefusal | OpenNoticeRefusal | Refusal<'listing.notOpen' | 'listing.soldByBids'>;
export type BiddingRefusal =
  NotFound | OfferedRefusal | Refusal<'listing.alreadyOffered' | 'listing.methodDiffers' | 'state.notAllowed'>;

/** Whoever conducts the bidding for a listing that is priced by it (挂牌交易、拍卖): the listing asks, and tells. */
export interface BiddingConductor {
  /** Is bidding announced or going on, or waiting for its winner's signature? */
  isRunning(tx: Tx, listingId: string): Promise<boolean>;
  /** Did this deal win the listing? */
  isWon(tx: Tx, listingId: string, dealId: string): Promise<boolean>;
  /** The winner's contract took effect, in its transaction. */
  listingSold(tx: Tx, listingId: string): Promise<void>;
}

/** True when nobody but the winner of its bidding may have it. */
const pricedByBids = ({ pricingMethod }: Listing): boolean => pricingMethod === 'listed' || pricingMethod === 'auction';

/** What the owner says; days of notice left out are the law's minimum. */
export type NewListing = Omit<ListingContent, 'noticeDays'> & { readonly noticeDays: number | null };

export type WithdrawRefusal = NotFound | Refusal<'state.notAllowed' | 'listing.inBidding'>;

const maxExpiredPerRun = 200;

/** Where no bidding is conducted nothing that is priced by it can be sold. */
const nobody: BiddingConductor = {
  isRunning: async () => false,
  isWon: async () => false,
  listingSold: async () => undefined,
};

/** Use cases of listings. Locks are taken in the order notice → listing → achievement. */
@Injectable()
export class ListingService implements OnModuleInit, NoticeFollower, AchievementFollower {
  private conductor = nobody;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly achievements: AchievementService,
    private readonly rights: RightGuard,
    private readonly notices: PublicNoticeService,
    private readonly statements: ListingStatementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.notices.follow('listing', this);
    this.achievements.follow(this);
  }

  async create(
    actor: PersonActor,
    achievementId: string,
    content: NewListing,
  ): Promise<Result<Listing, CreateRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Listing, CreateRefusal>> => {
      const achievement = await this.achievements.find(tx, achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) {
        return refuse('achievement.notFound', {}, '/achievementId');
      }
      const ready = readyToOffer(achievement);
      if (!ready.ok) return ready;
      const now = this.clock.now();
      const listing: Listing = {
        ...content,
        noticeDays: Math.max(content.noticeDays ?? 0, minimumNoticeDays(beijingDate(now))),
        id: uuid(),
        organizationId: actor.organizationId,
        achievementId,
        state: 'draft',
        noticeId: null,
        aliveUntil: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
        listedAt: null,
      };
      await this.listings.insert(tx, listing);
      await this.record(tx, 'create', null, listing);
      return ok(listing);
    });
  }

  /** `expectedVersion` is the version the editor saw (If-Match). */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<ListingContent>,
  ): Promise<Result<Listing, NotFound | Refusal<'listing.posted' | 'version.stale'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('listing.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const amended = amendListing(before, change, this.clock.now());
      if (!amended.ok) return amended;
      const minimum = minimumNoticeDays(beijingDate(this.clock.now()));
      const after = { ...amended.value, noticeDays: Math.max(amended.value.noticeDays, minimum) };
      await this.save(tx, 'amend', before, after);
      return ok(after);
    });
  }

  /** Goes out: a negotiated price of a public institution starts its public notice, anybody else is listed at once. */
  async publish(actor: PersonActor, id: string): Promise<Result<Listing, PublishRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Listing, PublishRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('listing.notFound');
      const kind = await this.listings.kindOfOrganization(tx, before.organizationId);
      const now = this.clock.now();
      const event = wayOut(before, kind, beijingDate(now));
      if (!event.ok) return event;
      const clear = await this.statements.mayPublish(tx, id);
      if (!clear.ok) return clear;
      const achievement = await this.offered(tx, before);
      if (!achievement.ok) return achievement;
      if (handsOver(before.transferMode)) {
        await this.achievements.lock(tx, before.achievementId);
        const other = await this.listings.otherHandover(tx, before.achievementId, id);
        if (other) return refuse('listing.alreadyOffered', { listingId: other.id });
      }
      return event.value === 'submit'
        ? this.startNotice(tx, before, achievement.value, now)
        : this.advance(tx, before, 'list');
    });
  }

  /** Another term: what may not be offered any more is not renewed either. */
  async renew(actor: PersonActor, id: string, validUntil: string | null): Promise<Result<Listing, RenewRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Listing, RenewRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('listing.notFound');
      if (pricedByBids(before)) return refuse('listing.methodNotOpen', { method: before.pricingMethod ?? '' });
      const renewed = renewListing(before, validUntil, this.clock.now());
      if (!renewed.ok) return renewed;
      const offered = await this.offered(tx, before);
      if (!offered.ok) return offered;
      if (handsOver(before.transferMode)) {
        await this.achievements.lock(tx, before.achievementId);
        const other = await this.listings.otherHandover(tx, before.achievementId, id);
        if (other) return refuse('listing.alreadyOffered', { listingId: other.id });
      }
      await this.save(tx, 'renew', before, renewed.value);
      return renewed;
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<Listing, WithdrawRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Listing, WithdrawRefusal>> => {
      const seen = await this.listings.find(tx, id);
      if (seen?.noticeId) await this.notices.lock(tx, seen.noticeId);
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('listing.notFound');
      if (pricedByBids(before) && (await this.conductor.isRunning(tx, id))) return refuse('listing.inBidding');
      const after = await this.advance(tx, before, 'withdraw');
      if (after.ok && before.noticeId) await this.notices.cancel(tx, before.noticeId, '挂牌已撤回，公示终止');
      return after;
    });
  }

  /**
   * May a contract on this listing be signed now? Locks notice and listing until the transaction ends, so that no
   * objection slips in between the answer and the signature. The caller needs only be able to see the listing.
   */
  async signability(
    tx: Tx,
    listingId: string,
    dealId: string | null = null,
  ): Promise<Result<Listing, SignabilityRefusal>> {
    const seen = await this.listings.find(tx, listingId);
    if (!seen) return refuse('listing.notFound');
    return this.unitOfWork.asSystem(tx, 'listing', async (system): Promise<Result<Listing, SignabilityRefusal>> => {
      const over = await this.noticeOver(system, seen);
      if (!over.ok) return over;
      const listing = await this.listings.forUpdate(system, listingId);
      const today = beijingDate(this.clock.now());
      if (listing?.state !== 'listed' || isOver(listing.aliveUntil, today)) {
        return refuse('listing.notOpen', { state: listing?.state === 'listed' ? 'expired' : (listing?.state ?? '') });
      }
      if (pricedByBids(listing)) {
        const won = dealId !== null && (await this.conductor.isWon(system, listingId, dealId));
        if (!won) return refuse('listing.soldByBids');
      }
      const offered = await this.offered(system, listing);
      return offered.ok ? ok(listing) : offered;
    });
  }

  /** After the contract is signed, in its transaction. A sale that hands the achievement over closes it as well. */
  async markSold(
    tx: Tx,
    listingId: string,
    dealId: string | null = null,
  ): Promise<Result<Listing, SignabilityRefusal | Refusal<'state.notAllowed'>>> {
    const signable = await this.signability(tx, listingId, dealId);
    if (!signable.ok) return signable;
    return this.unitOfWork.asSystem(tx, 'listing', async (system) => {
      const sold = await this.advance(system, signable.value, 'sell');
      if (sold.ok && handsOver(sold.value.transferMode)) {
        await this.achievements.markTransferred(system, sold.value.achievementId);
      }
      if (sold.ok && pricedByBids(sold.value)) await this.conductor.listingSold(system, listingId);
      return sold;
    });
  }

  /** The concept that conducts bidding says so once, when its module starts. */
  conductedBy(conductor: BiddingConductor): void {
    this.conductor = conductor;
  }

  /** Bidding is announced for it: it goes out, with the guards of every publication; one that went unsold comes again. */
  async offerByBids(tx: Tx, actor: PersonActor, id: string, method: string): Promise<Result<Listing, BiddingRefusal>> {
    const before = await this.own(tx, actor, id);
    if (!before) return refuse('listing.notFound', {}, '/listingId');
    if (before.pricingMethod !== method) {
      return refuse('listing.methodDiffers', { method: before.pricingMethod ?? '' }, '/listingId');
    }
    const achievement = await this.offered(tx, before);
    if (!achievement.ok) return achievement;
    if (handsOver(before.transferMode)) {
      await this.achievements.lock(tx, before.achievementId);
      const other = await this.listings.otherHandover(tx, before.achievementId, id);
      if (other) return refuse('listing.alreadyOffered', { listingId: other.id });
    }
    const open = { ...before, validUntil: null }; // bidding has an end of its own
    return this.advance(tx, open, before.state === 'draft' ? 'list' : 'renew');
  }

  /** Bidding ended without a sale, or was withdrawn: the listing leaves the market with it. */
  async endBidding(tx: Tx, id: string, event: 'expire' | 'withdraw'): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'listing', async (system) => {
      const before = await this.listings.forUpdate(system, id);
      if (before?.state === 'listed') await this.follow(system, before, event);
    });
  }

  /** What the actor of the transaction may see, or null. */
  async find(tx: Tx, id: string): Promise<Listing | null> {
    return this.listings.find(tx, id);
  }

  /** A listing that is out for anyone; a draft for its own organization. */
  async get(actor: Actor, id: string): Promise<Result<Listing, NotFound>> {
    const listing =
      (await this.listings.findPublic(id)) ??
      (actor.kind === 'anonymous' ? null : await this.unitOfWork.run(actor, (tx) => this.listings.find(tx, id)));
    return listing ? ok(listing) : refuse('listing.notFound');
  }

  async checkSignability(actor: PersonActor, id: string): Promise<Result<Listing, SignabilityRefusal>> {
    return this.unitOfWork.run(actor, (tx) => this.signability(tx, id));
  }

  async listPublic(achievementId: string | null, after: string | null, limit: number): Promise<Listing[]> {
    return achievementId === null
      ? this.listings.listPublic(after, limit)
      : this.listings.listPublicOfAchievement(achievementId, after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Listing[]> {
    return this.unitOfWork.run(actor, (tx) => this.listings.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** The worker's turn: every listing whose last day is over expires, each in a transaction of its own. */
  async expireDue(actor: SystemActor): Promise<number> {
    const today = beijingDate(this.clock.now());
    for (let expired = 0; expired < maxExpiredPerRun; expired += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.listings.claimExpired(tx, today);
        if (before) await this.follow(tx, before, 'expire');
        return before !== null;
      });
      if (!found) return expired;
    }
    return maxExpiredPerRun;
  }

  /**
   * Nothing may be offered any more: its listings are withdrawn with it, drafts too, and their notices are closed. A
   * draft that is being published at this moment is waited for.
   */
  async achievementLeaves(tx: Tx, achievementId: string, reason: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'listing', async (system) => {
      for (const seen of await this.listings.openOfAchievement(system, achievementId)) {
        if (seen.noticeId !== null) await this.notices.lock(system, seen.noticeId);
        const before = await this.listings.forUpdate(system, seen.id);
        const after = before && (await this.advance(system, before, 'withdraw'));
        if (after?.ok && after.value.noticeId !== null) {
          await this.notices.cancel(system, after.value.noticeId, `${reason}，公示终止`);
        }
      }
    });
  }

  async noticeSuspended(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'object');
  }

  async noticeResumed(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'dismiss');
  }

  async noticeStopped(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'uphold');
  }

  async noticeEnded(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'clear');
  }

  private async startNotice(
    tx: Tx,
    before: Listing,
    achievement: Achievement,
    now: Date,
  ): Promise<Result<Listing, Refusal<'state.notAllowed'>>> {
    const posted = await this.notices.post(tx, {
      organizationId: before.organizationId,
      subjectKind: 'listing',
      subjectId: before.id,
      title: `${achievement.title}协议定价公示`,
      items: noticeItems(before, achievement),
      days: Math.max(before.noticeDays, minimumNoticeDays(beijingDate(now))),
    });
    return this.advance(tx, { ...before, noticeId: posted.id }, 'submit');
  }

  /** Refuses while the listing's notice runs or is objected to; ends it when it is due and the worker was not yet there. */
  private async noticeOver(tx: Tx, listing: Listing): Promise<Result<true, OpenNoticeRefusal>> {
    const notice = listing.noticeId === null ? null : await this.notices.lock(tx, listing.noticeId);
    if (!notice) return ok(true);
    const over = periodOver(notice, beijingDate(this.clock.now()));
    if (!over.ok) return over;
    await this.notices.settle(tx, notice);
    return ok(true);
  }

  /** The achievement of a listing, when it and its rights may be offered this way today. */
  private async offered(tx: Tx, listing: Listing): Promise<Result<Achievement, OfferedRefusal>> {
    const achievement = await this.achievements.find(tx, listing.achievementId);
    if (!achievement) throw new Error(`listing ${listing.id} has no achievement`);
    const ready = readyToOffer(achievement);
    if (!ready.ok) return ready;
    const guarded = await this.rights.mayOffer(tx, achievement.id, listing.transferMode);
    return guarded.ok ? ok(achievement) : guarded;
  }

  private async own(tx: Tx, actor: PersonActor, id: string): Promise<Listing | null> {
    const listing = await this.listings.forUpdate(tx, id);
    return listing && actsFor(actor, listing.organizationId) ? listing : null;
  }

  private async followNotice(tx: Tx, notice: PublicNotice, event: ListingEvent): Promise<void> {
    const listing = await this.listings.forUpdate(tx, notice.subjectId);
    if (!listing) throw new Error(`notice ${notice.id} has no listing`);
    await this.follow(tx, listing, event);
  }

  /** The notice's lock and table make the event possible; if it is not, the transaction must not commit. */
  private async follow(tx: Tx, listing: Listing, event: ListingEvent): Promise<void> {
    const after = await this.advance(tx, listing, event);
    if (!after.ok) throw new Error(`listing ${listing.id} in state ${listing.state} cannot ${event}`);
  }

  private async advance(
    tx: Tx,
    before: Listing,
    event: ListingEvent,
  ): Promise<Result<Listing, Refusal<'state.notAllowed'>>> {
    const after = advanceListing(before, event, this.clock.now());
    if (after.ok) await this.save(tx, event, before, after.value);
    return after;
  }

  private async save(tx: Tx, event: string, before: Listing, after: Listing): Promise<void> {
    await this.listings.save(tx, after);
    await this.record(tx, event, before, after);
  }

  private async record(tx: Tx, event: string, before: Listing | null, after: Listing): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'listing',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
    await this.outbox.append(tx, { topic: listingChanged, payload: { listingId: after.id } });
  }
}

const offeredStates: readonly string[] = ['registered', 'published'];

const readyToOffer = (achievement: Achievement): Result<true, Refusal<'listing.achievementNotReady'>> =>
  offeredStates.includes(achievement.state) && !achievement.secret
    ? ok(true)
    : refuse('listing.achievementNotReady', { state: achievement.secret ? 'secret' : achievement.state });

/** art. 18: name of the achievement and intended price at least. Zhejiang's rules add summary, way and relation. */
const noticeItems = (listing: Listing, achievement: Achievement): NoticeItem[] => [
  { label: '成果名称', value: achievement.title },
  { label: '拟交易价格', value: listing.price === null ? '' : `${formatYuan(listing.price)} 元` },
  { label: '转化方式', value: transferModeNames[listing.transferMode] },
  ...(achievement.summary === null ? [] : [{ label: '内容摘要', value: achievement.summary }]),
  { label: '受让方与完成人有无关联关系', value: listing.relatedParty ? '有' : '无' },
];
