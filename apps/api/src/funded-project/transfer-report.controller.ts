import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { TransferReportService } from '#application/funded-project/transfer-report.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { OwedReportsQuery, ProjectReasonDto, WriteReportDto } from './funded-project.dto.js';
import { OwedReportView, owedReportView, TransferReportView, transferReportView } from './funded-project.view.js';

const write = {
  scope: 'transferReport.write',
  status: 201,
  idempotency: 'required',
  answer: TransferReportView,
} as const;

@ApiTags('科技成果转化年度报告')
@Controller('v1/transfer-reports')
export class TransferReportController {
  constructor(
    private readonly reports: TransferReportService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Operation({
    ...write,
    summary: '编制（或重写）科技成果转化年度报告草稿，数据由平台统计',
    access: ['researchUnit'],
    errors: ['transferReport.yearOpen', 'transferReport.notOwed', 'state.notAllowed'],
  })
  async write(
    @CurrentPerson() actor: PersonActor,
    @Body() { year, narrative }: WriteReportDto,
  ): Promise<TransferReportView> {
    return this.view(unwrap(await this.reports.write(actor, year, narrative)));
  }

  @Get()
  @Operation({
    summary: '查看年度报告（本单位的；主管部门看全部）',
    access: 'signedIn',
    scope: 'transferReport.read',
    answer: PageOf(TransferReportView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.reports.list(actor, after, limit), transferReportView(this.today()));
  }

  @Get('owed')
  @Operation({
    summary: '查看应提交年度报告的单位及是否逾期',
    access: ['reviewer', 'auditor'],
    scope: 'transferReport.read',
    answer: PageOf(OwedReportView),
  })
  async owed(@CurrentPerson() actor: PersonActor, @Query() { year, ...page }: OwedReportsQuery) {
    const read = (after: string | null, limit: number) => this.reports.owed(actor, Number(year), after, limit);
    return pageOf(page, read, owedReportView(Number(year), this.today()));
  }

  @Get(':id')
  @Operation({
    summary: '查看一份年度报告',
    access: 'signedIn',
    scope: 'transferReport.read',
    answer: TransferReportView,
    errors: ['transferReport.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<TransferReportView> {
    return this.view(unwrap(await this.reports.get(actor, id)));
  }

  @Post(':id/submission')
  @Operation({
    ...write,
    summary: '提交年度报告',
    access: ['researchUnit'],
    errors: ['transferReport.notFound', 'state.notAllowed'],
  })
  async submit(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<TransferReportView> {
    return this.view(unwrap(await this.reports.submit(actor, id)));
  }

  @Post(':id/acceptance')
  @Operation({
    ...write,
    summary: '接收年度报告',
    access: ['reviewer'],
    errors: ['transferReport.notFound', 'state.notAllowed'],
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<TransferReportView> {
    return this.view(unwrap(await this.reports.accept(actor, id)));
  }

  @Post(':id/return')
  @Operation({
    ...write,
    summary: '退回年度报告',
    access: ['reviewer'],
    errors: ['transferReport.notFound', 'state.notAllowed'],
  })
  async sendBack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProjectReasonDto,
  ): Promise<TransferReportView> {
    return this.view(unwrap(await this.reports.sendBack(actor, id, reason)));
  }

  private today = () => beijingDate(this.clock.now());
  private view = (report: Parameters<ReturnType<typeof transferReportView>>[0]) =>
    transferReportView(this.today())(report);
}
