import { addDays, epochDay, type LocalDate } from '../calendar/local-date.js';
import { addYears } from '../calendar/period.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import type { BrokerGrade, BrokerPolicy } from './broker.policy.js';

/** `first`: none stands; `renewal`: the same grade goes on; `upgrade`: a higher grade takes the place of what stands. */
export const recognitionKinds = ['first', 'renewal', 'upgrade'] as const;
export type RecognitionKind = (typeof recognitionKinds)[number];

/** The bureau's recognition of one person as a technology broker (技术经纪人认定). */
export interface BrokerRecognition {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  /** For whom the person was signed in: an agency, or any other unit. */
  readonly organizationId: string;
  readonly kind: RecognitionKind;
  readonly grade: BrokerGrade;
  readonly state: BrokerRecognitionState;
  readonly certificateNumber: string;
  readonly certificateIssuer: string;
  readonly certificateIssuedOn: LocalDate;
  readonly statement: string;
  /** The person lets the public register name them; and show the level of their credit. */
  readonly publicConsent: boolean;
  readonly creditConsent: boolean;
  readonly recognitionNumber: string | null;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly noticeId: string | null;
  readonly examinedBy: string | null;
  readonly decidedBy: string | null;
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const brokerRecognitionTransitions = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { examine: 'examined', return: 'draft', refuse: 'refused', withdraw: 'withdrawn' },
  examined: { publicize: 'publicized', sendBack: 'submitted' },
  publicized: { endNotice: 'recognized', stopNotice: 'submitted' },
  recognized: { suspend: 'suspended', revoke: 'revoked', expire: 'expired', supersede: 'superseded' },
  suspended: { restore: 'recognized', revoke: 'revoked', expire: 'expired' },
  refused: {},
  withdrawn: {},
  revoked: {},
  expired: {},
  superseded: {},
} as const satisfies TransitionTable;
export type BrokerRecognitionState = StateOf<typeof brokerRecognitionTransitions>;
export type BrokerRecognitionEvent = EventOf<typeof brokerRecognitionTransitions>;

export const openRecognitionStates: readonly BrokerRecognitionState[] = [
  'draft',
  'submitted',
  'examined',
  'publicized',
];

/** Only this counts: recognized, within its term, not suspended. */
export const activeOn = (
  { state, validFrom, validUntil }: Pick<BrokerRecognition, 'state' | 'validFrom' | 'validUntil'>,
  day: LocalDate,
): boolean =>
  state === 'recognized' && validFrom !== null && validFrom <= day && validUntil !== null && day <= validUntil;

/** One training with its evidence, confirmed by the bureau. */
export interface BrokerTraining {
  readonly id: string;
  readonly personId: string;
  readonly course: string;
  readonly provider: string;
  readonly heldOn: LocalDate;
  readonly hours: number;
  /** Number of the certificate of attendance, or where it is kept. */
  readonly evidence: string;
  readonly state: StateOf<typeof brokerTrainingTransitions>;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly createdAt: Date;
}

export const brokerTrainingTransitions = {
  submitted: { confirm: 'confirmed', reject: 'rejected' },
  confirmed: {},
  rejected: {},
} as const satisfies TransitionTable;

/** One examiner's mark of the casebook paper. */
export interface CasebookSheet {
  readonly examinerId: string;
  readonly caseCode: string;
  readonly score: number;
  readonly note: string;
}

/** null: not all sheets are there yet. Two that agree give their mean, rounded down; else the third decides by the median. */
export function casebookScore(sheets: readonly Pick<CasebookSheet, 'score'>[], policy: BrokerPolicy): number | null {
  const scores = sheets.map(({ score }) => score).sort((a, b) => a - b);
  const [low = 0, high = 0] = scores;
  if (scores.length < 2) return null;
  if (scores.length > 2) return high; // the middle of three
  return high - low <= policy.casebookMaxSpread ? Math.floor((low + high) / 2) : null;
}

/** Whether one more sheet is to be written. */
export const sheetWanted = (sheets: readonly Pick<CasebookSheet, 'score'>[], policy: BrokerPolicy): boolean =>
  sheets.length < 3 && casebookScore(sheets, policy) === null;

/** Hours that the bureau confirmed, of the trainings whose day counts. */
export const countedHours = (
  trainings: readonly Pick<BrokerTraining, 'hours' | 'heldOn' | 'state'>[],
  counts: (heldOn: LocalDate) => boolean,
): number =>
  trainings
    .filter(({ state, heldOn }) => state === 'confirmed' && counts(heldOn))
    .reduce((total, { hours }) => total + hours, 0);

export interface RecognitionFacts {
  readonly trainings: readonly Pick<BrokerTraining, 'hours' | 'heldOn' | 'state'>[];
  readonly sheets: readonly Pick<CasebookSheet, 'score'>[];
  /** What stands now, for a renewal or an upgrade. */
  readonly current: Pick<BrokerRecognition, 'grade' | 'validFrom' | 'validUntil'> | null;
}

export type ConditionRefusal = Refusal<
  | 'brokerRecognition.hoursMissing'
  | 'brokerRecognition.casebookPending'
  | 'brokerRecognition.casebookFailed'
  | 'brokerRecognition.nothingToRenew'
>;

/** The conditions, checked when the examiner proposes the recognition. A renewal asks for continuing hours, not for a paper. */
export function meetsConditions(
  { kind, grade }: Pick<BrokerRecognition, 'kind' | 'grade'>,
  { trainings, sheets, current }: RecognitionFacts,
  policy: BrokerPolicy,
  today: LocalDate,
): Result<null, ConditionRefusal> {
  const renewed = kind === 'renewal';
  if (renewed && current?.validFrom == null) return refuse('brokerRecognition.nothingToRenew');
  const since = renewed ? (current?.validFrom ?? today) : null;
  const fresh = (heldOn: LocalDate) =>
    since === null ? addYears(heldOn, policy.hoursWindowYears) >= today : heldOn >= since;
  const required = renewed ? policy.continuingHoursPerYear * policy.validityYears : policy.requiredHours[grade];
  const hours = countedHours(trainings, fresh);
  if (hours < required) {
    return refuse('brokerRecognition.hoursMissing', { hours: String(hours), required: String(required) });
  }
  if (renewed) return ok(null);
  const score = casebookScore(sheets, policy);
  if (score === null) return refuse('brokerRecognition.casebookPending');
  const pass = policy.casebookPassScore;
  return score < pass
    ? refuse('brokerRecognition.casebookFailed', { score: String(score), pass: String(pass) })
    : ok(null);
}

/** A renewal begins the day after what it renews; anything else today. It ends on the day before the corresponding one. */
export function termOf(
  kind: RecognitionKind,
  current: Pick<BrokerRecognition, 'validUntil'> | null,
  policy: BrokerPolicy,
  today: LocalDate,
): { readonly validFrom: LocalDate; readonly validUntil: LocalDate } {
  const until = current?.validUntil ?? null;
  const validFrom = kind === 'renewal' && until !== null && until >= today ? addDays(until, 1) : today;
  return { validFrom, validUntil: addDays(addYears(validFrom, policy.validityYears), -1) };
}

/** The reminder that is due today: the smallest number of days that is reached; null when none is. */
export function reminderDue(validUntil: LocalDate, policy: BrokerPolicy, today: LocalDate): number | null {
  const left = epochDay(validUntil) - epochDay(today);
  if (left < 0) return null;
  return [...policy.remindDaysBefore].sort((a, b) => a - b).find((days) => left <= days) ?? null;
}
