import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { CarrierReview } from '#domain/carrier/carrier-review.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { CarrierReviewService } from '#application/carrier/carrier-review.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DecideCarrierReviewDto, ExamineCarrierReviewDto, SubmitCarrierReviewDto } from './carrier.dto.js';
import { carrierReviewView, CarrierReviewView } from './carrier.view.js';

const step = { scope: 'carrier.write', status: 201, answer: CarrierReviewView, idempotency: 'required' } as const;

@ApiTags('创新创业载体')
@Controller('v1/carrier-reviews')
export class CarrierReviewController {
  constructor(
    private readonly reviews: CarrierReviewService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Operation({
    summary: '查看年度考核：载体看本单位的，科技主管部门看全部',
    access: 'signedIn',
    scope: 'carrier.read',
    answer: PageOf(CarrierReviewView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.reviews.list(actor, after, limit),
      (review) => this.view(review),
    );
  }

  @Get(':id')
  @Operation({
    summary: '查看一项年度考核',
    access: 'signedIn',
    scope: 'carrier.read',
    answer: CarrierReviewView,
    errors: ['carrierReview.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CarrierReviewView> {
    return this.view(unwrap(await this.reviews.get(actor, id)));
  }

  @Post(':id/report')
  @Operation({
    ...step,
    summary: '提交年度自评报告',
    access: ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'],
    errors: ['carrierReview.notFound', 'state.notAllowed'],
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { report, figures }: SubmitCarrierReviewDto,
  ): Promise<CarrierReviewView> {
    return this.view(unwrap(await this.reviews.submit(actor, id, report, figures)));
  }

  @Post(':id/examination')
  @Operation({
    ...step,
    summary: '初审年度考核，提出意见',
    access: ['reviewer'],
    errors: [
      'carrierReview.notFound',
      'carrierReview.notOverdue',
      'carrier.notYourCounty',
      'carrier.sameOfficer',
      'carrier.conflict',
      'state.notAllowed',
    ],
  })
  async examine(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { proposal, reason }: ExamineCarrierReviewDto,
  ): Promise<CarrierReviewView> {
    return this.view(unwrap(await this.reviews.examine(actor, id, proposal, reason)));
  }

  @Post(':id/decision')
  @Operation({
    ...step,
    summary: '由另一人决定考核结果；撤销的称号同时终止',
    access: ['reviewer'],
    errors: [
      'carrierReview.notFound',
      'carrierReview.rectifyUntil',
      'carrier.notYourCounty',
      'carrier.sameOfficer',
      'carrier.conflict',
      'state.notAllowed',
    ],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason, rectifyUntil }: DecideCarrierReviewDto,
  ): Promise<CarrierReviewView> {
    return this.view(unwrap(await this.reviews.decide(actor, id, decision, reason, rectifyUntil ?? null)));
  }

  private view(review: CarrierReview): CarrierReviewView {
    return carrierReviewView(review, beijingDate(this.clock.now()));
  }
}
