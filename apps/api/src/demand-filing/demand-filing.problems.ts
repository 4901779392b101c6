import type { ProblemEntry } from '../http/problem.js';

export const demandFilingProblems = {
  'demandFiling.consentDate': {
    status: 422,
    title: '同意的日期不对',
    detail: '同意应在 {earliest} 至 {today} 之间表示。',
    repair: '请核对日期；超过一年的，请重新征得同意。',
    article: '个人信息保护法第十三条、第十四条',
  },
  'demandFiling.otherCounty': {
    status: 422,
    title: '不是本辖区的需求',
    detail: '县区科技管理部门只能为本县区（{countyCode}）的需求方代填。',
    repair: '请转交需求所在县区或市科技局代填。',
  },
  'demandFiling.mandateNeeded': {
    status: 422,
    title: '没有需求方的有效委托',
    detail: '技术经纪人只能凭需求方在本平台接受的有效委托代填。',
    repair: '请填写委托编号；需求方没有平台账号的，请由县区科技管理部门代填。',
    article: '民法典第九百六十一条',
  },
  'demandFiling.principalUnknown': {
    status: 422,
    title: '没有这个需求方单位',
    detail: '需求方单位不存在、未经核验，或不是合作社、企业。',
    repair: '请核对单位编号；没有账号的需求方请不填单位编号。',
  },
  'demandFiling.takenOver': {
    status: 409,
    title: '需求已由需求方接手',
    detail: '该需求已由需求方自己管理。',
    repair: '请与需求方联系。',
  },
  'demandFiling.consentWithdrawn': {
    status: 409,
    title: '同意已撤回',
    detail: '需求方已撤回同意，联系方式已删除。',
    repair: '需要再次发布的，请重新征得同意后另行代填。',
  },
  'demandFiling.underWay': {
    status: 409,
    title: '对接正在进行',
    detail: '该需求已有引荐或洽谈，双方名义不能中途更换。',
    repair: '请在洽谈结束后接手，或由代填单位继续办理。',
  },
} as const satisfies Record<string, ProblemEntry>;
