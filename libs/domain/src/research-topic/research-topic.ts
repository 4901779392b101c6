import { declineReasons, type DeclineReason } from '../matching/match.js';
import { leastCount } from '../matching/match-feedback.js';
import type { DealRefusalReason } from '../non-disclosure/refusal-reasons.policy.js';

/** What the market could not answer in one field: where 技术攻关 topics come from. */
export interface ResearchTopic {
  readonly field: string | null;
  /** Published now, or frozen, and nobody was brought together on it. */
  readonly unanswered: number;
  readonly met: number;
  /** Sent back by experts before publication. */
  readonly returned: number;
  readonly failedChallenges: number;
  readonly refusals: number;
  readonly reasons: readonly TopicReason[];
  /** What the bureau may do; most urgent first. */
  readonly advice: readonly TopicAdvice[];
}

export interface TopicReason {
  readonly reason: DeclineReason;
  /** Null when there are some, but too few to be told without telling who it was. */
  readonly count: number | null;
}

export const topicAdvices = ['research', 'pilot', 'funding', 'rights', 'wording'] as const;
/** 列入攻关、中试熟化、资金支持、权属梳理、写法辅导. */
export type TopicAdvice = (typeof topicAdvices)[number];

export const adviceTexts: Readonly<Record<TopicAdvice, string>> = {
  research: '多条需求无人能解或揭榜流标：建议列入技术攻关选题，公开征集（揭榜挂帅）。',
  pilot: '主要因不够成熟被拒：建议安排中试熟化、区域试验或示范。',
  funding: '主要因价格被拒：建议用创新券、后补助或分期付款支持。',
  rights: '主要因权属不清被拒：建议先梳理专利状态和许可范围。',
  wording: '主要因说明不清被拒或退回：建议派人上门访谈，按行业模板填写。',
};

export interface TopicFacts {
  readonly field: string | null;
  readonly unanswered: number;
  readonly met: number;
  readonly returned: number;
  readonly failedChallenges: number;
  readonly reasons: Readonly<Partial<Record<DeclineReason, number>>>;
}

/** Reasons of a deal's refusals in the words of the match answers, so that one list counts all. */
export const reasonOfDeal: Readonly<Record<DealRefusalReason, DeclineReason>> = {
  priceTooHigh: 'tooDear',
  priceTooLow: 'other',
  tooEarly: 'immature',
  benefitUnclear: 'descriptionUnclear',
  evidenceWeak: 'immature',
  economicsUnclear: 'descriptionUnclear',
  descriptionUnclear: 'descriptionUnclear',
  rightsUnclear: 'ipUnclear',
  termsUnacceptable: 'other',
  noFit: 'wrongField',
  noBudget: 'tooDear',
  otherChosen: 'alreadyHave',
  other: 'other',
};

const leastUnanswered = 3;
const reasonAdvice: readonly (readonly [DeclineReason, TopicAdvice])[] = [
  ['immature', 'pilot'],
  ['tooDear', 'funding'],
  ['ipUnclear', 'rights'],
  ['descriptionUnclear', 'wording'],
];

export function topicOf(facts: TopicFacts): ResearchTopic {
  const countOf = (reason: DeclineReason): number => facts.reasons[reason] ?? 0;
  const refusals = declineReasons.reduce((sum, reason) => sum + countOf(reason), 0);
  const told = declineReasons.filter((reason) => countOf(reason) >= leastCount.ofField);
  const most = Math.max(0, ...told.map(countOf));
  const unsolved = facts.failedChallenges > 0 || facts.unanswered >= leastUnanswered;
  const advised = reasonAdvice.filter(([reason]) => told.includes(reason) && countOf(reason) === most);
  const advice: TopicAdvice[] = [...(unsolved ? (['research'] as const) : []), ...advised.map(([, what]) => what)];
  if (facts.returned >= leastCount.ofField && !advice.includes('wording')) advice.push('wording');
  return {
    field: facts.field,
    unanswered: facts.unanswered,
    met: facts.met,
    returned: facts.returned,
    failedChallenges: facts.failedChallenges,
    refusals,
    reasons: declineReasons
      .filter((reason) => countOf(reason) > 0)
      .map((reason) => ({ reason, count: told.includes(reason) ? countOf(reason) : null })),
    advice,
  };
}

/** Most urgent first: failed calls, then needs that nobody answered, then refusals; equal ones by their names. */
export const byUrgency = (a: ResearchTopic, b: ResearchTopic): number =>
  b.failedChallenges - a.failedChallenges ||
  b.unanswered - a.unanswered ||
  b.refusals - a.refusals ||
  (a.field ?? '\uffff').localeCompare(b.field ?? '\uffff');
