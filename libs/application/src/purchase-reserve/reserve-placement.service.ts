import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Fen } from '#domain/money/money.js';
import {
  otherEyes,
  outstanding,
  reservePlacementTransitions,
  splitReceipt,
  type PurchaseReserve,
  type ReceiptRefusal,
  type ReservePlacement,
} from '#domain/purchase-reserve/purchase-reserve.js';
import { claimable, claimMoney, receiveMoney, unclaimMoney } from '#domain/purchase-reserve/reserve-money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractService } from '../contract/contract.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { PurchaseReserveRepository } from './purchase-reserve.repository.js';
import { PurchaseReserveService, type ReserveRefusal } from './purchase-reserve.service.js';
import { ReserveBooks } from './reserve-books.js';

export type PlacementRefusal =
  | ReserveRefusal
  | ReceiptRefusal
  | Refusal<
      | 'reservePlacement.notFound'
      | 'reservePlacement.buyerUnknown'
      | 'reservePlacement.soldAlready'
      | 'reservePlacement.contractUnfit'
    >;

type Outcome = Result<ReservePlacement, PlacementRefusal>;

/** Hands reserves on to firms and recovers their cost, through the ledger and with four eyes. */
@Injectable()
export class ReservePlacementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reserves: PurchaseReserveRepository,
    private readonly purchases: PurchaseReserveService,
    private readonly contracts: ContractService,
    private readonly organizations: OrganizationService,
    private readonly books: ReserveBooks,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async propose(
    actor: PersonActor,
    reserveId: string,
    given: Pick<ReservePlacement, 'buyerOrganizationId' | 'mode' | 'price'>,
  ): Promise<Outcome> {
    if (given.price <= 0n) return refuse('purchaseReserve.amountZero', {}, '/priceYuan');
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const reserve = await this.reserves.forUpdate(tx, reserveId);
      if (!reserve) return refuse('purchaseReserve.notFound');
      if (reserve.state !== 'held') return notHeld(reserve.state);
      if (!(await this.organizations.isVerified(tx, given.buyerOrganizationId))) {
        return refuse('reservePlacement.buyerUnknown', {}, '/buyerOrganizationId');
      }
      const impartial = await this.purchases.impartial(tx, actor, given.buyerOrganizationId);
      if (!impartial.ok) return impartial;
      const placement: ReservePlacement = {
        ...given,
        id: uuid(),
        reserveId,
        state: 'proposed',
        claimed: 0n,
        received: 0n,
        contractId: null,
        proposedBy: actor.personId,
        approvedBy: null,
        stateReason: null,
      };
      await this.reserves.insertPlacement(tx, placement, this.clock.now());
      await this.record(tx, 'propose', null, placement);
      return ok(placement);
    });
  }

  /** Somebody else approves: what of the price recovers cost becomes receivable; a sale takes the reserve out of stock. */
  async approve(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'approve', reason, async (tx, placement, reserve) => {
      const eyes = otherEyes(placement.proposedBy, actor.personId);
      if (!eyes.ok) return eyes;
      if (reserve.state !== 'held') return notHeld(reserve.state);
      const impartial = await this.purchases.impartial(tx, actor, placement.buyerOrganizationId);
      if (!impartial.ok) return impartial;
      const others = await this.reserves.placements(tx, reserve.id);
      // Who buys it whole must not find a licence in force that he does not know of.
      if (placement.mode === 'transfer' && others.some(({ state }) => state === 'agreed' || state === 'settled')) {
        return refuse('reservePlacement.soldAlready');
      }
      const claimed = claimable(reserve.money, placement.price);
      const money = claimMoney(reserve.money, claimed);
      if (!money.ok) return money;
      const moved = await this.books.move(tx, reserve, {
        from: 'paid',
        to: 'receivable',
        amount: claimed,
        kind: 'adjustment',
        reason: `储备成果转出应收 ${id}：${reason}`,
      });
      if (!moved.ok) return moved;
      const state = placement.mode === 'transfer' ? 'placed' : reserve.state;
      await this.purchases.saveMoney(tx, state === 'placed' ? 'handOver' : 'license', reserve, {
        ...reserve,
        state,
        money: money.value,
      });
      return ok({ ...placement, claimed, approvedBy: actor.personId });
    });
  }

  async reject(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'reject', reason, async (_tx, placement) => {
      const eyes = otherEyes(placement.proposedBy, actor.personId);
      return eyes.ok ? ok(placement) : eyes;
    });
  }

  /** Money came in: cost first, back into the year's budget; what is above it is recorded as surplus. The last one settles. */
  async receive(actor: PersonActor, id: string, amount: Fen, document: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.locked(tx, id);
      if (!found) return refuse('reservePlacement.notFound');
      const { placement, reserve } = found;
      const settled = transition(reservePlacementTransitions, placement.state, 'settle');
      if (!settled.ok) return settled;
      const split = splitReceipt(placement, amount);
      if (!split.ok) return split;
      const { recovered, surplus } = split.value;
      const money = receiveMoney(reserve.money, recovered, surplus);
      if (!money.ok) return money;
      const moved = await this.books.move(tx, reserve, {
        from: 'receivable',
        to: 'available',
        amount: recovered,
        kind: 'recovery',
        reason: `储备成果转出收回 ${id}：${document}`,
      });
      if (!moved.ok) return moved;
      await this.purchases.saveMoney(tx, 'recover', reserve, { ...reserve, money: money.value });
      const received = placement.received + amount;
      const after: ReservePlacement = {
        ...placement,
        received,
        state: received === placement.price ? settled.value : placement.state,
      };
      return ok(
        await this.save(tx, after.state === placement.state ? 'receive' : 'settle', placement, after, document),
      );
    });
  }

  /** The firm does not pay: what is outstanding is cost again, and a sold reserve comes back into stock. */
  async cancel(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'cancel', reason, async (tx, placement, reserve) => {
      const amount = outstanding(placement);
      const money = unclaimMoney(reserve.money, amount);
      if (!money.ok) return money;
      const moved = await this.books.move(tx, reserve, {
        from: 'receivable',
        to: 'paid',
        amount,
        kind: 'adjustment',
        reason: `储备成果转出取消 ${id}：${reason}`,
      });
      if (!moved.ok) return moved;
      const state = placement.mode === 'transfer' ? 'held' : reserve.state;
      await this.purchases.saveMoney(tx, state === reserve.state ? 'unlicense' : 'restore', reserve, {
        ...reserve,
        state,
        money: money.value,
      });
      return ok(placement);
    });
  }

  /** Joins the technology contract under which the firm took it over. */
  async linkContract(actor: PersonActor, id: string, contractId: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.locked(tx, id);
      if (!found) return refuse('reservePlacement.notFound');
      const contract = await this.contracts.forRegistration(tx, contractId);
      const buyer = found.placement.buyerOrganizationId;
      const fits = contract?.parties.some((party) => party.role === 'buyer' && party.organizationId === buyer);
      if (!fits) return refuse('reservePlacement.contractUnfit', {}, '/contractId');
      return ok(await this.save(tx, 'linkContract', found.placement, { ...found.placement, contractId }));
    });
  }

  private async locked(
    tx: Tx,
    id: string,
  ): Promise<{ readonly placement: ReservePlacement; readonly reserve: PurchaseReserve } | null> {
    const seen = await this.reserves.findPlacement(tx, id);
    const reserve = seen && (await this.reserves.forUpdate(tx, seen.reserveId));
    const placement = reserve && (await this.reserves.findPlacement(tx, id)); // as it is now that the reserve is held
    return placement && { placement, reserve };
  }

  private change(
    actor: PersonActor,
    id: string,
    event: 'approve' | 'reject' | 'cancel',
    reason: string,
    decide: (tx: Tx, placement: ReservePlacement, reserve: PurchaseReserve) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.locked(tx, id);
      if (!found) return refuse('reservePlacement.notFound');
      const next = transition(reservePlacementTransitions, found.placement.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found.placement, found.reserve);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value, stateReason: reason };
      return ok(await this.save(tx, event, found.placement, after, reason));
    });
  }

  private async save(
    tx: Tx,
    event: string,
    before: ReservePlacement,
    after: ReservePlacement,
    reason?: string,
  ): Promise<ReservePlacement> {
    await this.reserves.savePlacement(tx, after, this.clock.now());
    await this.record(tx, event, before, after, reason);
    return after;
  }

  private async record(
    tx: Tx,
    event: string,
    before: ReservePlacement | null,
    after: ReservePlacement,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'reservePlacement',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.buyerOrganizationId],
      before,
      after,
    });
  }
}

const notHeld = (state: string) => refuse('state.notAllowed', { state, event: 'place', allowed: '无' });
