import type { ProblemEntry } from '../http/problem.js';

export const brokerAffiliationProblems = {
  'brokerAffiliation.notFound': {
    status: 404,
    title: '没有这项执业',
    detail: '没有这项执业记录，或您无权办理。',
    repair: '请核对编号。',
  },
  'brokerAffiliation.notMember': {
    status: 422,
    title: '不是该机构的人员',
    detail: '您现在所在的单位不是已核验的技术转移服务机构，或您不是其人员。',
    repair: '请以该机构人员的身份登录后申请。',
  },
  'brokerAffiliation.sameAgency': {
    status: 409,
    title: '已在该机构执业',
    detail: '您已在该机构执业。',
    repair: '不需要再次申请。',
  },
  'brokerAffiliation.requestedAlready': {
    status: 409,
    title: '已有在办的执业申请',
    detail: '您已向一家机构申请执业，尚未答复。',
    repair: '请等待答复，或先撤回。',
  },
  'brokerAffiliation.ownRequest': {
    status: 422,
    title: '不能确认自己的申请',
    detail: '执业申请须由机构的另一位负责人确认。',
    repair: '请由机构的另一位负责人确认。',
  },
} as const satisfies Record<string, ProblemEntry>;
