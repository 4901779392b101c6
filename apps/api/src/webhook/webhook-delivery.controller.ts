import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import type { WebhookDelivery } from '#domain/webhook/webhook.js';
import { WebhookService } from '#application/webhook/webhook.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { DeliveryParam, DeliveryQuery, ReplayDto } from './webhook.dto.js';
import { webhookRoles } from './webhook.roles.js';
import {
  webhookDeliveryDetailView,
  WebhookDeliveryDetailView,
  webhookDeliveryView,
  WebhookDeliveryView,
  WebhookReplayView,
} from './webhook.view.js';

@ApiTags('事件推送')
@Controller('v1/webhook-endpoints/:id')
export class WebhookDeliveryController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get('deliveries')
  @Operation({
    summary: '查看推送记录',
    access: webhookRoles,
    scope: 'webhook.read',
    answer: PageOf(WebhookDeliveryView),
    errors: ['webhook.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: DeliveryQuery) {
    const read = async (after: string | null, limit: number): Promise<readonly WebhookDelivery[]> =>
      unwrap(await this.webhooks.deliveries(actor, id, query.state ?? null, after, limit));
    return pageOf(query, read, webhookDeliveryView);
  }

  @Get('deliveries/:deliveryId')
  @Operation({
    summary: '查看一次推送及其尝试记录',
    access: webhookRoles,
    scope: 'webhook.read',
    answer: WebhookDeliveryDetailView,
    errors: ['webhook.notFound', 'webhook.deliveryNotFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, deliveryId }: DeliveryParam,
  ): Promise<WebhookDeliveryDetailView> {
    return webhookDeliveryDetailView(unwrap(await this.webhooks.delivery(actor, id, deliveryId)));
  }

  @Post('tests')
  @Operation({
    summary: '试发一次',
    description: '发送一条 webhook.test，结果见推送记录。',
    access: webhookRoles,
    scope: 'webhook.write',
    status: 202,
    answer: WebhookDeliveryView,
    errors: ['webhook.notFound', 'webhook.disabled'],
    idempotency: 'required',
  })
  async test(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<WebhookDeliveryView> {
    return webhookDeliveryView(unwrap(await this.webhooks.test(actor, id)));
  }

  @Post('replays')
  @Operation({
    summary: '重发',
    description: '填 deliveryId 重发一次推送，或填 since 重发该时刻以来的全部推送；webhook-id 不变。',
    access: webhookRoles,
    scope: 'webhook.write',
    status: 202,
    answer: WebhookReplayView,
    errors: ['webhook.notFound', 'webhook.deliveryNotFound', 'webhook.disabled'],
    idempotency: 'required',
  })
  async replay(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { deliveryId, since }: ReplayDto,
  ): Promise<WebhookReplayView> {
    if (deliveryId != null && since == null) return this.counted(actor, id, { deliveryId });
    if (since != null && deliveryId == null) return this.counted(actor, id, { since: new Date(since) });
    unwrap(await this.webhooks.get(actor, id)); // what is not theirs does not exist, whatever was asked of it
    throw new RefusalException({ code: 'request.invalid', params: { count: '1' } }, [
      { pointer: '/since', detail: 'deliveryId 与 since 应填且只填一项' },
    ]);
  }

  private async counted(
    actor: PersonActor,
    id: string,
    what: { readonly deliveryId: string } | { readonly since: Date },
  ): Promise<WebhookReplayView> {
    return { count: unwrap(await this.webhooks.replay(actor, id, what)) };
  }
}
