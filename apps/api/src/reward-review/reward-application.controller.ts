import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RewardApplicationService } from '#application/reward-review/reward-application.service.js';
import { RewardAwardService } from '#application/reward-review/reward-award.service.js';
import { RewardReviewService } from '#application/reward-review/reward-review.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  ApplyForRewardDto,
  CheckApplicationDto,
  PayAwardDto,
  ReviewReasonDto,
  ScoreCandidateDto,
} from './reward-review.dto.js';
import {
  rewardApplicationDetailView,
  RewardApplicationDetailView,
  rewardApplicationView,
  RewardApplicationView,
  rewardAwardView,
  RewardAwardView,
  sheetView,
  SheetView,
} from './reward-review.view.js';

const applicants = ['agencyManager', 'researchUnit', 'broker', 'enterprise'] as const;
const officers = ['rewardOfficer'] as const;
const write = { scope: 'reward.write', status: 201, idempotency: 'required' } as const;

@ApiTags('年度评审')
@Controller('v1')
export class RewardApplicationController {
  constructor(
    private readonly applications: RewardApplicationService,
    private readonly reviews: RewardReviewService,
    private readonly awards: RewardAwardService,
  ) {}

  @Get('reward-applications')
  @Operation({
    summary: '查看申报（自己的；奖补与审计人员看全部）',
    access: [...applicants, 'rewardOfficer', 'auditor'],
    scope: 'reward.read',
    answer: PageOf(RewardApplicationDetailView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    const read = (after: string | null, limit: number) => this.applications.list(actor, null, after, limit);
    return pageOf(query, read, rewardApplicationDetailView);
  }

  @Get('reward-applications/:id')
  @Operation({
    summary: '查看一件申报：所属评审、审查意见、公示后的结果与兑付',
    access: [...applicants, 'rewardOfficer', 'auditor'],
    scope: 'reward.read',
    answer: RewardApplicationDetailView,
    errors: ['rewardReview.applicationNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RewardApplicationDetailView> {
    return rewardApplicationDetailView(unwrap(await this.applications.get(actor, id)));
  }

  @Get('reward-reviews/:id/applications')
  @Operation({
    summary: '查看一次评审的申报',
    access: [...applicants, 'rewardOfficer', 'auditor'],
    scope: 'reward.read',
    answer: PageOf(RewardApplicationDetailView),
  })
  async ofReview(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = (after: string | null, limit: number) => this.applications.list(actor, id, after, limit);
    return pageOf(query, read, rewardApplicationDetailView);
  }

  @Post('reward-reviews/:id/applications')
  @Operation({
    ...write,
    summary: '申报奖补',
    access: applicants,
    answer: RewardApplicationView,
    errors: [
      'rewardReview.notFound',
      'rewardReview.notForYou',
      'rewardReview.applicationsClosed',
      'rewardReview.appliedAlready',
    ],
  })
  async apply(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { statement, evidence }: ApplyForRewardDto,
  ): Promise<RewardApplicationView> {
    const content = { statement, evidence: evidence ?? [] };
    return rewardApplicationView(unwrap(await this.applications.apply(actor, id, content)));
  }

  @Post('reward-applications/:id/resubmission')
  @Operation({
    ...write,
    summary: '补正后重新递交申报',
    access: applicants,
    answer: RewardApplicationView,
    errors: [
      'rewardReview.applicationNotFound',
      'rewardReview.notFound',
      'rewardReview.applicationsClosed',
      'state.notAllowed',
    ],
  })
  async resubmit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { statement, evidence }: ApplyForRewardDto,
  ): Promise<RewardApplicationView> {
    const content = { statement, evidence: evidence ?? [] };
    return rewardApplicationView(unwrap(await this.applications.resubmit(actor, id, content)));
  }

  @Post('reward-applications/:id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回申报',
    access: applicants,
    answer: RewardApplicationView,
    errors: ['rewardReview.applicationNotFound', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReviewReasonDto,
  ): Promise<RewardApplicationView> {
    return rewardApplicationView(unwrap(await this.applications.withdraw(actor, id, reason)));
  }

  @Post('reward-applications/:id/formal-check')
  @Operation({
    ...write,
    summary: '形式审查：受理或退回补正',
    access: officers,
    answer: RewardApplicationView,
    errors: ['rewardReview.applicationNotFound', 'rewardReview.ownApplication', 'money.malformed', 'state.notAllowed'],
  })
  async check(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, findings, benefitYuan }: CheckApplicationDto,
  ): Promise<RewardApplicationView> {
    const benefit = benefitYuan === undefined ? 0n : unwrap(parseYuan(benefitYuan));
    return rewardApplicationView(unwrap(await this.applications.check(actor, id, outcome, { findings, benefit })));
  }

  @Post('reward-applications/:id/exclusion')
  @Operation({
    ...write,
    summary: '评分阶段排除一名候选对象',
    access: officers,
    answer: RewardApplicationView,
    errors: ['rewardReview.applicationNotFound', 'rewardReview.notScoring'],
  })
  async exclude(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReviewReasonDto,
  ): Promise<RewardApplicationView> {
    return rewardApplicationView(unwrap(await this.reviews.exclude(actor, id, reason)));
  }

  @Post('reward-applications/:id/scores')
  @Operation({
    ...write,
    summary: '评审专家评分（一经提交不再修改）',
    access: 'signedIn',
    answer: SheetView,
    errors: [
      'rewardReview.applicationNotFound',
      'rewardReview.notScoring',
      'rewardReview.recused',
      'rewardReview.sheetIncomplete',
      'rewardReview.scoredAlready',
    ],
  })
  async score(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { scores, comment }: ScoreCandidateDto,
  ): Promise<SheetView> {
    const sheet = Object.fromEntries(scores.map(({ code, score }) => [code, score]));
    return sheetView(unwrap(await this.reviews.score(actor, id, sheet, comment ?? null)));
  }

  @Post('reward-applications/:id/recusal')
  @Operation({
    ...write,
    summary: '评审专家申请回避一名候选对象',
    access: 'signedIn',
    status: 204,
    errors: ['rewardReview.applicationNotFound', 'rewardReview.notScoring'],
  })
  async recuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReviewReasonDto,
  ): Promise<void> {
    unwrap(await this.reviews.recuse(actor, id, reason));
  }

  @Post('reward-awards/:id/payment')
  @Operation({
    ...write,
    summary: '记录一项奖补已支付',
    access: officers,
    answer: RewardAwardView,
    errors: ['rewardReview.awardNotFound', 'state.notAllowed'],
  })
  async pay(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { documentNumber, paidOn }: PayAwardDto,
  ): Promise<RewardAwardView> {
    return rewardAwardView(unwrap(await this.awards.pay(actor, id, documentNumber, paidOn)));
  }
}
