import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Contract } from '#domain/contract/contract.js';
import {
  balancesOf,
  decideMove,
  escrowBuckets,
  escrowRules,
  mayState,
  moveEscrow,
  openedEscrow,
  type EscrowBalances,
  type EscrowMove,
  type EscrowMoveEvent,
  type MoveRefusal,
} from '#domain/performance/escrow.js';
import type { Milestone } from '#domain/performance/milestone.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractSides } from './contract-sides.js';
import { EscrowRepository } from './escrow.repository.js';
import { MilestoneRepository } from './milestone.repository.js';

type NotFound = Refusal<'escrow.notFound'>;
export type StateRefusal = NotFound | MoveRefusal | Refusal<'escrow.otherSideStates' | 'escrow.referenceMissing'>;
export type DecideRefusal =
  NotFound | MoveRefusal | Refusal<'state.notAllowed' | 'escrow.otherSideDecides' | 'escrow.ownSideWithdraws'>;

export type NewMove = Pick<EscrowMove, 'kind' | 'amount' | 'reference' | 'reason'>;

export interface EscrowState {
  readonly milestone: Milestone;
  readonly balances: EscrowBalances;
  /** The buckets are what the postings make them, and the postings add up to nothing. */
  readonly balanced: boolean;
}

/** Use cases of the escrow record. It records what the parties tell; the market holds no money. */
@Injectable()
export class EscrowService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sides: ContractSides,
    private readonly escrow: EscrowRepository,
    private readonly milestones: MilestoneRepository,
    private readonly clock: Clock,
  ) {}

  /** With the plan that was agreed, in its transaction. */
  async open(tx: Tx, milestones: readonly Milestone[]): Promise<void> {
    for (const milestone of milestones) {
      const { balances, postings } = openedEscrow(milestone.amount);
      await this.escrow.open(tx, milestone, balances);
      await this.escrow.post(tx, { milestoneId: milestone.id, contractId: milestone.contractId }, null, postings);
    }
  }

  /** One side states that money moved, or should; a hold stands at once. */
  async state(actor: PersonActor, milestoneId: string, given: NewMove): Promise<Result<EscrowMove, StateRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EscrowMove, StateRefusal>> => {
      const milestone = await this.milestones.forUpdate(tx, milestoneId);
      const found = milestone && (await this.sides.side(tx, actor, milestone.contractId));
      const balances = await this.escrow.balances(tx, milestoneId);
      if (!milestone || !found || !balances) return refuse('escrow.notFound');
      if (!mayState(given.kind, found.side)) return refuse('escrow.otherSideStates', {}, '/kind');
      if (movesMoney(given) && given.reference === null) return refuse('escrow.referenceMissing', {}, '/reference');
      const moved = moveEscrow(balances, given.kind, given.amount, milestone.accepted);
      if (!moved.ok) return moved;
      const now = this.clock.now();
      const standing = !escrowRules[given.kind].confirmed;
      const move: EscrowMove = {
        ...given,
        ...{ id: uuid(), milestoneId, contractId: milestone.contractId, statedBy: found.side, statedAt: now },
        ...{ state: standing ? 'confirmed' : 'proposed', decisionReason: null, decidedAt: standing ? now : null },
      };
      await this.escrow.insertMove(tx, move);
      if (standing) await this.book(tx, move, moved.value);
      // What stands at once is told as what it is: the other side did not confirm it.
      await this.record(tx, found.contract, standing ? 'freeze' : 'propose', null, move);
      return ok(move);
    });
  }

  /** The other side confirms or rejects, its own side withdraws; only what is confirmed moves anything, and only once. */
  async decide(
    actor: PersonActor,
    moveId: string,
    event: EscrowMoveEvent,
    reason: string | null,
  ): Promise<Result<EscrowMove, DecideRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EscrowMove, DecideRefusal>> => {
      const seen = await this.escrow.move(tx, moveId);
      const found = seen && (await this.sides.side(tx, actor, seen.contractId));
      if (!seen || !found) return refuse('escrow.notFound');
      const milestone = await this.milestones.forUpdate(tx, seen.milestoneId);
      const before = await this.escrow.move(tx, moveId);
      const balances = await this.escrow.balances(tx, seen.milestoneId);
      if (!milestone || !before || !balances) return refuse('escrow.notFound');
      const after = decideMove(before, event, found.side, reason, this.clock.now());
      if (!after.ok) return after;
      if (event === 'confirm') {
        const moved = moveEscrow(balances, before.kind, before.amount, milestone.accepted);
        if (!moved.ok) return moved;
        await this.book(tx, before, moved.value);
      }
      await this.escrow.saveMove(tx, after.value);
      await this.record(tx, found.contract, event, before, after.value);
      return after;
    });
  }

  async get(actor: PersonActor, milestoneId: string): Promise<Result<EscrowState, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EscrowState, NotFound>> => {
      const milestone = await this.milestones.find(tx, milestoneId);
      const balances = milestone && (await this.escrow.balances(tx, milestoneId));
      if (!milestone || !balances) return refuse('escrow.notFound');
      const booked = balancesOf(await this.escrow.postings(tx, milestoneId));
      const balanced =
        booked.agreed === -milestone.amount && escrowBuckets.every((bucket) => booked[bucket] === balances[bucket]);
      return ok({ milestone, balances, balanced });
    });
  }

  async moves(actor: PersonActor, milestoneId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EscrowMove[], NotFound>> => {
      if (!(await this.escrow.balances(tx, milestoneId))) return refuse('escrow.notFound');
      return ok(await this.escrow.moves(tx, milestoneId, after, limit));
    });
  }

  private async book(tx: Tx, move: EscrowMove, moved: ReturnType<typeof openedEscrow>): Promise<void> {
    await this.escrow.save(tx, move.milestoneId, moved.balances);
    await this.escrow.post(tx, move, move.id, moved.postings);
  }

  private async record(
    tx: Tx,
    contract: Contract,
    event: string,
    before: EscrowMove | null,
    after: EscrowMove,
  ): Promise<void> {
    await this.sides.record(tx, contract, {
      ...{ subjectKind: 'escrowMove', subjectId: after.id, event, from: before?.state ?? null, to: after.state, after },
      reason: after.decisionReason ?? after.reason,
      ...(before && { before }),
    });
  }
}

/** Told with the number of a voucher. */
const movesMoney = ({ kind }: NewMove): boolean => kind === 'deposit' || kind === 'release' || kind === 'refund';
