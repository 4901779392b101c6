import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  cashNoticeDays,
  checkPlan,
  distribute,
  rewardPlanTransitions,
  type Income,
  type PlanRefusal,
  type RewardPlan,
  type RewardPlanEvent,
} from '#domain/achievement-reward/achievement-reward.js';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { deviations } from '#domain/share-agreement/share-agreement.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { ShareAgreementService } from '../share-agreement/share-agreement.service.js';
import { AchievementRewardRepository, type RewardDistribution } from './achievement-reward.repository.js';

export type RewardPlanRefusal =
  | PlanRefusal
  | Refusal<
      | 'achievementReward.notFound'
      | 'achievementReward.notYourAchievement'
      | 'achievementReward.notYourContract'
      | 'achievementReward.planned'
      | 'achievementReward.unknownPerson'
      | 'achievementReward.notRegistered'
      | 'achievementReward.notEffective'
      | 'achievementReward.distributedAlready'
      | 'achievementReward.tooManyYears'
      | 'achievementReward.differsFromAgreement'
      | 'state.notAllowed'
    >;

export type PlanContent = Omit<RewardPlan, 'id' | 'organizationId' | 'agreementId' | 'state' | 'noticeId' | 'version'>;

export interface PlanDetail {
  readonly plan: RewardPlan;
  readonly distributions: readonly RewardDistribution[];
}

/** Units set up by the state: the law's floors bind them whatever they agree. */
const publicKinds: readonly string[] = ['university', 'institute'];
const maxDistributions = 500;

/** Rewards for service achievements (职务科技成果奖酬): plan, both notices, distributions, a statement for each beneficiary. */
@Injectable()
export class AchievementRewardService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: AchievementRewardRepository,
    private readonly notices: PublicNoticeService,
    private readonly agreements: ShareAgreementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('rewardPlan', this);
  }

  async draft(actor: PersonActor, content: PlanContent): Promise<Result<RewardPlan, RewardPlanRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardPlan, RewardPlanRefusal>> => {
      const kind = await this.plans.organizationKind(tx, actor.organizationId);
      const sound = checkPlan(content, publicKinds.includes(kind));
      if (!sound.ok) return sound;
      const links = await this.checkLinks(tx, actor, content);
      if (!links.ok) return links;
      const agreed = await this.heldAgainstAgreement(tx, content);
      if (!agreed.ok) return agreed;
      const { organizationId } = actor;
      const made = { id: uuid(), organizationId, state: 'draft', noticeId: null, version: 1 } as const;
      const plan: RewardPlan = { ...content, ...agreed.value, ...made };
      if (!(await this.plans.insert(tx, plan, this.clock.now()))) return refuse('achievementReward.planned');
      await this.record(tx, 'draft', null, plan);
      return ok(plan);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RewardPlan[]> {
    return this.unitOfWork.run(actor, (tx) => this.plans.list(tx, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<PlanDetail, Refusal<'achievementReward.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = await this.plans.find(tx, id);
      if (!plan) return refuse('achievementReward.notFound');
      return ok({ plan, distributions: await this.plans.distributions(tx, id) });
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<RewardPlan, RewardPlanRefusal>> {
    return this.change(actor, id, 'withdraw', async (_tx, plan) => ok(plan));
  }

  /**
   * 公示 of the achievement, the people, their rewards and, for cash out of a contract, its registration number (国科发政〔2018〕103号).
   * The price has its own notice with the listing.
   */
  async publish(actor: PersonActor, id: string): Promise<Result<RewardPlan, RewardPlanRefusal>> {
    return this.change(actor, id, 'publish', async (tx, plan) => {
      const registrationNumber =
        plan.contractId === null
          ? null
          : await this.unitOfWork.asSystem(tx, 'achievementReward', (system) =>
              this.plans.registrationNumber(system, plan.contractId ?? ''),
            );
      if (plan.contractId !== null && registrationNumber === null) return refuse('achievementReward.notRegistered');
      const title = (await this.plans.achievementTitle(tx, plan.achievementId, plan.organizationId)) ?? '';
      const notice = await this.notices.post(tx, {
        organizationId: plan.organizationId,
        subjectKind: 'rewardPlan',
        subjectId: id,
        title: `职务科技成果转化奖励公示：${title}`,
        items: [
          { label: '成果', value: title },
          ...(registrationNumber === null ? [] : [{ label: '技术合同登记编号', value: registrationNumber }]),
          ...(plan.deviationReason === null
            ? []
            : [{ label: '与完成人份额约定不一致的理由', value: plan.deviationReason }]),
          { label: '奖励总额比例', value: `${plan.poolBasisPoints / 100}%` },
          ...plan.participants.map((one) => ({
            label: one.main ? '主要贡献人员' : '参加人员',
            value: `${one.name}${leaderText[one.leader]}，占奖励总额 ${one.shareBasisPoints / 100}%`,
          })),
        ],
        days: cashNoticeDays(beijingDate(this.clock.now())),
      });
      return ok({ ...plan, noticeId: notice.id });
    });
  }

  async noticeSuspended(): Promise<void> {
    // Nothing to do: while an objection is open the notice does not end.
  }

  async noticeResumed(): Promise<void> {
    // Nothing to do either: its end is told by noticeEnded.
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'stopNotice');
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'endNotice');
  }

  /** Shares out one receipt, one year's profit or the equity formed. A loss is carried to the next. */
  async distribute(
    actor: PersonActor,
    id: string,
    { reference, onDate, income }: { readonly reference: string; readonly onDate: LocalDate; readonly income: Income },
  ): Promise<Result<RewardDistribution, RewardPlanRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardDistribution, RewardPlanRefusal>> => {
      const plan = await this.own(tx, actor, id);
      if (!plan) return refuse('achievementReward.notFound');
      if (plan.state !== 'effective') return refuse('achievementReward.notEffective', { state: plan.state });
      const earlier = await this.plans.distributions(tx, id);
      if (earlier.length >= (plan.years ?? maxDistributions)) return refuse('achievementReward.tooManyYears');
      const carriedBefore = earlier.at(-1)?.carried ?? 0n;
      const { shares, ...reckoned } = distribute(plan, income, carriedBefore);
      const row: RewardDistribution = {
        ...reckoned,
        shares,
        id: uuid(),
        planId: id,
        serial: earlier.length + 1,
        reference,
        onDate,
        income,
        carriedBefore,
        at: this.clock.now(),
      };
      if (!(await this.plans.insertDistribution(tx, row, actor.personId))) {
        return refuse('achievementReward.distributedAlready', { reference }, '/reference');
      }
      await this.record(tx, 'distribute', plan, plan, reference);
      return ok(row);
    });
  }

  /** What the inventors signed at disclosure holds, unless the plan says why it departs from it. */
  private async heldAgainstAgreement(
    tx: Tx,
    content: PlanContent,
  ): Promise<Result<Pick<RewardPlan, 'agreementId' | 'deviationReason'>, RewardPlanRefusal>> {
    const agreement = await this.agreements.inForce(tx, content.achievementId);
    if (!agreement) return ok({ agreementId: null, deviationReason: null });
    const found = deviations(agreement, content.participants);
    if (found.length > 0 && content.deviationReason === null) {
      const text = found.map(
        ({ name, agreedBasisPoints, plannedBasisPoints }) =>
          `${name}约定 ${agreedBasisPoints / 100}%，方案 ${plannedBasisPoints / 100}%`,
      );
      return refuse('achievementReward.differsFromAgreement', { differences: text.join('；') }, '/participants');
    }
    return ok({ agreementId: agreement.id, deviationReason: found.length > 0 ? content.deviationReason : null });
  }

  private async checkLinks(tx: Tx, actor: PersonActor, content: PlanContent): Promise<Result<null, RewardPlanRefusal>> {
    const { achievementId, contractId } = content;
    if ((await this.plans.achievementTitle(tx, achievementId, actor.organizationId)) === null) {
      return refuse('achievementReward.notYourAchievement', {}, '/achievementId');
    }
    if (contractId !== null && !(await this.plans.sells(tx, contractId, actor.organizationId))) {
      return refuse('achievementReward.notYourContract', {}, '/contractId');
    }
    const ids = content.participants.flatMap(({ personId }) => personId ?? []);
    const unknown = await this.unitOfWork.asSystem(tx, 'achievementReward', (system) =>
      this.plans.unknownPeople(system, ids),
    );
    return unknown.length > 0 ? refuse('achievementReward.unknownPerson', {}, '/participants') : ok(null);
  }

  /** The plan, locked, for its own unit; for everybody else it does not exist. */
  private async own(tx: Tx, actor: PersonActor, id: string): Promise<RewardPlan | null> {
    const plan = await this.plans.forUpdate(tx, id);
    return plan && actsFor(actor, plan.organizationId) ? plan : null;
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: RewardPlanEvent,
    decide: (tx: Tx, plan: RewardPlan) => Promise<Result<RewardPlan, RewardPlanRefusal>>,
  ): Promise<Result<RewardPlan, RewardPlanRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RewardPlan, RewardPlanRefusal>> => {
      const found = await this.own(tx, actor, id);
      if (!found) return refuse('achievementReward.notFound');
      const next = transition(rewardPlanTransitions, found.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value, version: found.version + 1 };
      await this.plans.save(tx, after, this.clock.now());
      await this.record(tx, event, found, after);
      return ok(after);
    });
  }

  private async follow(tx: Tx, id: string, event: 'endNotice' | 'stopNotice'): Promise<void> {
    const found = await this.plans.forUpdate(tx, id);
    const next = found && transition(rewardPlanTransitions, found.state, event);
    if (!found || !next?.ok) throw new Error(`reward plan ${id} does not wait for a notice`);
    const after = { ...found, state: next.value, version: found.version + 1 };
    await this.plans.save(tx, after, this.clock.now());
    await this.record(tx, event, found, after);
  }

  private record(tx: Tx, event: string, before: RewardPlan | null, after: RewardPlan, reason?: string): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'rewardPlan',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}

const leaderText = { none: '', chief: '（正职领导）', deputy: '（领导班子其他成员）' } as const;
