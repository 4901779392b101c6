import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { templateHeaders } from '#domain/import/columns.js';
import { Operation } from '../http/operation.js';
import { TemplateQuery } from './import.dto.js';
import { tableFile, xlsxType } from './table.file.js';

@ApiTags('批量导入')
@Controller('v1/import-templates')
export class ImportTemplateController {
  @Get()
  @Operation({
    summary: '下载批量导入的空白模板（首行为列名）',
    description: '各列的填法见 POST /v1/imports；不需要的列可以删去。',
    access: 'public',
  })
  @ApiProduces('text/csv', xlsxType)
  read(@Query() { kind, format }: TemplateQuery): StreamableFile {
    return tableFile(format, `template-${kind}`, templateHeaders(kind), noRows());
  }
}

/** A template has its header only. */
async function* noRows(): AsyncGenerator<never> {}
