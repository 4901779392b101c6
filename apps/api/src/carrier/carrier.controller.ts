import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { CarrierTitle } from '#domain/carrier/carrier-title.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { CarrierCountService } from '#application/carrier/carrier-count.service.js';
import { CarrierService } from '#application/carrier/carrier.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  ApplyCarrierTitleDto,
  CarrierCountQuery,
  CarrierReasonDto,
  CarrierTitleQuery,
  DecideCarrierTitleDto,
  ExamineCarrierTitleDto,
  factsOf,
  RecordCarrierTitleDto,
  ResubmitCarrierTitleDto,
} from './carrier.dto.js';
import {
  carrierConditionListView,
  CarrierConditionListView,
  carrierCountsView,
  CarrierCountsView,
  carrierTitleView,
  CarrierTitleView,
  carrierView,
  CarrierView,
  publicTitleView,
  PublicTitleView,
} from './carrier.view.js';

const applicants = ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'] as const;
const officers = ['reviewer'] as const;
const step = { scope: 'carrier.write', status: 201, answer: CarrierTitleView, idempotency: 'required' } as const;
const judging = [
  'carrier.notFound',
  'carrier.notYourCounty',
  'carrier.sameOfficer',
  'carrier.conflict',
  'state.notAllowed',
] as const;

@ApiTags('创新创业载体')
@Controller('v1')
export class CarrierController {
  constructor(
    private readonly titles: CarrierService,
    private readonly counts: CarrierCountService,
    private readonly clock: Clock,
  ) {}

  @Get('carriers')
  @Operation({
    summary: '浏览创新创业载体及其称号',
    access: 'public',
    scope: 'carrier.read',
    answer: PageOf(CarrierView),
  })
  async carriers(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.counts.listCarriers(actor, after, limit), carrierView);
  }

  @Get('carriers/:id')
  @Operation({
    summary: '查看一家载体：全部称号与历史',
    access: 'public',
    scope: 'carrier.read',
    answer: CarrierView,
    errors: ['carrier.notFound'],
  })
  async carrier(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CarrierView> {
    return carrierView(unwrap(await this.counts.getCarrier(actor, id)));
  }

  @Get('carrier-indicators')
  @Operation({
    summary: '按指标口径统计载体，列出各种读法与计入的单位',
    access: 'public',
    scope: 'carrier.read',
    answer: CarrierCountsView,
  })
  async indicators(@CurrentActor() actor: Actor, @Query() { asOf }: CarrierCountQuery): Promise<CarrierCountsView> {
    return carrierCountsView(await this.counts.counts(actor, asOf ?? null));
  }

  @Get('carrier-conditions')
  @Operation({
    summary: '查看载体认定条件及出处',
    access: 'public',
    scope: 'carrier.read',
    answer: CarrierConditionListView,
  })
  conditions(): CarrierConditionListView {
    return carrierConditionListView();
  }

  @Get('carrier-titles')
  @Operation({
    summary: '浏览有效的载体称号',
    access: 'public',
    scope: 'carrier.read',
    answer: PageOf(PublicTitleView),
  })
  async list(@CurrentActor() actor: Actor, @Query() query: CarrierTitleQuery) {
    const filter = { kind: query.kind ?? null, countyCode: query.countyCode ?? null };
    return pageOf(query, (after, limit) => this.titles.list(actor, filter, after, limit), publicTitleView);
  }

  @Get('carrier-titles/mine')
  @Operation({
    summary: '查看本单位的载体称号与申请',
    access: 'signedIn',
    scope: 'carrier.read',
    answer: PageOf(CarrierTitleView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.titles.listOwn(actor, after, limit),
      (title) => this.view(actor, title),
    );
  }

  @Get('carrier-titles/open')
  @Operation({
    summary: '查看待办的载体称号申请与登记',
    access: ['reviewer', 'auditor'],
    scope: 'carrier.read',
    answer: PageOf(CarrierTitleView),
  })
  async open(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.titles.listOpen(actor, after, limit),
      (title) => this.view(actor, title),
    );
  }

  @Post('carrier-titles')
  @Operation({
    ...step,
    summary: '申请认定载体称号（市级、县级）',
    access: applicants,
    errors: ['carrier.levelNotOurs', 'carrier.taken', 'organization.unverified'],
  })
  async apply(@CurrentPerson() actor: PersonActor, @Body() body: ApplyCarrierTitleDto): Promise<CarrierTitleView> {
    return this.view(actor, unwrap(await this.titles.apply(actor, contentOf(body))));
  }

  @Post('carrier-title-records')
  @Operation({
    ...step,
    summary: '登记上级（或此前）认定的载体称号，待另一人确认',
    access: officers,
    errors: [
      'carrier.organizationNotFound',
      'carrier.dates',
      'carrier.taken',
      'carrier.notYourCounty',
      'carrier.sameOfficer',
      'carrier.conflict',
    ],
  })
  async recordTitle(
    @CurrentPerson() actor: PersonActor,
    @Body() body: RecordCarrierTitleDto,
  ): Promise<CarrierTitleView> {
    const { organizationId, document, recognizedOn, validUntil } = body;
    const recorded = { ...contentOf(body), organizationId, document, recognizedOn, validUntil: validUntil ?? null };
    return this.view(actor, unwrap(await this.titles.recordTitle(actor, recorded)));
  }

  @Get('carrier-titles/:id')
  @Operation({
    summary: '查看一项载体称号',
    access: 'public',
    scope: 'carrier.read',
    answer: CarrierTitleView,
    errors: ['carrier.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CarrierTitleView> {
    return this.view(actor, unwrap(await this.titles.get(actor, id)));
  }

  @Post('carrier-titles/:id/resubmission')
  @Operation({
    ...step,
    summary: '补正后重新提交称号申请',
    access: applicants,
    errors: ['carrier.notFound', 'state.notAllowed'],
  })
  async resubmit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { statement, professionalField, facts }: ResubmitCarrierTitleDto,
  ): Promise<CarrierTitleView> {
    const change = { statement, professionalField: professionalField ?? null, facts: factsOf(facts) };
    return this.view(actor, unwrap(await this.titles.resubmit(actor, id, change)));
  }

  @Post('carrier-titles/:id/cancellation')
  @Operation({
    ...step,
    summary: '撤回称号申请',
    access: applicants,
    errors: ['carrier.notFound', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CarrierReasonDto,
  ): Promise<CarrierTitleView> {
    return this.view(actor, unwrap(await this.titles.cancel(actor, id, reason)));
  }

  @Post('carrier-titles/:id/examination')
  @Operation({ ...step, summary: '审查称号申请', access: officers, errors: judging })
  async examine(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { opinion, reason }: ExamineCarrierTitleDto,
  ): Promise<CarrierTitleView> {
    return this.view(actor, unwrap(await this.titles.examine(actor, id, opinion, reason)));
  }

  @Post('carrier-titles/:id/decision')
  @Operation({
    ...step,
    summary: '由另一人决定：公示、退回、不予认定，或确认登记的称号',
    access: officers,
    errors: judging,
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason, years }: DecideCarrierTitleDto,
  ): Promise<CarrierTitleView> {
    return this.view(actor, unwrap(await this.titles.decide(actor, id, decision, reason, years ?? null)));
  }

  private view(actor: Actor, title: CarrierTitle): CarrierTitleView {
    const whole = actsFor(actor, title.organizationId) || hasRole(actor, 'reviewer', 'auditor');
    return carrierTitleView(title, whole, beijingDate(this.clock.now()));
  }
}

const contentOf = (body: ApplyCarrierTitleDto) => ({
  kind: body.kind,
  level: body.level,
  name: body.name,
  countyCode: body.countyCode,
  professionalField: body.professionalField ?? null,
  statement: body.statement,
  facts: factsOf(body.facts),
});
