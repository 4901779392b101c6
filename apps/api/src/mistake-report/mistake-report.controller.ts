import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mistakePolicy } from '#domain/mistake-report/mistake-report.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { MistakeReportService } from '#application/mistake-report/mistake-report.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AnswerMistakeDto, MistakeNumberParam, MistakeQuery, ReportMistakeDto } from './mistake-report.dto.js';
import { mistakeAnswerView, MistakeAnswerView, mistakeReportView, MistakeReportView } from './mistake-report.view.js';

@ApiTags('我要找错')
@Controller('v1')
export class MistakeReportController {
  constructor(private readonly reports: MistakeReportService) {}

  @Post('mistake-reports')
  @Operation({
    summary: '我要找错：告诉本平台哪一页有差错',
    description: `不必登录，不问姓名；凭答复中的编号查看处理结果。${mistakePolicy.answerWorkingDays} 个工作日内答复（${mistakePolicy.standing}）。`,
    access: 'public',
    status: 201,
    answer: MistakeAnswerView,
    limit: 'signUp',
  })
  async report(@CurrentActor() actor: Actor, @Body() found: ReportMistakeDto): Promise<MistakeAnswerView> {
    return mistakeAnswerView(await this.reports.report(actor, { ...found }));
  }

  @Get('mistake-answers/:number')
  @Operation({
    summary: '凭编号查看找错的答复',
    access: 'public',
    answer: MistakeAnswerView,
    errors: ['mistakeReport.notFound'],
  })
  async ofNumber(@CurrentActor() actor: Actor, @Param() { number }: MistakeNumberParam): Promise<MistakeAnswerView> {
    return mistakeAnswerView(unwrap(await this.reports.ofNumber(actor, number)));
  }

  @Get('mistake-reports')
  @Operation({
    summary: '查看收到的找错',
    access: ['reviewer', 'auditor'],
    scope: 'mistakeReport.read',
    answer: PageOf(MistakeReportView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: MistakeQuery) {
    const open = query.open === 'yes';
    return pageOf(query, (after, limit) => this.reports.list(actor, open, after, limit), mistakeReportView);
  }

  @Get('mistake-reports/:id')
  @Operation({
    summary: '查看一条找错',
    access: ['reviewer', 'auditor'],
    scope: 'mistakeReport.read',
    answer: MistakeReportView,
    errors: ['mistakeReport.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MistakeReportView> {
    return mistakeReportView(unwrap(await this.reports.get(actor, id)));
  }

  @Post('mistake-reports/:id/examination')
  @Operation({
    summary: '开始核实一条找错',
    access: ['reviewer'],
    scope: 'mistakeReport.write',
    status: 201,
    answer: MistakeReportView,
    errors: ['mistakeReport.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async take(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MistakeReportView> {
    return mistakeReportView(unwrap(await this.reports.take(actor, id)));
  }

  @Post('mistake-reports/:id/answer')
  @Operation({
    summary: '答复一条找错：已改正，或者经核实无误',
    access: ['reviewer'],
    scope: 'mistakeReport.write',
    status: 201,
    answer: MistakeReportView,
    errors: ['mistakeReport.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async answer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, answer }: AnswerMistakeDto,
  ): Promise<MistakeReportView> {
    return mistakeReportView(unwrap(await this.reports.answer(actor, id, outcome, answer)));
  }
}
