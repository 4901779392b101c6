import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const rewardScheme: Codes<Schemas['RewardReviewView']['scheme']> = {
  agencyAward: ['服务机构奖补', 'Award to transfer agencies'],
  brokerBonus: ['技术经纪人奖金', 'Bonus to brokers'],
  enterpriseAward: ['承接企业奖补', 'Award to enterprises'],
};

export const accrualState: Codes<Schemas['RewardAccrualView']['state']> = {
  provisional: ['暂计', 'Provisional', 'going'],
  awarded: ['已批准', 'Awarded', 'good'],
  paid: ['已支付', 'Paid', 'good'],
  closed: ['已关闭', 'Closed', 'neutral'],
};

export const itemOutcome: Codes<Schemas['RewardItemView']['outcome']> = {
  counted: ['计入', 'Counted', 'good'],
  refused: ['不计入', 'Not counted', 'attention'],
  reversed: ['已冲回', 'Reversed', 'bad'],
  adjusted: ['已调整', 'Adjusted', 'going'],
};

export const beneficiaryKind: Codes<Schemas['RewardAccrualView']['beneficiaryKind']> = {
  organization: ['单位', 'Organization'],
  person: ['个人', 'Person'],
};

export const reviewState: Codes<Schemas['RewardReviewView']['state']> = {
  collecting: ['接受申报', 'Taking applications', 'going'],
  scoring: ['专家评分', 'Scoring', 'going'],
  tied: ['有并列，待裁定', 'Tied', 'attention'],
  ranked: ['已排名', 'Ranked', 'going'],
  publicized: ['公示中', 'Publicized', 'going'],
  awaitingApproval: ['待批准', 'Awaiting approval', 'attention'],
  approved: ['已批准，待支付', 'Approved', 'going'],
  paid: ['已支付', 'Paid', 'good'],
  archived: ['已归档', 'Archived', 'good'],
  void: ['已作废', 'Void', 'bad'],
};

export const applicationState: Codes<Schemas['RewardApplicationView']['state']> = {
  submitted: ['待形式审查', 'Submitted', 'going'],
  returned: ['退回补正', 'Returned', 'attention'],
  accepted: ['已受理', 'Accepted', 'good'],
  excluded: ['已排除', 'Excluded', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const rankedBy: Codes<Schemas['RankedView']['by']> = {
  score: ['评分', 'Score'],
  total: ['年度合计', 'Yearly total'],
  contracts: ['合同数', 'Number of contracts'],
  reachedAt: ['先达到者', 'Reached first'],
  decision: ['评审组裁定', 'Decision of the panel'],
  equal: ['并列', 'Equal'],
  first: ['排在最前', 'First'],
};

export const awardState: Codes<Schemas['RewardAwardView']['state']> = {
  approved: ['待支付', 'To be paid', 'attention'],
  paid: ['已支付', 'Paid', 'good'],
};

export const policyVersionState: Codes<Schemas['RewardPolicyVersionView']['state']> = {
  draft: ['草稿', 'Draft', 'going'],
  published: ['已发布', 'Published', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const policyStanding: Codes<Schemas['RewardPolicyView']['standing']> = {
  plan: ['方案原文', 'The plan'],
  platform: ['平台口径（待主管部门确定）', 'The platform’s reading'],
  bureau: ['科技局发布', 'Issued by the bureau'],
};

export const fund: Codes<Schemas['BudgetLineView']['fund']> = {
  conversionFund: ['成果转化资金', 'Conversion fund'],
  envoyFund: ['科技特派员资金', 'Envoy fund'],
};

export const entryKind: Codes<Schemas['LedgerEntryView']['kind']> = {
  appropriation: ['下达预算', 'Appropriation'],
  accrual: ['计提', 'Accrual'],
  reversal: ['冲回', 'Reversal'],
  adjustment: ['调整', 'Adjustment'],
  release: ['释放', 'Release'],
  payment: ['支付', 'Payment'],
  clawback: ['追回', 'Clawback'],
  recovery: ['收回', 'Recovery'],
};
