import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { exportColumns, type ExportedContent, type ExportKind } from '#domain/import/export-columns.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ExportService } from '#application/import/export.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ExportQuery } from './import.dto.js';
import { tableFile, xlsxType } from './table.file.js';

@ApiTags('批量导入')
@Controller('v1/exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get()
  @Operation({
    summary: '批量导出本单位的成果或需求',
    description: '列与导入相同：改后可直接导入，按编号更新；没有自编编号的，编号列为系统编号，同样认得。',
    access: ['enterprise', 'researchUnit', 'broker', 'countyOfficer'],
    scope: 'import.read',
    errors: ['import.kindForbidden'],
  })
  @ApiProduces('text/csv', xlsxType)
  async read(@CurrentPerson() actor: PersonActor, @Query() { kind, format }: ExportQuery): Promise<StreamableFile> {
    const pages = unwrap(this.exports.pages(actor, kind));
    const header = exportColumns[kind].map(({ name }) => name);
    return tableFile(format, kind, header, rows(kind, pages));
  }
}

async function* rows(
  kind: ExportKind,
  pages: AsyncIterable<readonly ExportedContent[]>,
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const page of pages) yield page.map((content) => exportColumns[kind].map(({ write }) => write(content)));
}
