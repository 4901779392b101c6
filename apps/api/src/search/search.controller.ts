import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { kindFacets, type SearchKind } from '#application/search/search.kinds.js';
import { SearchService } from '#application/search/search.service.js';
import { Operation } from '../http/operation.js';
import { cursorOf, positionOf } from './search.cursor.js';
import { filtersOf, SearchQueryDto, SuggestionQueryDto } from './search.dto.js';
import { searchView, SearchView, SuggestionsView, type NextStepView } from './search.view.js';

const defaultPageSize = 20;
const maxSuggestions = 10;
const titleLength = 60;

@ApiTags('检索')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Operation({
    summary: '检索成果、需求、挂牌、机构、技术经纪人、专家、优秀案例或政策',
    description:
      '可以输入一个词，也可以输入一段话；拼音和拼音首字母也能找到。可按各项条件筛选、排序；每项条件的条数按其他条件计算。答复写明由哪个引擎给出；只列出此刻公开的内容，技术经纪人和专家只列出本人同意公开的。',
    access: 'public',
    scope: 'search.read',
    answer: SearchView,
  })
  async find(@Query() query: SearchQueryDto): Promise<SearchView> {
    const after = query.cursor === undefined ? null : positionOf(query.cursor);
    const kind: SearchKind = query.kind ?? 'achievements';
    const page = await this.search.search(kind, {
      text: query.q ?? '',
      filters: filtersOf(query),
      sort: query.sort ?? (query.q === undefined ? 'newest' : 'relevance'),
      limit: query.limit ?? defaultPageSize,
      after,
      facets: after === null ? kindFacets[kind] : [],
    });
    const nothing = page.hits.length === 0 && after === null && query.q !== undefined;
    return searchView(page, page.next && cursorOf(page.next), nothing ? nextStep(query, query.q ?? '') : null);
  }

  @Get('suggestions')
  @Operation({
    summary: '输入时的检索建议',
    description: '至多十个词，来自此刻公开的内容；可输入汉字、拼音或拼音首字母。',
    access: 'public',
    scope: 'search.read',
    answer: SuggestionsView,
  })
  async suggest(@Query() query: SuggestionQueryDto): Promise<SuggestionsView> {
    return { items: await this.search.suggest(query.kind ?? 'achievements', query.q, maxSuggestions) };
  }
}

const one = (values: string | undefined): string | null =>
  values === undefined || values.includes(',') ? null : values;

const nextStep = (query: SearchQueryDto, text: string): NextStepView => ({
  advice: '没有找到合适的内容。可以把它发布为技术需求，系统会自动撮合，并在有新成果时再次撮合。',
  method: 'POST',
  path: '/v1/demands',
  body: {
    title: [...text].slice(0, titleLength).join(''),
    summary: text,
    field: one(query.field),
    countyCode: one(query.county),
    zoneCode: one(query.zone),
  },
});
