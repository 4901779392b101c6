import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Move = Schemas['EscrowMoveView'];

export const escrowKind: Codes<Move['kind']> = {
  deposit: ['托管', 'Deposit'],
  release: ['放款', 'Release'],
  refund: ['退款', 'Refund'],
  hold: ['争议冻结', 'Hold'],
  resume: ['解冻', 'Resume'],
};

export const escrowMoveState: Codes<Move['state']> = {
  proposed: ['待对方确认', 'Proposed', 'going'],
  confirmed: ['已确认', 'Confirmed', 'good'],
  rejected: ['对方不予确认', 'Rejected', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const royaltyReportState: Codes<Schemas['RoyaltyReportView']['state']> = {
  submitted: ['待对方确认', 'Submitted', 'going'],
  disputed: ['对方有异议', 'Disputed', 'attention'],
  confirmed: ['已确认', 'Confirmed', 'good'],
  superseded: ['已被新报告替代', 'Superseded', 'neutral'],
};

export const obligationKind: Codes<Schemas['OverdueStepView']['obligationKind']> = {
  milestone: ['里程碑', 'Milestone'],
  royaltyReport: ['提成报告', 'Royalty report'],
  royaltyPayment: ['提成付款', 'Royalty payment'],
};

export const overdueStep: Codes<Schemas['OverdueStepView']['step']> = {
  reminder: ['到期提醒', 'Reminder', 'neutral'],
  notice: ['逾期通知', 'Notice', 'attention'],
  formalDemand: ['催告函', 'Formal demand', 'bad'],
};

export const tradingCertificateState: Codes<Schemas['DatedTradingCertificateView']['stateOn']> = {
  valid: ['有效', 'Valid', 'good'],
  revoked: ['已撤销', 'Revoked', 'bad'],
  notIssued: ['当日尚未出具', 'Not yet issued', 'neutral'],
};
