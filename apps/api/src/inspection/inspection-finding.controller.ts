import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { InspectionFindingService } from '#application/inspection/inspection-finding.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AnswerDto, ConcludeFindingDto, DecideFindingDto, FindingQueryDto } from './inspection.dto.js';
import {
  inspectionFindingDetailView,
  InspectionFindingDetailView,
  inspectionFindingView,
  InspectionFindingView,
} from './inspection.view.js';

const staff = ['registrar', 'reviewer', 'auditor'] as const;

@ApiTags('登记抽查')
@Controller('v1/inspection-findings')
export class InspectionFindingController {
  constructor(private readonly findings: InspectionFindingService) {}

  @Get()
  @Operation({
    summary: '查看抽查发现',
    access: staff,
    scope: 'inspection.read',
    answer: PageOf(InspectionFindingView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: FindingQueryDto) {
    const wanted = { planId: query.planId ?? null, state: query.state ?? null };
    return pageOf(query, (after, limit) => this.findings.list(actor, wanted, after, limit), inspectionFindingView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一条抽查发现及提醒',
    access: staff,
    scope: 'inspection.read',
    answer: InspectionFindingDetailView,
    errors: ['inspection.findingNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<InspectionFindingDetailView> {
    return inspectionFindingDetailView(unwrap(await this.findings.get(actor, id)));
  }

  @Post(':id/answer')
  @Operation({
    summary: '答复抽查发现',
    access: ['registrar'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionFindingView,
    errors: ['inspection.findingNotFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async answer(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() { text }: AnswerDto) {
    return inspectionFindingView(unwrap(await this.findings.answer(actor, id, text)));
  }

  @Post(':id/decision')
  @Operation({
    summary: '对抽查发现作出决定',
    access: ['reviewer'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionFindingView,
    errors: [
      'inspection.findingNotFound',
      'inspection.handledCase',
      'inspection.ownFinding',
      'inspection.measureMissing',
      'inspection.dueDayPast',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async decide(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: DecideFindingDto) {
    const decision = { ...body, measure: body.measure ?? null, dueOn: body.dueOn ?? null };
    return inspectionFindingView(unwrap(await this.findings.decide(actor, id, decision)));
  }

  @Post(':id/rectification')
  @Operation({
    summary: '报告整改情况',
    access: ['registrar'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionFindingView,
    errors: ['inspection.findingNotFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async report(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() { text }: AnswerDto) {
    return inspectionFindingView(unwrap(await this.findings.report(actor, id, text)));
  }

  @Post(':id/conclusion')
  @Operation({
    summary: '确认整改或退回',
    access: ['reviewer'],
    scope: 'inspection.write',
    status: 201,
    answer: InspectionFindingView,
    errors: [
      'inspection.findingNotFound',
      'inspection.handledCase',
      'inspection.ownFinding',
      'inspection.measureMissing',
      'inspection.dueDayPast',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async conclude(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ConcludeFindingDto) {
    const { decision, reason, dueOn = null } = body;
    return inspectionFindingView(unwrap(await this.findings.conclude(actor, id, decision, reason, dueOn)));
  }
}
