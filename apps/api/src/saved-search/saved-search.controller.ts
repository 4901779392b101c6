import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { SavedSearchService } from '#application/saved-search/saved-search.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AlertQuery, SaveSearchDto } from './saved-search.dto.js';
import { savedSearchView, SavedSearchView, searchAlertView, SearchAlertView } from './saved-search.view.js';

@ApiTags('已存检索')
@Controller('v1')
export class SavedSearchController {
  constructor(private readonly saved: SavedSearchService) {}

  @Get('saved-searches')
  @Operation({
    summary: '查看本人的已存检索',
    access: 'signedIn',
    scope: 'savedSearch.read',
    answer: PageOf(SavedSearchView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.saved.list(actor, after, limit), savedSearchView);
  }

  @Post('saved-searches')
  @Operation({
    summary: '保存一次检索，有新结果时提醒',
    access: 'signedIn',
    scope: 'savedSearch.write',
    status: 201,
    answer: SavedSearchView,
    errors: ['savedSearch.tooMany'],
    idempotency: 'required',
  })
  async save(@CurrentPerson() actor: PersonActor, @Body() body: SaveSearchDto): Promise<SavedSearchView> {
    const { name, q, kind, zone, county, field } = body;
    const filters = { ...(zone && { zone }), ...(county && { county }), ...(field && { field }) };
    return savedSearchView(unwrap(await this.saved.save(actor, { name, query: q, kind, filters })));
  }

  @Delete('saved-searches/:id')
  @Operation({
    summary: '删除一条已存检索及其提醒',
    access: 'signedIn',
    scope: 'savedSearch.write',
    status: 204,
    errors: ['savedSearch.notFound'],
  })
  async remove(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<void> {
    unwrap(await this.saved.remove(actor, id));
  }

  @Get('search-alerts')
  @Operation({
    summary: '查看已存检索的新结果',
    access: 'signedIn',
    scope: 'savedSearch.read',
    answer: PageOf(SearchAlertView),
  })
  async alerts(@CurrentPerson() actor: PersonActor, @Query() query: AlertQuery) {
    const unreadOnly = query.unread === 'yes';
    return pageOf(query, (after, limit) => this.saved.alerts(actor, unreadOnly, after, limit), searchAlertView);
  }

  @Post('search-alerts/:id/reading')
  @Operation({
    summary: '把一条提醒标为已读',
    access: 'signedIn',
    scope: 'savedSearch.write',
    status: 201,
    answer: SearchAlertView,
    errors: ['savedSearch.alertNotFound'],
    idempotency: 'required',
  })
  async read(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<SearchAlertView> {
    return searchAlertView(unwrap(await this.saved.read(actor, id)));
  }
}
