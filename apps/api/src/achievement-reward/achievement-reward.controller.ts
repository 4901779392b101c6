import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { AchievementRewardService } from '#application/achievement-reward/achievement-reward.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DistributeRewardDto, DraftRewardPlanDto } from './achievement-reward.dto.js';
import {
  distributionView,
  RewardDistributionView,
  rewardPlanDetailView,
  RewardPlanDetailView,
  rewardPlanView,
  RewardPlanView,
} from './achievement-reward.view.js';

const units = ['researchUnit', 'enterprise'] as const;
const write = { access: units, scope: 'achievementReward.write', status: 201, idempotency: 'required' } as const;

@ApiTags('职务成果奖酬')
@Controller('v1/achievement-reward-plans')
export class AchievementRewardController {
  constructor(private readonly plans: AchievementRewardService) {}

  @Get()
  @Operation({
    summary: '查看职务成果奖酬方案（本单位的、本人受益的；奖补与审计人员看全部）',
    access: 'signedIn',
    scope: 'achievementReward.read',
    answer: PageOf(RewardPlanView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.plans.list(actor, after, limit), rewardPlanView);
  }

  @Post()
  @Operation({
    ...write,
    summary: '起草职务成果奖酬方案',
    answer: RewardPlanView,
    errors: [
      'achievementReward.belowFloor',
      'achievementReward.sharesNotWhole',
      'achievementReward.mainBelowHalf',
      'achievementReward.chiefEquity',
      'achievementReward.years',
      'achievementReward.notYourAchievement',
      'achievementReward.notYourContract',
      'achievementReward.planned',
      'achievementReward.unknownPerson',
      'achievementReward.differsFromAgreement',
    ],
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftRewardPlanDto): Promise<RewardPlanView> {
    const content = {
      ...body,
      contractId: body.mode === 'netIncome' ? (body.contractId ?? null) : null,
      years: body.years ?? null,
      deviationReason: body.deviationReason ?? null,
      participants: body.participants.map(({ personId, ...one }) => ({ ...one, personId: personId ?? null })),
    };
    return rewardPlanView(unwrap(await this.plans.draft(actor, content)));
  }

  @Get(':id')
  @Operation({
    summary: '查看奖酬方案、逐笔分配与每名受益人的对账单',
    access: 'signedIn',
    scope: 'achievementReward.read',
    answer: RewardPlanDetailView,
    errors: ['achievementReward.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardPlanDetailView> {
    return rewardPlanDetailView(unwrap(await this.plans.get(actor, id)));
  }

  @Post(':id/publication')
  @Operation({
    ...write,
    summary: '公示奖酬方案',
    answer: RewardPlanView,
    errors: ['achievementReward.notFound', 'achievementReward.notRegistered', 'state.notAllowed'],
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardPlanView> {
    return rewardPlanView(unwrap(await this.plans.publish(actor, id)));
  }

  @Post(':id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回奖酬方案草稿',
    answer: RewardPlanView,
    errors: ['achievementReward.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardPlanView> {
    return rewardPlanView(unwrap(await this.plans.withdraw(actor, id)));
  }

  @Post(':id/distributions')
  @Operation({
    ...write,
    summary: '分配一笔收入、一年利润或所得股权',
    answer: RewardDistributionView,
    errors: [
      'achievementReward.notFound',
      'achievementReward.notEffective',
      'achievementReward.distributedAlready',
      'achievementReward.tooManyYears',
      'money.malformed',
    ],
  })
  async distribute(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: DistributeRewardDto,
  ): Promise<RewardDistributionView> {
    const income = {
      gross: unwrap(parseYuan(body.grossYuan)),
      tax: unwrap(parseYuan(body.taxYuan)),
      costs: (body.costs ?? []).map(({ kind, amountYuan }) => ({ kind, amount: unwrap(parseYuan(amountYuan)) })),
    };
    const { reference, onDate } = body;
    const row = unwrap(await this.plans.distribute(actor, id, { reference, onDate, income }));
    return distributionView(unwrap(await this.plans.get(actor, id)).plan, row);
  }
}
