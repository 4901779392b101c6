import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { dimensionNames } from '#domain/statistics/figures.js';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { StatisticsService } from '#application/statistics/statistics.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { registerCsv, registerXlsx } from './entry.export.js';
import { ExportQueryDto, registerQuery, RegisterQueryDto, ReportQueryDto } from './statistics.dto.js';
import {
  figureTableView,
  registrationEntryView,
  RegistrationEntryView,
  ReportView,
  sumsView,
  SumsView,
} from './statistics.view.js';

const readers = ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'countyOfficer'] as const;
const queryErrors = ['statistics.periodUnknown', 'statistics.cutOffAhead'] as const;

@ApiTags('技术合同统计')
@Controller('v1')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Get('statistics')
  @Operation({
    summary: '统计一个季度、累计或年度（按维度，含同比）',
    description:
      '按登记日期归期，以截止日结束时的状态为准，已注销的不计。一份合同只计一次、计全额；卖方或买方有多方时，归牵头的一方（登记表的卖方、买方）。县区管理员只见一方在本县区的合同。每行附清单地址。',
    access: readers,
    scope: 'statistics.read',
    answer: ReportView,
    errors: queryErrors,
  })
  async report(@CurrentPerson() actor: PersonActor, @Query() query: ReportQueryDto): Promise<ReportView> {
    const { dimension, ...rest } = query;
    const wanted = dimension === undefined ? dimensionNames : [dimension];
    const asked = { ...registerQuery(rest), period: query.period };
    const report = unwrap(await this.statistics.report(actor, asked, wanted));
    const names = await this.countyNames();
    const scope = new URLSearchParams({ period: report.period.code, cutOff: report.cutOff });
    return {
      period: report.period.code,
      from: report.period.from,
      to: report.period.to,
      previousPeriod: report.previous.code,
      cutOff: report.cutOff,
      county: report.county,
      tables: report.tables.map((table) =>
        figureTableView(table, names, (filter) => `/v1/registration-entries?${scope.toString()}&${filter.toString()}`),
      ),
    };
  }

  @Get('registration-entries')
  @Operation({
    summary: '查看登记台账（统计数字的清单，也用于稽核检索）',
    access: readers,
    scope: 'statistics.read',
    answer: PageOf(RegistrationEntryView),
    errors: queryErrors,
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: RegisterQueryDto) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.statistics.list(actor, registerQuery(query), after, limit));
    return pageOf(query, read, registrationEntryView);
  }

  @Get('registration-entries/totals')
  @Operation({
    summary: '合计登记台账（与清单同一筛选）',
    access: readers,
    scope: 'statistics.read',
    answer: SumsView,
    errors: queryErrors,
  })
  async totals(@CurrentPerson() actor: PersonActor, @Query() query: RegisterQueryDto): Promise<SumsView> {
    return sumsView(unwrap(await this.statistics.totals(actor, registerQuery(query))));
  }

  @Get('registration-entries/export')
  @Operation({
    summary: '导出登记台账（CSV 或 XLSX，技术合同登记表的列）',
    description:
      '逐页写出，不限行数。CSV 以 UTF-8 带标记编码；文字不会被表格软件当作公式，编号、代码等像数字的文字写作 ="…"，表格软件因此不会改写（16 位编号、021 之类）；可原样、或经表格软件另存后再导入。',
    access: readers,
    scope: 'statistics.read',
    errors: queryErrors,
  })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(@CurrentPerson() actor: PersonActor, @Query() query: ExportQueryDto): Promise<StreamableFile> {
    const { format, ...rest } = query;
    const asked = registerQuery(rest);
    unwrap(await this.statistics.totals(actor, asked)); // refuses a wrong filter before the answer has begun
    const pages = this.statistics.all(actor, asked);
    return format === 'csv'
      ? file(Readable.from(registerCsv(pages)), 'text/csv; charset=utf-8', 'registrations.csv')
      : file(
          Readable.from(registerXlsx(pages)),
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'registrations.xlsx',
        );
  }

  @Get('registration-entries/:id')
  @Operation({
    summary: '查看一条登记台账',
    access: readers,
    scope: 'statistics.read',
    answer: RegistrationEntryView,
    errors: ['statistics.entryNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RegistrationEntryView> {
    return registrationEntryView(unwrap(await this.statistics.get(actor, id)));
  }

  private async countyNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.catalogue.counties()).records.map((county) => [county.code, county.name]));
  }
}

const file = (stream: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
