import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const endpointState: Codes<Schemas['WebhookEndpointView']['state']> = {
  active: ['启用', 'Active', 'good'],
  disabled: ['停用', 'Disabled', 'attention'],
  removed: ['已删除', 'Removed', 'neutral'],
};

export const disabledReason: Codes<NonNullable<Schemas['WebhookEndpointView']['disabledReason']>> = {
  owner: ['本单位停用', 'Switched off by us'],
  gone: ['接收方答复 410，不再接收', 'The receiver answered 410'],
  failing: ['连续 75 小时失败', 'Failing for 75 hours'],
  makerLeft: ['创建人已离开本单位', 'Its maker left'],
  secretUnreadable: ['密钥需更换', 'The secret has to be replaced'],
};

export const deliveryState: Codes<Schemas['WebhookDeliveryView']['state']> = {
  pending: ['待发送', 'Pending', 'going'],
  delivered: ['已送达', 'Delivered', 'good'],
  failed: ['失败', 'Failed', 'bad'],
  skipped: ['已跳过（发送时无权查看）', 'Skipped (no right to see it)', 'neutral'],
};

export const attemptError: Codes<NonNullable<Schemas['WebhookAttemptView']['error']>> = {
  timeout: ['超时', 'Timed out'],
  addressForbidden: ['地址不允许', 'Address not allowed'],
  unresolved: ['域名无法解析', 'Name not resolved'],
  connection: ['连接失败', 'Connection failed'],
  tls: ['TLS 证书或握手失败', 'TLS failed'],
  answerTooLarge: ['答复过大', 'Answer too large'],
  answerMalformed: ['答复格式不对', 'Answer malformed'],
};

export const eventAudience: Codes<Schemas['EventTypeView']['audience']> = {
  parties: ['有关单位', 'Those concerned'],
  everybody: ['所有单位', 'Everybody'],
};
