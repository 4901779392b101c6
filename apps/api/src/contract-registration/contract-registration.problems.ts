import type { ProblemEntry } from '../http/problem.js';

export const contractRegistrationProblems = {
  'contractRegistration.notFound': {
    status: 404,
    title: '没有这项登记',
    detail: '没有这项技术合同认定登记，或您无权查看。',
    repair: '请核对编号。',
  },
  'contractRegistration.contractNotFound': {
    status: 404,
    title: '没有这份合同',
    detail: '没有这份技术合同，或您无权查看。',
    repair: '请核对合同编号。',
  },
  'contractRegistration.notSeller': {
    status: 422,
    title: '应由卖方申请登记',
    detail: '技术合同认定登记由卖方（研究开发人、让与人、许可人、受托人）申请。',
    repair: '请由合同卖方提交申请。',
  },
  'contractRegistration.notReady': {
    status: 422,
    title: '尚不具备登记条件',
    detail: '{findings}',
    repair: '请按说明改正后再申请；可先用「登记预审」查看全部事项。',
  },
  'contractRegistration.alreadyFiled': {
    status: 409,
    title: '该合同已有登记',
    detail: '同一合同已有在办或有效的登记，不能重复登记。',
    repair: '请查看已有登记。',
  },
  'contractRegistration.noRuleSet': {
    status: 422,
    title: '没有适用的登记规则',
    detail: '受理日 {acceptedOn} 没有适用的登记规则。',
    repair: '请联系登记机构。',
  },
  'contractRegistration.isParty': {
    status: 422,
    title: '当事人应当回避',
    detail: '合同当事人单位的人员不能认定或复核本单位的合同。',
    repair: '请由其他人员办理。',
  },
  'contractRegistration.samePerson': {
    status: 422,
    title: '复核须由第二人办理',
    detail: '初审认定人不能复核自己的认定。',
    repair: '请由另一名复核人员办理。',
  },
  'contractRegistration.amountWrong': {
    status: 422,
    title: '核定技术交易额不成立',
    detail: '核定技术交易额应大于零，且不超过 {most} 元（成交额减去非技术性款项，合理数量载体除外）。',
    repair: '请核对非技术性款项后重新核定。',
  },
  'contractRegistration.contractEnded': {
    status: 409,
    title: '合同已解除',
    detail: '该技术合同已由双方解除，不能再予登记。',
    repair: '请以「合同已解除」为由退回或不予登记；已登记的，请办理注销。',
  },
  'contractRegistration.reasonMissing': {
    status: 422,
    title: '缺少理由',
    detail: '核定结果与申报不一致，或退回初审，都须写明理由。',
    repair: '请填写理由。',
  },
  'contractRegistration.groundRepeated': {
    status: 422,
    title: '不予登记的理由重复',
    detail: '同一理由只列一次。',
    repair: '请合并重复的理由。',
  },
  'contractRegistration.tooManySupplements': {
    status: 422,
    title: '补正次数过多',
    detail: '本项登记的补正次数已达上限。',
    repair: '请联系登记机构。',
  },
  'contractRegistration.numbersExhausted': {
    status: 409,
    title: '登记编号已用完',
    detail: '登记点 {office} 在 {year} 年的六位流水号已用完。',
    repair: '请启用新的登记点代码。',
  },
} as const satisfies Record<string, ProblemEntry>;
