import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Recognition = Schemas['BrokerRecognitionView'];

export const recognitionState: Codes<Recognition['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  submitted: ['已提交，待审查', 'Submitted', 'going'],
  examined: ['已审查，待决定', 'Examined', 'going'],
  publicized: ['公示中', 'Under notice', 'going'],
  recognized: ['已认定', 'Recognized', 'good'],
  suspended: ['已暂停', 'Suspended', 'attention'],
  refused: ['不予认定', 'Refused', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  revoked: ['已撤销', 'Revoked', 'bad'],
  expired: ['已到期', 'Expired', 'attention'],
  superseded: ['已由新认定接替', 'Superseded', 'neutral'],
};

export const recognitionKind: Codes<Recognition['kind']> = {
  first: ['首次认定', 'First recognition'],
  renewal: ['续期', 'Renewal'],
  upgrade: ['升级', 'Upgrade'],
};

export const brokerGrade: Codes<Recognition['grade']> = {
  junior: ['初级技术经纪人', 'Junior broker'],
  intermediate: ['中级技术经纪人', 'Intermediate broker'],
  senior: ['高级技术经纪人', 'Senior broker'],
};

export const trainingState: Codes<Schemas['BrokerTrainingView']['state']> = {
  submitted: ['待核对', 'To be checked', 'going'],
  confirmed: ['已确认', 'Confirmed', 'good'],
  rejected: ['不予确认', 'Not confirmed', 'bad'],
};

export const affiliationState: Codes<Schemas['BrokerAffiliationView']['state']> = {
  requested: ['待机构确认', 'Requested', 'going'],
  active: ['执业中', 'Active', 'good'],
  refused: ['已谢绝', 'Refused', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  ended: ['已终止', 'Ended', 'neutral'],
};

export const creditEventState: Codes<Schemas['CreditEventView']['state']> = {
  recorded: ['已记录', 'Recorded', 'neutral'],
  contested: ['申诉中', 'Contested', 'attention'],
  confirmed: ['申诉不成立', 'Confirmed', 'neutral'],
  corrected: ['已更正，不计分', 'Corrected', 'good'],
};

export const creditKind: Codes<Schemas['RecordCreditDto']['kind']> = {
  complaintUpheld: ['投诉成立', 'Complaint upheld'],
  concealment: ['隐瞒或者虚报', 'Concealment'],
  bypass: ['绕开中介', 'Bypass'],
  conflictUndeclared: ['未告知利害关系', 'Undeclared conflict'],
  lateReport: ['逾期报告', 'Late report'],
};

export const creditSource: Codes<Schemas['RecordCreditDto']['sourceKind']> = {
  mandate: ['委托', 'Mandate'],
  bypassFinding: ['绕开中介线索', 'Bypass finding'],
  deal: ['洽谈', 'Deal'],
  contract: ['合同', 'Contract'],
  objection: ['异议', 'Objection'],
  other: ['其他', 'Other'],
};

export const bypassState: Codes<Schemas['BypassFindingView']['state']> = {
  raised: ['待认定', 'Raised', 'going'],
  upheld: ['属于绕开中介', 'Upheld', 'bad'],
  dismissed: ['不属于', 'Dismissed', 'neutral'],
};
