import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const bidState: Codes<Schemas['OpenChallengeBidView']['state']> = {
  committed: ['已提交承诺', 'Committed', 'going'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  revealed: ['已揭示', 'Revealed', 'good'],
  lapsed: ['未揭示而出局', 'Lapsed', 'bad'],
  released: ['征集取消', 'Released', 'neutral'],
  excluded: ['被剔除', 'Excluded', 'bad'],
  won: ['获奖', 'Won', 'good'],
  lost: ['未获奖', 'Lost', 'neutral'],
};

export const secretUse: Codes<Schemas['IpTermsDto']['secretUse']> = {
  both: ['双方', 'Both'],
  callerOnly: ['征集方', 'The caller'],
  bidderOnly: ['揭榜方', 'The bidder'],
};

export const loserReason: Codes<Schemas['LoserFeedbackDto']['reason']> = {
  wrongField: ['领域不符', 'Wrong field'],
  immature: ['不够成熟', 'Immature'],
  tooDear: ['价格高', 'Too dear'],
  ipUnclear: ['权属不清', 'Rights unclear'],
  tooFar: ['距离远', 'Too far'],
  alreadyHave: ['已有', 'We have it'],
  descriptionUnclear: ['说明不清', 'Unclear'],
  other: ['其他', 'Other'],
};
