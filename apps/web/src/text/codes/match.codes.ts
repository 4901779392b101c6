import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const matchState: Codes<Schemas['MatchView']['state']> = {
  proposed: ['待答复', 'Proposed', 'going'],
  accepted: ['已接受', 'Accepted', 'good'],
  introduced: ['已引荐', 'Introduced', 'good'],
  contracted: ['已签约', 'Contracted', 'good'],
  declined: ['已婉拒', 'Declined', 'neutral'],
  superseded: ['已更新', 'Superseded', 'neutral'],
};

export const matchGrade: Codes<Schemas['MatchView']['grade']> = {
  strong: ['高度吻合', 'Strong', 'good'],
  related: ['可改造', 'Related', 'attention'],
};

export const declineReason: Codes<NonNullable<Schemas['MatchView']['declineReason']>> = {
  wrongField: ['领域不对', 'Wrong field'],
  immature: ['不够成熟', 'Not mature'],
  tooDear: ['价格太高', 'Too dear'],
  ipUnclear: ['知识产权不清', 'IP unclear'],
  tooFar: ['距离太远', 'Too far'],
  alreadyHave: ['已有办法', 'Already solved'],
  descriptionUnclear: ['描述不清', 'Description unclear'],
  other: ['其他', 'Other'],
};
