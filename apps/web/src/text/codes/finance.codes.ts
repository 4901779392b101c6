import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const financeKind: Codes<Schemas['FinanceProductView']['kind']> = {
  ipPledge: ['知识产权质押', 'Pledge of IP'],
  techCredit: ['科技信贷', 'Technology credit'],
  investmentLoan: ['投贷联动', 'Investment and loan'],
  guarantee: ['担保', 'Guarantee'],
  insurance: ['保险', 'Insurance'],
  riskCompensated: ['风险补偿贷款', 'Risk-compensated loan'],
};

export const productState: Codes<Schemas['FinanceProductView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  published: ['办理中', 'Published', 'good'],
  closed: ['已停办', 'Closed', 'neutral'],
};

export const needState: Codes<Schemas['FinanceNeedView']['state']> = {
  open: ['进行中', 'Open', 'going'],
  met: ['已满足', 'Met', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const financeApplicationState: Codes<Schemas['FinanceApplicationView']['state']> = {
  submitted: ['已提交', 'Submitted', 'going'],
  examining: ['审查中', 'Being examined', 'going'],
  approved: ['已批准', 'Approved', 'good'],
  disbursed: ['已放款', 'Disbursed', 'good'],
  refused: ['未批准', 'Refused', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  lapsed: ['批准已失效', 'Lapsed', 'attention'],
};

export const financeDecision: Codes<Schemas['DecideFinanceDto']['decision']> = {
  examine: ['受理审查', 'Examine'],
  approve: ['批准', 'Approve'],
  refuse: ['不批准', 'Refuse'],
  disburse: ['放款登记', 'Disburse'],
  lapse: ['批准失效', 'Lapse'],
};

export const packState: Codes<Schemas['FinancePackView']['state']> = {
  granted: ['已授权', 'Granted', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};
