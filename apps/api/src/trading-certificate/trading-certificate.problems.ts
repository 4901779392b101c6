import type { ProblemEntry } from '../http/problem.js';

export const tradingCertificateProblems = {
  'tradingCertificate.notFound': {
    status: 404,
    title: '没有这份交易鉴证书',
    detail: '没有这份交易鉴证书，或您无权查看全文。',
    repair: '请核对鉴证编号。',
  },
  'tradingCertificate.contractNotFound': {
    status: 404,
    title: '没有这份合同',
    detail: '没有这份合同，或您无权查看。',
    repair: '请核对合同编号。',
  },
  'tradingCertificate.contractNotInForce': {
    status: 409,
    title: '合同尚未生效或已终止',
    detail: '合同状态为「{state}」；只鉴证已生效的合同所完成的交易。',
    repair: '请在合同生效后申请。',
  },
  'tradingCertificate.alreadyIssued': {
    status: 409,
    title: '已出具交易鉴证书',
    detail: '该合同已有一份有效的交易鉴证书。',
    repair: '请查看已出具的；有误的，撤销后重新出具。',
  },
  'tradingCertificate.officerRelated': {
    status: 422,
    title: '经办人与当事人有利害关系，应当回避',
    detail: '存在利害关系：{relation}。',
    repair: '请由其他经办人出具。',
  },
} as const satisfies Record<string, ProblemEntry>;
