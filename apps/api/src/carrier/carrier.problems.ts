import type { ProblemEntry } from '../http/problem.js';

export const carrierProblems = {
  'carrier.notFound': {
    status: 404,
    title: '没有这项载体称号',
    detail: '没有这项载体称号（或这家载体），或您无权查看。',
    repair: '请核对编号。',
  },
  'carrier.taken': {
    status: 409,
    title: '称号已有或正在办理',
    detail: '该单位已有同种类、同级别的称号，或正在申请、登记。',
    repair: '请查看本单位的称号；一个单位可以有不同种类或级别的多个称号。',
  },
  'carrier.levelNotOurs': {
    status: 422,
    title: '不由本级认定',
    detail: '国家级、省级称号由上级认定，本平台只登记其认定文件。',
    repair: '请向上级申报；已认定的，由科技主管部门登记。',
  },
  'carrier.notYourCounty': {
    status: 403,
    title: '不属于您办理',
    detail: '县（区）科技主管部门只办理本县（区）的县级称号。',
    repair: '请由市科技主管部门办理。',
  },
  'carrier.conflict': {
    status: 403,
    title: '应当回避',
    detail: '您与申报单位有利害关系：{reason}，不能审查或决定。',
    repair: '请由没有利害关系的人办理。',
    article: '公务员法第七十六条（参照）',
  },
  'carrier.sameOfficer': {
    status: 403,
    title: '须由另一人办理',
    detail: '审查与决定须由不同的人办理，也不能办理本单位的事项。',
    repair: '请由另一位工作人员办理。',
  },
  'carrier.organizationNotFound': {
    status: 404,
    title: '没有这个单位',
    detail: '没有这个单位，或尚未通过核验。',
    repair: '请核对单位编号。',
  },
  'carrier.dates': {
    status: 422,
    title: '日期有误',
    detail: '认定日不能晚于今天（{today}），有效期不能早于认定日。',
    repair: '请按认定文件填写。',
  },
  'carrierReview.notFound': {
    status: 404,
    title: '没有这项年度考核',
    detail: '没有这项年度考核，或您无权办理。',
    repair: '请核对编号。',
  },
  'carrierReview.notOverdue': {
    status: 409,
    title: '尚未逾期',
    detail: '未收到自评报告，且 {dueOn} 尚未过去，不能缺报考核。',
    repair: '请等待载体提交，或在逾期后办理。',
  },
  'carrierReview.rectifyUntil': {
    status: 422,
    title: '整改期限有误',
    detail: '限期整改应写明 {today} 之后的截止日。',
    repair: '请填写整改截止日。',
  },
} as const satisfies Record<string, ProblemEntry>;
