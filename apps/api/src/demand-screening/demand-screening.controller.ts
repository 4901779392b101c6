import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { DemandScreeningService } from '#application/demand-screening/demand-screening.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AssignExpertDto,
  FunnelQuery,
  RequestScreeningDto,
  ScreeningListQuery,
  ScreeningOpinionDto,
} from './demand-screening.dto.js';
import {
  demandScreeningView,
  DemandFunnelView,
  DemandScreeningView,
  funnelView,
  screeningDetailView,
  ScreeningDetailView,
} from './demand-screening.view.js';

const officers = ['registrar', 'reviewer', 'countyOfficer'] as const;
const owners = ['enterprise', 'researchUnit', 'broker', 'countyOfficer'] as const;

@ApiTags('需求筛选')
@Controller('v1')
export class DemandScreeningController {
  constructor(private readonly screenings: DemandScreeningService) {}

  @Post('demands/:id/screenings')
  @Operation({
    summary: '申请发布前的专家筛选',
    access: owners,
    scope: 'demand.write',
    status: 201,
    answer: DemandScreeningView,
    errors: [
      'demand.notFound',
      'demand.tooVague',
      'demand.fieldsUnclear',
      'demandScreening.notDraft',
      'demandScreening.openAlready',
    ],
    idempotency: 'required',
  })
  async request(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { note }: RequestScreeningDto,
  ): Promise<DemandScreeningView> {
    return demandScreeningView(unwrap(await this.screenings.request(actor, id, note ?? null)));
  }

  @Get('demands/:id/screenings')
  @Operation({
    summary: '查看一条需求的筛选经过',
    access: 'signedIn',
    scope: 'demand.read',
    answer: PageOf(DemandScreeningView),
    errors: ['demand.notFound'],
  })
  async ofDemand(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.screenings.ofDemand(actor, id, after, limit));
    return pageOf(query, read, demandScreeningView);
  }

  @Get('demand-screenings')
  @Operation({
    summary: '查看需求筛选（县区看本县区）',
    access: [...officers, 'auditor'],
    scope: 'demand.read',
    answer: PageOf(DemandScreeningView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: ScreeningListQuery) {
    return pageOf(
      query,
      (after, limit) => this.screenings.list(actor, query.state ?? null, after, limit),
      demandScreeningView,
    );
  }

  @Get('demand-screenings/mine')
  @Operation({
    summary: '专家查看指定给自己的筛选',
    access: 'signedIn',
    scope: 'demand.read',
    answer: PageOf(DemandScreeningView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.screenings.listMine(actor, after, limit), demandScreeningView);
  }

  @Get('demand-screenings/:id')
  @Operation({
    summary: '查看一次筛选与送审的需求',
    access: 'signedIn',
    scope: 'demand.read',
    answer: ScreeningDetailView,
    errors: ['demandScreening.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ScreeningDetailView> {
    return screeningDetailView(unwrap(await this.screenings.get(actor, id)));
  }

  @Post('demand-screenings/:id/experts')
  @Operation({
    summary: '指定专家；与需求方有利害关系的不能指定',
    access: officers,
    scope: 'demand.write',
    status: 201,
    answer: ScreeningDetailView,
    errors: [
      'demandScreening.notFound',
      'demandScreening.unknownPerson',
      'demandScreening.conflict',
      'demandScreening.assignedAlready',
      'demandScreening.tooManyExperts',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async assign(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { personId }: AssignExpertDto,
  ): Promise<ScreeningDetailView> {
    return screeningDetailView(unwrap(await this.screenings.assign(actor, id, personId)));
  }

  @Post('demand-screenings/:id/opinions')
  @Operation({
    summary: '专家给出意见；最后一位答复后即按多数办结',
    access: 'signedIn',
    scope: 'demand.write',
    status: 201,
    answer: DemandScreeningView,
    errors: [
      'demandScreening.notFound',
      'demandScreening.notAssigned',
      'demandScreening.reasonMissing',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async answer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { opinion, reason }: ScreeningOpinionDto,
  ): Promise<DemandScreeningView> {
    return demandScreeningView(unwrap(await this.screenings.answer(actor, id, opinion, reason ?? null)));
  }

  @Post('demand-screenings/:id/withdrawal')
  @Operation({
    summary: '撤回筛选申请',
    access: owners,
    scope: 'demand.write',
    status: 201,
    answer: DemandScreeningView,
    errors: ['demandScreening.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DemandScreeningView> {
    return demandScreeningView(unwrap(await this.screenings.withdraw(actor, id)));
  }

  @Get('demand-funnel')
  @Operation({
    summary: '需求漏斗：征集、筛选、发布、对接、满足各多少（县区看本县区）',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'countyOfficer'],
    scope: 'demand.read',
    answer: DemandFunnelView,
    errors: ['demandScreening.spanMalformed'],
  })
  async funnel(@CurrentPerson() actor: PersonActor, @Query() query: FunnelQuery): Promise<DemandFunnelView> {
    const span = { from: query.from, to: query.to, countyCode: query.countyCode ?? null };
    return funnelView(unwrap(await this.screenings.funnel(actor, span)));
  }
}
