import type { ProblemEntry } from '../http/problem.js';

export const pilotProjectProblems = {
  'pilotProject.notFound': {
    status: 404,
    title: '没有这个中试项目',
    detail: '没有这个中试项目，或您无权查看。',
    repair: '请核对编号。',
  },
  'pilotProject.gatesWrong': {
    status: 422,
    title: '阶段门不完整',
    detail: '从第 {from} 级到第 {to} 级，每级须有一个阶段门，按顺序列出。',
    repair: '请改正 gates、fromLevel 与 toLevel。',
  },
  'pilotProject.daysWrong': {
    status: 422,
    title: '日期顺序有误',
    detail: '各阶段门的期限应依次不早于前一个，且在项目起止日之间。',
    repair: '请改正日期。',
  },
  'pilotProject.startUnproven': {
    status: 422,
    title: '起始等级尚未证明',
    detail: '成果现已证明的成熟度为第 {proven} 级，项目不能从更高的等级开始。',
    repair: '请先提出成熟度申报，或降低 fromLevel。',
  },
  'pilotProject.gateUnknown': {
    status: 404,
    title: '没有这个阶段门',
    detail: '这个项目没有第 {level} 级的阶段门。',
    repair: '请核对等级。',
  },
  'pilotProject.gateNotInTurn': {
    status: 409,
    title: '还没有轮到这个阶段门',
    detail: '阶段门须依次通过，现在是第 {level} 级。',
    repair: '请先完成前面的阶段门。',
  },
  'pilotProject.overBudget': {
    status: 422,
    title: '超出预算',
    detail: '记入这笔支出后会超过项目预算。',
    repair: '请核对金额；确需增加预算的，另行立项。',
  },
  'pilotProject.amountZero': {
    status: 422,
    title: '金额为零',
    detail: '支出金额须大于零。',
    repair: '请填写实际支出的金额。',
  },
  'pilotProject.spentAhead': {
    status: 422,
    title: '支出日期在将来',
    detail: '支出日期不能晚于今天。',
    repair: '请填写实际支出的日期。',
  },
  'pilotProject.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与项目单位有利害关系（{reason}），不能评审阶段门。',
    repair: '请由没有利害关系的人员评审。',
  },
} as const satisfies Record<string, ProblemEntry>;
