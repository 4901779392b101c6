import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { IncubationService } from '#application/incubation/incubation.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ApplyTenancyDto, CreateMilestoneDto, DecideTenancyDto } from './incubation.dto.js';
import {
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
    errors: ['tenancy.incubatorNotFound', 'tenancy.appliedAlready'],
    idempotency: 'required',
  })
  async apply(@CurrentPerson() actor: PersonActor, @Body() body: ApplyTenancyDto): Promise<TenancyView> {
    return tenancyView(unwrap(await this.incubation.apply(actor, body.incubatorOrganizationId, body.plan)));
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
    access: ['enterprise', 'agencyManager'],
    scope: 'tenancy.write',
    status: 201,
    answer: TenancyView,
    errors: [
      'tenancy.notFound',
      'tenancy.admittedElsewhere',
      'tenancy.untilPast',
      'tenancy.milestoneMissing',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, plannedUntil, reason }: DecideTenancyDto,
  ): Promise<TenancyView> {
    return tenancyView(
      unwrap(await this.incubation.decide(actor, id, { event: decision, plannedUntil: plannedUntil ?? null, reason })),
    );
  }

  @Post('tenancies/:id/milestones')
  @Operation({
    summary: '登记在孵企业的里程碑',
    access: ['enterprise', 'agencyManager'],
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
