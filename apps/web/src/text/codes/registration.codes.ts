import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

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
