import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import { basisPoints } from '#domain/money/rate.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RewardPolicyService } from '#application/reward-policy/reward-policy.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DraftRewardPolicyDto, RewardPolicyReasonDto, SimulateRewardPolicyDto } from './reward-policy.dto.js';
import {
  rewardPolicySimulationView,
  RewardPolicySimulationView,
  rewardPolicyVersionDetailView,
  RewardPolicyVersionDetailView,
  rewardPolicyVersionView,
  RewardPolicyVersionView,
} from './reward-policy.view.js';

const readers = ['rewardOfficer', 'auditor'] as const;
const terms = ['rewardPolicy.notYearStart', 'rewardPolicy.tooEarly', 'rewardPolicy.paysNothing'] as const;

@ApiTags('奖补')
@Controller('v1/reward-policy-versions')
export class RewardPolicyController {
  constructor(private readonly versions: RewardPolicyService) {}

  @Get()
  @Operation({
    summary: '查看奖补政策的起草与发布版本',
    access: readers,
    scope: 'reward.read',
    answer: PageOf(RewardPolicyVersionView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.versions.list(actor, after, limit), rewardPolicyVersionView);
  }

  @Post()
  @Operation({
    summary: '起草奖补政策的新版本',
    access: ['rewardOfficer'],
    scope: 'reward.write',
    status: 201,
    answer: RewardPolicyVersionDetailView,
    errors: [...terms, 'money.malformed'],
    idempotency: 'required',
  })
  async draft(
    @CurrentPerson() actor: PersonActor,
    @Body() body: DraftRewardPolicyDto,
  ): Promise<RewardPolicyVersionDetailView> {
    const { rateBasisPoints, thresholdYuan, capPerYearYuan, reason, ...rest } = body;
    const proposal = {
      ...rest,
      beneficiaryKinds: rest.beneficiary === 'person' ? null : (rest.beneficiaryKinds ?? null),
      rate: basisPoints(rateBasisPoints),
      threshold: unwrap(parseYuan(thresholdYuan)),
      capPerYear: unwrap(parseYuan(capPerYearYuan)),
      topRanks: rest.topRanks ?? null,
      oncePerLifetime: rest.oncePerLifetime ?? false,
    };
    return rewardPolicyVersionDetailView(unwrap(await this.versions.draft(actor, proposal, reason)));
  }

  @Get(':id')
  @Operation({
    summary: '查看一个政策版本，与前一版本逐条对照',
    access: readers,
    scope: 'reward.read',
    answer: RewardPolicyVersionDetailView,
    errors: ['rewardPolicy.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardPolicyVersionDetailView> {
    return rewardPolicyVersionDetailView(unwrap(await this.versions.get(actor, id)));
  }

  @Post(':id/simulations')
  @Operation({
    summary: '用某年度的登记数据试算：若按此版本，谁得多少，与原版本差多少',
    access: ['rewardOfficer'],
    scope: 'reward.write',
    status: 201,
    answer: RewardPolicySimulationView,
    errors: ['rewardPolicy.notFound', 'rewardPolicy.tooManyContracts'],
    idempotency: 'required',
  })
  async simulate(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { fiscalYear }: SimulateRewardPolicyDto,
  ): Promise<RewardPolicySimulationView> {
    return rewardPolicySimulationView(unwrap(await this.versions.simulate(actor, id, fiscalYear)));
  }

  @Get(':id/simulations')
  @Operation({
    summary: '查看一个政策版本的历次试算',
    access: readers,
    scope: 'reward.read',
    answer: PageOf(RewardPolicySimulationView),
    errors: ['rewardPolicy.notFound'],
  })
  async simulations(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.versions.simulations(actor, id, after, limit));
    return pageOf(query, read, rewardPolicySimulationView);
  }

  @Post(':id/publication')
  @Operation({
    summary: '发布奖补政策版本（由起草人以外的奖补人员）',
    access: ['rewardOfficer'],
    scope: 'reward.write',
    status: 201,
    answer: RewardPolicyVersionDetailView,
    errors: [
      ...terms,
      'rewardPolicy.notFound',
      'rewardPolicy.notSimulated',
      'rewardPolicy.ownDraft',
      'rewardPolicy.taken',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async publish(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RewardPolicyReasonDto,
  ): Promise<RewardPolicyVersionDetailView> {
    return rewardPolicyVersionDetailView(unwrap(await this.versions.publish(actor, id, reason)));
  }

  @Post(':id/withdrawal')
  @Operation({
    summary: '撤回尚未施行的政策版本',
    access: ['rewardOfficer'],
    scope: 'reward.write',
    status: 201,
    answer: RewardPolicyVersionDetailView,
    errors: ['rewardPolicy.notFound', 'rewardPolicy.inForce', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RewardPolicyReasonDto,
  ): Promise<RewardPolicyVersionDetailView> {
    return rewardPolicyVersionDetailView(unwrap(await this.versions.withdraw(actor, id, reason)));
  }
}
