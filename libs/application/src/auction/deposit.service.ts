import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  auctionDepositTransitions,
  type Auction,
  type AuctionDeposit,
  type AuctionDepositEvent,
  type AuctionRegistration,
} from '#domain/auction/auction.js';
import {
  depositAccounts,
  depositBalances,
  depositEntry,
  type DepositBalances,
} from '#domain/auction/deposit-posting.js';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { formatYuan, type Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { AuctionRepository } from './auction.repository.js';
import { BidderRepository, type DepositEntry } from './bidder.repository.js';

export type { DepositEntry } from './bidder.repository.js';

export interface ReceivedDeposit {
  readonly amount: Fen;
  readonly reference: string;
  readonly receivedOn: LocalDate;
}

export type DepositRefusal = Refusal<
  | 'auction.registrationNotFound'
  | 'auction.depositNotAsked'
  | 'auction.depositDiffers'
  | 'auction.depositRecorded'
  | 'auction.depositAhead'
  | 'auction.referenceUsed'
  | 'state.notAllowed'
>;

type NotFound = Refusal<'auction.notFound'>;

/** Where the deposits of a lot stand, and whether the books say the same as the deposits themselves. */
export interface DepositLedger {
  readonly balances: DepositBalances;
  readonly balanced: boolean;
}

/** Records of deposits (保证金). No money moves here: each says what the market office holds, gave back or kept. */
@Injectable()
export class DepositService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auctions: AuctionRepository,
    private readonly bidders: BidderRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The market office writes down that a bidder's deposit came in, by its bank slip. */
  async record(
    actor: PersonActor,
    auctionId: string,
    registrationId: string,
    received: ReceivedDeposit,
  ): Promise<Result<AuctionRegistration, DepositRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<AuctionRegistration, DepositRefusal>> => {
        const auction = await this.unitOfWork.asSystem(tx, 'auction', (system) =>
          this.auctions.forUpdate(system, auctionId),
        );
        const registration = auction && (await this.bidders.find(tx, auctionId, registrationId));
        if (!registration) return refuse('auction.registrationNotFound');
        const fits = checkDeposit(auction, registration, received, beijingDate(this.clock.now()));
        if (!fits.ok) return fits;
        const deposit: AuctionDeposit = { ...received, id: uuid(), state: 'held', settledAt: null, settleReason: null };
        await this.bidders.insertDeposit(tx, registration, deposit, this.clock.now());
        await this.post(tx, auction, null, deposit);
        await this.journalise(tx, auction, registration, 'hold', null, deposit);
        return ok({ ...registration, deposit });
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'auction_deposit_reference_once') throw error;
      return refuse('auction.referenceUsed', {}, '/reference');
    }
  }

  /** Everybody's but one bidder's goes back. As the system, with the lot locked. */
  async returnAll(system: Tx, auction: Auction, exceptPaddle: number | null, reason: string): Promise<void> {
    for (const registration of await this.bidders.all(system, auction.id)) {
      if (registration.paddle !== null && registration.paddle === exceptPaddle) continue;
      if (registration.deposit?.state === 'held') await this.settle(system, auction, registration, 'return', reason);
    }
  }

  /** Units that registered for a lot, as the actor may see them. */
  async bidderIds(tx: Tx, auctionId: string): Promise<string[]> {
    return (await this.bidders.all(tx, auctionId)).map(({ organizationId }) => organizationId);
  }

  /** What becomes of the winner's. */
  async settleWinner(
    system: Tx,
    auction: Auction,
    paddle: number,
    event: AuctionDepositEvent,
    reason: string,
  ): Promise<void> {
    const winner = await this.bidders.byPaddle(system, auction.id, paddle);
    if (winner?.deposit?.state === 'held') await this.settle(system, auction, winner, event, reason);
  }

  async settle(
    system: Tx,
    auction: Auction,
    registration: AuctionRegistration,
    event: AuctionDepositEvent,
    reason: string,
  ): Promise<void> {
    const { deposit } = registration;
    if (deposit === null) throw new Error(`no deposit of ${registration.id}`);
    const next = transition(auctionDepositTransitions, deposit.state, event);
    if (!next.ok) throw new Error(`deposit of ${registration.id} cannot ${event}`);
    const after: AuctionDeposit = { ...deposit, state: next.value, settledAt: this.clock.now(), settleReason: reason };
    await this.bidders.settleDeposit(system, after);
    await this.post(system, auction, deposit, after);
    await this.journalise(system, auction, registration, event, deposit, after, reason);
  }

  /** The bureau's view of the books of one lot: each account by its postings, proven against the deposits. */
  async ledger(actor: PersonActor, auctionId: string): Promise<Result<DepositLedger, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DepositLedger, NotFound>> => {
      const auction = await this.auctions.find(tx, auctionId);
      if (auction?.announcedAt == null) return refuse('auction.notFound');
      const balances = depositBalances(await this.bidders.depositTotals(tx, auctionId));
      const deposits = (await this.bidders.all(tx, auctionId)).flatMap(({ deposit }) => deposit ?? []);
      const due = depositBalances(
        deposits.flatMap(({ state, amount }) => [
          { account: state, amount },
          { account: 'bidder' as const, amount: -amount },
        ]),
      );
      return ok({ balances, balanced: depositAccounts.every((account) => balances[account] === due[account]) });
    });
  }

  async entries(
    actor: PersonActor,
    auctionId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<DepositEntry[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DepositEntry[], NotFound>> => {
      const auction = await this.auctions.find(tx, auctionId);
      if (auction?.announcedAt == null) return refuse('auction.notFound');
      return ok(await this.bidders.depositEntries(tx, auctionId, after, limit));
    });
  }

  private post(tx: Tx, auction: Auction, before: AuctionDeposit | null, after: AuctionDeposit): Promise<void> {
    const entry = { id: uuid(), auctionId: auction.id, depositId: after.id, at: this.clock.now() };
    return this.bidders.postDeposit(tx, entry, depositEntry(before?.state ?? null, after.state, after.amount));
  }

  private journalise(
    tx: Tx,
    auction: Auction,
    registration: AuctionRegistration,
    event: string,
    before: AuctionDeposit | null,
    after: AuctionDeposit,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'auctionDeposit',
      subjectId: after.id,
      parties: [auction.organizationId, registration.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

function checkDeposit(
  auction: Auction,
  registration: AuctionRegistration,
  { amount, receivedOn }: ReceivedDeposit,
  today: LocalDate,
): Result<true, DepositRefusal> {
  if (auction.deposit === 0n) return refuse('auction.depositNotAsked');
  if (registration.deposit !== null) return refuse('auction.depositRecorded');
  if (registration.state !== 'registered' || auction.state !== 'announced') {
    return refuse('state.notAllowed', { state: registration.state, event: 'deposit', allowed: '无' });
  }
  if (receivedOn > today) return refuse('auction.depositAhead', { today }, '/receivedOn');
  return amount === auction.deposit
    ? ok(true)
    : refuse('auction.depositDiffers', { asked: formatYuan(auction.deposit) }, '/amountYuan');
}
