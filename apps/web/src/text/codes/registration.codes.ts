import type { Schemas } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { CodeWords, Codes } from './codes.ts';

type Registration = Schemas['ContractRegistrationView'];

export const registrationState: Codes<Registration['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  filed: ['已提交，待受理', 'Filed', 'going'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  returned: ['已退回', 'Returned', 'attention'],
  accepted: ['已受理，待审查', 'Accepted', 'going'],
  underReview: ['审查中', 'Under review', 'going'],
  supplementRequested: ['待补正', 'Supplement requested', 'attention'],
  expertReview: ['专家审核中', 'With experts', 'going'],
  secondReview: ['待复核', 'Second review', 'going'],
  registered: ['已登记', 'Registered', 'good'],
  refused: ['不予登记', 'Refused', 'bad'],
  cancelled: ['已注销', 'Cancelled', 'neutral'],
};

export const registrationHolder: Codes<Registration['holder']> = {
  registrationOffice: ['登记机构', 'Registration office'],
  seller: ['登记主体（卖方）', 'Seller'],
  reviewer: ['复核人员', 'Reviewer'],
  experts: ['专家', 'Experts'],
  nobody: ['已办结', 'Nobody'],
};

export const contractType: Codes<Registration['declaredType']> = {
  development: ['技术开发', 'Development'],
  transfer: ['技术转让', 'Transfer'],
  licence: ['技术许可', 'Licence'],
  consulting: ['技术咨询', 'Consulting'],
  service: ['技术服务', 'Service'],
};

export const duplicateVerdict: Codes<Schemas['DuplicateView']['verdict']> = {
  same: ['同一合同', 'Same contract', 'bad'],
  near: ['疑似', 'Similar', 'attention'],
};

export const partyRole: Codes<Schemas['ContractPartyView']['role']> = {
  seller: ['卖方', 'Seller'],
  buyer: ['买方', 'Buyer'],
  intermediary: ['中介方', 'Intermediary'],
};

export const nonTechnologyItem: Codes<Schemas['NonTechnologyItemView']['kind']> = {
  equipment: ['设备', 'Equipment'],
  instrument: ['仪器', 'Instruments'],
  parts: ['零部件', 'Parts'],
  rawMaterial: ['原材料', 'Raw material'],
  civilWorks: ['土建', 'Civil works'],
  travel: ['差旅', 'Travel'],
  other: ['其他', 'Other'],
};

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

/** States in which a case lies on somebody's desk. */
export const deskState: Codes<NonNullable<Query<'/v1/contract-registrations'>['state']>> = {
  filed: registrationState.filed,
  accepted: registrationState.accepted,
  underReview: registrationState.underReview,
  supplementRequested: registrationState.supplementRequested,
  expertReview: registrationState.expertReview,
  secondReview: registrationState.secondReview,
};

/** Steps of a case as its history names them. */
export const registrationEvent: Readonly<Record<string, CodeWords>> = {
  draft: ['起草', 'Drafted'],
  file: ['提交', 'Filed'],
  withdraw: ['撤回', 'Withdrawn'],
  accept: ['受理', 'Accepted'],
  return: ['退回', 'Returned'],
  examine: ['领取审查', 'Taken for examination'],
  requestSupplement: ['要求补正', 'Supplement requested'],
  supplement: ['补正', 'Supplement given'],
  callExperts: ['组织专家审核', 'Experts called'],
  concludeExperts: ['汇总专家意见', 'Experts concluded'],
  determine: ['认定', 'Determined'],
  confirmCode: ['核实信用代码', 'Credit code confirmed'],
  contractEnded: ['合同已解除', 'Contract ended'],
  amountsSettled: ['金额已结清', 'Amounts settled'],
  approve: ['复核同意并登记', 'Approved and registered'],
  sendBack: ['复核退回', 'Sent back'],
  refuse: ['不予登记', 'Refused'],
  change: ['变更登记', 'Changed'],
  cancel: ['注销', 'Cancelled'],
  reopen: ['重新认定', 'Reopened'],
};

export const standing: Codes<NonNullable<Registration['standing']>> = {
  valid: ['有效', 'Valid', 'good'],
  changed: ['有效（已变更）', 'Valid, changed', 'good'],
  cancelled: ['已注销', 'Cancelled', 'bad'],
};

export const revisionKind: Codes<Schemas['RevisionView']['kind']> = {
  registered: ['登记', 'Registered', 'good'],
  changed: ['变更', 'Changed', 'attention'],
  cancelled: ['注销', 'Cancelled', 'bad'],
};

export const changeState: Codes<Schemas['RegistrationChangeView']['state']> = {
  requested: ['待核定', 'To be verified', 'going'],
  verified: ['待复核', 'Second review', 'going'],
  approved: ['已变更', 'Approved', 'good'],
  refused: ['不予变更', 'Refused', 'bad'],
};

export const objector: Codes<Schemas['ReexaminationView']['objector']> = {
  registrant: ['登记主体', 'Registrant'],
  taxAuthority: ['税务机关', 'Tax authority'],
  financeAuthority: ['财政机关', 'Finance authority'],
};

export const reexaminationState: Codes<Schemas['ReexaminationView']['state']> = {
  requested: ['待作出结论', 'To be decided', 'going'],
  decided: ['已作出结论', 'Decided', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const reexaminationOutcome: Codes<NonNullable<Schemas['ReexaminationView']['outcome']>> = {
  upheld: ['维持', 'Upheld'],
  changed: ['重新核定类型或金额', 'Verified anew'],
  cancelled: ['注销登记', 'Registration cancelled'],
  reopened: ['撤销不予登记，重新审查', 'Refusal lifted, examined anew'],
};

export const panelState: Codes<Schemas['ExpertPanelView']['state']> = {
  open: ['审核中', 'Open', 'going'],
  concluded: ['已汇总', 'Concluded', 'good'],
};

export const expertStance: Codes<Schemas['PanelResultView']['stance']> = {
  register: ['同意登记', 'Register', 'good'],
  refuse: ['不同意登记', 'Refuse', 'bad'],
  divided: ['意见不一', 'Divided', 'attention'],
};

export const reminderThreshold: Codes<Schemas['RegistrationReminderView']['threshold']> = {
  half: ['期限过半', 'Half of the term', 'going'],
  fourFifths: ['期限过五分之四', 'Four fifths of the term', 'attention'],
  overdue: ['已超期', 'Overdue', 'bad'],
};

export const agreementKind: Codes<Schemas['DuplicateAgreementView']['kind']> = {
  textHash: ['合同文本', 'Text'],
  parties: ['双方', 'Parties'],
  title: ['项目名称', 'Project'],
  amount: ['金额', 'Amount'],
  signedOn: ['签订日期', 'Day of signing'],
};
