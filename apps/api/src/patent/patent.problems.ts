import type { ProblemEntry } from '../http/problem.js';

export const patentProblems = {
  'patent.notFound': {
    status: 404,
    title: '没有这项专利',
    detail: '没有这项专利，或您无权查看。',
    repair: '请核对编号。',
  },
  'patent.kindUnknown': {
    status: 422,
    title: '专利种类无法识别',
    detail: '专利号 {number} 的种类位不是发明、实用新型或外观设计。',
    repair: '请核对专利号。',
  },
  'patent.filingDay': {
    status: 422,
    title: '申请日有误',
    detail: '申请日 {filedOn} 应在 {first} 至今天之间；此前申请的专利均已届满。',
    repair: '请按专利证书填写申请日。',
  },
  'patent.filingYear': {
    status: 422,
    title: '申请日与专利号不符',
    detail: '专利号中的年份是 {year}，申请日却是 {filedOn}。',
    repair: '请按专利证书核对。',
  },
  'patent.termShorter': {
    status: 422,
    title: '届满日早于法定期限',
    detail: '按申请日计算，法定期限的最后一日为 {term}；只有获得期限补偿的才能更晚。',
    repair: '请留空由系统计算，或填写补偿后的届满日。',
    article: '专利法第四十二条',
  },
  'patent.notCompensable': {
    status: 422,
    title: '届满日晚于可能的期限',
    detail: '法定期限的最后一日为 {term}；只有发明专利可以获得期限补偿，连同补偿不晚于 {longest}。',
    repair: '请留空由系统计算，或按期限补偿决定填写。',
    article: '专利法第四十二条第二款、第三款',
  },
  'patent.numberTaken': {
    status: 409,
    title: '专利号已登记',
    detail: '专利 {number} 已在本平台登记。',
    repair: '如属贵单位的专利被他人登记，请联系科技主管部门。',
  },
  'patent.designNotPublished': {
    status: 422,
    title: '只有发明专利申请会公布',
    detail: '实用新型和外观设计在授权时公告，没有申请公布阶段。',
    repair: '请选择授权。',
    article: '专利法第三十四条、第四十条',
  },
  'patentNumber.malformed': {
    status: 422,
    title: '专利号格式有误',
    detail: '「{value}」不是专利申请号或专利号；公开号不是专利号。',
    repair: '请填写 12 位数字加校验位，例如 ZL201710601862.3。',
  },
  'patentNumber.checkDigit': {
    status: 422,
    title: '专利号校验位不符',
    detail: '「{value}」的校验位应为 {expected}。',
    repair: '请核对专利证书上的号码。',
  },
} as const satisfies Record<string, ProblemEntry>;
