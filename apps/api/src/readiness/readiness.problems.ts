import type { ProblemEntry } from '../http/problem.js';

export const readinessProblems = {
  'readinessClaim.notFound': {
    status: 404,
    title: '没有这份成熟度申报',
    detail: '没有这份成熟度申报，或您无权查看。',
    repair: '请核对编号。',
  },
  'readinessClaim.levelsMissing': {
    status: 422,
    title: '有的等级没有证据',
    detail: '第 {levels} 级没有相应证据。一级成立须其下各级都已证明。',
    repair: '请补齐这些等级的证据，或降低申报的等级。各级可用的证据见 GET /v1/readiness-policy。',
  },
  'readinessClaim.evidenceUnfit': {
    status: 422,
    title: '证据与等级不符',
    detail: '这种证据不能证明第 {level} 级，或该级高于所申报的等级。',
    repair: '请按 GET /v1/readiness-policy 所列选择证据种类。',
  },
  'readinessClaim.evidenceAhead': {
    status: 422,
    title: '证据日期在将来',
    detail: '证据形成之日不能晚于今天（{today}）。',
    repair: '请填写试验、检测或证书的实际日期。',
  },
  'readinessClaim.attachmentUnknown': {
    status: 422,
    title: '没有这份附件',
    detail: '证据所指的附件不属于这份申报，或已移除。',
    repair: '请先以 POST /v1/attachments（subjectKind=readinessClaim）上传。',
  },
  'readinessClaim.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与申报单位有利害关系（{reason}），不能审定这份申报。',
    repair: '请由没有利害关系的人员审定。',
  },
  'readinessProof.notFound': {
    status: 404,
    title: '没有这项认可',
    detail: '没有这项等级认可。',
    repair: '请核对编号。',
  },
  'readinessProof.revokedAlready': {
    status: 409,
    title: '认可已撤销',
    detail: '这项等级认可已于 {on} 撤销。',
    repair: '无需重复撤销。',
  },
} as const satisfies Record<string, ProblemEntry>;
