import type { ProblemEntry } from '../http/problem.js';

export const rewardPolicyProblems = {
  'rewardPolicy.notFound': {
    status: 404,
    title: '没有这个政策版本',
    detail: '没有这个奖补政策版本。',
    repair: '请核对编号。',
  },
  'rewardPolicy.notYearStart': {
    status: 422,
    title: '施行日应为年度首日',
    detail: '奖补按公历年度合计，政策版本须自某年1月1日起施行。',
    repair: '请把施行日改为某年1月1日。',
    article: '中华人民共和国预算法第十八条',
  },
  'rewardPolicy.tooEarly': {
    status: 422,
    title: '施行日已到',
    detail: '今天是 {today}，施行日应在今天之后：已计提的不按新版本重算。',
    repair: '请选择以后的年度。',
  },
  'rewardPolicy.paysNothing': {
    status: 422,
    title: '按此版本任何人都得不到奖补',
    detail: '达到起计额时算出的金额或每年度上限为零。',
    repair: '请核对比例、起计额与上限。',
  },
  'rewardPolicy.notSimulated': {
    status: 422,
    title: '尚未试算',
    detail: '发布前须先用已有年度的登记数据试算，看清影响。',
    repair: '请先试算（POST /v1/reward-policy-versions/{编号}/simulations）。',
  },
  'rewardPolicy.ownDraft': {
    status: 422,
    title: '起草人不能发布',
    detail: '政策版本由起草人以外的奖补人员发布。',
    repair: '请由另一名奖补人员发布。',
  },
  'rewardPolicy.taken': {
    status: 409,
    title: '该年度已有版本',
    detail: '自 {effectiveFrom} 起施行的版本已经发布。',
    repair: '请先撤回该版本，或改用其他年度。',
  },
  'rewardPolicy.inForce': {
    status: 409,
    title: '已施行的版本不能撤回',
    detail: '该版本已经施行。',
    repair: '如需改变，请起草自下一年度施行的新版本。',
  },
  'rewardPolicy.tooManyContracts': {
    status: 422,
    title: '该年度登记过多',
    detail: '一次试算最多 {limit} 份登记。',
    repair: '请选择其他年度。',
  },
} as const satisfies Record<string, ProblemEntry>;
