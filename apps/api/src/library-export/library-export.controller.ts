import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { libraryFormat, LibraryExportService } from '#application/library-export/library-export.service.js';
import { IdField, PatternField } from '../http/fields.js';
import { Operation } from '../http/operation.js';

const maxRows = 5_000;

export class LibraryQuery {
  @PatternField({
    title: `条数，1 至 ${maxRows}`,
    pattern: /^([1-9]\d{0,2}|[1-4]\d{3}|5000)$/,
    shape: `1 至 ${maxRows} 的整数`,
    optional: true,
    example: '1000',
  })
  limit?: string;
  @IdField({ title: '上一次答复的 x-next-after', optional: true }) after?: string;
}

const description =
  `交换格式 ${libraryFormat}：每行一项已发布的成果，只含公开内容；可由“批量导入”（kind=achievements）原样读回。` +
  `每次至多 ${maxRows} 条，按编号递增；答复头 x-next-after 有值时还有下一批，x-format 为格式版本。`;

@ApiTags('成果信息库')
@Controller('v1/library')
export class LibraryExportController {
  constructor(private readonly library: LibraryExportService) {}

  @Get('achievements.jsonl')
  @Operation({ summary: '导出成果信息库（JSON Lines）', description, access: 'public', scope: 'achievement.read' })
  @ApiProduces('application/x-ndjson')
  async jsonLines(
    @Query() query: LibraryQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { after, limit } = await this.head(query, reply);
    return new StreamableFile(this.library.jsonLines(after, limit), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: 'attachment; filename="achievements.jsonl"',
    });
  }

  @Get('achievements.csv')
  @Operation({ summary: '导出成果信息库（CSV）', description, access: 'public', scope: 'achievement.read' })
  @ApiProduces('text/csv')
  async csv(@Query() query: LibraryQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { after, limit } = await this.head(query, reply);
    return new StreamableFile(this.library.csv(after, limit), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="achievements.csv"',
    });
  }

  private async head(query: LibraryQuery, reply: FastifyReply) {
    const limit = Number(query.limit ?? '1000');
    const after = query.after ?? null;
    const { last, more } = await this.library.pageEnd(after, limit);
    reply.header('x-format', libraryFormat);
    if (more && last !== null) reply.header('x-next-after', last);
    return { after, limit };
  }
}
