import { ApiProperty } from '@nestjs/swagger';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  attemptErrors,
  disabledReasons,
  webhookDeliveryTransitions,
  webhookEndpointTransitions,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
} from '#domain/webhook/webhook.js';

const dateTime = { type: 'string', format: 'date-time', nullable: true } as const;

export class WebhookEndpointView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '接收地址', example: 'https://hooks.example.com/qingyang' }) url!: string;
  @ApiProperty({ description: '说明' }) description!: string;
  @ApiProperty({ description: '事件类型；空为全部', type: [String], example: ['demand.publish'] })
  eventTypes!: string[];
  @ApiProperty({ description: '状态', enum: statesOf(webhookEndpointTransitions) }) state!: string;
  @ApiProperty({
    description:
      '停用原因：owner 本单位停用，gone 接收方答复 410，failing 连续 75 小时失败，makerLeft 创建人已离开本单位，secretUnreadable 密钥需更换',
    type: 'string',
    enum: disabledReasons,
    nullable: true,
  })
  disabledReason!: string | null;
  @ApiProperty({ description: '自何时起一直失败；正常为 null', ...dateTime }) failingSince!: string | null;
  @ApiProperty({ description: '旧密钥同时签名至何时', ...dateTime }) previousSecretUntil!: string | null;
  @ApiProperty({ description: '版本', example: 1 }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

export class WebhookSecretView extends WebhookEndpointView {
  @ApiProperty({ description: '签名密钥，只显示这一次', example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })
  secret!: string;
}

export const webhookEndpointView = (endpoint: WebhookEndpoint): WebhookEndpointView => ({
  id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  eventTypes: [...endpoint.eventTypes],
  state: endpoint.state,
  disabledReason: endpoint.disabledReason,
  failingSince: endpoint.failingSince?.toISOString() ?? null,
  previousSecretUntil: endpoint.previousSecretUntil?.toISOString() ?? null,
  version: endpoint.version,
  createdAt: endpoint.createdAt.toISOString(),
});

export const webhookSecretView = (endpoint: WebhookEndpoint & { readonly secret: string }): WebhookSecretView => ({
  ...webhookEndpointView(endpoint),
  secret: endpoint.secret,
});

export class WebhookDeliveryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'webhook-id：即事件编号，重发不变', format: 'uuid' }) messageId!: string;
  @ApiProperty({ description: '事件类型', example: 'demand.publish' }) eventType!: string;
  @ApiProperty({ description: '事件序号；试发为 null', type: 'string', nullable: true, example: '10086' }) sequence!:
    string | null;
  @ApiProperty({ description: '状态；skipped 为发送时已无权查看', enum: statesOf(webhookDeliveryTransitions) })
  state!: string;
  @ApiProperty({ description: '已尝试次数', example: 1 }) attempts!: number;
  @ApiProperty({ description: '下次尝试', ...dateTime }) nextAttemptAt!: string | null;
  @ApiProperty({ description: '产生时间', format: 'date-time' }) createdAt!: string;
}

export class WebhookAttemptView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '第几次', example: 1 }) attempt!: number;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'HTTP 状态码；没有答复为 null', type: 'integer', nullable: true, example: 200 }) status!:
    number | null;
  @ApiProperty({ description: '用时（毫秒）', example: 120 }) durationMs!: number;
  @ApiProperty({ description: '没有答复的原因', type: 'string', enum: attemptErrors, nullable: true }) error!:
    string | null;
  @ApiProperty({ description: '答复的开头，已遮去敏感内容', example: '{"received":true}' }) answer!: string;
}

export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  @ApiProperty({ description: '尝试记录，新的在前', type: [WebhookAttemptView] }) log!: WebhookAttemptView[];
}

export class WebhookReplayView {
  @ApiProperty({ description: '排入重发的推送数', example: 3 }) count!: number;
}

export const webhookDeliveryView = (delivery: WebhookDelivery): WebhookDeliveryView => ({
  id: delivery.id,
  messageId: delivery.messageId,
  eventType: delivery.eventType,
  sequence: delivery.sequence,
  state: delivery.state,
  attempts: delivery.attempts,
  nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
  createdAt: delivery.createdAt.toISOString(),
});

export const webhookDeliveryDetailView = (
  delivery: WebhookDelivery & { readonly log: readonly WebhookAttempt[] },
): WebhookDeliveryDetailView => ({
  ...webhookDeliveryView(delivery),
  log: delivery.log.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
});
