import type { ProblemEntry } from './problem.js';

/** Problems that belong to no concept. */
export const commonProblems = {
  'request.invalid': {
    status: 400,
    title: '请求内容有误',
    detail: '请求中有 {count} 处不符合要求。',
    repair: '请按 errors 中逐项说明改正后重试。',
  },
  'request.malformed': {
    status: 400,
    title: '请求无法解析',
    detail: '{reason}',
    repair: '请求体应为 UTF-8 编码的 JSON，且 Content-Type 为 application/json。',
  },
  'request.tooLarge': {
    status: 413,
    title: '请求过大',
    detail: '请求体超过 {limit} 字节的上限。',
    repair: '请减小内容，或改用批量导入。',
  },
  'request.mediaType': {
    status: 415,
    title: '不支持的内容类型',
    detail: '本接口不接受该 Content-Type。',
    repair: '请使用 application/json。',
  },
  'route.notFound': {
    status: 404,
    title: '没有这个地址',
    detail: '{method} {path} 不存在。',
    repair: '请查看接口文档 /reference。',
  },
  'access.unauthenticated': {
    status: 401,
    title: '需要登录',
    detail: '未登录，或登录已失效。',
    repair: '请先登录（POST /v1/sessions），或携带有效的 API 密钥。',
  },
  'access.forbidden': {
    status: 403,
    title: '没有权限',
    detail: '当前身份不能执行此操作。',
    repair: '请换用有权限的账号，或向本单位管理员申请。',
  },
  'idempotency.keyMissing': {
    status: 400,
    title: '缺少幂等键',
    detail: '本操作必须带 Idempotency-Key 请求头（1–255 个可见 ASCII 字符）。',
    repair: '为每次操作生成一个新的键（例如 UUID），重试时保持不变。',
  },
  'idempotency.keyReused': {
    status: 422,
    title: '幂等键已用于其他内容',
    detail: '同一个 Idempotency-Key 曾用于内容不同的请求。',
    repair: '内容有变化时请换一个新的键；若要查询原操作结果，请用原内容重发。',
  },
  'idempotency.inProgress': {
    status: 409,
    title: '相同请求正在处理',
    detail: '带有同一 Idempotency-Key 的请求尚未结束。',
    repair: '请稍候用同一个键重试。',
  },
  'version.required': {
    status: 428,
    title: '缺少 If-Match',
    detail: '修改前需说明所依据的版本。',
    repair: '先读取该对象，再把其 ETag 放入 If-Match 请求头。',
  },
  'version.stale': {
    status: 412,
    title: '内容已被他人修改',
    detail: '当前版本为 {current}，与 If-Match 不一致。',
    repair: '请重新读取后在新版本上修改。',
  },
  'state.notAllowed': {
    status: 409,
    title: '当前状态不允许此操作',
    detail: '状态「{state}」不能执行「{event}」；现在可执行：{allowed}。',
    repair: '请刷新查看当前状态后再操作。',
  },
  'rate.limited': {
    status: 429,
    title: '请求过于频繁',
    detail: '已超过频率上限。',
    repair: '请在 Retry-After 秒之后重试。',
  },
  'service.unavailable': {
    status: 503,
    title: '服务暂时不可用',
    detail: '数据库暂时无法连接或正忙；您的请求可能没有生效，也可能已经生效。',
    repair: '请在 Retry-After 秒之后用同一幂等键（Idempotency-Key）重试：已生效的不会重复执行。',
  },
  'service.failed': {
    status: 500,
    title: '系统内部错误',
    detail: '系统出现未预料的错误，已记录。',
    repair: '请凭请求编号联系技术支持。',
  },
  'money.malformed': {
    status: 400,
    title: '金额格式有误',
    detail: '「{value}」不是有效金额。',
    repair: '金额以元为单位，最多两位小数，例如 "1200000.00"。',
  },
} as const satisfies Record<string, ProblemEntry>;
