import { webhookDeliveryTransitions } from '#domain/webhook/webhook.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ChoiceField, IdField, InstantField, PatternField, TextField, TextListField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const url = {
  title: '接收地址',
  pattern: /^https?:\/\/[!-~]{3,1900}$/,
  shape: 'https 地址，至多 1900 个字符',
  example: 'https://hooks.example.com/qingyang',
} as const;
const eventTypes = {
  title: '要推送的事件类型；空为全部',
  pattern: /^[A-Za-z]{1,40}\.[A-Za-z]{1,40}$/,
  shape: '事件类型，例如 demand.publish',
  max: 100,
  example: ['demand.publish', 'deal.offer'],
} as const;

export class CreateWebhookDto {
  @PatternField(url) url!: string;
  @TextField({ title: '说明，便于自己辨认', max: 100, example: '科研管理系统' }) description!: string;
  @TextListField(eventTypes) eventTypes!: string[];
}

export class AmendWebhookDto {
  @PatternField({ ...url, optional: true }) url?: string;
  @TextField({ title: '说明，便于自己辨认', max: 100, optional: true, example: '科研管理系统' }) description?: string;
  @TextListField({ ...eventTypes, optional: true }) eventTypes?: string[];
}

export class DeliveryQuery extends PageQuery {
  @ChoiceField({ title: '状态', values: statesOf(webhookDeliveryTransitions), optional: true, example: 'failed' })
  state?: string;
}

export class DeliveryParam {
  @IdField({ title: '推送地址编号' }) id!: string;
  @IdField({ title: '推送编号' }) deliveryId!: string;
}

/** One of the two. */
export class ReplayDto {
  @IdField({ title: '重发这一次推送', optional: true }) deliveryId?: string;
  @InstantField({ title: '重发这个时刻以来的事件', optional: true, example: '2026-11-20T00:00:00+08:00' })
  since?: string;
}
