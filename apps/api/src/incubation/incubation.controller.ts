import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { IncubationService } from '#application/incubation/incubation.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { parseYuan } from '#domain/money/money.js';
import {
  ApplyTenancyDto,
  CohortQuery,
  CreateMilestoneDto,
  CreateSupportDto,
  DecideTenancyDto,
} from './incubation.dto.js';
import {
  cohortTableView,
  CohortTableView,
  supportView,
  TenancySupportView,
  FullTenancyView,
  fullTenancyView,
  IncubatorView,
  incubatorView,
  TenancyMilestoneView,
  milestoneView,
  TenancyView,
  tenancyView,
} from './incubation.view.js';

@ApiTags('孵化')
@Controller('v1')
export class IncubationController {
  constructor(private readonly incubation: IncubationService) {}

  @Get('incubators')
  @Operation({
    summary: '浏览孵化载体及在孵企业数',
    access: 'public',
    scope: 'tenancy.read',
    answer: PageOf(IncubatorView),
  })
  async incubators(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.incubation.listIncubators(actor, after, limit), incubatorView);
  }

  @Get('incubators/:id')
  @Operation({
    summary: '查看一家孵化载体',
    access: 'public',
    scope: 'tenancy.read',
    answer: IncubatorView,
    errors: ['tenancy.incubatorNotFound'],
  })
  async incubator(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<IncubatorView> {
    return incubatorView(unwrap(await this.incubation.getIncubator(actor, id)));
  }

  @Post('tenancies')
  @Operation({
    summary: '申请入驻孵化载体',
    access: ['enterprise'],
    scope: 'tenancy.write',
    status: 201,
    answer: TenancyView,
    errors: ['tenancy.incubatorNotFound', 'tenancy.appliedAlready', 'tenancy.foundedLater'],
    idempotency: 'required',
  })
  async apply(@CurrentPerson() actor: PersonActor, @Body() body: ApplyTenancyDto): Promise<TenancyView> {
    return tenancyView(unwrap(await this.incubation.apply(actor, body.incubatorOrganizationId, applicationOf(body))));
  }

  @Get('tenancies')
  @Operation({
    summary: '查看与本单位有关的在孵记录',
    access: 'signedIn',
    scope: 'tenancy.read',
    answer: PageOf(TenancyView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.incubation.listOwn(actor, after, limit), tenancyView);
  }

  @Get('tenancies/:id')
  @Operation({
    summary: '查看一条在孵记录',
    access: 'signedIn',
    scope: 'tenancy.read',
    answer: FullTenancyView,
    errors: ['tenancy.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FullTenancyView> {
    return fullTenancyView(unwrap(await this.incubation.get(actor, id)));
  }

  @Post('tenancies/:id/decision')
  @Operation({
    summary: '办理入驻、毕业或退出',
    description: '入驻、不予入驻、毕业由孵化载体办理；退出双方均可；撤销申请由企业办理。',
    access: ['enterprise', 'incubatorManager'],
    scope: 'tenancy.write',
    status: 201,
    answer: TenancyView,
    errors: [
      'tenancy.notFound',
      'tenancy.admittedElsewhere',
      'tenancy.untilPast',
      'tenancy.notEligible',
      'tenancy.groundMissing',
      'tenancy.milestoneMissing',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, plannedUntil, exceptionReason, graduationGround, reason }: DecideTenancyDto,
  ): Promise<TenancyView> {
    const step = {
      event: decision,
      plannedUntil: plannedUntil ?? null,
      exceptionReason: exceptionReason ?? null,
      graduationGround: graduationGround ?? null,
      reason,
    };
    return tenancyView(unwrap(await this.incubation.decide(actor, id, step)));
  }

  @Post('tenancies/:id/supports')
  @Operation({
    summary: '登记在孵企业获得的支持',
    access: ['enterprise', 'incubatorManager'],
    scope: 'tenancy.write',
    status: 201,
    answer: TenancySupportView,
    errors: ['tenancy.notFound', 'tenancy.notAdmitted', 'tenancy.milestoneDay', 'money.malformed'],
    idempotency: 'required',
  })
  async support(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { amountYuan, ...given }: CreateSupportDto,
  ): Promise<TenancySupportView> {
    const amount = amountYuan === undefined ? null : unwrap(parseYuan(amountYuan));
    return supportView(unwrap(await this.incubation.support(actor, id, { ...given, amount })));
  }

  @Get('incubation-cohorts')
  @Operation({
    summary: '查看在孵企业按入驻年度的去向与存活率',
    access: 'public',
    scope: 'tenancy.read',
    answer: CohortTableView,
  })
  async cohorts(
    @CurrentActor() actor: Actor,
    @Query() { incubatorOrganizationId, asOf }: CohortQuery,
  ): Promise<CohortTableView> {
    return cohortTableView(await this.incubation.cohorts(actor, incubatorOrganizationId ?? null, asOf ?? null));
  }

  @Post('tenancies/:id/milestones')
  @Operation({
    summary: '登记在孵企业的里程碑',
    access: ['enterprise', 'incubatorManager'],
    scope: 'tenancy.write',
    status: 201,
    answer: TenancyMilestoneView,
    errors: ['tenancy.notFound', 'tenancy.notAdmitted', 'tenancy.milestoneDay'],
    idempotency: 'required',
  })
  async reach(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: CreateMilestoneDto,
  ): Promise<TenancyMilestoneView> {
    return milestoneView(unwrap(await this.incubation.reach(actor, id, body)));
  }
}

const applicationOf = (body: ApplyTenancyDto) => ({
  plan: body.plan,
  technologyBased: body.technologyBased,
  foundedOn: body.foundedOn,
  onPremises: body.onPremises,
  field: body.field ?? 'other',
});
