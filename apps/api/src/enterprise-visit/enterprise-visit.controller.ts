import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { EnterpriseVisitService } from '#application/enterprise-visit/enterprise-visit.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  CoverageQuery,
  DraftFindingDemandDto,
  PlanVisitsDto,
  SettleFindingDto,
  SubmitVisitDto,
} from './enterprise-visit.dto.js';
import {
  enterpriseVisitView,
  EnterpriseVisitView,
  unvisitedView,
  UnvisitedView,
  visitFindingView,
  VisitFindingView,
  visitPlanView,
  VisitPlanView,
} from './enterprise-visit.view.js';

const visitors = ['countyOfficer', 'registrar', 'reviewer', 'researchUnit', 'agencyManager'] as const;
const write = { access: visitors, scope: 'enterpriseVisit.write', status: 201, idempotency: 'required' } as const;

@ApiTags('企业走访')
@Controller('v1')
export class EnterpriseVisitController {
  constructor(private readonly visits: EnterpriseVisitService) {}

  @Post('visit-plans')
  @Operation({
    ...write,
    summary: '制定企业走访计划',
    answer: VisitPlanView,
    errors: ['visitPlan.daysWrong', 'visitPlan.targetUnknown'],
  })
  async plan(
    @CurrentPerson() actor: PersonActor,
    @Body() { targetIds, ...body }: PlanVisitsDto,
  ): Promise<VisitPlanView> {
    return visitPlanView(unwrap(await this.visits.plan(actor, { ...body, targetIds: targetIds ?? [] })));
  }

  @Get('visit-plans')
  @Operation({
    summary: '查看走访计划（本单位的；市科技部门看全部）',
    access: 'signedIn',
    scope: 'enterpriseVisit.read',
    answer: PageOf(VisitPlanView),
  })
  async plans(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.visits.plans(actor, after, limit), visitPlanView);
  }

  @Get('visit-plans/:id')
  @Operation({
    summary: '查看一个走访计划',
    access: 'signedIn',
    scope: 'enterpriseVisit.read',
    answer: VisitPlanView,
    errors: ['visitPlan.notFound'],
  })
  async getPlan(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<VisitPlanView> {
    return visitPlanView(unwrap(await this.visits.getPlan(actor, id)));
  }

  @Post('visit-plans/:id/closing')
  @Operation({
    ...write,
    summary: '结束走访计划',
    answer: VisitPlanView,
    errors: ['visitPlan.notFound', 'state.notAllowed'],
  })
  async closePlan(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<VisitPlanView> {
    return visitPlanView(unwrap(await this.visits.closePlan(actor, id)));
  }

  @Put('enterprise-visits/:id')
  @Operation({
    summary: '提交走访记录（编号由客户端生成，可离线填写、事后提交）',
    description: '同一编号、同一内容重复提交只有一次效果；内容不同的被拒绝。',
    access: visitors,
    scope: 'enterpriseVisit.write',
    answer: EnterpriseVisitView,
    errors: [
      'visitPlan.notFound',
      'enterpriseVisit.notFound',
      'enterpriseVisit.enterpriseUnknown',
      'enterpriseVisit.differs',
      'enterpriseVisit.findingTaken',
      'enterpriseVisit.findingTwice',
      'enterpriseVisit.visitedAhead',
    ],
    idempotency: 'none',
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { planId, findings, ...body }: SubmitVisitDto,
  ): Promise<EnterpriseVisitView> {
    const sheet = {
      ...body,
      planId: planId ?? null,
      findings: findings.map((finding) => ({ id: finding.id.toLowerCase(), kind: finding.kind, text: finding.text })),
    };
    return enterpriseVisitView(unwrap(await this.visits.submit(actor, id, sheet)));
  }

  @Get('enterprise-visits')
  @Operation({
    summary: '查看走访记录（本单位走访的、走访本单位的；市科技部门看全部）',
    access: 'signedIn',
    scope: 'enterpriseVisit.read',
    answer: PageOf(EnterpriseVisitView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.visits.list(actor, after, limit), enterpriseVisitView);
  }

  @Get('enterprise-visits/:id')
  @Operation({
    summary: '查看一次走访记录',
    access: 'signedIn',
    scope: 'enterpriseVisit.read',
    answer: EnterpriseVisitView,
    errors: ['enterpriseVisit.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EnterpriseVisitView> {
    return enterpriseVisitView(unwrap(await this.visits.get(actor, id)));
  }

  @Post('visit-findings/:id/demand')
  @Operation({
    ...write,
    summary: '把走访发现一步写成该企业的技术需求草稿（须有企业同意）',
    description: '草稿属于该企业，只能由该企业发布。',
    answer: VisitFindingView,
    errors: [
      'visitFinding.notFound',
      'visitFinding.consentAhead',
      'enterpriseVisit.enterpriseUnknown',
      'state.notAllowed',
    ],
  })
  async draftDemand(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { consent, ...demand }: DraftFindingDemandDto,
  ): Promise<VisitFindingView> {
    const { givenBy, givenOn, manner } = consent;
    return visitFindingView(unwrap(await this.visits.draftDemand(actor, id, demand, { givenBy, givenOn, manner })));
  }

  @Post('visit-findings/:id/settlement')
  @Operation({
    ...write,
    summary: '以其他方式办结一项走访发现',
    answer: VisitFindingView,
    errors: ['visitFinding.notFound', 'state.notAllowed'],
  })
  async settle(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { note }: SettleFindingDto,
  ): Promise<VisitFindingView> {
    return visitFindingView(unwrap(await this.visits.settle(actor, id, note)));
  }

  @Get('enterprise-visit-coverage')
  @Operation({
    summary: '查看某年尚未走访的企业',
    access: ['countyOfficer', 'registrar', 'reviewer', 'auditor'],
    scope: 'enterpriseVisit.read',
    answer: PageOf(UnvisitedView),
  })
  async unvisited(@CurrentPerson() actor: PersonActor, @Query() { year, countyCode, ...page }: CoverageQuery) {
    const scope = { year: Number(year), countyCode: countyCode ?? null };
    return pageOf(page, (after, limit) => this.visits.unvisited(actor, scope, after, limit), unvisitedView);
  }
}
