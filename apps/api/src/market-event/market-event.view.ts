import { ApiProperty } from '@nestjs/swagger';
import { eventRetentionDays, eventTypes, type EventType, type MarketEvent } from '#domain/market-event/market-event.js';
import { payloadSchema, payloadVersion } from '#domain/market-event/event-schema.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import type { EventFeedPage } from '#application/market-event/market-event.service.js';

const exampleId = '0193f0a2-7c1e-7000-8000-000000000000';

export class EventSubjectView {
  @ApiProperty({ description: '对象种类', example: 'demand' }) kind!: string;
  @ApiProperty({ description: '对象编号', format: 'uuid' }) id!: string;
}

/** The `data` of a webhook. */
export class EventDataView {
  @ApiProperty({ description: '事件编号，与 webhook-id 相同，重发不变', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '序号，只增不减；据此排序', example: '10086' }) sequence!: string;
  @ApiProperty({ description: '发生变化的对象', type: EventSubjectView }) subject!: EventSubjectView;
  @ApiProperty({ description: '原状态；新建时为 null', type: 'string', nullable: true, example: 'draft' }) from!:
    string | null;
  @ApiProperty({ description: '新状态', example: 'published' }) to!: string;
}

/** The body of a webhook. */
export class EventMessageView {
  @ApiProperty({ description: '事件类型', example: 'demand.publish' }) type!: string;
  @ApiProperty({ description: '发生时间', format: 'date-time' }) timestamp!: string;
  @ApiProperty({ description: '内容：只有编号和状态', type: EventDataView }) data!: EventDataView;
}

export class EventView extends EventDataView {
  @ApiProperty({ description: '事件类型', example: 'demand.publish' }) type!: string;
  @ApiProperty({ description: '发生时间', format: 'date-time' }) at!: string;
}

export class EventFeedView {
  @ApiProperty({ description: '事件，按序号', type: [EventView] }) items!: EventView[];
  @ApiProperty({ description: '下次的 since', example: '10086' }) next!: string;
  @ApiProperty({ description: '后面还有，可立即再读' }) more!: boolean;
}

export class EventTypeView {
  @ApiProperty({ description: '事件类型', example: 'demand.publish' }) type!: string;
  @ApiProperty({ description: '中文名称', example: '技术需求：发布' }) title!: string;
  @ApiProperty({ description: '对象种类', example: 'demand' }) subjectKind!: string;
  @ApiProperty({
    description: '告知范围：parties 为有关单位与科技局，everybody 为公开内容的变化，所有单位',
    enum: ['parties', 'everybody'],
  })
  audience!: string;
  @ApiProperty({ description: '内容格式的版本', example: payloadVersion }) schemaVersion!: string;
  @ApiProperty({ description: '内容格式（JSON Schema）的地址', example: '/v1/event-types/demand.publish/schema' })
  schema!: string;
  @ApiProperty({ description: '推送内容示例', type: EventMessageView }) example!: EventMessageView;
}

export class EventSchemaView {
  @ApiProperty({ description: '事件类型', example: 'demand.publish' }) type!: string;
  @ApiProperty({ description: '格式的版本', example: payloadVersion }) version!: string;
  @ApiProperty({
    description: 'JSON Schema 2020-12',
    type: 'object',
    additionalProperties: true,
    example: payloadSchema('demand.publish'),
  })
  schema!: object;
}

export class EventCatalogueView {
  @ApiProperty({ description: '事件类型', type: [EventTypeView] }) items!: EventTypeView[];
  @ApiProperty({ description: '事件保留天数', example: eventRetentionDays }) retentionDays!: number;
}

export const eventView = ({ id, sequence, type, subjectKind, subjectId, from, to, at }: MarketEvent): EventView => ({
  ...{ id, sequence, type, subject: { kind: subjectKind, id: subjectId }, from, to },
  at: at.toISOString(),
});

export const eventFeedView = ({ items, next, more }: EventFeedPage): EventFeedView => ({
  items: items.map(eventView),
  next,
  more,
});

const eventTypeView = ({ type, title, subjectKind, audience }: EventType): EventTypeView => ({
  ...{ type, title, subjectKind, audience, schemaVersion: payloadVersion, schema: `/v1/event-types/${type}/schema` },
  example: {
    type,
    timestamp: '2026-11-23T02:00:00.000Z',
    data: {
      id: exampleId,
      sequence: '10086',
      subject: { kind: subjectKind, id: exampleId },
      from: 'draft',
      to: 'published',
    },
  },
});

export const eventCatalogueView: EventCatalogueView = {
  items: eventTypes.map(eventTypeView),
  retentionDays: eventRetentionDays,
};

export function eventSchemaView(type: string): Result<EventSchemaView, Refusal<'marketEvent.noSuchType'>> {
  const schema = payloadSchema(type);
  return schema ? ok({ type, version: payloadVersion, schema }) : refuse('marketEvent.noSuchType', { type });
}
