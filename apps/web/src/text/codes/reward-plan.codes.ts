import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Plan = Schemas['RewardPlanView'];

export const planState: Codes<Plan['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  publicized: ['公示中', 'Under notice', 'going'],
  effective: ['已生效', 'In force', 'good'],
  stopped: ['异议成立，已停止', 'Stopped', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const planMode: Codes<Plan['mode']> = {
  netIncome: ['转让或许可的净收入', 'Net income of an assignment or licence'],
  equity: ['作价投资的股份', 'Shares for an equity contribution'],
  profit: ['自行或合作实施的营业利润', 'Profit of own or joint use'],
};

export const planBasis: Codes<Plan['basis']> = {
  unitRule: ['单位规定', 'Rule of the unit'],
  agreement: ['与完成人约定', 'Agreement'],
  default: ['法定', 'By law'],
};

export const costKind: Codes<Schemas['DirectCostDto']['kind']> = {
  appraisal: ['评估费', 'Appraisal'],
  negotiation: ['谈判费', 'Negotiation'],
  agency: ['中介费', 'Agency'],
  patentFees: ['专利费', 'Patent fees'],
  upkeep: ['维护费', 'Upkeep'],
};
