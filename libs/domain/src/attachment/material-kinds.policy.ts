import type { LocalDate } from '../calendar/local-date.js';

/** When a kind of material is asked for. */
export type MaterialOccasion = 'always' | 'byCase' | 'afterPerformance' | 'anyTime';

/** One kind of material of 认定登记. Data with their source: nothing of it is printed as law. */
export interface MaterialKindRecord {
  readonly code: string;
  readonly title: string;
  readonly occasion: MaterialOccasion;
  /** In which case it is asked for. */
  readonly when: string;
  readonly source: string;
  /** 'secondary': from a reprint of the rules; 'practice': ours, without a rule behind it. */
  readonly evidence: 'secondary' | 'practice';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const reprint = '技术合同认定登记办事指南（转载）http://www.googli.cn/guide/542.html';
const asked = { source: reprint, evidence: 'secondary', effectiveFrom: '2000-02-16', effectiveTo: null } as const;
const ours = { source: '平台自设', evidence: 'practice', effectiveFrom: '2026-01-01', effectiveTo: null } as const;

export const materialKinds = [
  {
    code: 'contractText',
    title: '技术合同文本及附件',
    occasion: 'always',
    when: '完整、已生效并在有效期内的合同',
    ...asked,
  },
  { code: 'registrationForm', title: '技术合同登记表', occasion: 'always', when: '每份合同', ...asked },
  { code: 'sellerRegistration', title: '卖方注册材料', occasion: 'byCase', when: '卖方首次申请登记', ...asked },
  {
    code: 'legalRepresentativeMandate',
    title: '法定代表人书面授权',
    occasion: 'byCase',
    when: '以单位内部机构或课题组名义订立',
    ...asked,
  },
  { code: 'planConsent', title: '计划主管部门同意证明', occasion: 'byCase', when: '涉及政府科技计划项目', ...asked },
  {
    code: 'approvalDocument',
    title: '批准文件或生产许可',
    occasion: 'byCase',
    when: '依规定须经批准或取得许可',
    ...asked,
  },
  { code: 'rightCertificate', title: '知识产权权利证书', occasion: 'byCase', when: '标的涉及知识产权', ...asked },
  {
    code: 'technologyIncomeForm',
    title: '技术合同技术性收入核定表',
    occasion: 'afterPerformance',
    when: '履行后办理税收或奖酬手续',
    ...asked,
  },
  { code: 'supplement', title: '补正材料', occasion: 'byCase', when: '登记机构要求补正', ...ours },
  { code: 'payment', title: '收付款凭证', occasion: 'afterPerformance', when: '证明实际收取的技术性收入', ...ours },
  { code: 'acceptance', title: '验收材料', occasion: 'afterPerformance', when: '合同履行完毕或分期验收', ...ours },
  {
    code: 'paperConsent',
    title: '书面签署的份额约定',
    occasion: 'byCase',
    when: '没有平台账号的完成人以纸面签署',
    ...ours,
  },
  {
    code: 'evaluationReport',
    title: '成果评价、鉴定或验收证明',
    occasion: 'byCase',
    when: '成果登记；转化流程的评估',
    ...ours,
  },
  { code: 'developmentReport', title: '研制报告', occasion: 'byCase', when: '应用技术成果登记', ...ours },
  { code: 'noveltySearch', title: '查新报告', occasion: 'byCase', when: '应用技术成果登记', ...ours },
  { code: 'testReport', title: '检测报告', occasion: 'byCase', when: '应用技术成果登记', ...ours },
  { code: 'userProof', title: '用户应用证明', occasion: 'byCase', when: '应用技术成果登记', ...ours },
  { code: 'publication', title: '学术论文或专著', occasion: 'byCase', when: '基础理论成果登记', ...ours },
  { code: 'adoptionProof', title: '采纳应用证明', occasion: 'byCase', when: '软科学成果登记', ...ours },
  {
    code: 'appraisalReport',
    title: '资产评估报告或定价依据',
    occasion: 'byCase',
    when: '转化流程的评估与定价',
    ...ours,
  },
  { code: 'feasibilityReport', title: '论证报告', occasion: 'byCase', when: '转化流程的论证', ...ours },
  { code: 'decisionMinutes', title: '会议纪要原件', occasion: 'byCase', when: '转化流程的决策', ...ours },
  { code: 'projectReport', title: '科技报告', occasion: 'byCase', when: '财政资金项目汇交', ...ours },
  {
    code: 'readinessEvidence',
    title: '成熟度证据',
    occasion: 'byCase',
    when: '证明技术成熟度或中试阶段的报告、记录',
    ...ours,
  },
  { code: 'other', title: '其他材料', occasion: 'anyTime', when: '以上各项之外', ...ours },
] as const satisfies readonly MaterialKindRecord[];

export type MaterialKind = (typeof materialKinds)[number]['code'];
export const materialKindCodes: readonly MaterialKind[] = materialKinds.map(({ code }) => code);
