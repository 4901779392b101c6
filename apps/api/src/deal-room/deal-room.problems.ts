import type { ProblemEntry } from '../http/problem.js';

export const dealRoomProblems = {
  'dealDocument.notFound': {
    status: 404,
    title: '没有这份文件',
    detail: '没有这份文件，或您无权查看。',
    repair: '请核对编号。',
  },
  'dealDocument.versionNotFound': {
    status: 404,
    title: '没有这一版',
    detail: '文件没有第 {serial} 版。',
    repair: '请先查看文件有哪些版次。',
  },
  'dealDocument.tooMany': {
    status: 409,
    title: '数量过多',
    detail: '最多 {max} 份。',
    repair: '请合并内容，或另开一份文件。',
  },
  'dealDocument.contentMissing': {
    status: 422,
    title: '没有内容',
    detail: '一版文件至少要有文本或附件之一。',
    repair: '请填写 body，或先上传附件再填写 attachmentId。',
  },
  'dealDocument.attachmentNotFound': {
    status: 422,
    title: '没有这个附件',
    detail: '没有这个附件，或它不是为本文件上传的。',
    repair: '请以 subjectKind=dealDocument、subjectId=本文件编号上传后再填写。',
  },
  'dealDocument.agreementNeeded': {
    status: 403,
    title: '须先就本文件达成保密协议',
    detail: '对方要求先达成保密协议再查看本文件。',
    repair: '请以 subjectKind=dealDocument、subjectId=本文件编号发起保密协议（POST /v1/non-disclosures）。',
    article: '《民法典》第五百零一条',
  },
  'dealDocument.noFile': {
    status: 404,
    title: '本版没有文件',
    detail: '本版只有文本。',
    repair: '请查看本版文本。',
  },
  'dealDocument.noText': {
    status: 422,
    title: '没有可比对的文本',
    detail: '两版中至少一版只有文件，没有文本。',
    repair: '请在新版次中填写文本。',
  },
  'deal.offerNotFound': {
    status: 404,
    title: '没有这份报价',
    detail: '所填序号的报价不存在。',
    repair: '请先查看全部报价。',
  },
  'deal.logFull': {
    status: 409,
    title: '记录过多',
    detail: '一项洽谈最多 {max} 条记录。',
    repair: '请终止后重新洽谈。',
  },
} as const satisfies Record<string, ProblemEntry>;
