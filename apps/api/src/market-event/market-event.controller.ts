import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { MarketEventService } from '#application/market-event/market-event.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { EventQueryDto, EventTypeParam } from './market-event.dto.js';
import {
  eventCatalogueView,
  EventCatalogueView,
  eventFeedView,
  EventFeedView,
  eventSchemaView,
  EventSchemaView,
} from './market-event.view.js';

const defaultPageSize = 20;

@ApiTags('事件')
@Controller('v1')
export class MarketEventController {
  constructor(private readonly events: MarketEventService) {}

  @Get('events')
  @Operation({
    summary: '读取事件（适合不能接收推送的单位）',
    description:
      '与推送（webhook）同样的事件、同样的范围、同样的编号，按序号排列，序号之间不会再补入新事件。保存答复中的 next，下次作为 since；more 为 true 时可立即再读。没有新事件时可用 wait 等待至多 20 秒。事件保留 90 天。只告知读取时仍有权查看的对象。',
    access: 'signedIn',
    scope: 'event.read',
    answer: EventFeedView,
    errors: ['marketEvent.sinceTooOld', 'marketEvent.unknownType', 'marketEvent.tooManyWaiting'],
  })
  async read(@CurrentPerson() actor: PersonActor, @Query() query: EventQueryDto): Promise<EventFeedView> {
    const wanted = {
      since: BigInt(query.since),
      types: query.types?.split(',') ?? [],
      limit: query.limit ?? defaultPageSize,
      waitSeconds: query.wait ?? 0,
    };
    return eventFeedView(unwrap(await this.events.read(actor, wanted)));
  }

  @Get('event-types')
  @Operation({ summary: '查看事件目录', access: 'public', answer: EventCatalogueView })
  types(): EventCatalogueView {
    return eventCatalogueView;
  }

  @Get('event-types/:type/schema')
  @Operation({
    summary: '查看一种事件的内容格式（JSON Schema）',
    description:
      'JSON Schema 2020-12，版本见 version：同一版本只会增加成员、状态和类型，不会去掉或改变含义；去掉或改变即为新版本。',
    access: 'public',
    answer: EventSchemaView,
    errors: ['marketEvent.noSuchType'],
  })
  schema(@Param() { type }: EventTypeParam): EventSchemaView {
    return unwrap(eventSchemaView(type));
  }
}
