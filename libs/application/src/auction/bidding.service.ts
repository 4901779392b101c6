import { Injectable, type OnModuleInit } from '@nestjs/common';
import { transferModes, type TransferMode } from '#domain/achievement/achievement.js';
import {
  auctionMethodNames,
  type Auction,
  type AuctionOutcome,
  type AuctionRegistration,
} from '#domain/auction/auction.js';
import {
  advanceAuction,
  agreedWithOne,
  decideAuction,
  dueStep,
  extendPeriod,
  minimumBid,
  outcomeOf,
  placeBid,
  placeOffer,
  type BidRefusal as DomainBidRefusal,
  type Step,
} from '#domain/auction/bidding.js';
import { formatYuan, type Fen } from '#domain/money/money.js';
import { type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DealService } from '../deal/deal.service.js';
import { ListingService, type BiddingConductor } from '../listing/listing.service.js';
import { AuctionRecorder, nextDue } from './auction-recorder.js';
import { AuctionRepository } from './auction.repository.js';
import { AuctionService, commitmentOf } from './auction.service.js';
import { BidderRepository } from './bidder.repository.js';
import { DepositService } from './deposit.service.js';

export type BidRefusal = DomainBidRefusal | Refusal<'auction.notFound' | 'auction.notQualified'>;

/** A bid as it was recorded. */
export interface AcceptedBid {
  readonly auction: Auction;
  readonly sequence: number;
  readonly kind: 'bid' | 'offer';
  readonly paddle: number;
  readonly amount: Fen;
  readonly at: Date;
}

const maxStepsPerRun = 200;

/**
 * The bidding itself: bids under the lot's lock, and the steps that are due by the clock. Every bid of a lot passes its
 * row lock, so the database gives them one order; the time that counts is read after the lock was got.
 */
@Injectable()
export class BiddingService implements OnModuleInit, BiddingConductor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auctions: AuctionRepository,
    private readonly bidders: BidderRepository,
    private readonly sellers: AuctionService,
    private readonly deposits: DepositService,
    private readonly recorder: AuctionRecorder,
    private readonly listings: ListingService,
    private readonly achievements: AchievementService,
    private readonly deals: DealService,
  ) {}

  onModuleInit(): void {
    this.listings.conductedBy(this);
    this.achievements.follow(this.sellers);
  }

  /** In the period of a listed sale an offer, in the bidding a bid. */
  async bid(actor: PersonActor, id: string, amount: Fen): Promise<Result<AcceptedBid, BidRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AcceptedBid, BidRefusal>> => {
      const seen = await this.auctions.find(tx, id);
      if (seen?.announcedAt == null) return refuse('auction.notFound');
      const bidder = await this.bidders.ofOrganization(tx, id, actor.organizationId);
      if (bidder?.state !== 'qualified' || bidder.paddle === null) return refuse('auction.notQualified');
      const { paddle } = bidder;
      const hopeless = tooLowAlready(seen, amount);
      if (hopeless) return hopeless;
      const placed = await this.unitOfWork.asSystem(tx, 'auction', (system) => this.place(system, id, paddle, amount));
      if (placed.ok) await this.recorder.journalise(tx, placed.value.kind, placed.value.auction, placed.value.auction);
      return placed;
    });
  }

  /** The worker's turn: every step that is due, each in a transaction of its own. One lot that fails holds up no other. */
  async advanceDue(actor: SystemActor): Promise<void> {
    const failed = new Map<string, unknown>();
    for (let taken = 0; taken < maxStepsPerRun; taken += 1) {
      const claim: { id: string | null } = { id: null };
      try {
        await this.unitOfWork.run(actor, async (tx) => {
          const auction = await this.auctions.claimDue(tx, this.recorder.now(unrecorded), [...failed.keys()]);
          claim.id = auction?.id ?? null;
          if (auction) await this.advance(tx, auction);
        });
      } catch (error) {
        if (claim.id === null) throw error;
        failed.set(claim.id, error);
      }
      if (claim.id === null) break;
    }
    const ids = [...failed.keys()].join();
    if (failed.size > 0) throw new AggregateError(failed.values(), `auctions ${ids} did not advance`);
  }

  async isRunning(tx: Tx, listingId: string): Promise<boolean> {
    const auction = await this.unitOfWork.asSystem(tx, 'auction', (system) =>
      this.auctions.ofListing(system, listingId),
    );
    return auction !== null && auction.state !== 'draft';
  }

  async isWon(tx: Tx, listingId: string, dealId: string): Promise<boolean> {
    const auction = await this.auctions.ofDeal(tx, dealId);
    return auction?.state === 'sold' && auction.listingId === listingId;
  }

  /** The winner's contract took effect: the deposit counts towards the price, and the auction is over. */
  async listingSold(tx: Tx, listingId: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
      const before = await this.auctions.ofListing(system, listingId);
      const settled = before && advanceAuction(before, 'settle', this.recorder.now(before));
      if (!settled?.ok || before?.highestPaddle == null) throw new Error(`listing ${listingId} was won by nobody`);
      await this.deposits.settleWinner(system, before, before.highestPaddle, 'apply', '合同生效，抵作价款');
      const after = await this.recorder.append(system, settled.value, { kind: 'settle' });
      await this.recorder.journalise(system, 'settle', before, after);
    });
  }

  private async place(system: Tx, id: string, paddle: number, amount: Fen): Promise<Result<AcceptedBid, BidRefusal>> {
    const locked = await this.auctions.forUpdate(system, id);
    if (!locked) return refuse('auction.notFound');
    const at = this.recorder.now(locked);
    const auction = await this.opened(system, locked, at);
    const offering = auction.method === 'listed' && auction.state === 'announced' && at < auction.registrationClosesAt;
    const placed = offering
      ? placeOffer(auction, paddle, await this.auctions.lastOffer(system, id, paddle), amount, at)
      : placeBid(auction, paddle, amount, at);
    if (!placed.ok) return placed;
    const kind = offering ? 'offer' : 'bid';
    const after = await this.recorder.append(system, placed.value, { kind, paddle, amount });
    return ok({ auction: after, sequence: after.lastSequence, kind, paddle, amount, at: after.lastEventAt ?? at });
  }

  /** A bid does not wait for the worker to open what is due to open. */
  private async opened(system: Tx, auction: Auction, at: Date): Promise<Auction> {
    if (auction.state !== 'announced' || at < auction.opensAt) return auction;
    const due = dueStep(auction, await this.bidders.qualified(system, auction.id), at);
    return due?.event === 'open' ? this.open(system, auction, at) : auction;
  }

  private async advance(system: Tx, auction: Auction): Promise<void> {
    const at = this.recorder.now(auction);
    const step = dueStep(auction, await this.bidders.qualified(system, auction.id), at);
    if (!step) return this.auctions.save(system, auction, nextDue(auction, at));
    await this.take(system, auction, step, at);
  }

  private async take(system: Tx, auction: Auction, { event, outcome }: Step, at: Date): Promise<void> {
    if (event === 'open') await this.open(system, auction, at);
    else if (event === 'extendPeriod') {
      const extended = extendPeriod(auction);
      const after = await this.recorder.append(system, extended, { kind: 'extendPeriod' });
      await this.recorder.journalise(system, 'extendPeriod', auction, after);
    } else if (event === 'fail') await this.conclude(system, auction, auction, outcome ?? 'noBidder', 'close');
    else {
      const only = event === 'agree' ? await this.bidders.byPaddle(system, auction.id, null) : null;
      await this.decide(system, auction, only === null ? null : (only.paddle ?? null), at);
    }
  }

  private async open(system: Tx, auction: Auction, at: Date): Promise<Auction> {
    const opened = advanceAuction(auction, 'open', at);
    if (!opened.ok) throw new Error(`auction ${auction.id} in state ${auction.state} cannot open`);
    const after = await this.recorder.append(system, opened.value, { kind: 'open' });
    await this.recorder.journalise(system, 'open', auction, after);
    return after;
  }

  /** Only in the state `deciding`, which lasts within this transaction, does row-level security show the reserve here. */
  private async decide(system: Tx, auction: Auction, onlyPaddle: number | null, at: Date): Promise<void> {
    const ended = onlyPaddle === null ? 'close' : 'agree';
    const deciding = advanceAuction(auction, ended, at);
    if (!deciding.ok) throw new Error(`auction ${auction.id} in state ${auction.state} cannot be decided`);
    await this.auctions.save(system, deciding.value, null);
    await this.recorder.journalise(system, ended, auction, deciding.value);
    const priced = onlyPaddle === null ? deciding.value : agreedWithOne(deciding.value, onlyPaddle);
    const reserve = await this.openReserve(system, auction);
    await this.conclude(system, deciding.value, priced, outcomeOf(priced, reserve), ended);
  }

  private async openReserve(system: Tx, { id, reserveCommitment }: Auction): Promise<Fen | null> {
    if (reserveCommitment === null) return null;
    const reserve = await this.auctions.reserve(system, id);
    if (!reserve || commitmentOf(id, reserve) !== reserveCommitment) {
      throw new Error(`the reserve of auction ${id} is not the one that was committed to`);
    }
    return reserve.amount;
  }

  /** Winner, deal, deposits and listing, all in this transaction. */
  private async conclude(
    system: Tx,
    before: Auction,
    auction: Auction,
    outcome: AuctionOutcome,
    kind: 'close' | 'agree',
  ): Promise<void> {
    const decided = decideAuction(auction, outcome, this.recorder.now(auction));
    if (!decided.ok) throw new Error(`auction ${auction.id} in state ${auction.state} cannot be decided`);
    const { highestAmount, highestPaddle } = auction;
    const sold = outcome === 'sold' && highestAmount !== null && highestPaddle !== null;
    const dealId = sold ? await this.award(system, auction, highestPaddle, highestAmount) : null;
    const fact = sold
      ? { kind, detail: outcome, paddle: highestPaddle, amount: highestAmount }
      : { kind, detail: outcome };
    const after = await this.recorder.append(system, { ...decided.value, dealId }, fact);
    await this.deposits.returnAll(
      system,
      auction,
      sold ? highestPaddle : null,
      sold ? '未成交，退还' : '竞价未成交，退还',
    );
    if (!sold) await this.listings.endBidding(system, auction.listingId, 'expire');
    await this.recorder.journalise(system, sold ? 'sell' : 'fail', before, after);
  }

  private async award(system: Tx, auction: Auction, paddle: number, price: Fen): Promise<string> {
    const winner = await this.bidders.byPaddle(system, auction.id, paddle);
    if (!winner) throw new Error(`auction ${auction.id} has no bidder ${paddle}`);
    const listing = await this.listings.find(system, auction.listingId);
    const deal = await this.deals.openAwarded(system, {
      auctionId: auction.id,
      achievementId: auction.achievementId,
      listingId: auction.listingId,
      sellerOrganizationId: auction.organizationId,
      buyer: winner,
      terms: { price, mode: modeOf(listing?.transferMode), terms: termsText(auction, winner, price) },
    });
    return deal.id;
  }
}

/** Before anything of a lot is recorded its time is the clock's. */
const unrecorded = { lastEventAt: null } as Auction;

/** Prices only rise: what was too low before the lock is too low after it, and need not wait for it. */
function tooLowAlready(seen: Auction, amount: Fen) {
  const minimum = minimumBid(seen);
  return seen.state === 'bidding' && amount < minimum
    ? refuse('auction.bidTooLow', { minimum: formatYuan(minimum) }, '/amountYuan')
    : null;
}

const modeOf = (mode: TransferMode | undefined): TransferMode => mode ?? transferModes[0];

const termsText = (auction: Auction, winner: AuctionRegistration, price: Fen): string =>
  `${auctionMethodNames[auction.method]}成交：竞买号 ${winner.paddle}，成交价 ${formatYuan(price)} 元。交易条件：${auction.conditions}`;
