import type { ProblemEntry } from '../http/problem.js';

export const attachmentProblems = {
  'attachment.notFound': {
    status: 404,
    title: '没有这份附件',
    detail: '没有这份附件，或您无权查看。',
    repair: '请核对编号。',
  },
  'attachment.subjectNotFound': {
    status: 404,
    title: '没有这份合同或登记',
    detail: '没有所指的合同或认定登记，或您不是当事人。',
    repair: '请核对 subjectKind 与 subjectId。',
  },
  'attachment.closed': {
    status: 409,
    title: '不能再添加附件',
    detail: '合同或登记已经终结。',
    repair: '请在有效的合同或重新提交的登记上添加。',
  },
  'attachment.inUse': {
    status: 409,
    title: '附件已作为依据，不能移除',
    detail: '合同已签署，或登记机构已受理，附件须保留备查。',
    repair: '请另行上传更正的文件并说明。',
  },
  'attachment.alreadyThere': {
    status: 409,
    title: '同样的文件已经上传',
    detail: '此合同或登记中已有内容完全相同的附件。',
    repair: '无须重复上传；若要更换材料种类，请先移除原附件。',
  },
  'attachment.nameUnsafe': {
    status: 422,
    title: '文件名不可用',
    detail: '{reason}。',
    repair: '请改用不含路径和特殊字符的文件名，例如 技术开发合同.pdf。',
  },
  'attachment.empty': {
    status: 422,
    title: '文件是空的',
    detail: '收到的文件没有内容。',
    repair: '请核对文件后重新上传。',
  },
  'attachment.typeNotAllowed': {
    status: 422,
    title: '不接受这种文件',
    detail: '由内容识别的类型是 {found}；只接受 {allowed}。',
    repair: '请转换为 PDF 后上传。',
  },
  'attachment.extensionDiffers': {
    status: 422,
    title: '文件名与内容不符',
    detail: '内容是 {type}，文件名应以 {expected} 结尾。',
    repair: '请核对文件，改正扩展名。',
  },
  'attachment.contentUnsafe': {
    status: 422,
    title: '文件不安全',
    detail: '{reason}。',
    repair: '请去除加密、宏或异常内容，另存后上传；也可转换为 PDF。',
  },
  'attachment.tooMany': {
    status: 422,
    title: '附件已满',
    detail: '每份合同或登记最多 {files} 个附件，合计 {megabytes} MB。',
    repair: '请合并或压缩材料。',
  },
  'attachment.quotaExceeded': {
    status: 422,
    title: '本单位的空间已满',
    detail: '每个单位的附件合计最多 {megabytes} MB。',
    repair: '请移除草稿中不需要的附件，或与平台联系。',
  },
} as const satisfies Record<string, ProblemEntry>;
