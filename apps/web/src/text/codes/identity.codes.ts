import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const organizationState: Codes<Schemas['OrganizationView']['state']> = {
  unverified: ['待核验', 'Unverified', 'attention'],
  rejected: ['已退回', 'Rejected', 'bad'],
  verified: ['已核验', 'Verified', 'good'],
  suspended: ['已停用', 'Suspended', 'bad'],
};

export const personState: Codes<Schemas['MemberView']['personState']> = {
  active: ['正常', 'Active', 'good'],
  disabled: ['已停用', 'Disabled', 'bad'],
};

export const relationKind: Codes<Schemas['RelationView']['kind']> = {
  member: ['任职', 'Employment'],
  relative: ['亲属', 'Family'],
  shareholder: ['持股', 'Shares'],
  adviser: ['顾问', 'Adviser'],
  project: ['共同项目', 'Common project'],
  other: ['其他', 'Other'],
};

export const envoyState: Codes<Schemas['TechEnvoyView']['state']> = {
  serving: ['在岗', 'Serving', 'good'],
  ended: ['已结束', 'Ended', 'neutral'],
};

export const envoyLogState: Codes<Schemas['EnvoyLogView']['state']> = {
  submitted: ['待县区确认', 'To be confirmed', 'attention'],
  confirmed: ['已确认', 'Confirmed', 'good'],
  rejected: ['未确认', 'Rejected', 'bad'],
};

export const envoyMonthState: Codes<Schemas['EnvoyMonthView']['state']> = {
  accrued: ['已计提', 'Accrued', 'going'],
  paid: ['已支付', 'Paid', 'good'],
};
