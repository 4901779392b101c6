import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';
import { ObjectionQuery } from './public-notice.dto.js';
import { noticedObjectionView, NoticedObjectionView } from './public-notice.view.js';

@ApiTags('公示与异议')
@Controller('v1/objections')
export class ObjectionController {
  constructor(private readonly notices: PublicNoticeService) {}

  @Get()
  @Operation({
    summary: '查看异议：本单位提出的、对本单位公示提出的；科技部门看全部',
    description: 'waiting=yes 时只列等候本方处理的。',
    access: 'signedIn',
    scope: 'publicNotice.read',
    answer: PageOf(NoticedObjectionView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: ObjectionQuery) {
    const waiting = query.waiting === 'yes';
    return pageOf(
      query,
      (after, limit) => this.notices.listAllObjections(actor, waiting, after, limit),
      noticedObjectionView,
    );
  }
}
