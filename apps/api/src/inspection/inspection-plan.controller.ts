import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { InspectionFindingService } from '#application/inspection/inspection-finding.service.js';
import { InspectionPlanService } from '#application/inspection/inspection-plan.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DrawDto, FreezePlanDto, PopulationQueryDto, RaiseFindingDto } from './inspection.dto.js';
import {
  inspectionCaseView,
  InspectionCaseView,
  inspectionFindingView,
  InspectionFindingView,
  inspectionPlanView,
  InspectionPlanView,
  PopulationView,
} from './inspection.view.js';

const defaultPageSize = 20;

@ApiTags('登记抽查')
@Controller('v1/inspection-plans')
export class InspectionPlanController {
  constructor(
    private readonly plans: InspectionPlanService,
    private readonly findings: InspectionFindingService,
  ) {}

  @Post()
  @Operation({
    summary: '冻结一个登记抽查计划',
    description: '冻结总体名单并公布其哈希与种子来源，之后不能再改；种子公布后抽取一次。',
    access: ['auditor', 'reviewer'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionPlanView,
    errors: ['statistics.periodUnknown', 'inspection.populationEmpty', 'inspection.populationTooLarge'],
    idempotency: 'required',
  })
  async freeze(@CurrentPerson() actor: PersonActor, @Body() body: FreezePlanDto): Promise<InspectionPlanView> {
    return inspectionPlanView(unwrap(await this.plans.freeze(actor, { ...body })));
  }

  @Get()
  @Operation({
    summary: '浏览登记抽查计划',
    access: 'public',
    scope: 'inspection.read',
    answer: PageOf(InspectionPlanView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.plans.listPublic(after, limit), inspectionPlanView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一个登记抽查计划',
    access: 'public',
    scope: 'inspection.read',
    answer: InspectionPlanView,
    errors: ['inspection.planNotFound'],
  })
  async get(@Param() { id }: IdParam): Promise<InspectionPlanView> {
    return inspectionPlanView(unwrap(await this.plans.getPublic(id)));
  }

  @Get(':id/population')
  @Operation({
    summary: '查看抽查的总体名单，供任何人复算',
    access: 'public',
    scope: 'inspection.read',
    answer: PopulationView,
    errors: ['inspection.planNotFound'],
  })
  async population(@Param() { id }: IdParam, @Query() query: PopulationQueryDto): Promise<PopulationView> {
    const { after = null, limit = defaultPageSize } = query;
    return { items: unwrap(await this.plans.population(id, after, limit)) };
  }

  @Post(':id/drawing')
  @Operation({
    summary: '以公布的种子抽取',
    access: ['auditor', 'reviewer'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionPlanView,
    errors: ['inspection.planNotFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async draw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { seed }: DrawDto,
  ): Promise<InspectionPlanView> {
    return inspectionPlanView(unwrap(await this.plans.draw(actor, id, seed)));
  }

  @Get(':id/cases')
  @Operation({
    summary: '查看抽中的登记',
    access: ['registrar', 'reviewer', 'auditor'],
    scope: 'inspection.read',
    answer: PageOf(InspectionCaseView),
    errors: ['inspection.planNotFound'],
  })
  async cases(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) => unwrap(await this.plans.cases(actor, id, after, limit));
    return pageOf(query, read, inspectionCaseView);
  }

  @Post(':id/findings')
  @Operation({
    summary: '提出抽查发现',
    access: ['auditor'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionFindingView,
    errors: ['inspection.planNotFound', 'inspection.caseNotDrawn', 'inspection.handledCase'],
    idempotency: 'required',
  })
  async raise(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: RaiseFindingDto,
  ): Promise<InspectionFindingView> {
    return inspectionFindingView(unwrap(await this.findings.raise(actor, id, { ...body })));
  }
}
