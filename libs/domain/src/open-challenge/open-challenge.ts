import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { challengePolicyOn, type LicenceBack, type Ownership, type SecretUse } from './challenge.policy.js';

/** A call for solutions of one problem (技术难题竞标、揭榜挂帅): sealed bids, blind scores, a reason for everybody. */
export interface OpenChallenge extends ChallengeContent {
  readonly id: string;
  readonly organizationId: string;
  readonly openedBy: string;
  /** The demand it is called from; null when it stands alone. */
  readonly demandId: string | null;
  readonly state: OpenChallengeState;
  /** Of everything that a bidder accepts; null until it is published, fixed from then on. */
  readonly termsHash: string | null;
  readonly noticeId: string | null;
  readonly outcomeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

export interface ChallengeContent {
  readonly title: string;
  /** What anybody reads. */
  readonly summary: string;
  readonly field: string | null;
  readonly countyCode: string;
  readonly budget: Fen | null;
  /** Null while the caller has not said. */
  readonly ipTerms: IpTerms | null;
  readonly criteria: readonly ChallengeCriterion[];
  /** For the first, the second, …: as many as are awarded. */
  readonly prizes: readonly Fen[];
  /** Points of 100 that an awarded bid has at least. */
  readonly passMark: number;
  readonly questionsUntil: Date;
  readonly commitUntil: Date;
  readonly revealUntil: Date;
  /** The day by which the panel wants to be done. */
  readonly scoringUntil: LocalDate;
}

/** Who has what of the results, said before anybody bids. */
export interface IpTerms {
  readonly ownership: Ownership;
  readonly licenceBack: LicenceBack;
  readonly secretUse: SecretUse;
  readonly note: string;
  /** Months for which a bidder keeps the details to himself. */
  readonly confidentialityMonths: number;
}

export interface ChallengeCriterion {
  readonly code: string;
  readonly title: string;
  /** All weights sum to 100. */
  readonly weight: number;
}

export const openChallengeTransitions = {
  draft: { publish: 'open', cancel: 'cancelled' },
  open: { closeCommitments: 'revealing', fail: 'failed', cancel: 'cancelled' },
  revealing: { closeReveals: 'scoring', fail: 'failed' },
  scoring: { rank: 'ranked', tie: 'tied', fail: 'failed' },
  tied: { decide: 'ranked' },
  ranked: { publicize: 'underNotice', fail: 'failed' },
  underNotice: { object: 'suspended', clear: 'cleared' },
  suspended: { dismiss: 'underNotice', uphold: 'scoring' },
  cleared: { award: 'awarded' },
  awarded: {},
  failed: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type OpenChallengeState = StateOf<typeof openChallengeTransitions>;
export type OpenChallengeEvent = EventOf<typeof openChallengeTransitions>;

/** What a bidder accepts: none of it can be changed once the call is out. */
export const termsOf = (challenge: OpenChallenge, details: string) => ({
  id: challenge.id,
  title: challenge.title,
  summary: challenge.summary,
  details,
  budget: challenge.budget,
  ipTerms: challenge.ipTerms,
  criteria: challenge.criteria,
  prizes: challenge.prizes,
  passMark: challenge.passMark,
  questionsUntil: challenge.questionsUntil,
  commitUntil: challenge.commitUntil,
  revealUntil: challenge.revealUntil,
  losersRights: losersRights,
});

/** Stands in every call: a bid that is not awarded stays its bidder's. */
export const losersRights = '未获奖方案的一切权利归提出者所有；征集方和评审人员不得使用、披露，也不得据此申请专利。';

export type PublishRefusal = Refusal<
  | 'state.notAllowed'
  | 'openChallenge.ipTermsMissing'
  | 'openChallenge.criteriaWrong'
  | 'openChallenge.prizesMissing'
  | 'openChallenge.detailsMissing'
  | 'openChallenge.datesWrong'
>;

/** Terms of the results, criteria, prizes and dates stand before anybody bids. */
export function publishChallenge(
  challenge: OpenChallenge,
  details: string,
  termsHash: string,
  now: Date,
): Result<OpenChallenge, PublishRefusal> {
  const next = transition(openChallengeTransitions, challenge.state, 'publish');
  if (!next.ok) return next;
  if (challenge.ipTerms === null) return refuse('openChallenge.ipTermsMissing', {}, '/ipTerms');
  if (details.trim().length < 10) return refuse('openChallenge.detailsMissing', {}, '/details');
  const criteria = soundCriteria(challenge.criteria);
  if (!criteria.ok) return criteria;
  if (challenge.prizes.length === 0) return refuse('openChallenge.prizesMissing', {}, '/prizesYuan');
  const dates = soundDates(challenge, now);
  if (!dates.ok) return dates;
  return ok({ ...moved(challenge, next.value, now), termsHash, publishedAt: now });
}

export function soundCriteria(
  criteria: readonly ChallengeCriterion[],
): Result<true, Refusal<'openChallenge.criteriaWrong'>> {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const codes = new Set(criteria.map(({ code }) => code));
  return criteria.length > 0 && sum === 100 && codes.size === criteria.length
    ? ok(true)
    : refuse('openChallenge.criteriaWrong', { sum: String(sum) }, '/criteria');
}

const hourMs = 3_600_000;

export function soundDates(
  challenge: Pick<ChallengeContent, 'questionsUntil' | 'commitUntil' | 'revealUntil' | 'scoringUntil'>,
  now: Date,
): Result<true, Refusal<'openChallenge.datesWrong'>> {
  const policy = challengePolicyOn(beijingDate(now));
  const hours = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / hourMs;
  const { questionsUntil, commitUntil, revealUntil, scoringUntil } = challenge;
  const wrong = (rule: string, pointer: string) => refuse('openChallenge.datesWrong', { rule }, pointer);
  if (hours(now, commitUntil) < policy.leastCallDays * 24)
    return wrong(`提交承诺的截止时间应在发布之后至少 ${policy.leastCallDays} 日`, '/commitUntil');
  if (questionsUntil <= now || hours(questionsUntil, commitUntil) < policy.leastAnswerHours)
    return wrong(`提问截止应在提交截止之前至少 ${policy.leastAnswerHours} 小时`, '/questionsUntil');
  const reveal = hours(commitUntil, revealUntil);
  if (reveal < policy.leastRevealHours || reveal > policy.mostRevealHours)
    return wrong(`揭示期应为 ${policy.leastRevealHours} 至 ${policy.mostRevealHours} 小时`, '/revealUntil');
  if (scoringUntil < beijingDate(revealUntil)) return wrong('评审截止日不能早于揭示截止', '/scoringUntil');
  return ok(true);
}

export function advanceChallenge(
  challenge: OpenChallenge,
  event: OpenChallengeEvent,
  now: Date,
  outcomeReason: string | null = challenge.outcomeReason,
): Result<OpenChallenge, Refusal<'state.notAllowed'>> {
  const next = transition(openChallengeTransitions, challenge.state, event);
  return next.ok ? ok({ ...moved(challenge, next.value, now), outcomeReason }) : next;
}

/** The content may change in the draft only: what was called is what is awarded. */
export const amendChallenge = (
  challenge: OpenChallenge,
  change: Partial<ChallengeContent>,
  now: Date,
): Result<OpenChallenge, Refusal<'openChallenge.published'>> =>
  challenge.state === 'draft'
    ? ok({ ...challenge, ...change, updatedAt: now, version: challenge.version + 1 })
    : refuse('openChallenge.published', { state: challenge.state });

/** A deadline of its state is over; at its very instant already. */
export const deadlinePassed = (
  { state, commitUntil, revealUntil }: Pick<OpenChallenge, 'state' | 'commitUntil' | 'revealUntil'>,
  now: Date,
): boolean => (state === 'open' && now >= commitUntil) || (state === 'revealing' && now >= revealUntil);

/**
 * What time alone does to a challenge now; null: nothing. A deadline holds at its very instant, whether or not a worker
 * has been there: every use case asks first.
 */
export function dueEvent(
  challenge: OpenChallenge,
  counts: { readonly committed: number; readonly revealed: number },
  now: Date,
): { readonly event: 'closeCommitments' | 'closeReveals' | 'fail'; readonly reason: string | null } | null {
  if (!deadlinePassed(challenge, now)) return null;
  if (challenge.state === 'open') {
    return counts.committed > 0
      ? { event: 'closeCommitments', reason: null }
      : { event: 'fail', reason: '截止时没有任何方案承诺' };
  }
  return counts.revealed > 0
    ? { event: 'closeReveals', reason: null }
    : { event: 'fail', reason: '揭示期满没有一份方案揭示' };
}

/** States in which the ranking is public. */
export const resultStates = ['underNotice', 'suspended', 'cleared', 'awarded'] as const;

const moved = (challenge: OpenChallenge, state: OpenChallengeState, now: Date): OpenChallenge => ({
  ...challenge,
  state,
  updatedAt: now,
  version: challenge.version + 1,
});
