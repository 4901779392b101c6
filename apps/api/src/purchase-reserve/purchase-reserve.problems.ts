import type { ProblemEntry } from '../http/problem.js';

export const purchaseReserveProblems = {
  'purchaseReserve.notFound': {
    status: 404,
    title: '没有这项储备',
    detail: '没有这项成果购买储备，或您无权办理。',
    repair: '请核对编号。',
  },
  'purchaseReserve.reservedAlready': {
    status: 409,
    title: '成果已在储备中',
    detail: '这项成果已有一项未了结的购买储备。',
    repair: '请办理原有的那一项。',
  },
  'purchaseReserve.termsWrong': {
    status: 422,
    title: '条件有误',
    detail: '{reason}。',
    repair: '请改正购买或期权的条件。',
  },
  'purchaseReserve.sameEyes': {
    status: 422,
    title: '提出与审批须为不同的人',
    detail: '提出的人不能自己审批。',
    repair: '请由另一位人员审批。',
  },
  'purchaseReserve.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与对方单位有利害关系（{reason}），不能办理。',
    repair: '请由没有利害关系的人员办理。',
  },
  'purchaseReserve.budgetShort': {
    status: 422,
    title: '预算不足',
    detail: '{year} 年度科技成果转化专项引导基金可用余额不足。',
    repair: '请先下达预算（POST /v1/budget-lines），或减少金额。',
  },
  'purchaseReserve.amountTooLarge': {
    status: 422,
    title: '金额超出',
    detail: '金额超出这项储备现有的余额。',
    repair: '请核对金额与储备的账目。',
  },
  'purchaseReserve.optionOver': {
    status: 422,
    title: '期权已到期',
    detail: '行权期限至 {until}，已经过去。',
    repair: '如仍需要，请另行提出购买。',
  },
  'purchaseReserve.moneyOutstanding': {
    status: 409,
    title: '还有应收款',
    detail: '这项储备还有应收回的款项，不能核销。',
    repair: '请先收回款项，或取消相应的转出。',
  },
  'purchaseReserve.receiptTooLarge': {
    status: 422,
    title: '收款超出约定价款',
    detail: '记入这笔收款后会超过约定的价款。',
    repair: '请核对收款金额。',
  },
  'purchaseReserve.amountZero': {
    status: 422,
    title: '金额为零',
    detail: '金额须大于零。',
    repair: '请填写实际金额。',
  },
  'reservePlacement.notFound': {
    status: 404,
    title: '没有这项转出',
    detail: '没有这项储备转出。',
    repair: '请核对编号。',
  },
  'reservePlacement.buyerUnknown': {
    status: 422,
    title: '没有这家企业',
    detail: '所指的单位不存在或未经核验。',
    repair: '请先核验该单位。',
  },
  'reservePlacement.soldAlready': {
    status: 409,
    title: '已有转出',
    detail: '这项储备已转让或已许可他人，不能再整体转让。',
    repair: '请先取消原有的转出，或改为许可。',
  },
  'reservePlacement.contractUnfit': {
    status: 422,
    title: '合同不符',
    detail: '没有这份合同，或受让企业不是该合同的买方。',
    repair: '请核对合同编号。',
  },
} as const satisfies Record<string, ProblemEntry>;
