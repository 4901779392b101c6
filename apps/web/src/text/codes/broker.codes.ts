import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const feeBase: Codes<NonNullable<Schemas['FeeDto']['base']>> = {
  contractValue: ['成交额', 'Contract value'],
  technologyValue: ['技术交易额', 'Technology value'],
  received: ['实际到账', 'Amount received'],
};

export const feeKind: Codes<Schemas['FeeDto']['kind']> = {
  percent: ['按比例', 'A share'],
  fixed: ['定额', 'Fixed amount'],
};

export const rewardScheme: Codes<Schemas['RewardAccrualView']['scheme']> = {
  agencyAward: ['服务机构奖补', 'Agency award'],
  brokerBonus: ['经纪人奖金', 'Broker bonus'],
};

export const accrualState: Codes<Schemas['RewardAccrualView']['state']> = {
  provisional: ['暂计', 'Provisional', 'going'],
  awarded: ['已批准', 'Awarded', 'good'],
  paid: ['已兑付', 'Paid', 'good'],
  closed: ['未获奖', 'Not awarded', 'neutral'],
};

export const itemOutcome: Codes<Schemas['RewardItemView']['outcome']> = {
  counted: ['计入', 'Counted', 'good'],
  refused: ['不计入', 'Not counted', 'attention'],
  reversed: ['扣回', 'Reversed', 'bad'],
  adjusted: ['调整', 'Adjusted', 'going'],
};
