import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { csvCell, type ImportRow } from '#domain/import/import.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ImportService } from '#application/import/import.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { UploadedFile } from './import.body.js';
import { FileQuery, ImportQuery } from './import.dto.js';
import { tableFile, xlsxType } from './table.file.js';
import { importErrorView, ImportErrorView, importView, ImportView } from './import.view.js';

const importerRoles = ['enterprise', 'researchUnit', 'broker', 'countyOfficer', 'registrar'] as const;

@ApiTags('批量导入')
@Controller('v1/imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @Operation({
    summary: '批量导入成果、需求或历史登记',
    description:
      '请求体为 CSV（首行列名，中文或英文）、XLSX（第一张可见工作表，首行列名）或 JSON Lines；文本为 UTF-8 或 GB18030 编码，至多 32 MiB、50,000 行。长编号请设为文本格式：表格软件的数字只保留 15 位，被改写的编号会逐行报错。历史登记（2016 至 2025 年）用技术合同登记表的列，以登记编号为键，由登记员导入。需求除名称、描述、预算外，可有“合作方式、希望用上的日期、最低成熟度、排除地区”等列。按编号新建或更新，重复导入同一文件不产生变化；各行互不影响。提交后由后台处理，进度见 GET /v1/imports/{id}。',
    access: importerRoles,
    scope: 'import.write',
    status: 202,
    answer: ImportView,
    errors: [
      'organization.unverified',
      'import.kindForbidden',
      'import.tooManyOpen',
      'import.tooManyRows',
      'import.malformed',
      'import.workbookUnreadable',
      'import.empty',
      'import.encoding',
      'request.mediaType',
      'request.tooLarge',
    ],
    idempotency: 'required',
  })
  @ApiConsumes('text/csv', 'application/x-ndjson', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiBody({
    schema: { type: 'string', example: '编号,成果名称,技术领域,县区\nCG-001,湖羊羔羊早期断奶代乳料,农业,环县\n' },
  })
  async create(
    @CurrentPerson() actor: PersonActor,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    const file = request.body;
    if (!(file instanceof UploadedFile)) throw new RefusalException({ code: 'request.mediaType' });
    const { kind, dryRun, publish } = query;
    const wanted = { kind, dryRun: dryRun === 'true', publish: publish === 'true' };
    return importView(unwrap(await this.imports.create(actor, { ...wanted, file: file.content })));
  }

  @Get()
  @Operation({ summary: '查看本单位的导入', access: importerRoles, scope: 'import.read', answer: PageOf(ImportView) })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.imports.list(actor, after, limit), importView);
  }

  @Get(':id')
  @Operation({
    summary: '查看导入进度',
    access: importerRoles,
    scope: 'import.read',
    answer: ImportView,
    errors: ['import.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ImportView> {
    return importView(unwrap(await this.imports.get(actor, id)));
  }

  @Get(':id/errors')
  @Operation({
    summary: '查看未能导入的行',
    access: importerRoles,
    scope: 'import.read',
    answer: PageOf(ImportErrorView),
    errors: ['import.notFound'],
  })
  async errors(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number): Promise<readonly ImportRow[]> =>
      unwrap(await this.imports.errors(actor, id, after, limit));
    return pageOf(query, read, importErrorView);
  }

  @Get(':id/errors.csv')
  @Operation({
    summary: '下载未能导入的行（CSV）',
    access: importerRoles,
    scope: 'import.read',
    errors: ['import.notFound'],
  })
  @ApiProduces('text/csv')
  async errorsCsv(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    unwrap(await this.imports.get(actor, id));
    return new StreamableFile(Readable.from(csvLines(this.imports.allErrors(actor, id))), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="import-errors-${id}.csv"`,
    });
  }

  @Get(':id/error-file')
  @Operation({
    summary: '下载未能导入的行（原列加“错误”列，改正后可直接再导入）',
    access: importerRoles,
    scope: 'import.read',
    errors: ['import.notFound'],
  })
  @ApiProduces('text/csv', xlsxType)
  async errorFile(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { format }: FileQuery,
  ): Promise<StreamableFile> {
    const given = unwrap(await this.imports.get(actor, id)).header;
    const header = given.filter((name) => name !== errorColumn); // of an earlier error file
    const pages = this.imports.allErrors(actor, id);
    return tableFile(format, `import-errors-${id.slice(0, 8)}`, [...header, errorColumn], errorRows(header, pages));
  }
}

const errorColumn = '错误';

/** Rows as they came, each with what is wrong with it; one that could not be read has its line number only. */
async function* errorRows(
  header: readonly string[],
  pages: AsyncIterable<readonly ImportRow[]>,
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const rows of pages) {
    yield rows.map((row) => [...header.map((name) => row.source?.[name] ?? ''), errorText(row)]);
  }
}

function errorText(row: ImportRow): string {
  const { line, errors } = importErrorView(row);
  const told = errors.map(
    ({ column, detail, repair }) => `${column === null ? '' : `【${column}】`}${detail}${repair}`,
  );
  return `第 ${line} 行：${told.join('；')}`;
}

async function* csvLines(pages: AsyncIterable<readonly ImportRow[]>): AsyncGenerator<string> {
  yield '\ufeff行号,编号,列,错误原因,如何改正\r\n'; // with the mark, spreadsheets read it as UTF-8
  for await (const rows of pages) {
    yield rows
      .map(importErrorView)
      .flatMap(({ line, externalKey, errors }) =>
        errors.map(({ column, detail, repair }) => [String(line), externalKey, column ?? '', detail, repair]),
      )
      .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
      .join('');
  }
}
