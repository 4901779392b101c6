import { addYears } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import type { CarrierTitleEvent, CarrierTitleState, TitleSpan } from './carrier-title.js';

/**
 * The yearly review (年度考核) of one title. One officer proposes, another decides: passed, to be rectified by a day, or the
 * title withdrawn. A report that did not come when it was due can be examined without it.
 */
export const carrierReviewTransitions = {
  due: { submit: 'submitted', examine: 'examined' },
  submitted: { examine: 'examined', return: 'due' },
  examined: { pass: 'passed', rectify: 'rectifying', withdraw: 'withdrawn', sendBack: 'due' },
  rectifying: { submit: 'submitted', examine: 'examined' },
  passed: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type CarrierReviewState = StateOf<typeof carrierReviewTransitions>;
export type CarrierReviewEvent = EventOf<typeof carrierReviewTransitions>;

export const reviewResults = ['pass', 'rectify', 'withdraw'] as const;
export type ReviewResult = (typeof reviewResults)[number];

/** What a carrier reports of its year. */
export interface CarrierFigures {
  readonly tenants: number;
  readonly graduates: number;
  readonly jobs: number;
  readonly serviceEvents: number;
  readonly intellectualProperty: number;
  readonly investmentYuan: string;
  readonly tenantRevenueYuan: string;
}

export interface CarrierReview {
  readonly id: string;
  readonly titleId: string;
  readonly organizationId: string;
  readonly year: number;
  readonly state: CarrierReviewState;
  readonly dueOn: LocalDate;
  readonly report: string | null;
  readonly figures: CarrierFigures | null;
  readonly submittedAt: Date | null;
  readonly proposal: ReviewResult | null;
  readonly examinedBy: string | null;
  readonly opinion: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly rectifyUntil: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The seed names no yearly review of carriers: dates are the platform's own, provisional until the bureau decides. */
export const carrierReviewPolicy = {
  /** Month and day, of the year after, until which the self report is due. */
  dueMonthDay: '03-31',
  /** A title recognized after this day of a year is first reviewed for the next. */
  recognizedBy: '06-30',
  standing: 'platform',
  effectiveFrom: '2020-01-01',
} as const;

/** The day on which the report of a year is due. */
export const reviewDueOn = (year: number): LocalDate => `${year + 1}-${carrierReviewPolicy.dueMonthDay}`;

/** Whether a title has to report of a year: recognized in time and still in force when the year was over. */
export function reviewedFor(title: TitleSpan, year: number): boolean {
  const { recognizedOn, validUntil, endedOn } = title;
  const last = `${year}-12-31`;
  return (
    recognizedOn !== null &&
    recognizedOn <= `${year}-${carrierReviewPolicy.recognizedBy}` &&
    (validUntil === null || last <= validUntil) &&
    (endedOn === null || last < endedOn)
  );
}

/** Overdue: neither handed in nor decided after its day; a rectification after its own. */
export function isOverdue({ state, dueOn, rectifyUntil }: CarrierReview, today: LocalDate): boolean {
  if (state === 'due') return today > dueOn;
  return state === 'rectifying' && rectifyUntil !== null && today > rectifyUntil;
}

/** What a review's result does to the title; null: nothing. */
export function titleEventOf(result: ReviewResult, title: CarrierTitleState): CarrierTitleEvent | null {
  if (result === 'withdraw') return 'withdraw';
  if (result === 'rectify') return title === 'recognized' ? 'rectify' : null;
  return title === 'rectifying' ? 'restore' : null;
}

/** Last day of a recognition of whole years: the day before the same day `years` later. */
export const validUntilAfter = (recognizedOn: LocalDate, years: number): LocalDate =>
  new Date(Date.parse(`${addYears(recognizedOn, years)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
