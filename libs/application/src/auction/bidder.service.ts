import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { auctionRegistrationTransitions, type Auction, type AuctionRegistration } from '#domain/auction/auction.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { OrganizationService } from '../identity/organization.service.js';
import { RelationService } from '../relation/relation.service.js';
import { AuctionRecorder } from './auction-recorder.js';
import { AuctionRepository } from './auction.repository.js';
import { BidderRepository } from './bidder.repository.js';
import { DepositService } from './deposit.service.js';

export type RegisterRefusal = Refusal<
  | 'auction.notFound'
  | 'organization.unverified'
  | 'auction.ownAuction'
  | 'auction.relatedBidder'
  | 'auction.registrationOver'
  | 'auction.alreadyRegistered'
>;
export type DecideRefusal = Refusal<
  | 'auction.notFound'
  | 'auction.registrationNotFound'
  | 'auction.registrationOver'
  | 'auction.depositMissing'
  | 'auction.relatedBidder'
  | 'state.notAllowed'
>;
export type LeaveRefusal = Refusal<
  'auction.registrationNotFound' | 'auction.registrationBinds' | 'auction.alreadyOpen' | 'state.notAllowed'
>;

export type NewRegistration = Pick<AuctionRegistration, 'contactName' | 'contactPhone' | 'statement'>;

/** Bidders of an auction: registering, the seller's check of their qualification, leaving. */
@Injectable()
export class BidderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auctions: AuctionRepository,
    private readonly bidders: BidderRepository,
    private readonly deposits: DepositService,
    private readonly recorder: AuctionRecorder,
    private readonly relations: RelationService,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async register(
    actor: PersonActor,
    auctionId: string,
    given: NewRegistration,
  ): Promise<Result<AuctionRegistration, RegisterRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<AuctionRegistration, RegisterRefusal>> => {
        const auction = await this.announced(tx, auctionId);
        if (!auction) return refuse('auction.notFound');
        if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
        if (auction.organizationId === actor.organizationId) return refuse('auction.ownAuction');
        const related = await this.related(tx, auction, actor);
        if (related !== null) return refuse('auction.relatedBidder', { relation: related });
        const now = this.clock.now();
        if (!registering(auction, now)) return refuse('auction.registrationOver');
        const registration: AuctionRegistration = {
          ...given,
          id: uuid(),
          auctionId,
          organizationId: actor.organizationId,
          personId: actor.personId,
          state: 'registered',
          paddle: null,
          address: actor.origin.address,
          decisionReason: null,
          deposit: null,
          createdAt: now,
          decidedAt: null,
        };
        await this.bidders.insert(tx, registration);
        await this.journalise(tx, auction, 'register', null, registration);
        return ok(registration);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'auction_registration_once') throw error;
      return refuse('auction.alreadyRegistered');
    }
  }

  /** The seller finds that a bidder meets what was announced: it gets the next paddle. Needs the deposit where one is asked. */
  async qualify(
    actor: PersonActor,
    auctionId: string,
    id: string,
  ): Promise<Result<AuctionRegistration, DecideRefusal>> {
    return this.decide(actor, auctionId, id, 'qualify', null);
  }

  /** With a reason; the deposit goes back. */
  async reject(
    actor: PersonActor,
    auctionId: string,
    id: string,
    reason: string,
  ): Promise<Result<AuctionRegistration, DecideRefusal>> {
    return this.decide(actor, auctionId, id, 'reject', reason);
  }

  /** A bidder leaves before the bidding; having registered for a listed sale and been qualified, it is bound. */
  async leave(actor: PersonActor, auctionId: string, id: string): Promise<Result<AuctionRegistration, LeaveRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AuctionRegistration, LeaveRefusal>> => {
      const auction = await this.locked(tx, auctionId);
      const before = auction && (await this.bidders.find(tx, auctionId, id));
      if (!before || !actsFor(actor, before.organizationId)) return refuse('auction.registrationNotFound');
      const next = transition(auctionRegistrationTransitions, before.state, 'withdraw');
      if (!next.ok) return next;
      const now = this.recorder.now(auction);
      if (auction.state !== 'announced' || now >= auction.opensAt) return refuse('auction.alreadyOpen');
      if (before.state === 'qualified' && auction.method === 'listed') return refuse('auction.registrationBinds');
      const after: AuctionRegistration = { ...before, state: next.value, decidedAt: now };
      await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
        await this.bidders.decide(system, after);
        if (before.deposit?.state === 'held') {
          await this.deposits.settle(system, auction, before, 'return', '竞买人退出');
        }
      });
      await this.journalise(tx, auction, 'withdraw', before, after);
      return ok((await this.bidders.find(tx, auctionId, id)) ?? after);
    });
  }

  /** The seller and the bureau see all, a bidder its own; strangers none. */
  async list(
    actor: PersonActor,
    auctionId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<AuctionRegistration[], Refusal<'auction.notFound'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<AuctionRegistration[], Refusal<'auction.notFound'>>> => {
        if (!(await this.announced(tx, auctionId))) return refuse('auction.notFound');
        const rows = await this.bidders.list(tx, auctionId, after, limit);
        return ok(rows.map((one) => forReader(actor, one)));
      },
    );
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<AuctionRegistration[]> {
    return this.unitOfWork.run(actor, (tx) => this.bidders.listOwn(tx, actor.organizationId, after, limit));
  }

  private async decide(
    actor: PersonActor,
    auctionId: string,
    id: string,
    event: 'qualify' | 'reject',
    reason: string | null,
  ): Promise<Result<AuctionRegistration, DecideRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AuctionRegistration, DecideRefusal>> => {
      const auction = await this.locked(tx, auctionId);
      if (!auction || !actsFor(actor, auction.organizationId)) return refuse('auction.notFound');
      const before = await this.bidders.find(tx, auctionId, id);
      if (!before) return refuse('auction.registrationNotFound');
      const next = transition(auctionRegistrationTransitions, before.state, event);
      if (!next.ok) return next;
      const now = this.recorder.now(auction);
      if (!registering(auction, now)) return refuse('auction.registrationOver');
      const fit = event === 'qualify' ? await this.fit(tx, auction, before) : ok(true);
      if (!fit.ok) return fit;
      const paddle = event === 'qualify' ? auction.lastPaddle + 1 : null;
      const after: AuctionRegistration = {
        ...before,
        state: next.value,
        paddle,
        decisionReason: reason,
        decidedAt: now,
      };
      await this.unitOfWork.asSystem(tx, 'auction', async (system) => {
        await this.bidders.decide(system, after);
        if (paddle !== null) await this.auctions.givePaddle(system, auctionId, paddle);
        if (event === 'reject' && before.deposit?.state === 'held') {
          await this.deposits.settle(system, auction, before, 'return', reason ?? '');
        }
      });
      await this.journalise(tx, auction, event, before, after, reason ?? undefined);
      return ok(forReader(actor, (await this.bidders.find(tx, auctionId, id)) ?? after));
    });
  }

  private async fit(tx: Tx, auction: Auction, bidder: AuctionRegistration): Promise<Result<true, DecideRefusal>> {
    if (auction.deposit > 0n && bidder.deposit?.state !== 'held') return refuse('auction.depositMissing');
    const related = await this.related(tx, auction, bidder);
    return related === null ? ok(true) : refuse('auction.relatedBidder', { relation: related });
  }

  /** 拍卖法 arts. 22, 30 and the market's own rule 8: neither the unit nor the person who acts may be tied to the seller. */
  private async related(
    tx: Tx,
    auction: Auction,
    bidder: Pick<AuctionRegistration, 'organizationId' | 'personId'>,
  ): Promise<string | null> {
    const seller = { kind: 'organization', id: auction.organizationId } as const;
    const unit = { kind: 'organization', id: bidder.organizationId } as const;
    const person = { kind: 'person', id: bidder.personId } as const;
    return (
      (await this.relations.keptAway(tx, 'bidder', unit, [seller])) ??
      (await this.relations.keptAway(tx, 'bidder', person, [seller]))
    );
  }

  private async announced(tx: Tx, id: string): Promise<Auction | null> {
    const auction = await this.auctions.find(tx, id);
    return auction?.announcedAt == null ? null : auction;
  }

  private async locked(tx: Tx, id: string): Promise<Auction | null> {
    const auction = await this.unitOfWork.asSystem(tx, 'auction', (system) => this.auctions.forUpdate(system, id));
    return auction?.announcedAt == null ? null : auction;
  }

  private journalise(
    tx: Tx,
    auction: Auction,
    event: string,
    before: AuctionRegistration | null,
    after: AuctionRegistration,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'auctionRegistration',
      subjectId: after.id,
      parties: [auction.organizationId, after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

const registering = (auction: Auction, now: Date): boolean =>
  auction.state === 'announced' && now < auction.registrationClosesAt;

const bureau = ['registrar', 'reviewer', 'auditor'] as const;

/** Where a registration came from is for the bureau. */
const forReader = (actor: PersonActor, one: AuctionRegistration): AuctionRegistration =>
  hasRole(actor, ...bureau) || actsFor(actor, one.organizationId) ? one : { ...one, address: '' };
