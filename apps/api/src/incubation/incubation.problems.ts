import type { ProblemEntry } from '../http/problem.js';

export const incubationProblems = {
  'tenancy.notFound': {
    status: 404,
    title: '没有这条在孵记录',
    detail: '没有这条在孵记录，或您无权办理。',
    repair: '请核对编号。',
  },
  'tenancy.incubatorNotFound': {
    status: 404,
    title: '没有这家孵化载体',
    detail: '没有这家孵化载体，或尚未通过核验。',
    repair: '请从孵化载体名录中选择。',
  },
  'tenancy.appliedAlready': {
    status: 409,
    title: '已申请入驻',
    detail: '贵单位对该孵化载体的申请正在办理。',
    repair: '请等待办理，或先撤销原申请。',
  },
  'tenancy.admittedElsewhere': {
    status: 409,
    title: '企业已在孵',
    detail: '该企业已在一家孵化载体在孵，同一企业同时只计一次。',
    repair: '请先办理毕业或退出。',
  },
  'tenancy.untilPast': {
    status: 422,
    title: '孵化期限有误',
    detail: '入驻应写明 {today} 之后的孵化截止日。',
    repair: '请填写约定的截止日。',
  },
  'tenancy.milestoneMissing': {
    status: 422,
    title: '没有里程碑，不能毕业',
    detail: '毕业依据「{ground}」应有已达到的相应里程碑证明。',
    repair: '请先登记相应种类的里程碑，或办理退出。',
  },
  'tenancy.groundMissing': {
    status: 422,
    title: '缺少毕业依据',
    detail: '毕业应写明依据哪一项毕业条件。',
    repair: '请选择毕业依据。',
  },
  'tenancy.notEligible': {
    status: 422,
    title: '不符合在孵企业条件',
    detail: '不符合：{missing}。',
    repair: '确需准予入驻的，请写明理由；该企业不计入按定义的在孵企业。',
  },
  'tenancy.foundedLater': {
    status: 422,
    title: '成立日有误',
    detail: '企业成立日不能晚于今天。',
    repair: '请按营业执照填写。',
  },
  'tenancy.notAdmitted': {
    status: 409,
    title: '不在孵化期',
    detail: '状态为「{state}」，不能登记里程碑或支持。',
    repair: '请核对在孵记录。',
  },
  'tenancy.milestoneDay': {
    status: 422,
    title: '日期有误',
    detail: '日期应在入驻日 {admittedOn} 与今天 {today} 之间。',
    repair: '请改正日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
