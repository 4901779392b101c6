import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const introductionState: Codes<Schemas['IntroductionView']['state']> = {
  proposed: ['待双方接受', 'Proposed', 'going'],
  accepted: ['双方已接受', 'Accepted', 'good'],
  declined: ['已谢绝', 'Declined', 'neutral'],
};

export const introducerKind: Codes<Schemas['IntroducerView']['kind']> = {
  broker: ['技术经纪人', 'Broker'],
  demandSide: ['需方', 'Demand side'],
  achievementSide: ['供方', 'Achievement side'],
};

export const dealState: Codes<Schemas['DealView']['state']> = {
  negotiating: ['洽谈中', 'Negotiating', 'going'],
  agreed: ['已达成一致', 'Agreed', 'good'],
  contracted: ['已签约', 'Contracted', 'good'],
  brokenOff: ['已终止', 'Broken off', 'neutral'],
};

export const breakOffReason: Codes<Schemas['BreakOffDto']['reasonCode']> = {
  priceTooHigh: ['价格太高', 'Price too high'],
  priceTooLow: ['价格太低', 'Price too low'],
  tooEarly: ['技术尚不成熟', 'Too early'],
  benefitUnclear: ['比现有办法好在哪里不清楚', 'Benefit unclear'],
  evidenceWeak: ['依据不足', 'Evidence weak'],
  economicsUnclear: ['经济性不清楚', 'Economics unclear'],
  descriptionUnclear: ['描述不清楚', 'Description unclear'],
  rightsUnclear: ['知识产权不清楚', 'Rights unclear'],
  termsUnacceptable: ['条件不能接受', 'Terms unacceptable'],
  noFit: ['不适合本单位', 'No fit'],
  noBudget: ['没有预算', 'No budget'],
  otherChosen: ['已选别的方案', 'Another was chosen'],
  other: ['其他', 'Other'],
};

export const mandateState: Codes<Schemas['MandateView']['state']> = {
  proposed: ['待委托方答复', 'Proposed', 'going'],
  accepted: ['有效', 'In force', 'good'],
  declined: ['已谢绝', 'Declined', 'neutral'],
  ended: ['已终止', 'Ended', 'neutral'],
};

export const mandateSubject: Codes<Schemas['MandateSubjectView']['kind']> = {
  demand: ['技术需求', 'Demand'],
  achievement: ['科技成果', 'Achievement'],
};
