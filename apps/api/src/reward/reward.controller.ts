import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { RewardService } from '#application/reward/reward.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { SimulateRewardDto } from './reward.dto.js';
import {
  RewardAccrualDetailView,
  rewardAccrualView,
  RewardAccrualView,
  rewardItemView,
  RewardItemView,
  RewardPoliciesView,
  rewardPolicyView,
  rewardSimulationView,
  RewardSimulationView,
} from './reward.view.js';

const readers = ['broker', 'agencyManager', 'researchUnit', 'rewardOfficer', 'auditor'] as const;
const maxEntriesShown = 100;

@ApiTags('奖补')
@Controller('v1')
export class RewardController {
  constructor(private readonly rewards: RewardService) {}

  @Get('reward-policies')
  @Operation({ summary: '查看奖补政策：原文、来源与计算口径', access: 'public', answer: RewardPoliciesView })
  async policies(@CurrentActor() actor: Actor): Promise<RewardPoliciesView> {
    return { items: (await this.rewards.policies(actor)).map(rewardPolicyView) };
  }

  @Post('reward-simulations')
  @Operation({
    summary: '试算奖补：给出合同，算出暂计金额与理由',
    access: 'public',
    answer: RewardSimulationView,
    errors: ['money.malformed'],
    idempotency: 'none',
  })
  async simulate(@CurrentActor() actor: Actor, @Body() body: SimulateRewardDto): Promise<RewardSimulationView> {
    const supposed = body.contracts.map((contract) => ({
      technologyValue: unwrap(parseYuan(contract.technologyValueYuan)),
      shareBasisPoints: contract.shareBasisPoints ?? 10_000,
      landed: contract.landed ?? true,
      relatedParty: contract.relatedParty ?? false,
    }));
    const { policy, result } = await this.rewards.simulate(actor, body.scheme, supposed);
    return rewardSimulationView(policy, result);
  }

  @Get('reward-accruals')
  @Operation({
    summary: '查看奖补计提（本机构、本人；奖补人员与审计人员看全部）',
    access: readers,
    scope: 'reward.read',
    answer: PageOf(RewardAccrualView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    const view = rewardAccrualView(await this.rewards.policies(actor));
    return pageOf(query, (after, limit) => this.rewards.list(actor, after, limit), view);
  }

  @Get('reward-accruals/:id')
  @Operation({
    summary: '查看一项奖补计提：计算过程与逐笔记录',
    access: readers,
    scope: 'reward.read',
    answer: RewardAccrualDetailView,
    errors: ['reward.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardAccrualDetailView> {
    const { accrual, policy, arithmetic } = unwrap(await this.rewards.get(actor, id));
    const entries = unwrap(await this.rewards.latestItems(actor, id, maxEntriesShown));
    return {
      ...rewardAccrualView([policy])(accrual),
      arithmetic,
      policy: rewardPolicyView(policy),
      entries: entries.map(rewardItemView),
    };
  }

  @Get('reward-accruals/:id/items')
  @Operation({
    summary: '查看一项奖补计提的全部逐笔记录',
    access: readers,
    scope: 'reward.read',
    answer: PageOf(RewardItemView),
    errors: ['reward.notFound'],
  })
  async items(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.rewards.items(actor, id, after, limit)),
      rewardItemView,
    );
  }
}
