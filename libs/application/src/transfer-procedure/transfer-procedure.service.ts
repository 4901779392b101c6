import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import {
  actsIn,
  type Minutes,
  type Pricing,
  type Step,
  type TransferProcedure,
  type TransferWay,
} from '#domain/transfer-procedure/transfer-procedure.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { PublicNoticeService } from '../public-notice/public-notice.service.js';
import { ShareAgreementService } from '../share-agreement/share-agreement.service.js';
import { isStage, ProcedureBook } from './procedure.book.js';
import { TransferProcedureRepository, type BoardLine } from './transfer-procedure.repository.js';

type NotFound = Refusal<'transferProcedure.notFound'>;
export type ProcedureRefusal =
  | NotFound
  | Refusal<
      | 'achievement.notFound'
      | 'achievement.closed'
      | 'achievement.secret'
      | 'shareAgreement.notAgreed'
      | 'transferRule.none'
      | 'transferProcedure.openAlready'
      | 'transferProcedure.unknownParty'
      | 'transferProcedure.relatedUnexplained'
      | 'transferProcedure.over'
      | 'transferProcedure.notActor'
      | 'transferProcedure.notHere'
      | 'transferProcedure.notYourContract'
      | 'transferProcedure.notYourDeal'
      | 'transferProcedure.notYourPlan'
      | 'transferProcedure.priceDiffers'
      | 'transferProcedure.contractMissing'
      | 'state.notAllowed'
    >;

export interface NewProcedure {
  readonly achievementId: string;
  readonly way: TransferWay;
  readonly summary: string;
  readonly counterpartyId: string | null;
  readonly counterpartyName: string | null;
  readonly relatedParty: boolean;
  readonly relatedNote: string | null;
}

export interface ProcedureLinks {
  readonly dealId?: string;
  readonly contractId?: string;
  readonly rewardPlanId?: string;
  /** Why the contract's value is not what was decided. */
  readonly priceDifference: string | null;
}

export interface ProcedureDetail {
  readonly procedure: TransferProcedure;
  readonly steps: readonly Step[];
  readonly minutes: readonly Minutes[];
  readonly names: ReadonlyMap<string, string>;
}

/** Ways that end in a contract. */
const contractual: readonly TransferWay[] = ['transfer', 'licence', 'cooperation', 'equityContribution'];

/** Cases of the seven stages: begun, priced, linked to what carries them out, completed. */
@Injectable()
export class TransferProcedureService implements AttachmentHost, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: TransferProcedureRepository,
    private readonly book: ProcedureBook,
    private readonly achievements: AchievementService,
    private readonly agreements: ShareAgreementService,
    private readonly attachments: AttachmentService,
    private readonly notices: PublicNoticeService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('transferProcedure', this);
  }

  /** Papers of a case are its unit's; they are taken until it is over, and not taken back once the case has left 发起. */
  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    const procedure = await this.procedures.find(tx, id);
    const reads =
      procedure !== null &&
      (actsFor(actor, procedure.organizationId) || hasRole(actor, 'registrar', 'reviewer', 'auditor'));
    if (!reads) return null;
    return {
      readerIds: [procedure.organizationId],
      open: isStage(procedure.state),
      provisional: procedure.state === 'initiation',
    };
  }

  /** 发起: the inventors have signed their shares, and the unit has a rule. */
  async begin(actor: PersonActor, given: NewProcedure): Promise<Result<TransferProcedure, ProcedureRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferProcedure, ProcedureRefusal>> => {
      const achievement = await this.achievements.find(tx, given.achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) return refuse('achievement.notFound');
      if (achievement.state === 'withdrawn' || achievement.state === 'transferred') {
        return refuse('achievement.closed', { state: achievement.state });
      }
      if (achievement.secret) return refuse('achievement.secret');
      if (!(await this.agreements.inForce(tx, achievement.id))) {
        return refuse('shareAgreement.notAgreed', { silent: '尚未发起或尚未签完' });
      }
      const rule = await this.procedures.currentRule(tx, actor.organizationId);
      if (!rule) return refuse('transferRule.none');
      if (given.counterpartyId !== null && !(await this.procedures.organizationExists(tx, given.counterpartyId))) {
        return refuse('transferProcedure.unknownParty', {}, '/counterpartyId');
      }
      if (given.relatedParty && given.relatedNote === null) {
        return refuse('transferProcedure.relatedUnexplained', {}, '/relatedNote');
      }
      const now = this.clock.now();
      const procedure: TransferProcedure = {
        ...given,
        id: uuid(),
        organizationId: actor.organizationId,
        title: achievement.title,
        ruleId: rule.id,
        stages: rule.stages,
        pricing: null,
        state: 'initiation',
        noticeId: null,
        dealId: null,
        contractId: null,
        rewardPlanId: null,
        outcome: null,
        createdBy: actor.personId,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.procedures.insert(tx, procedure))) return refuse('transferProcedure.openAlready');
      await this.book.enter(tx, procedure, 1);
      await this.book.record(tx, 'begin', null, procedure, given.summary);
      return ok(procedure);
    });
  }

  async list(
    actor: PersonActor,
    filter: { readonly state: string | null; readonly achievementId: string | null },
    after: string | null,
    limit: number,
  ): Promise<TransferProcedure[]> {
    return this.unitOfWork.run(actor, (tx) => this.procedures.list(tx, filter, after, limit));
  }

  /** Open cases with the stay they are in. */
  async board(actor: PersonActor): Promise<readonly BoardLine[]> {
    return this.unitOfWork.run(actor, (tx) => this.procedures.board(tx));
  }

  async get(actor: PersonActor, id: string): Promise<Result<ProcedureDetail, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ProcedureDetail, NotFound>> => {
      const procedure = await this.procedures.find(tx, id);
      return procedure ? ok(await this.detail(tx, procedure)) : refuse('transferProcedure.notFound');
    });
  }

  /** Everything of a case that the actor of the transaction may see. */
  async detail(tx: Tx, procedure: TransferProcedure): Promise<ProcedureDetail> {
    const steps = await this.procedures.steps(tx, procedure.id);
    const people = steps.flatMap(({ votes, byPersonId }) => [
      ...votes.map(({ personId }) => personId),
      byPersonId ?? [],
    ]);
    const named = [...new Set([...people.flat(), ...procedure.stages.flatMap(({ personIds }) => personIds)])];
    return {
      procedure,
      steps,
      minutes: await this.procedures.minutes(tx, procedure.id),
      names: await this.unitOfWork.asSystem(tx, 'transferProcedure', (system) =>
        this.procedures.personNames(system, named),
      ),
    };
  }

  /** The price and its grounds, found in 评估 (or again, when the case came back). */
  async price(actor: PersonActor, id: string, pricing: Pricing): Promise<Result<TransferProcedure, ProcedureRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferProcedure, ProcedureRefusal>> => {
      const open = await this.book.open(tx, id);
      if (!open.ok) return open;
      const { procedure, rule, step } = open.value;
      if (rule.stage !== 'evaluation') return refuse('transferProcedure.notHere', { stage: '评估' });
      if (!actsIn(rule, procedure.organizationId, actor)) return refuse('transferProcedure.notActor');
      // What somebody has voted on does not change under him.
      if (step.votes.length > 0) return refuse('transferProcedure.notHere', { stage: '评估表决之前' });
      return ok(await this.book.amend(tx, procedure, 'price', { pricing }, pricing.basis));
    });
  }

  /** 实施: the deal, the contract and the reward plan that carry the decision out. */
  async link(
    actor: PersonActor,
    id: string,
    { priceDifference, ...links }: ProcedureLinks,
  ): Promise<Result<TransferProcedure, ProcedureRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferProcedure, ProcedureRefusal>> => {
      const open = await this.inImplementation(tx, actor, id);
      if (!open.ok) return open;
      const { procedure } = open.value;
      const { dealId, contractId, rewardPlanId } = links;
      if (dealId !== undefined && !(await this.procedures.belongs(tx, 'deal', dealId, procedure))) {
        return refuse('transferProcedure.notYourDeal', {}, '/dealId');
      }
      if (rewardPlanId !== undefined && !(await this.procedures.belongs(tx, 'reward_plan', rewardPlanId, procedure))) {
        return refuse('transferProcedure.notYourPlan', {}, '/rewardPlanId');
      }
      if (contractId !== undefined) {
        const fits = await this.fits(tx, procedure, contractId, priceDifference);
        if (!fits.ok) return fits;
      }
      return ok(await this.book.amend(tx, procedure, 'link', links, priceDifference ?? undefined));
    });
  }

  /** The decision is carried out: by the contract, or as the unit says itself. */
  async complete(
    actor: PersonActor,
    id: string,
    outcome: string,
  ): Promise<Result<TransferProcedure, ProcedureRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferProcedure, ProcedureRefusal>> => {
      const open = await this.inImplementation(tx, actor, id);
      if (!open.ok) return open;
      const { procedure } = open.value;
      if (contractual.includes(procedure.way)) {
        const contract = procedure.contractId && (await this.procedures.contract(tx, procedure.contractId));
        if (!contract || contract.state !== 'effective') return refuse('transferProcedure.contractMissing');
      }
      return this.book.move(tx, open.value, 'complete', outcome, { outcome });
    });
  }

  /** The unit gives the case up: before 实施 it is withdrawn, in 实施 abandoned. Its notice ends with it. */
  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Result<TransferProcedure, ProcedureRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferProcedure, ProcedureRefusal>> => {
      const seen = await this.procedures.find(tx, id);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('transferProcedure.notFound');
      // Locks go in the order notice → its subject.
      if (seen.state === 'publicity' && seen.noticeId !== null) await this.notices.cancel(tx, seen.noticeId, reason);
      const open = await this.book.open(tx, id);
      if (!open.ok) return open;
      const event = open.value.procedure.state === 'implementation' ? 'abandon' : 'withdraw';
      return this.book.move(tx, open.value, event, reason, { outcome: reason });
    });
  }

  private async inImplementation(tx: Tx, actor: PersonActor, id: string) {
    const open = await this.book.open(tx, id);
    if (!open.ok) return open;
    const { procedure, rule } = open.value;
    if (rule.stage !== 'implementation') return refuse('transferProcedure.notHere', { stage: '实施' });
    return actsIn(rule, procedure.organizationId, actor) ? open : refuse('transferProcedure.notActor');
  }

  private async fits(
    tx: Tx,
    procedure: TransferProcedure,
    contractId: string,
    priceDifference: string | null,
  ): Promise<Result<null, ProcedureRefusal>> {
    const contract = await this.procedures.contract(tx, contractId);
    const own =
      contract?.organizationId === procedure.organizationId && contract.achievementId === procedure.achievementId;
    if (!contract || !own) return refuse('transferProcedure.notYourContract', {}, '/contractId');
    if (procedure.pricing && contract.value !== procedure.pricing.price && priceDifference === null) {
      return refuse('transferProcedure.priceDiffers', {}, '/priceDifference');
    }
    return ok(null);
  }
}
