import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Draft = Schemas['DraftContractDto'];

export const contractState: Codes<Schemas['ContractView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  signing: ['签署中', 'Being signed', 'going'],
  effective: ['已生效', 'In force', 'good'],
  cancelled: ['已取消或解除', 'Cancelled', 'bad'],
};

export const contractSubType: Codes<Draft['subType']> = {
  commissioned: ['委托开发', 'Commissioned development'],
  cooperative: ['合作开发', 'Joint development'],
  conversion: ['成果转化', 'Conversion of results'],
  patentRight: ['专利权转让', 'Patent assignment'],
  patentApplicationRight: ['专利申请权转让', 'Assignment of an application'],
  technicalSecret: ['技术秘密', 'Technical secret'],
  layoutDesign: ['集成电路布图设计', 'Layout design'],
  plantVariety: ['植物新品种', 'Plant variety'],
  softwareCopyright: ['计算机软件著作权', 'Software copyright'],
  patent: ['专利实施许可', 'Patent licence'],
  feasibilityStudy: ['可行性论证', 'Feasibility study'],
  technologyForecast: ['技术预测', 'Technology forecast'],
  specialSurvey: ['专题技术调查', 'Special survey'],
  analysisReport: ['分析评价报告', 'Analysis report'],
  general: ['一般技术服务', 'Technical service'],
  training: ['技术培训', 'Technical training'],
  intermediation: ['技术中介', 'Intermediation'],
};

/** Which kinds each type of contract has (民法典 第三编第二十章). */
export const subTypesOf: Readonly<Record<Draft['type'], readonly Draft['subType'][]>> = {
  development: ['commissioned', 'cooperative', 'conversion'],
  transfer: [
    'patentRight',
    'patentApplicationRight',
    'technicalSecret',
    'layoutDesign',
    'plantVariety',
    'softwareCopyright',
  ],
  licence: ['patent', 'technicalSecret', 'layoutDesign', 'plantVariety', 'softwareCopyright'],
  consulting: ['feasibilityStudy', 'technologyForecast', 'specialSurvey', 'analysisReport'],
  service: ['general', 'training', 'intermediation'],
};

export const paymentManner: Codes<Schemas['PaymentDto']['manner']> = {
  lumpSum: ['一次总付', 'Lump sum'],
  instalments: ['分期支付', 'Instalments'],
  royalty: ['提成', 'Royalty'],
  entryFeeAndRoyalty: ['入门费加提成', 'Entry fee and royalty'],
};

export const clauseKind: Codes<Schemas['ClauseDto']['kind']> = {
  subject: ['标的的内容、范围和要求', 'Subject'],
  performance: ['履行的计划、地点和方式', 'Performance'],
  confidentiality: ['技术信息和资料的保密', 'Confidentiality'],
  risk: ['风险责任', 'Risk'],
  ownership: ['技术成果的归属和收益', 'Ownership'],
  improvement: ['后续改进', 'Improvements'],
  acceptance: ['验收标准和方法', 'Acceptance'],
  payment: ['价款及支付方式', 'Payment'],
  breach: ['违约责任', 'Breach'],
  disputes: ['争议解决', 'Disputes'],
  definitions: ['名词和术语的解释', 'Definitions'],
  other: ['其他', 'Other'],
};

export const clauseFinding: Codes<Schemas['ClauseFindingView']['group']> = {
  missing: ['缺少条款', 'Missing', 'attention'],
  monopoly: ['可能非法垄断技术', 'Monopoly', 'bad'],
  unfair: ['可能不公平', 'Unfair', 'bad'],
  form: ['登记表缺项', 'Form', 'attention'],
  reminder: ['提醒', 'Reminder', 'neutral'],
};
