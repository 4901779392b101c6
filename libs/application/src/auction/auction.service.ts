import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { overAuctionStates, type Auction, type AuctionMethod, type AuctionTerms } from '#domain/auction/auction.js';
import { announcedTerms, type AuctionRecordEntry } from '#domain/auction/auction-record.js';
import { announceAuction, checkTerms, type AnnounceRefusal, type TermsRefusal } from '#domain/auction/announcement.js';
import { advanceAuction, defaultAuction } from '#domain/auction/bidding.js';
import { marketRuleOn } from '#domain/auction/market-rule.policy.js';
import { reserveText } from '#domain/auction/auction-proof.js';
import { reserveAdvice, type ReserveAdvice } from '#domain/auction/reserve-advice.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { contentHash } from '#platform/text/canonical.js';
import { DealService } from '../deal/deal.service.js';
import { ListingService, type BiddingRefusal } from '../listing/listing.service.js';
import { AuctionRecorder } from './auction-recorder.js';
import { AuctionRepository, type Reserve } from './auction.repository.js';
import { RelationService } from '../relation/relation.service.js';
import { ComparableRepository } from './comparable.repository.js';
import { DepositService } from './deposit.service.js';

type NotFound = Refusal<'auction.notFound'>;
export type DraftRefusal =
  | TermsRefusal
  | Refusal<'listing.notFound' | 'listing.methodDiffers' | 'auction.listingGone' | 'auction.alreadyPlanned'>;
export type AnnouncementRefusal = NotFound | AnnounceRefusal | BiddingRefusal;
export type ReserveRefusal =
  | NotFound
  | Refusal<'auction.reserveOnlyAuction' | 'auction.reserveFixed' | 'auction.reserveMissing' | 'auction.reserveZero'>;
export type WithdrawRefusal = NotFound | Refusal<'state.notAllowed' | 'auction.alreadyOpen'>;
export type TerminateRefusal = NotFound | Refusal<'state.notAllowed' | 'auction.conflict'>;
export type DefaultRefusal =
  NotFound | Refusal<'state.notAllowed' | 'auction.signingNotOver' | 'auction.contractDrafted'>;

export interface NewAuction extends Omit<AuctionTerms, 'title' | 'increments'> {
  readonly listingId: string;
  readonly method: AuctionMethod;
  /** Null: the ladder of the market's rule. */
  readonly increments: AuctionTerms['increments'] | null;
}

/** What the seller does with an auction, and what anybody reads of it. */
@Injectable()
export class AuctionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auctions: AuctionRepository,
    private readonly comparables: ComparableRepository,
    private readonly recorder: AuctionRecorder,
    private readonly deposits: DepositService,
    private readonly relations: RelationService,
    private readonly listings: ListingService,
    private readonly deals: DealService,
    private readonly clock: Clock,
  ) {}

  /** A draft on a listing of the seller's that is not out yet, or went unsold before. */
  async draft(actor: PersonActor, given: NewAuction): Promise<Result<Auction, DraftRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<Auction, DraftRefusal>> => {
        const listing = await this.listings.find(tx, given.listingId);
        if (!listing || !actsFor(actor, listing.organizationId)) return refuse('listing.notFound', {}, '/listingId');
        if (listing.pricingMethod !== given.method) {
          return refuse('listing.methodDiffers', { method: listing.pricingMethod ?? '' }, '/method');
        }
        if (!offerable.includes(listing.state))
          return refuse('auction.listingGone', { state: listing.state }, '/listingId');
        const now = this.clock.now();
        const rule = marketRuleOn(beijingDate(now));
        const title = await this.comparables.titleOfAchievement(tx, listing.achievementId);
        const auction = newAuction(
          { ...given, title, increments: given.increments ?? rule.increments },
          { organizationId: actor.organizationId, achievementId: listing.achievementId, rule, now },
        );
        const terms = checkTerms(auction, rule);
        if (!terms.ok) return terms;
        await this.auctions.insert(tx, auction);
        await this.recorder.journalise(tx, 'draft', null, auction);
        return ok(auction);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'auction_of_listing_once') throw error;
      return refuse('auction.alreadyPlanned', {}, '/listingId');
    }
  }

  /** 拍卖法 art. 28: the reserve may be secret. Until it has decided, only a salted hash of it is shown; it is never journaled. */
  async setReserve(
    actor: PersonActor,
    id: string,
    amount: Fen,
  ): Promise<Result<{ commitment: string }, ReserveRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<{ commitment: string }, ReserveRefusal>> => {
      const auction = await this.own(tx, actor, id);
      if (!auction) return refuse('auction.notFound');
      if (auction.method !== 'auction') return refuse('auction.reserveOnlyAuction');
      if (amount <= 0n) return refuse('auction.reserveZero', {}, '/reserveYuan');
      if (auction.state !== 'draft') return refuse('auction.reserveFixed', { state: auction.state });
      const reserve: Reserve = { amount, salt: randomBytes(32).toString('hex') };
      const reserveCommitment = commitmentOf(id, reserve);
      await this.auctions.keepReserve(tx, auction, reserve, reserveCommitment);
      await this.recorder.journalise(tx, 'setReserve', auction, { ...auction, reserveCommitment });
      return ok({ commitment: reserveCommitment });
    });
  }

  /** For the seller alone, with the salt that opens the commitment; that it was read is audited. */
  async reserve(actor: PersonActor, id: string): Promise<Result<Reserve & { commitment: string }, ReserveRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Reserve & { commitment: string }, ReserveRefusal>> => {
      const auction = await this.own(tx, actor, id);
      if (!auction) return refuse('auction.notFound');
      const reserve = await this.auctions.reserve(tx, id);
      if (!reserve || auction.reserveCommitment === null) return refuse('auction.reserveMissing');
      await this.recorder.journalise(tx, 'readReserve', auction, auction);
      return ok({ ...reserve, commitment: auction.reserveCommitment });
    });
  }

  /** From concluded deals on public listings of the same field and mode of transfer in the last five years. */
  async advice(
    actor: PersonActor,
    id: string,
  ): Promise<Result<ReserveAdvice, NotFound | Refusal<'auction.tooFewDeals'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<ReserveAdvice, NotFound | Refusal<'auction.tooFewDeals'>>> => {
        const auction = await this.auctions.find(tx, id);
        if (!auction || !actsFor(actor, auction.organizationId)) return refuse('auction.notFound');
        const today = beijingDate(this.clock.now());
        return this.unitOfWork.asSystem(tx, 'auction', async (system) =>
          reserveAdvice(await this.comparables.deals(system, auction.listingId, today)),
        );
      },
    );
  }

  /** Goes out with its listing, in one transaction. From now on the terms stand. */
  async announce(actor: PersonActor, id: string): Promise<Result<Auction, AnnouncementRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Auction, AnnouncementRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('auction.notFound');
      const announced = announceAuction(before, this.recorder.now(before));
      if (!announced.ok) return announced;
      const offered = await this.listings.offerByBids(tx, actor, before.listingId, before.method);
      if (!offered.ok) return offered;
      const detail = contentHash(announcedTerms(announced.value));
      const after = await this.unitOfWork.asSystem(tx, 'auction', (system) =>
        this.recorder.append(system, announced.value, { kind: 'announce', detail }),
      );
      await this.recorder.journalise(tx, 'announce', before, after);
      return ok(after);
    });
  }

  /** The seller withdraws before the bidding begins; every deposit goes back. */
  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Result<Auction, WithdrawRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Auction, WithdrawRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('auction.notFound');
      if (before.state === 'announced' && this.recorder.now(before) >= before.opensAt)
        return refuse('auction.alreadyOpen');
      return this.stop(tx, before, 'withdraw', reason);
    });
  }

  /** The bureau ends it for a reason that it states (a fault of the platform, a sign of something unlawful). */
  async terminate(actor: PersonActor, id: string, reason: string): Promise<Result<Auction, TerminateRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Auction, TerminateRefusal>> => {
      const before = await this.lockedAnnounced(tx, id);
      if (!before) return refuse('auction.notFound');
      const bidders = await this.deposits.bidderIds(tx, id);
      const parties = [before.organizationId, ...bidders].map((party) => ({
        kind: 'organization' as const,
        id: party,
      }));
      const related = await this.relations.conflict(tx, actor.personId, parties);
      if (related !== null) return refuse('auction.conflict', { reason: related });
      return this.stop(tx, before, 'terminate', reason);
    });
  }

  /** The winner did not sign in time: its deposit is forfeited, the deal falls, the listing may be offered again. */
  async declareDefault(actor: PersonActor, id: string, reason: string): Promise<Result<Auction, DefaultRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Auction, DefaultRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('auction.notFound');
      const after = defaultAuction(before, this.recorder.now(before));
      if (!after.ok) return after;
      const { dealId, highestPaddle } = before;
      if (dealId === null || highestPaddle === null) throw new Error(`auction ${id} was sold to nobody`);
      const stopped = await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
        const fallen = await this.deals.fallAwarded(system, dealId, reason);
        if (!fallen.ok) return refuse('auction.contractDrafted');
        await this.deposits.settleWinner(system, before, highestPaddle, 'forfeit', reason);
        await this.listings.endBidding(system, before.listingId, 'expire');
        return ok(await this.recorder.append(system, after.value, { kind: 'default', detail: reason }));
      });
      if (stopped.ok) await this.recorder.journalise(tx, 'default', before, stopped.value, reason);
      return stopped;
    });
  }

  /** Its achievement leaves the market, in that transaction. */
  async achievementLeaves(tx: Tx, achievementId: string, reason: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
      for (const auction of await this.auctions.runningOfAchievement(system, achievementId)) {
        const event = auction.state === 'draft' ? 'withdraw' : 'terminate';
        await this.stop(system, auction, event, reason);
      }
    });
  }

  /** An announced one for anybody; a draft for its own organization. */
  async get(actor: Actor, id: string): Promise<Result<Auction, NotFound>> {
    const auction =
      (await this.auctions.findPublic(id)) ??
      (actor.kind === 'anonymous' ? null : await this.unitOfWork.run(actor, (tx) => this.auctions.find(tx, id)));
    return auction ? ok(auction) : refuse('auction.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<Auction[]> {
    return this.auctions.listPublic(after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Auction[]> {
    return this.unitOfWork.run(actor, (tx) => this.auctions.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** The public record after a sequence, and whether the bidding that one may watch is over. */
  async record(
    id: string,
    after: number,
    limit: number,
  ): Promise<Result<{ readonly entries: AuctionRecordEntry[]; readonly over: boolean }, NotFound>> {
    const auction = await this.auctions.findPublic(id);
    if (!auction) return refuse('auction.notFound');
    const entries = await this.auctions.entries(id, after, limit);
    return ok({ entries, over: auction.state === 'sold' || overAuctionStates.includes(auction.state) });
  }

  private async stop(
    tx: Tx,
    before: Auction,
    event: 'withdraw' | 'terminate',
    reason: string,
  ): Promise<Result<Auction, Refusal<'state.notAllowed'>>> {
    const stopped = advanceAuction(before, event, this.recorder.now(before));
    if (!stopped.ok) return stopped;
    const after = await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
      if (before.state === 'draft') {
        await this.auctions.save(system, stopped.value, null);
        return stopped.value;
      }
      await this.deposits.returnAll(system, before, null, reason);
      await this.listings.endBidding(system, before.listingId, event === 'withdraw' ? 'withdraw' : 'expire');
      return this.recorder.append(system, stopped.value, { kind: event, detail: reason });
    });
    await this.recorder.journalise(tx, event, before, after, reason);
    return ok(after);
  }

  private async own(tx: Tx, actor: PersonActor, id: string): Promise<Auction | null> {
    const seen = await this.auctions.find(tx, id);
    return seen && actsFor(actor, seen.organizationId) ? this.auctions.forUpdate(tx, id) : null;
  }

  private async lockedAnnounced(tx: Tx, id: string): Promise<Auction | null> {
    const locked = await this.unitOfWork.asSystem(tx, 'auction', (system) => this.auctions.forUpdate(system, id));
    return locked?.announcedAt == null ? null : locked;
  }
}

const offerable: readonly string[] = ['draft', 'expired', 'listed'];

export const commitmentOf = (auctionId: string, { amount, salt }: Reserve): string =>
  hash('sha256', reserveText({ auctionId, amount, salt }), 'hex');

interface Origin {
  readonly organizationId: string;
  readonly achievementId: string;
  readonly rule: ReturnType<typeof marketRuleOn>;
  readonly now: Date;
}

const newAuction = (
  terms: AuctionTerms & Pick<NewAuction, 'listingId' | 'method'>,
  { organizationId, achievementId, rule, now }: Origin,
): Auction => ({
  ...terms,
  id: uuid(),
  organizationId,
  achievementId,
  state: 'draft',
  ruleVersion: rule.version,
  antiSniping: rule.antiSniping,
  extensions: 0,
  periodExtensions: 0,
  reserveCommitment: null,
  lastSequence: 0,
  lastHash: null,
  lastEventAt: null,
  lastPaddle: 0,
  highestAmount: null,
  highestPaddle: null,
  dealId: null,
  signBy: null,
  outcome: null,
  announcedAt: null,
  closedAt: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
