import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RewardAwardService } from '#application/reward-review/reward-award.service.js';
import { RewardReviewService } from '#application/reward-review/reward-review.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AppointPanelistDto,
  ApproveReviewDto,
  DecideTieDto,
  OpenRewardReviewDto,
  ReviewReasonDto,
} from './reward-review.dto.js';
import {
  panelView,
  PanelView,
  rewardAwardView,
  RewardAwardsView,
  rewardReviewDetailView,
  rewardReviewSummaryView,
  RewardReviewSummaryView,
  RewardReviewDetailView,
  rewardReviewView,
  RewardReviewView,
} from './reward-review.view.js';

const officers = ['rewardOfficer'] as const;
const readers = ['rewardOfficer', 'auditor'] as const;
const step = { access: officers, scope: 'reward.write', status: 201, idempotency: 'required' } as const;

@ApiTags('年度评审')
@Controller('v1/reward-reviews')
export class RewardReviewController {
  constructor(
    private readonly reviews: RewardReviewService,
    private readonly awardsOf: RewardAwardService,
  ) {}

  @Get()
  @Operation({
    summary: '查看各年度的奖补评审',
    access: 'signedIn',
    scope: 'reward.read',
    answer: PageOf(RewardReviewSummaryView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.reviews.list(actor, after, limit), rewardReviewSummaryView);
  }

  @Post()
  @Operation({ ...step, summary: '开立某年度的奖补评审', answer: RewardReviewView, errors: ['rewardReview.exists'] })
  async open(@CurrentPerson() actor: PersonActor, @Body() body: OpenRewardReviewDto): Promise<RewardReviewView> {
    const { scheme, fiscalYear, applicationsUntil } = body;
    return rewardReviewView(unwrap(await this.reviews.open(actor, scheme, fiscalYear, applicationsUntil)));
  }

  @Get(':id')
  @Operation({
    summary: '查看一次评审：候选、专家、回避、评分与排名',
    access: readers,
    scope: 'reward.read',
    answer: RewardReviewDetailView,
    errors: ['rewardReview.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewDetailView> {
    return rewardReviewDetailView(unwrap(await this.reviews.get(actor, id)));
  }

  @Get(':id/panel')
  @Operation({
    summary: '评审专家查看候选对象（匿名）与自己的评分表',
    access: 'signedIn',
    scope: 'reward.read',
    answer: PanelView,
    errors: ['rewardReview.notFound'],
  })
  async panel(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PanelView> {
    const { scheme, candidates } = unwrap(await this.reviews.forPanel(actor, id));
    return panelView(scheme, candidates);
  }

  @Post(':id/void')
  @Operation({
    ...step,
    summary: '作废一次评审',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'state.notAllowed'],
  })
  async voidReview(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReviewReasonDto,
  ): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.reviews.voidReview(actor, id, reason)));
  }

  @Post(':id/snapshot')
  @Operation({
    ...step,
    summary: '冻结候选名单并进入评分',
    answer: RewardReviewView,
    errors: [
      'rewardReview.notFound',
      'rewardReview.applicationsUnchecked',
      'rewardReview.yearRunning',
      'state.notAllowed',
    ],
  })
  async freeze(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.reviews.freeze(actor, id)));
  }

  @Post(':id/panelists')
  @Operation({
    ...step,
    summary: '指定评审专家，有利害关系的自动回避',
    answer: RewardReviewDetailView,
    errors: [
      'rewardReview.notFound',
      'rewardReview.notScoring',
      'rewardReview.unknownPerson',
      'rewardReview.onPanelAlready',
    ],
  })
  async appoint(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { personId }: AppointPanelistDto,
  ): Promise<RewardReviewDetailView> {
    return rewardReviewDetailView(unwrap(await this.reviews.appoint(actor, id, personId)));
  }

  @Post(':id/ranking')
  @Operation({
    ...step,
    summary: '按评分排名；最后一名并列的，等待评审组裁定',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'rewardReview.panelTooSmall', 'state.notAllowed'],
  })
  async rank(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.reviews.rank(actor, id)));
  }

  @Post(':id/tie-decision')
  @Operation({
    ...step,
    summary: '记录评审组对并列的裁定',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'rewardReview.tieIncomplete', 'rewardReview.panelTooSmall', 'state.notAllowed'],
  })
  async decideTie(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { order, minutes }: DecideTieDto,
  ): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.reviews.decideTie(actor, id, order, minutes)));
  }

  @Post(':id/publication')
  @Operation({
    ...step,
    summary: '公示拟奖名单',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'state.notAllowed'],
  })
  async publicize(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.awardsOf.publicize(actor, id)));
  }

  @Post(':id/approval')
  @Operation({
    ...step,
    summary: '批准（由开立与排名以外的人员）',
    answer: RewardReviewView,
    errors: [
      'rewardReview.notFound',
      'rewardReview.sameOfficer',
      'rewardReview.amountsIncomplete',
      'rewardReview.aboveCap',
      'ledger.budgetExhausted',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async approve(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason, amounts }: ApproveReviewDto,
  ): Promise<RewardReviewView> {
    const decided = (amounts ?? []).map(({ amountYuan, ...rest }) => ({
      ...rest,
      amount: unwrap(parseYuan(amountYuan)),
    }));
    return rewardReviewView(unwrap(await this.awardsOf.approve(actor, id, reason, decided)));
  }

  @Post(':id/return')
  @Operation({
    ...step,
    summary: '不批准，退回评审',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'state.notAllowed'],
  })
  async sendBack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReviewReasonDto,
  ): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.awardsOf.sendBack(actor, id, reason)));
  }

  @Post(':id/completion')
  @Operation({
    ...step,
    summary: '办结没有获奖者的评审',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'state.notAllowed'],
  })
  async complete(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.awardsOf.complete(actor, id)));
  }

  @Post(':id/archive')
  @Operation({
    ...step,
    summary: '归档',
    answer: RewardReviewView,
    errors: ['rewardReview.notFound', 'state.notAllowed'],
  })
  async archive(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardReviewView> {
    return rewardReviewView(unwrap(await this.awardsOf.archive(actor, id)));
  }

  @Get(':id/awards')
  @Operation({
    summary: '查看一次评审批准的奖补（获奖者看自己的）',
    access: 'signedIn',
    scope: 'reward.read',
    answer: RewardAwardsView,
  })
  async awards(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardAwardsView> {
    return { items: (await this.awardsOf.awards(actor, id)).map(rewardAwardView) };
  }
}
