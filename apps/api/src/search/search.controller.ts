import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchService } from '#application/search/search.service.js';
import { Operation } from '../http/operation.js';
import { cursorOf, offsetOf, SearchQueryDto } from './search.dto.js';
import { searchHitView, SearchView, type NextStepView } from './search.view.js';

const defaultPageSize = 20;
const titleLength = 60;

@ApiTags('检索')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Operation({
    summary: '检索成果或需求',
    description: '可以输入一个词，也可以输入一段话。答复写明由哪个引擎给出；只列出此刻公开的内容。',
    access: 'public',
    scope: 'search.read',
    answer: SearchView,
  })
  async find(@Query() query: SearchQueryDto): Promise<SearchView> {
    const kind = query.kind ?? 'achievements';
    const limit = query.limit ?? defaultPageSize;
    const offset = query.cursor === undefined ? 0 : (offsetOf(query.cursor) ?? 0);
    const page = await this.search.search(kind, { text: query.q, filters: filtersOf(query), limit, offset });
    return {
      engine: page.engine,
      items: page.hits.map(searchHitView),
      nextCursor: page.hasMore ? cursorOf(offset + limit) : null,
      next: page.hits.length === 0 && offset === 0 ? nextStep(query) : null,
    };
  }
}

function filtersOf({ zone, county, field }: SearchQueryDto): Record<string, string> {
  return { ...(zone && { zone }), ...(county && { county }), ...(field && { field }) };
}

const nextStep = (query: SearchQueryDto): NextStepView => ({
  advice: '没有找到合适的内容。可以把它发布为技术需求，系统会自动撮合，并在有新成果时再次撮合。',
  method: 'POST',
  path: '/v1/demands',
  body: {
    title: [...query.q].slice(0, titleLength).join(''),
    summary: query.q,
    field: query.field ?? null,
    countyCode: query.county ?? null,
    zoneCode: query.zone ?? null,
  },
});
