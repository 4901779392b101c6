import type { ProblemEntry } from '../http/problem.js';

export const nonDisclosureProblems = {
  'nonDisclosure.notFound': {
    status: 404,
    title: '没有这份保密协议',
    detail: '没有这份保密协议，或您无权查看。',
    repair: '请核对编号。',
  },
  'nonDisclosure.textNotFound': {
    status: 404,
    title: '没有这份协议文本',
    detail: '没有这份协议文本，或它不属于本单位。',
    repair: '请核对编号。',
  },
  'nonDisclosure.subjectNotFound': {
    status: 404,
    title: '没有这个标的',
    detail: '没有这个标的，或您无权查看。',
    repair: '请核对标的种类和编号。',
  },
  'nonDisclosure.nothingProtected': {
    status: 409,
    title: '没有需要保密的资料',
    detail: '该标的目前没有公开内容以外的资料。',
    repair: '请直接查看公开内容，或联系对方补充资料。',
  },
  'nonDisclosure.recipientMissing': {
    status: 422,
    title: '未指明接收方',
    detail: '由披露方发起时，应指明另一家经核验的单位作为接收方；接收方发起时，本单位应经过核验。',
    repair: '请填写 recipientOrganizationId。',
  },
  'nonDisclosure.textChanged': {
    status: 409,
    title: '协议文本已不同',
    detail: '所填摘要与现行协议全文的摘要不一致。',
    repair: '请重新阅读协议全文，再用其摘要签署。',
    article: '《民法典》第四百八十八条',
  },
  'nonDisclosure.alreadyOpen': {
    status: 409,
    title: '协议已存在',
    detail: '双方就该标的已有待答复或有效的保密协议。',
    repair: '请查看已有的协议。',
  },
  'nonDisclosure.ownRequest': {
    status: 422,
    title: '不能答复本单位的申请',
    detail: '协议由本单位发起，应由对方答复。',
    repair: '请等待对方答复，或撤回申请。',
  },
  'nonDisclosure.notRequester': {
    status: 422,
    title: '只能撤回本单位的申请',
    detail: '协议由对方发起。',
    repair: '不同意时请予以拒绝并说明原因。',
  },
  'nonDisclosure.notOwner': {
    status: 422,
    title: '只有披露方可以停止开放',
    detail: '本单位是接收方；保密义务持续到约定之日。',
    repair: '不再需要查看时无须操作。',
  },
  'protectedDetail.notFound': {
    status: 404,
    title: '没有这个标的',
    detail: '没有这个标的，或您无权查看。',
    repair: '请核对种类和编号。',
  },
  'protectedDetail.agreementNeeded': {
    status: 403,
    title: '须先达成保密协议',
    detail: '详细资料只向已达成保密协议的单位展示。',
    repair: '请先阅读协议全文（GET /v1/protected-details/{kind}/{id}），再发起保密协议（POST /v1/non-disclosures）。',
    article: '《民法典》第五百零一条',
  },
  'protectedDetail.empty': {
    status: 404,
    title: '没有详细资料',
    detail: '该标的没有公开内容以外的资料。',
    repair: '请直接查看公开内容。',
  },
} as const satisfies Record<string, ProblemEntry>;
