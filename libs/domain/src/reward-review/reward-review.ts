import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import type { Candidate, Ranked } from './ranking.js';
import { reviewPolicy, type Criterion, type ReviewScheme } from './reward-review.policy.js';

/**
 * The yearly review of one award: applications → frozen snapshot → panel → ranking → 公示 → approval by a second person →
 * payment → archive. An objection that is upheld leads back to the panel; a candidate may be excluded there with a reason.
 */
export const rewardReviewTransitions = {
  collecting: { freeze: 'scoring', void: 'void' },
  scoring: { rank: 'ranked', tie: 'tied' },
  tied: { decide: 'ranked' },
  ranked: { publicize: 'publicized' },
  publicized: { endNotice: 'awaitingApproval', stopNotice: 'scoring' },
  awaitingApproval: { approve: 'approved', sendBack: 'scoring' },
  approved: { complete: 'paid' },
  paid: { archive: 'archived' },
  archived: {},
  void: {},
} as const satisfies TransitionTable;
export type RewardReviewState = StateOf<typeof rewardReviewTransitions>;
export type RewardReviewEvent = EventOf<typeof rewardReviewTransitions>;

/** From the publication on an applicant knows what came of it; before, nobody outside the office does. */
export const outcomeIsKnown = (state: RewardReviewState): boolean =>
  ['publicized', 'awaitingApproval', 'approved', 'paid', 'archived'].includes(state);

export const rewardApplicationTransitions = {
  submitted: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  returned: { resubmit: 'submitted', withdraw: 'withdrawn' },
  accepted: { exclude: 'excluded' },
  excluded: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type RewardApplicationState = StateOf<typeof rewardApplicationTransitions>;
export type RewardApplicationEvent = EventOf<typeof rewardApplicationTransitions>;

/** A candidate as frozen. `code` is what the panel sees in place of a name. */
export interface FrozenCandidate {
  readonly applicationId: string;
  readonly code: string;
  readonly applicantKind: 'organization' | 'person';
  readonly applicantId: string;
  readonly accrualId: string | null;
  readonly totalFen: string;
  readonly amountFen: string;
  readonly contracts: number;
  readonly reachedAt: string | null;
  readonly benefitFen: string;
  /** Why it cannot be awarded; null: eligible. */
  readonly ineligible: string | null;
}

export interface Snapshot {
  readonly at: string;
  readonly candidates: readonly FrozenCandidate[];
}

export interface TieDecision {
  /** Best first; exactly those who were tied. */
  readonly order: readonly string[];
  readonly minutes: string;
}

export interface RewardReview {
  readonly id: string;
  readonly scheme: ReviewScheme;
  readonly fiscalYear: number;
  readonly state: RewardReviewState;
  readonly applicationsUntil: LocalDate;
  readonly openedBy: string;
  readonly organizationId: string;
  readonly snapshot: Snapshot | null;
  readonly snapshotHash: string | null;
  readonly ranking: readonly Ranked[] | null;
  readonly openTie: readonly string[];
  readonly tieDecision: TieDecision | null;
  readonly rankedBy: string | null;
  readonly noticeId: string | null;
  readonly approvedBy: string | null;
  readonly archiveHash: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A panelist's scores of one candidate: criterion → 0–100. */
export type Sheet = Readonly<Record<string, number>>;

/** Weighted to 0–10000. Refuses a sheet that does not score exactly the criteria. */
export function weighted(scheme: ReviewScheme, sheet: Sheet): Result<number, Refusal<'rewardReview.sheetIncomplete'>> {
  const criteria: readonly Criterion[] = reviewPolicy.criteria[scheme];
  const sound =
    Object.keys(sheet).length === criteria.length &&
    criteria.every(
      ({ code }) => Number.isInteger(sheet[code]) && Number(sheet[code]) >= 0 && Number(sheet[code]) <= 100,
    );
  if (!sound) {
    return refuse('rewardReview.sheetIncomplete', { criteria: criteria.map(({ title }) => title).join('、') || '无' });
  }
  return ok(criteria.reduce((sum, { code, weight }) => sum + (sheet[code] ?? 0) * weight, 0));
}

/** Schemes without criteria name no ranking: whoever is eligible is awarded. */
export const isScored = (scheme: ReviewScheme): boolean => reviewPolicy.criteria[scheme].length > 0;

/** The candidates for ranking; refused while a candidate has fewer sheets than a panel needs. */
export function candidatesOf(
  review: Pick<RewardReview, 'scheme'>,
  eligible: readonly FrozenCandidate[],
  scores: ReadonlyMap<string, readonly number[]>,
): Result<readonly Candidate[], Refusal<'rewardReview.panelTooSmall'>> {
  const scored = isScored(review.scheme);
  const short = scored
    ? eligible.find(({ applicationId }) => (scores.get(applicationId)?.length ?? 0) < reviewPolicy.minPanel)
    : undefined;
  if (short) {
    return refuse('rewardReview.panelTooSmall', {
      code: short.code,
      sheets: String(scores.get(short.applicationId)?.length ?? 0),
      needed: String(reviewPolicy.minPanel),
    });
  }
  return ok(
    eligible.map(({ applicationId, totalFen, contracts, reachedAt }) => ({
      applicationId,
      scores: scored ? (scores.get(applicationId) ?? []) : [],
      total: BigInt(totalFen),
      contracts,
      reachedAt,
    })),
  );
}

/** Those who can be awarded: eligible in the snapshot and not excluded since. */
export const eligibleOf = (review: RewardReview, excluded: ReadonlySet<string>): readonly FrozenCandidate[] =>
  (review.snapshot?.candidates ?? []).filter(
    ({ applicationId, ineligible }) => ineligible === null && !excluded.has(applicationId),
  );

/** An award that was approved: paid once, by a record. */
export interface RewardAward {
  readonly id: string;
  readonly reviewId: string;
  readonly applicationId: string;
  readonly accrualId: string | null;
  readonly amount: Fen;
  /** Less than approved when a contract was taken back in between; null: not paid yet. */
  readonly paid: Fen | null;
  readonly reason: string;
  readonly state: 'approved' | 'paid';
  readonly paymentDocument: string | null;
  readonly paidOn: LocalDate | null;
}
