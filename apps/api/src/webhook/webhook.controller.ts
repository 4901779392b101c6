import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { WebhookService } from '#application/webhook/webhook.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AmendWebhookDto, CreateWebhookDto } from './webhook.dto.js';
import { webhookEndpointView, WebhookEndpointView, webhookSecretView, WebhookSecretView } from './webhook.view.js';
import { webhookRoles } from './webhook.roles.js';

@ApiTags('事件推送')
@Controller('v1/webhook-endpoints')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  // No Idempotency-Key: the stored answer would hold the secret. A limit of endpoints bounds what a repeat can do.
  @Post()
  @Operation({
    summary: '登记推送地址',
    description:
      '按 Standard Webhooks 1.0.0 推送：请求头 webhook-id、webhook-timestamp、webhook-signature（v1，HMAC-SHA256，对“编号.时间.正文”签名）。答复 2xx 为收到；不跟随跳转；15 秒无答复为失败；失败后在 75 小时内共尝试 10 次。至少送达一次，请按 webhook-id 去重、按 sequence 排序。',
    access: webhookRoles,
    scope: 'webhook.write',
    status: 201,
    answer: WebhookSecretView,
    errors: ['webhook.tooMany', 'webhook.addressForbidden', 'webhook.unknownEventType'],
  })
  async create(
    @CurrentPerson() actor: PersonActor,
    @Body() body: CreateWebhookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookSecretView> {
    reply.header('cache-control', 'no-store');
    return webhookSecretView(unwrap(await this.webhooks.create(actor, body)));
  }

  @Get()
  @Operation({
    summary: '查看本单位的推送地址',
    access: webhookRoles,
    scope: 'webhook.read',
    answer: PageOf(WebhookEndpointView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.webhooks.list(actor, after, limit), webhookEndpointView);
  }

  @Get(':id')
  @Operation({
    summary: '查看推送地址',
    access: webhookRoles,
    scope: 'webhook.read',
    answer: WebhookEndpointView,
    errors: ['webhook.notFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookEndpointView> {
    return withEtag(reply, webhookEndpointView(unwrap(await this.webhooks.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改推送地址',
    access: webhookRoles,
    scope: 'webhook.write',
    answer: WebhookEndpointView,
    errors: [
      'webhook.notFound',
      'webhook.addressForbidden',
      'webhook.unknownEventType',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendWebhookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookEndpointView> {
    const { url, description, eventTypes } = body;
    const change = {
      ...(url != null && { url }),
      ...(description != null && { description }),
      ...(eventTypes != null && { eventTypes }),
    };
    return withEtag(reply, webhookEndpointView(unwrap(await this.webhooks.amend(actor, id, version, change))));
  }

  @Delete(':id')
  @Operation({
    summary: '删除推送地址',
    access: webhookRoles,
    scope: 'webhook.write',
    status: 204,
    errors: ['webhook.notFound', 'state.notAllowed'],
  })
  async remove(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<void> {
    unwrap(await this.webhooks.remove(actor, id));
  }

  @Post(':id/disablement')
  @Operation({
    summary: '停用推送地址',
    description: '停用期间的事件不丢失，启用后继续发送（至多 90 天）。',
    access: webhookRoles,
    scope: 'webhook.write',
    answer: WebhookEndpointView,
    errors: ['webhook.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async disable(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<WebhookEndpointView> {
    return webhookEndpointView(unwrap(await this.webhooks.disable(actor, id)));
  }

  @Post(':id/enablement')
  @Operation({
    summary: '启用推送地址',
    description: '从停下的地方继续发送；此后以启用人的权限决定推送哪些事件。',
    access: webhookRoles,
    scope: 'webhook.write',
    answer: WebhookEndpointView,
    errors: ['webhook.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async enable(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<WebhookEndpointView> {
    return webhookEndpointView(unwrap(await this.webhooks.enable(actor, id)));
  }

  @Post(':id/secrets')
  @Operation({
    summary: '更换签名密钥',
    description: '新密钥只显示这一次；24 小时内新旧密钥同时签名（签名头中以空格隔开），便于接收方切换。',
    access: webhookRoles,
    scope: 'webhook.write',
    status: 201,
    answer: WebhookSecretView,
    errors: ['webhook.notFound'],
  })
  async rotateSecret(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookSecretView> {
    reply.header('cache-control', 'no-store');
    return webhookSecretView(unwrap(await this.webhooks.rotateSecret(actor, id)));
  }
}
