import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CreateObjectionDto, DecideObjectionDto, ObjectionParams } from './public-notice.dto.js';
import { objectionView, ObjectionView, publicNoticeView, PublicNoticeView } from './public-notice.view.js';

@ApiTags('公示与异议')
@Controller('v1/public-notices')
export class PublicNoticeController {
  constructor(private readonly notices: PublicNoticeService) {}

  @Get()
  @Operation({
    summary: '浏览公示',
    access: 'public',
    scope: 'publicNotice.read',
    answer: PageOf(PublicNoticeView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.notices.list(after, limit), publicNoticeView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一条公示',
    access: 'public',
    scope: 'publicNotice.read',
    answer: PublicNoticeView,
    errors: ['publicNotice.notFound'],
  })
  async get(@Param() { id }: IdParam): Promise<PublicNoticeView> {
    return publicNoticeView(unwrap(await this.notices.get(id)));
  }

  @Post(':id/objections')
  @Operation({
    summary: '对公示提出异议',
    description: '公示期内任何登录者都可以提出；提出后公示事项暂停办理，直到处理完毕。',
    access: 'signedIn',
    scope: 'publicNotice.write',
    status: 201,
    answer: ObjectionView,
    errors: ['publicNotice.notFound', 'publicNotice.over', 'publicNotice.objectionTwice'],
    idempotency: 'required',
  })
  async object(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CreateObjectionDto,
  ): Promise<ObjectionView> {
    return objectionView(unwrap(await this.notices.object(actor, id, reason)));
  }

  @Get(':id/objections')
  @Operation({
    summary: '查看公示的异议',
    description: '公示单位和科技主管部门可见全部；提出异议的单位只见自己的。',
    access: 'signedIn',
    scope: 'publicNotice.read',
    answer: PageOf(ObjectionView),
  })
  async objections(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.notices.listObjections(actor, id, after, limit), objectionView);
  }

  @Post(':id/objections/:objectionId/decision')
  @Operation({
    summary: '处理异议',
    description: '由公示单位或科技主管部门的审核人员处理并说明理由：成立则挂牌终止，不成立则恢复公示。',
    access: ['researchUnit', 'enterprise', 'reviewer'],
    scope: 'publicNotice.write',
    status: 201,
    answer: ObjectionView,
    errors: [
      'publicNotice.notFound',
      'publicNotice.objectionNotFound',
      'publicNotice.ownObjection',
      'publicNotice.conflict',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, objectionId }: ObjectionParams,
    @Body() { decision, reason }: DecideObjectionDto,
  ): Promise<ObjectionView> {
    return objectionView(unwrap(await this.notices.decide(actor, id, objectionId, decision, reason)));
  }
}
