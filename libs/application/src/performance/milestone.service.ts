import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Contract } from '#domain/contract/contract.js';
import type { Fen } from '#domain/money/money.js';
import {
  checkDelivery,
  checkPlan,
  decideDelivery,
  decidePlan,
  silenceEnds,
  type Delivery,
  type Milestone,
  type MilestonePlan,
  type PlanRefusal,
} from '#domain/performance/milestone.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import { ContractSides } from './contract-sides.js';
import { EscrowService } from './escrow.service.js';
import { MilestoneRepository } from './milestone.repository.js';

type NotFound = Refusal<'milestone.notFound'>;
export type ProposeRefusal = Refusal<'contract.notFound' | 'milestone.planOpen'> | PlanRefusal;
export type DecideRefusal =
  NotFound | PlanRefusal | Refusal<'state.notAllowed' | 'milestone.otherSideDecides' | 'milestone.ownSideWithdraws'>;
export type DeliverRefusal =
  | NotFound
  | Refusal<
      | 'state.notAllowed'
      | 'milestone.sellerDelivers'
      | 'milestone.attachmentNotFound'
      | 'milestone.deliveryAboveMilestone'
      | 'milestone.empty'
      | 'milestone.tooManyDeliveries'
    >;
export type AnswerRefusal = NotFound | Refusal<'state.notAllowed' | 'milestone.buyerAccepts'>;

export type NewPlan = Pick<MilestonePlan, 'silenceDays' | 'withEscrow'> & {
  readonly milestones: readonly Pick<Milestone, 'title' | 'deliverable' | 'dueOn' | 'amount'>[];
};
export interface NewDelivery {
  readonly description: string;
  readonly amount: Fen;
  readonly attachmentIds: readonly string[];
}
export interface FullPlan {
  readonly plan: MilestonePlan;
  readonly milestones: readonly Milestone[];
}

const maxSilentPerRun = 200;

/** Use cases of milestones, deliveries and their acceptance (验收). */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sides: ContractSides,
    private readonly milestones: MilestoneRepository,
    private readonly escrow: EscrowService,
    private readonly attachments: AttachmentService,
    private readonly clock: Clock,
  ) {}

  async propose(actor: PersonActor, contractId: string, given: NewPlan): Promise<Result<FullPlan, ProposeRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<FullPlan, ProposeRefusal>> => {
        const found = await this.sides.side(tx, actor, contractId);
        if (!found) return refuse('contract.notFound');
        const sound = checkPlan(found.contract, given.milestones);
        if (!sound.ok) return sound;
        const { silenceDays, withEscrow } = given;
        const plan: MilestonePlan = {
          ...{ id: uuid(), contractId, state: 'proposed', proposedBy: found.side, silenceDays, withEscrow },
          ...{ reason: null, createdAt: this.clock.now(), decidedAt: null },
        };
        const milestones = given.milestones.map((each, at) => ({
          ...{ ...each, id: uuid(), planId: plan.id, contractId, position: at + 1, accepted: 0n },
        }));
        await this.milestones.insertPlan(tx, plan, milestones);
        await this.recordPlan(tx, found.contract, 'propose', null, plan, milestones);
        return ok({ plan, milestones });
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'milestone_plan_open_once') throw error;
      return refuse('milestone.planOpen');
    }
  }

  /** With the other side's agreement the plan binds, and the escrow record opens where it was agreed. */
  async decide(
    actor: PersonActor,
    planId: string,
    event: 'agree' | 'decline' | 'withdraw',
    reason: string | null,
  ): Promise<Result<FullPlan, DecideRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FullPlan, DecideRefusal>> => {
      const before = await this.milestones.planForUpdate(tx, planId);
      const found = before && (await this.sides.side(tx, actor, before.contractId));
      if (!before || !found) return refuse('milestone.notFound');
      const after = decidePlan(before, event, found.side, reason, this.clock.now());
      if (!after.ok) return after;
      const milestones = await this.milestones.ofPlan(tx, planId);
      if (event === 'agree') {
        const sound = checkPlan(found.contract, milestones);
        if (!sound.ok) return sound;
        if (before.withEscrow) await this.escrow.open(tx, milestones);
      }
      await this.milestones.savePlan(tx, after.value);
      await this.recordPlan(tx, found.contract, event, before, after.value, milestones);
      return ok({ plan: after.value, milestones });
    });
  }

  async plans(actor: PersonActor, contractId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FullPlan[], Refusal<'contract.notFound'>>> => {
      if (!(await this.sides.seen(tx, contractId))) return refuse('contract.notFound');
      const plans = await this.milestones.plans(tx, contractId, after, limit);
      const full: FullPlan[] = [];
      for (const plan of plans) full.push({ plan, milestones: await this.milestones.ofPlan(tx, plan.id) });
      return ok(full);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Milestone, NotFound>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.milestones.find(tx, id));
    return found ? ok(found) : refuse('milestone.notFound');
  }

  async deliveries(actor: PersonActor, id: string): Promise<Result<Delivery[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Delivery[], NotFound>> => {
      if (!(await this.milestones.find(tx, id))) return refuse('milestone.notFound');
      return ok(await this.milestones.deliveries(tx, id));
    });
  }

  /** The seller hands over part or all of a milestone. */
  async deliver(actor: PersonActor, id: string, given: NewDelivery): Promise<Result<Delivery, DeliverRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Delivery, DeliverRefusal>> => {
      const milestone = await this.milestones.forUpdate(tx, id);
      const found = milestone && (await this.sides.side(tx, actor, milestone.contractId));
      const plan = milestone && (await this.milestones.plan(tx, milestone.planId));
      if (!milestone || !found || !plan) return refuse('milestone.notFound');
      if (found.side !== 'seller') return refuse('milestone.sellerDelivers');
      if (plan.state !== 'agreed') return notNow(plan.state, 'deliver');
      if (found.contract.state !== 'effective') return notNow(found.contract.state, 'deliver');
      const earlier = await this.milestones.deliveries(tx, id);
      const fits = checkDelivery(milestone, earlier, given.amount);
      if (!fits.ok) return fits;
      if (!(await this.attached(actor, milestone.contractId, given.attachmentIds))) {
        return refuse('milestone.attachmentNotFound', {}, '/attachmentIds');
      }
      const now = this.clock.now();
      const delivery: Delivery = {
        ...given,
        ...{ id: uuid(), milestoneId: id, contractId: milestone.contractId, serial: earlier.length + 1 },
        ...{ state: 'submitted', answerBy: silenceEnds(beijingDate(now), plan.silenceDays), bySilence: false },
        ...{ reason: null, submittedAt: now, decidedAt: null },
      };
      await this.milestones.insertDelivery(tx, delivery);
      await this.recordDelivery(tx, found.contract, 'submit', null, delivery);
      return ok(delivery);
    });
  }

  /** The buyer accepts, or returns it with the reason. */
  async answer(
    actor: PersonActor,
    deliveryId: string,
    event: 'accept' | 'return',
    reason: string | null,
  ): Promise<Result<Delivery, AnswerRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Delivery, AnswerRefusal>> => {
      const seen = await this.milestones.delivery(tx, deliveryId);
      const found = seen && (await this.sides.side(tx, actor, seen.contractId));
      if (!seen || !found) return refuse('milestone.notFound');
      if (found.side !== 'buyer') return refuse('milestone.buyerAccepts');
      return this.settle(tx, found.contract, seen, event, reason);
    });
  }

  /** The worker's turn: deliveries nobody answered within the agreed days count as accepted. */
  async acceptSilent(actor: SystemActor): Promise<number> {
    const today = beijingDate(this.clock.now());
    const silent = await this.unitOfWork.run(actor, (tx) => this.milestones.silent(tx, today, maxSilentPerRun));
    for (const delivery of silent) {
      await this.unitOfWork.run(actor, async (tx) => {
        const contract = await this.sides.seen(tx, delivery.contractId);
        // Answered meanwhile: the refusal rolls back nothing but this look.
        return contract && this.settle(tx, contract, delivery, 'acceptBySilence', '期限内未答复，按约定视为验收合格');
      });
    }
    return silent.length;
  }

  private async settle(
    tx: Tx,
    contract: Contract,
    { id, milestoneId }: Delivery,
    event: 'accept' | 'acceptBySilence' | 'return',
    reason: string | null,
  ): Promise<Result<Delivery, NotFound | Refusal<'state.notAllowed'>>> {
    const milestone = await this.milestones.forUpdate(tx, milestoneId);
    const before = await this.milestones.delivery(tx, id);
    if (!milestone || !before) return refuse('milestone.notFound');
    const after = decideDelivery(before, event, reason, this.clock.now());
    if (!after.ok) return after;
    await this.milestones.saveDelivery(tx, after.value);
    if (event !== 'return') {
      await this.milestones.saveAccepted(tx, { ...milestone, accepted: milestone.accepted + before.amount });
    }
    await this.recordDelivery(tx, contract, event, before, after.value);
    return after;
  }

  /** Files that show a delivery are attachments of its contract. */
  private async attached(actor: PersonActor, contractId: string, ids: readonly string[]): Promise<boolean> {
    for (const id of ids) {
      const found = await this.attachments.get(actor, id);
      if (!found.ok || found.value.subjectId !== contractId || found.value.removedAt !== null) return false;
    }
    return true;
  }

  private async recordPlan(
    tx: Tx,
    contract: Contract,
    event: string,
    before: MilestonePlan | null,
    after: MilestonePlan,
    milestones: readonly Milestone[],
  ): Promise<void> {
    await this.sides.record(tx, contract, {
      ...{ subjectKind: 'milestonePlan', subjectId: after.id, event, from: before?.state ?? null, to: after.state },
      ...(after.reason !== null && { reason: after.reason }),
      ...(before && { before }),
      after: { plan: after, milestones },
    });
  }

  private async recordDelivery(
    tx: Tx,
    contract: Contract,
    event: string,
    before: Delivery | null,
    after: Delivery,
  ): Promise<void> {
    await this.sides.record(tx, contract, {
      ...{ subjectKind: 'delivery', subjectId: after.id, event, from: before?.state ?? null, to: after.state, after },
      ...(after.reason !== null && { reason: after.reason }),
      ...(before && { before }),
    });
  }
}

const notNow = (state: string, event: string) => refuse('state.notAllowed', { state, event, allowed: '无' });
