import type { ProblemEntry } from '../http/problem.js';

export const webhookProblems = {
  'webhook.notFound': {
    status: 404,
    title: '没有这个推送地址',
    detail: '没有这个推送地址，或不属于本单位。',
    repair: '请核对编号。',
  },
  'webhook.deliveryNotFound': {
    status: 404,
    title: '没有这次推送',
    detail: '该地址没有这次推送，或已超过保留期。',
    repair: '请核对编号。',
  },
  'webhook.tooMany': {
    status: 409,
    title: '推送地址过多',
    detail: '每个单位至多 {max} 个推送地址。',
    repair: '请先删除不用的地址。',
  },
  'webhook.addressForbidden': {
    status: 422,
    title: '不能使用这个地址',
    detail: '推送地址应为公网的 https 地址，不能是内网、本机或带账号的地址。',
    repair: '请改用可从公网访问的 https 地址；不能对外提供服务的，请改用 GET /v1/events。',
  },
  'webhook.unknownEventType': {
    status: 422,
    title: '没有这种事件',
    detail: '没有「{type}」这种事件。',
    repair: '请查看 GET /v1/event-types。',
  },
  'webhook.disabled': {
    status: 409,
    title: '推送地址已停用',
    detail: '停用的地址不发送。',
    repair: '请先启用，启用后从停下的地方继续发送。',
  },
} as const satisfies Record<string, ProblemEntry>;
