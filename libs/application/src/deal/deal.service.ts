import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  advanceDeal,
  agreeDeal,
  dealReaders,
  dealSides,
  offerContent,
  offerOn,
  refuseOffer,
  type AnswerRefusal,
  type Deal,
  type Offer,
  type OfferRefusal as DomainOfferRefusal,
  type OfferTerms,
} from '#domain/deal/deal.js';
import { sidesOf, type Introduction } from '#domain/introduction/introduction.js';
import type { DealEntryKind } from '#domain/deal-room/deal-room.js';
import type { DealRefusalReason } from '#domain/non-disclosure/refusal-reasons.policy.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { IntroductionService } from '../introduction/introduction.service.js';
import { ListingService } from '../listing/listing.service.js';
import { DealLog } from './deal.log.js';
import { DealRepository } from './deal.repository.js';

type NotFound = Refusal<'deal.notFound'>;
export type OpenRefusal = Refusal<
  'deal.introductionNotFound' | 'deal.introductionNotAccepted' | 'deal.listingNotFound' | 'deal.alreadyOpen'
>;
export type OfferRefusal = NotFound | DomainOfferRefusal;
export type BreakOffRefusal = NotFound | Refusal<'state.notAllowed' | 'deal.priceFixed'>;
export type AgreeRefusal = NotFound | AnswerRefusal | Refusal<'state.notAllowed'>;

/** The offers of a deal, and whether their hash chain is whole. */
export interface OfferChain {
  readonly offers: readonly Offer[];
  readonly whole: boolean;
}

/** Why a side says no: a reason of the list, and its own words. */
export interface RefusalReason {
  readonly reasonCode: DealRefusalReason;
  readonly reason: string;
}

const wholeBasisPoints = 10_000;

/** Use cases of deals. */
@Injectable()
export class DealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deals: DealRepository,
    private readonly introductions: IntroductionService,
    private readonly listings: ListingService,
    private readonly log: DealLog,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** One of two introduced sides opens the negotiation, on the seller's listing when there is one. */
  async open(actor: PersonActor, introductionId: string, listingId: string | null): Promise<Result<Deal, OpenRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<Deal, OpenRefusal>> => {
        const introduction = await this.introductions.find(tx, introductionId);
        if (!introduction || !sidesOf(introduction).includes(actor.organizationId)) {
          return refuse('deal.introductionNotFound', {}, '/introductionId');
        }
        if (introduction.state !== 'accepted') return refuse('deal.introductionNotAccepted');
        if (listingId !== null && !(await this.offers(tx, introduction, listingId))) {
          return refuse('deal.listingNotFound', {}, '/listingId');
        }
        const deal = newDeal(introduction, listingId, this.clock.now());
        await this.deals.insert(tx, deal);
        await this.record(tx, 'open', null, deal);
        await this.write(tx, deal, 'open', {});
        return ok(deal);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'deal_introduction_once') throw error;
      return refuse('deal.alreadyOpen');
    }
  }

  /** An offer or counter-offer; it answers, and so ends, the one before. */
  async offer(
    actor: PersonActor,
    id: string,
    terms: OfferTerms,
  ): Promise<Result<{ readonly deal: Deal; readonly offer: Offer }, OfferRefusal>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<{ readonly deal: Deal; readonly offer: Offer }, OfferRefusal>> => {
        const before = await this.ownForUpdate(tx, actor, id);
        if (!before) return refuse('deal.notFound');
        const latest = await this.deals.latestOffer(tx, id);
        const now = this.clock.now();
        const after = offerOn(before, terms, latest?.serial ?? 0, now);
        if (!after.ok) return after;
        const offer = chained(id, actor, terms, latest, now);
        await this.deals.insertOffer(tx, offer);
        await this.save(tx, 'offer', before, after.value, undefined, offer);
        await this.write(tx, after.value, 'offer', said(offer));
        return ok({ deal: after.value, offer });
      },
    );
  }

  /** The other side accepts the latest offer, which it names by its serial. */
  async agree(actor: PersonActor, id: string, serial: number): Promise<Result<Deal, AgreeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Deal, AgreeRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('deal.notFound');
      const latest = await this.deals.latestOffer(tx, id);
      const after = agreeDeal(before, latest, serial, actor.organizationId, this.clock.now());
      if (!after.ok) return after;
      await this.save(tx, 'agree', before, after.value);
      await this.write(tx, after.value, 'agreement', { offerSerial: serial, offerHash: latest?.hash ?? null });
      return after;
    });
  }

  /** The other side says no to the latest offer, and why. The negotiation goes on; that offer cannot be accepted later. */
  async refuseOffer(
    actor: PersonActor,
    id: string,
    serial: number,
    { reasonCode, reason }: RefusalReason,
  ): Promise<Result<Deal, AgreeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Deal, AgreeRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('deal.notFound');
      const latest = await this.deals.latestOffer(tx, id);
      const after = refuseOffer(before, latest, serial, actor.organizationId, this.clock.now());
      if (!after.ok) return after;
      await this.save(tx, 'refuseOffer', before, after.value, reason);
      await this.write(tx, after.value, 'refusal', { offerSerial: serial, reasonCode, reason });
      return after;
    });
  }

  async breakOff(
    actor: PersonActor,
    id: string,
    { reasonCode, reason }: RefusalReason,
  ): Promise<Result<Deal, BreakOffRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Deal, BreakOffRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('deal.notFound');
      if (before.auctionId !== null) return refuse('deal.priceFixed');
      const after = advanceDeal(before, 'breakOff', this.clock.now(), reason);
      if (!after.ok) return after;
      await this.save(tx, 'breakOff', before, after.value, reason);
      await this.write(tx, after.value, 'breakOff', { reasonCode, reason });
      return after;
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Deal, NotFound>> {
    const deal = await this.unitOfWork.run(actor, (tx) => this.deals.find(tx, id));
    return deal ? ok(deal) : refuse('deal.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<Deal[]> {
    return this.unitOfWork.run(actor, (tx) => this.deals.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  async offersOf(actor: PersonActor, id: string): Promise<Result<OfferChain, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OfferChain, NotFound>> => {
      if (!(await this.deals.find(tx, id))) return refuse('deal.notFound');
      const offers = await this.deals.offers(tx, id);
      return ok({ offers, whole: chainWhole(offers) });
    });
  }

  /** A deal of the actor's with the offer it agreed on, locked: what a contract is drafted from. */
  async agreedForUpdate(tx: Tx, actor: PersonActor, id: string): Promise<{ deal: Deal; agreed: Offer | null } | null> {
    const deal = await this.ownForUpdate(tx, actor, id);
    if (!deal) return null;
    const latest = await this.deals.latestOffer(tx, id);
    return { deal, agreed: latest !== null && latest.serial === deal.agreedSerial ? latest : null };
  }

  /** The offer a deal agreed on. */
  async agreedOffer(tx: Tx, id: string): Promise<{ deal: Deal; agreed: Offer }> {
    const deal = await this.deals.find(tx, id);
    const latest = await this.deals.latestOffer(tx, id);
    if (!deal || !latest || latest.serial !== deal.agreedSerial) throw new Error(`deal ${id} agreed on nothing`);
    return { deal, agreed: latest };
  }

  /** An auction closed, in its transaction and as the system: buyer and seller are agreed at its price, and owe to sign. */
  async openAwarded(tx: Tx, award: Award): Promise<Deal> {
    const now = this.clock.now();
    const deal = awardedDeal(award, now);
    const offer = chained(deal.id, award.buyer, award.terms, null, now);
    await this.deals.insert(tx, deal);
    await this.deals.insertOffer(tx, offer);
    await this.record(tx, 'agree', null, deal, undefined, offer);
    await this.write(tx, deal, 'award', { auctionId: deal.auctionId, ...said(offer) });
    return deal;
  }

  /** An open challenge was awarded, in its transaction and as the system: its winner's price is the first offer. */
  async openWon(tx: Tx, won: WonChallenge): Promise<Deal> {
    const now = this.clock.now();
    const deal = wonDeal(won, now);
    await this.deals.insert(tx, deal);
    await this.record(tx, 'award', null, deal);
    await this.write(tx, deal, 'award', { openChallengeBidId: deal.openChallengeBidId });
    if (won.terms.price > 0n) {
      const offer = chained(deal.id, won.seller, won.terms, null, now);
      await this.deals.insertOffer(tx, offer);
      await this.write(tx, deal, 'offer', said(offer));
    }
    return deal;
  }

  /** The winner of an auction did not sign: what was agreed falls. Refused while a contract is drafted on it. */
  async fallAwarded(tx: Tx, id: string, reason: string): Promise<Result<Deal, Refusal<'state.notAllowed'>>> {
    const before = await this.deals.forUpdate(tx, id);
    if (!before) throw new Error(`no deal ${id}`);
    const after = advanceDeal(before, 'breakOff', this.clock.now(), reason);
    if (!after.ok) return after;
    await this.save(tx, 'breakOff', before, after.value, reason);
    await this.write(tx, after.value, 'breakOff', { reasonCode: 'other', reason });
    return after;
  }

  async markContracted(tx: Tx, deal: Deal): Promise<Result<Deal, Refusal<'state.notAllowed'>>> {
    return this.advance(tx, deal, 'contract');
  }

  /** Its contract was cancelled before it took effect: another may be drafted. */
  async release(tx: Tx, id: string): Promise<Result<Deal, Refusal<'state.notAllowed'>>> {
    const deal = await this.deals.forUpdate(tx, id);
    if (!deal) throw new Error(`contract without deal ${id}`);
    return this.advance(tx, deal, 'release');
  }

  private async advance(
    tx: Tx,
    before: Deal,
    event: 'contract' | 'release',
  ): Promise<Result<Deal, Refusal<'state.notAllowed'>>> {
    const after = advanceDeal(before, event, this.clock.now());
    if (!after.ok) return after;
    await this.save(tx, event, before, after.value);
    await this.write(tx, after.value, event, {});
    return after;
  }

  /** What happened goes into the room's log, whose limit holds for talk only. */
  private async write(tx: Tx, deal: Deal, kind: DealEntryKind, content: Readonly<Record<string, unknown>>) {
    const written = await this.log.append(tx, deal.id, kind, content);
    if (!written.ok) throw new Error(`the log of deal ${deal.id} took no ${kind}`);
  }

  /** Is this a listing of the seller's for the very achievement? */
  private async offers(tx: Tx, introduction: Introduction, listingId: string): Promise<boolean> {
    const listing = await this.listings.find(tx, listingId);
    return (
      listing?.achievementId === introduction.achievementId &&
      listing.organizationId === introduction.achievementOrganizationId
    );
  }

  /** A deal that one of its sides acts on, locked; null for anybody else. */
  async sideForUpdate(tx: Tx, actor: PersonActor, id: string): Promise<Deal | null> {
    return this.ownForUpdate(tx, actor, id);
  }

  /** What the actor of the transaction may see, or null. */
  async find(tx: Tx, id: string): Promise<Deal | null> {
    return this.deals.find(tx, id);
  }

  private async ownForUpdate(tx: Tx, actor: PersonActor, id: string): Promise<Deal | null> {
    const deal = await this.deals.forUpdate(tx, id);
    return deal && dealSides(deal).includes(actor.organizationId) ? deal : null;
  }

  private async save(tx: Tx, event: string, before: Deal, after: Deal, reason?: string, offer?: Offer): Promise<void> {
    await this.deals.save(tx, after);
    await this.record(tx, event, before, after, reason, offer);
  }

  private async record(
    tx: Tx,
    event: string,
    before: Deal | null,
    after: Deal,
    reason?: string,
    offer?: Offer,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'deal',
      subjectId: after.id,
      parties: dealReaders(after),
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after: offer ? { deal: after, offer } : after,
    });
  }
}

/** What an open challenge gives to each of its winners. */
export interface WonChallenge extends Pick<Deal, 'demandId' | 'buyerOrganizationId'> {
  readonly openChallengeBidId: string;
  readonly seller: Pick<PersonActor, 'organizationId' | 'personId'>;
  readonly terms: OfferTerms;
}

const wonDeal = ({ seller, terms: _terms, ...won }: WonChallenge, now: Date): Deal => ({
  ...won,
  id: uuid(),
  introductionId: null,
  auctionId: null,
  achievementId: null,
  listingId: null,
  sellerOrganizationId: seller.organizationId,
  state: 'negotiating',
  brokers: [],
  agreedSerial: null,
  refusedSerial: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});

/** What an auction gives to its winner. */
export interface Award extends Pick<Deal, 'achievementId' | 'listingId' | 'sellerOrganizationId'> {
  readonly auctionId: string;
  readonly buyer: Pick<PersonActor, 'organizationId' | 'personId'>;
  readonly terms: OfferTerms;
}

const awardedDeal = ({ buyer, terms: _terms, ...award }: Award, now: Date): Deal => ({
  ...award,
  id: uuid(),
  introductionId: null,
  demandId: null,
  openChallengeBidId: null,
  buyerOrganizationId: buyer.organizationId,
  state: 'agreed',
  brokers: [],
  agreedSerial: 1,
  refusedSerial: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});

const newDeal = (introduction: Introduction, listingId: string | null, now: Date): Deal => ({
  id: uuid(),
  introductionId: introduction.id,
  demandId: introduction.demandId,
  auctionId: null,
  achievementId: introduction.achievementId,
  listingId,
  openChallengeBidId: null,
  buyerOrganizationId: introduction.demandOrganizationId,
  sellerOrganizationId: introduction.achievementOrganizationId,
  state: 'negotiating',
  brokers: brokersOf(introduction),
  agreedSerial: null,
  refusedSerial: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});

/** The broker who introduced them has the whole share until the contract says otherwise. */
const brokersOf = ({ introducer }: Introduction): Deal['brokers'] =>
  introducer.kind === 'broker'
    ? [
        {
          brokerPersonId: introducer.personId,
          agencyOrganizationId: introducer.organizationId,
          shareBasisPoints: wholeBasisPoints,
        },
      ]
    : [];

/** What of an offer stands in the room's log; the offer's own hash ties the two chains together. */
const said = ({ id, serial, price, mode, terms, hash }: Offer): Readonly<Record<string, unknown>> => ({
  ...{ offerId: id, offerSerial: serial, priceFen: price.toString(), mode, terms, offerHash: hash },
});

function chained(
  dealId: string,
  actor: Pick<PersonActor, 'organizationId' | 'personId'>,
  terms: OfferTerms,
  latest: Offer | null,
  now: Date,
): Offer {
  const offer: Offer = {
    ...terms,
    id: uuid(),
    dealId,
    serial: (latest?.serial ?? 0) + 1,
    organizationId: actor.organizationId,
    personId: actor.personId,
    offeredAt: now,
    previousHash: latest?.hash ?? null,
    hash: '',
  };
  return { ...offer, hash: contentHash(offerContent(offer)) };
}

/** Every offer holds the hash of the one before, and its own is right. */
const chainWhole = (offers: readonly Offer[]): boolean =>
  offers.every(
    (offer, index) =>
      offer.serial === index + 1 &&
      offer.previousHash === (offers[index - 1]?.hash ?? null) &&
      offer.hash === contentHash(offerContent(offer)),
  );
