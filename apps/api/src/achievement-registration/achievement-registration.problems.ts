import type { ProblemEntry } from '../http/problem.js';

const rules = '《科技成果登记办法》（国科发计字〔2000〕542号）〔依通行理解，待核原文〕';

export const achievementRegistrationProblems = {
  'achievementRegistration.notFound': {
    status: 404,
    title: '没有这项成果登记',
    detail: '没有这项成果登记，或您无权查看。',
    repair: '请核对编号或登记号。',
  },
  'achievementRegistration.openAlready': {
    status: 409,
    title: '该成果已在登记或已登记',
    detail: '同一成果只登记一次。',
    repair: '请在原登记中办理；已登记的可申请变更。',
    article: rules,
  },
  'achievementRegistration.notOpen': {
    status: 409,
    title: '现在不能修改',
    detail: '登记状态为「{state}」，不能进行此项修改。',
    repair: '审核中的请等待审核结果；已登记的请申请变更。',
  },
  'achievementRegistration.incomplete': {
    status: 422,
    title: '登记材料不全',
    detail: '该类型成果还缺：{missing}。',
    repair: '请补充登记表各项，并把证明材料上传为成果的附件（subjectKind=achievement）。',
    article: rules,
  },
  'achievementRegistration.datesWrong': {
    status: 422,
    title: '日期有误',
    detail: '研究起止日期应先后有序，且起止、评价日期不能晚于今天。',
    repair: '请核对日期。',
  },
  'achievementRegistration.inventorsDiffer': {
    status: 422,
    title: '完成人与份额约定不一致',
    detail: '已签署的份额约定中的完成人为：{agreed}。',
    repair: '请按约定填写完成人，或发起新一轮份额约定。',
  },
  'achievementRegistration.evaluationNegative': {
    status: 422,
    title: '评价结论不支持登记',
    detail: '已有的评价结论不是肯定性的，不符合登记条件。',
    repair: '请完善成果并重新评价后再登记。',
    article: rules,
  },
  'achievementRegistration.recused': {
    status: 409,
    title: '您应当回避',
    detail: '您与本登记有利害关系：{reason}。',
    repair: '请由其他审核人员办理。',
  },
  'achievementRegistration.duplicateUnexplained': {
    status: 422,
    title: '可能重复登记',
    detail: '已有名称相同的成果：{known}。',
    repair: '确非同一成果的，请写明核对情况（duplicateNote）；确为同一成果的，请以重复登记为由不予登记。',
    article: rules,
  },
  'achievementRegistration.changeOpen': {
    status: 409,
    title: '已有变更申请在审核',
    detail: '上一项变更申请尚未处理。',
    repair: '请等待处理结果。',
  },
  'achievementRegistration.changeNotFound': {
    status: 404,
    title: '没有这项变更申请',
    detail: '没有这项变更申请，或您无权查看。',
    repair: '请核对编号。',
  },
  'achievementRegistration.notRegistered': {
    status: 409,
    title: '尚未登记',
    detail: '登记状态为「{state}」，还没有登记号。',
    repair: '请在登记后打印回执。',
  },
  'achievementRegistration.numberMalformed': {
    status: 422,
    title: '登记号不合规则',
    detail: '「{number}」不是 12 位成果登记号（省码 3、年份 4、类型字母 Y/J/R、流水 4）。',
    repair: '请核对原登记簿。',
  },
  'achievementRegistration.yearDiffers': {
    status: 422,
    title: '登记号的年份与登记日期不符',
    detail: '登记号「{number}」的年份与 {year} 年不符。',
    repair: '请核对登记号与登记日期。',
  },
  'achievementRegistration.dayAhead': {
    status: 422,
    title: '登记日期晚于今天',
    detail: '历史登记的日期不能在将来。',
    repair: '请核对登记日期。',
  },
  'achievementRegistration.numberTaken': {
    status: 409,
    title: '登记号已被使用',
    detail: '登记号 {number} 已属于另一项成果。',
    repair: '请核对登记号与成果名称。',
  },
  'achievementRegistration.unitMissing': {
    status: 422,
    title: '缺少第一完成单位',
    detail: '历史登记应写明第一完成单位。',
    repair: '请补写第一完成单位。',
  },
} as const satisfies Record<string, ProblemEntry>;
