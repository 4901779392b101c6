import type { LocalDate } from '../calendar/local-date.js';
import type { ContractSubType, ContractType } from './contract.js';

/** A question to the parties whose answers point to a type of contract (民法典 book 3 ch. 20; the rest as stated). */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly help: string | null;
  readonly article: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** When every one of these answers was given, the contract looks like this type. The first rule that fits suggests. */
export interface TypeRule {
  readonly id: string;
  readonly requires: Readonly<Record<string, readonly string[]>>;
  readonly type: ContractType | null;
  readonly subType: ContractSubType | null;
  readonly reason: string;
  readonly article: string;
}

export interface Questionnaire {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly note: string;
  readonly questions: readonly Question[];
  readonly rules: readonly TypeRule[];
}

const yesNo = [
  { id: 'yes', text: '是' },
  { id: 'no', text: '否' },
  { id: 'unsure', text: '不确定' },
] as const;
const code = '《民法典》';
const court = '技术合同司法解释';
const oldRules = '技术合同认定规则（国科发政字〔2001〕253号，已废止，原文未读到）';

const questions: readonly Question[] = [
  {
    id: 'purpose',
    text: '合同主要是为了什么？',
    help: '按双方的权利义务选择，不看合同名称。',
    article: `${court}第四十二条`,
    options: [
      { id: 'research', text: '研究开发新的技术' },
      { id: 'convert', text: '把尚未产业化的成果实施转化' },
      { id: 'handOver', text: '把现有技术的权利让给对方' },
      { id: 'letUse', text: '让对方在约定范围内使用现有技术' },
      { id: 'report', text: '就特定技术项目提供论证、预测、调查、分析评价' },
      { id: 'solve', text: '用技术知识解决特定技术问题' },
      { id: 'train', text: '培训、指导特定项目的技术人员' },
      { id: 'introduce', text: '促成对方与第三方订立技术合同' },
      { id: 'goods', text: '买卖货物、设备' },
      { id: 'works', text: '加工承揽、建设工程、标准化检测、翻译、设备租售售后' },
      { id: 'unsure', text: '不确定' },
    ],
  },
  {
    id: 'mastered',
    text: '订立合同时，当事人是否已经掌握这项技术？',
    help: null,
    article: `${code}第八百五十一条；${court}第十七条`,
    options: yesNo,
  },
  {
    id: 'innovation',
    text: '研究开发是否有明确目标和实质创新内容？',
    help: '只改尺寸、参数、排列，或用已有方案，不算。',
    article: `${oldRules}第二十一条以下`,
    options: yesNo,
  },
  {
    id: 'together',
    text: '各方是否都分工参与研究开发工作？',
    help: '一方只出资金、设备、材料或辅助协作的，选否。',
    article: `${code}第八百五十五条；${court}第十九条`,
    options: yesNo,
  },
  {
    id: 'right',
    text: '涉及哪一种权利？',
    help: null,
    article: `${code}第八百六十二、八百六十三、八百七十六条`,
    options: [
      { id: 'patent', text: '已授权的专利' },
      { id: 'application', text: '专利申请' },
      { id: 'secret', text: '技术秘密' },
      { id: 'layout', text: '集成电路布图设计专有权' },
      { id: 'variety', text: '植物新品种权' },
      { id: 'software', text: '计算机软件著作权' },
      { id: 'none', text: '不涉及' },
    ],
  },
  {
    id: 'report',
    text: '提交的成果是哪一种？',
    help: null,
    article: `${code}第八百七十八条第一款`,
    options: [
      { id: 'feasibility', text: '可行性论证' },
      { id: 'forecast', text: '技术预测' },
      { id: 'survey', text: '专题技术调查' },
      { id: 'analysis', text: '分析评价报告' },
      { id: 'none', text: '不是报告' },
    ],
  },
  {
    id: 'difficulty',
    text: '工作是否需要专业技术知识，成果有可以衡量的质量和数量指标，难度高于日常业务？',
    help: null,
    article: `${oldRules}第三十四条以下`,
    options: yesNo,
  },
  {
    id: 'vocational',
    text: '培训是否属于职业培训、文化学习或职工业余教育？',
    help: null,
    article: `${court}第三十六条`,
    options: yesNo,
  },
];

const rights: readonly (readonly [string, ContractSubType, ContractSubType])[] = [
  ['patent', 'patentRight', 'patent'],
  ['application', 'patentApplicationRight', 'patent'],
  ['secret', 'technicalSecret', 'technicalSecret'],
  ['layout', 'layoutDesign', 'layoutDesign'],
  ['variety', 'plantVariety', 'plantVariety'],
  ['software', 'softwareCopyright', 'softwareCopyright'],
];
const nameOfRight = (id: string): string =>
  questions.find((question) => question.id === 'right')?.options.find((option) => option.id === id)?.text ?? id;
const reports: readonly (readonly [string, ContractSubType, string])[] = [
  ['feasibility', 'feasibilityStudy', '可行性论证'],
  ['forecast', 'technologyForecast', '技术预测'],
  ['survey', 'specialSurvey', '专题技术调查'],
  ['analysis', 'analysisReport', '分析评价报告'],
];

const rules: readonly TypeRule[] = [
  {
    id: 'goods',
    requires: { purpose: ['goods'] },
    type: null,
    subType: null,
    reason: '单纯买卖货物、设备不是技术合同；其中的技术部分可以另订合同，分项计价。',
    article: `${oldRules}；${court}第十四条第三款`,
  },
  {
    id: 'works',
    requires: { purpose: ['works'] },
    type: null,
    subType: null,
    reason: '承揽合同、建设工程合同等不是技术服务合同。',
    article: `${code}第八百七十八条第二款`,
  },
  {
    id: 'development.cooperative',
    requires: { purpose: ['research'], mastered: ['no'], innovation: ['yes'], together: ['yes'] },
    type: 'development',
    subType: 'cooperative',
    reason: '技术尚未掌握、有明确目标和创新内容，各方分工参与研究开发：合作开发。',
    article: `${code}第八百五十一、八百五十五条`,
  },
  {
    id: 'development.commissioned',
    requires: { purpose: ['research'], mastered: ['no'], innovation: ['yes'], together: ['no', 'unsure'] },
    type: 'development',
    subType: 'commissioned',
    reason: '技术尚未掌握、有明确目标和创新内容，一方只提供资金、设备或协作：委托开发。',
    article: `${code}第八百五十一、八百五十二条；${court}第十九条`,
  },
  {
    id: 'development.conversion',
    requires: { purpose: ['convert'] },
    type: 'development',
    subType: 'conversion',
    reason: '对有实用价值、尚未产业化的科技成果进行后续试验、应用：实施转化，参照技术开发合同。',
    article: `${code}第八百五十一条第四款；${court}第十八条`,
  },
  ...rights.map(([right, subType]): TypeRule => ({
    id: `transfer.${right}`,
    requires: { purpose: ['handOver'], mastered: ['yes'], right: [right] },
    type: 'transfer',
    subType,
    reason: `现有、特定的技术，权利让与对方（${nameOfRight(right)}）。`,
    article: `${code}第八百六十二条第一款、第八百六十三条第一款${['layout', 'variety', 'software'].includes(right) ? '、第八百七十六条' : ''}`,
  })),
  ...rights.map(([right, , subType]): TypeRule => ({
    id: `licence.${right}`,
    requires: { purpose: ['letUse'], mastered: ['yes'], right: [right] },
    type: 'licence',
    subType,
    reason: `现有、特定的技术，许可对方实施、使用（${nameOfRight(right)}）。`,
    article: `${code}第八百六十二条第二款、第八百六十三条第二款${['layout', 'variety', 'software'].includes(right) ? '、第八百七十六条' : ''}`,
  })),
  ...reports.map(([report, subType, name]): TypeRule => ({
    id: `consulting.${report}`,
    requires: { purpose: ['report'], report: [report] },
    type: 'consulting',
    subType,
    reason: `以技术知识为特定技术项目提供${name}。`,
    article: `${code}第八百七十八条第一款`,
  })),
  {
    id: 'service.training',
    requires: { purpose: ['train'], vocational: ['no'] },
    type: 'service',
    subType: 'training',
    reason: '为特定项目培训技术人员，不是职业培训、文化学习或职工业余教育：技术培训。',
    article: `${code}第八百八十七条；${court}第三十六条`,
  },
  {
    id: 'notTechnology.vocational',
    requires: { purpose: ['train'], vocational: ['yes'] },
    type: null,
    subType: null,
    reason: '职业培训、文化学习和职工业余教育不属于技术培训合同。',
    article: `${court}第三十六条`,
  },
  {
    id: 'service.intermediation',
    requires: { purpose: ['introduce'] },
    type: 'service',
    subType: 'intermediation',
    reason: '以知识、技术、经验和信息促成对方与第三方订立技术合同：技术中介。',
    article: `${code}第八百八十七条；${court}第三十八条`,
  },
  {
    id: 'service.general',
    requires: { purpose: ['solve'], difficulty: ['yes'] },
    type: 'service',
    subType: 'general',
    reason: '以技术知识解决特定技术问题，成果可以衡量，难度高于日常业务。',
    article: `${code}第八百七十八条第二款；${court}第三十三条`,
  },
  {
    id: 'service.noNewTechnology',
    requires: { purpose: ['research'], mastered: ['yes'] },
    type: 'service',
    subType: 'general',
    reason: '技术已经掌握的，不是技术开发；解决特定技术问题的，可按技术服务认定。',
    article: `${court}第十七条；${code}第八百七十八条第二款`,
  },
];

/** The platform's own questions, drawn from the articles named with each; the registrar decides. */
export const questionnaires: readonly Questionnaire[] = [
  {
    id: 'type-2026',
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: '平台按所列条文整理，供参考；合同类型由登记员认定，建议与认定都留存。',
    questions,
    rules,
  },
];
