import { lastDayOfMonths, addMonths } from '../calendar/period.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { RegisteredKind } from './right.js';

export const filingKinds = ['licenceFiling', 'assignmentRegistration'] as const;
/** 许可合同备案, 转让登记. */
export type FilingKind = (typeof filingKinds)[number];

/** What a contract on a right obliges its parties to put on the official register. */
export interface RightFiling {
  readonly id: string;
  readonly rightId: string;
  readonly rightKind: RegisteredKind;
  readonly rightNumber: string;
  readonly rightTitle: string;
  readonly kind: FilingKind;
  readonly state: RightFilingState;
  readonly organizationId: string;
  readonly counterpartOrganizationId: string;
  readonly contractId: string | null;
  readonly uptakeId: string | null;
  readonly overlayId: string;
  readonly startedOn: LocalDate;
  /** Null where the law sets no term (an assignment): it only has no effect before. */
  readonly dueOn: LocalDate | null;
  /** The holidays of the year it ends in are not announced: the plain day, which is never too late. */
  readonly provisional: boolean;
  readonly filedOn: LocalDate | null;
  readonly filingNumber: string | null;
  readonly evidenceId: string | null;
  readonly reportedBy: string | null;
  readonly confirmedBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const rightFilingTransitions = {
  due: { report: 'reported', cancel: 'cancelled' },
  reported: { confirm: 'filed', reject: 'due', cancel: 'cancelled' },
  filed: {},
  cancelled: {},
} as const satisfies TransitionTable;

export type RightFilingState = StateOf<typeof rightFilingTransitions>;
export type RightFilingEvent = EventOf<typeof rightFilingTransitions>;

/** 自合同生效之日起3个月内 (专利法实施细则 2023 art. 15 para. 2; 2010 text art. 14 para. 2). */
export const licenceFilingMonths = {
  value: 3,
  source: '专利法实施细则（2023年修订）',
  article: '第十五条第二款',
  effectiveFrom: '2001-07-01',
  effectiveTo: null,
} as const;

/** Last day to file. Where holidays are not announced yet the plain corresponding day stands: it is never too late. */
export function licenceFilingDue(effectiveOn: LocalDate): { readonly dueOn: LocalDate; readonly provisional: boolean } {
  const last = lastDayOfMonths(effectiveOn, licenceFilingMonths.value);
  return last.ok
    ? { dueOn: last.value, provisional: false }
    : { dueOn: addMonths(effectiveOn, licenceFilingMonths.value), provisional: true };
}

export interface FilingReport {
  readonly filedOn: LocalDate;
  readonly filingNumber: string;
  readonly evidenceId: string;
}

export function reportFiling(
  filing: RightFiling,
  report: FilingReport,
  personId: string,
  today: LocalDate,
  now: Date,
): Result<RightFiling, Refusal<'state.notAllowed' | 'right.filingDay'>> {
  if (report.filedOn < filing.startedOn || report.filedOn > today) return refuse('right.filingDay', {}, '/filedOn');
  const next = transition(rightFilingTransitions, filing.state, 'report');
  if (!next.ok) return next;
  return ok({
    ...filing,
    ...report,
    state: next.value,
    reportedBy: personId,
    version: filing.version + 1,
    updatedAt: now,
  });
}

export function decideFiling(
  filing: RightFiling,
  personId: string,
  agreed: boolean,
  now: Date,
): Result<RightFiling, Refusal<'state.notAllowed' | 'right.samePerson'>> {
  if (filing.reportedBy === personId) return refuse('right.samePerson');
  const next = transition(rightFilingTransitions, filing.state, agreed ? 'confirm' : 'reject');
  if (!next.ok) return next;
  const decided = agreed
    ? { confirmedBy: personId }
    : { filedOn: null, filingNumber: null, evidenceId: null, reportedBy: null };
  return ok({ ...filing, ...decided, state: next.value, version: filing.version + 1, updatedAt: now });
}

export const reminderThresholds = ['days90', 'days30', 'days7', 'overdue', 'lastMonth'] as const;
export type ReminderThreshold = (typeof reminderThresholds)[number];

const daysBefore: Partial<Record<ReminderThreshold, number>> = { days90: 90, days30: 30, days7: 7 };

/** The sharpest threshold that is reached today; null while none is. `graceUntil` only of fees. */
export function reminderDue(
  dueOn: LocalDate,
  graceUntil: LocalDate | null,
  today: LocalDate,
): ReminderThreshold | null {
  if (graceUntil !== null && today > graceUntil) return null;
  if (graceUntil !== null && today >= addDays(graceUntil, -30) && today > dueOn) return 'lastMonth';
  if (today > dueOn) return 'overdue';
  for (const threshold of ['days7', 'days30', 'days90'] as const) {
    if (today >= addDays(dueOn, -(daysBefore[threshold] ?? 0))) return threshold;
  }
  return null;
}
