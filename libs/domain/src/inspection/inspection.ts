import { addDays, type LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** 登记抽查计划: what may be drawn is frozen and its hash published before the seed is known; then drawn once. */
export const inspectionPlanTransitions = {
  frozen: { draw: 'drawn' },
  drawn: {},
} as const satisfies TransitionTable;
export type InspectionPlanState = StateOf<typeof inspectionPlanTransitions>;

export interface InspectionPlan {
  readonly id: string;
  readonly title: string;
  readonly period: string;
  readonly cutOff: LocalDate;
  readonly state: InspectionPlanState;
  /** 技术交易额 from which a case is always drawn. */
  readonly largeFrom: Fen;
  /** How many of the others are drawn. */
  readonly smallCount: number;
  /** Where the seed will come from, told before it is known: a lottery's numbers of a coming day. */
  readonly seedSource: string;
  readonly populationCount: number;
  readonly largeCount: number;
  /** SHA-256 of the population as populationText writes it. */
  readonly populationHash: string;
  readonly seed: string | null;
  readonly frozenBy: string;
  readonly frozenAt: Date;
  readonly drawnBy: string | null;
  readonly drawnAt: Date | null;
}

export const strata = ['large', 'small'] as const;
export type Stratum = (typeof strata)[number];

export interface Member {
  readonly registrationNumber: string;
  readonly stratum: Stratum;
}

export interface Drawn extends Member {
  /** What the small ones are ordered by; null for a large one, which needs no draw. */
  readonly drawKey: string | null;
}

export const stratumOf = (technologyValue: Fen, largeFrom: Fen): Stratum =>
  technologyValue >= largeFrom ? 'large' : 'small';

const byNumber = (a: Member, b: Member): number => (a.registrationNumber < b.registrationNumber ? -1 : 1);

/** The population as text: one `number,stratum` a line, by number, each line ended by a line feed. */
export const populationText = (members: readonly Member[]): string =>
  [...members]
    .sort(byNumber)
    .map(({ registrationNumber, stratum }) => `${registrationNumber},${stratum}\n`)
    .join('');

/**
 * All large ones, and of the small ones those whose SHA-256 of `seed`, a line feed and the number come first in
 * hexadecimal order. Anybody who has the list and the seed gets the same ones, with `sha256sum` and `sort`.
 */
export function drawSample(
  members: readonly Member[],
  smallCount: number,
  seed: string,
  sha256: (text: string) => string,
): Drawn[] {
  const large = members.filter((member) => member.stratum === 'large').sort(byNumber);
  const small = members
    .filter((member) => member.stratum === 'small')
    .map((member) => ({ ...member, drawKey: sha256(`${seed}\n${member.registrationNumber}`) }))
    .sort((a, b) => (a.drawKey < b.drawKey ? -1 : a.drawKey > b.drawKey ? 1 : byNumber(a, b)));
  return [...large.map((member) => ({ ...member, drawKey: null })), ...small.slice(0, smallCount)];
}

/** 抽查发现: raised by the auditor, answered by the office, decided by its head, followed up to the end. */
export const inspectionFindingTransitions = {
  raised: { answer: 'answered' },
  answered: { uphold: 'rectifying', dismiss: 'dismissed' },
  rectifying: { report: 'reported' },
  reported: { confirm: 'closed', sendBack: 'rectifying' },
  dismissed: {},
  closed: {},
} as const satisfies TransitionTable;
export type InspectionFindingState = StateOf<typeof inspectionFindingTransitions>;
export type InspectionFindingEvent = EventOf<typeof inspectionFindingTransitions>;

/** 轻微、一般、严重. */
export const findingGrades = ['minor', 'major', 'severe'] as const;
export type FindingGrade = (typeof findingGrades)[number];

export interface InspectionFinding {
  readonly id: string;
  readonly planId: string;
  readonly registrationNumber: string;
  readonly registrationId: string | null;
  readonly state: InspectionFindingState;
  readonly grade: FindingGrade;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly raisedBy: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly decisionReason: string | null;
  readonly measure: string | null;
  readonly decidedBy: string | null;
  readonly report: string | null;
  readonly reportedBy: string | null;
  /** The day by which the office has to act; null when it has not. */
  readonly dueOn: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Changed<C extends string = never> = Result<InspectionFinding, Refusal<C | 'state.notAllowed'>>;

function step(
  finding: InspectionFinding,
  event: InspectionFindingEvent,
  now: Date,
  change: Partial<InspectionFinding>,
): Changed {
  const next = transition(inspectionFindingTransitions, finding.state, event);
  if (!next.ok) return next;
  return ok({ ...finding, ...change, state: next.value, updatedAt: now, version: finding.version + 1 });
}

export const answerFinding = (finding: InspectionFinding, personId: string, answer: string, now: Date): Changed =>
  step(finding, 'answer', now, { answer, answeredBy: personId, dueOn: null });

export interface FindingDecision {
  readonly decision: 'uphold' | 'dismiss';
  readonly reason: string;
  readonly measure: string | null;
  readonly dueOn: LocalDate | null;
}

/** An upheld finding has a measure and a day ahead by which it is done. */
export function decideFinding(
  finding: InspectionFinding,
  personId: string,
  { decision, reason, measure, dueOn }: FindingDecision,
  now: Date,
  today: LocalDate,
): Changed<'inspection.measureMissing' | 'inspection.dueDayPast'> {
  const decided = { decisionReason: reason, decidedBy: personId };
  if (decision === 'dismiss') return step(finding, 'dismiss', now, decided);
  if (measure === null || dueOn === null) {
    return refuse('inspection.measureMissing', {}, measure === null ? '/measure' : '/dueOn');
  }
  if (dueOn <= today) return refuse('inspection.dueDayPast', { today }, '/dueOn');
  return step(finding, 'uphold', now, { ...decided, measure, dueOn });
}

export const reportFinding = (finding: InspectionFinding, personId: string, report: string, now: Date): Changed =>
  step(finding, 'report', now, { report, reportedBy: personId, dueOn: null });

/** The head confirms what was done, or sends it back with a new day. */
export function concludeFinding(
  finding: InspectionFinding,
  decision: 'confirm' | 'sendBack',
  reason: string,
  dueOn: LocalDate | null,
  now: Date,
  today: LocalDate,
): Changed<'inspection.measureMissing' | 'inspection.dueDayPast'> {
  if (decision === 'confirm') return step(finding, 'confirm', now, { decisionReason: reason });
  if (dueOn === null) return refuse('inspection.measureMissing', {}, '/dueOn');
  if (dueOn <= today) return refuse('inspection.dueDayPast', { today }, '/dueOn');
  return step(finding, 'sendBack', now, { decisionReason: reason, dueOn });
}

export const reminderKinds = ['soon', 'overdue'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Which reminder of a due day is written today, if any: some days before it, and from the day after it. */
export function reminderDue(dueOn: LocalDate, today: LocalDate, daysBefore: number): ReminderKind | null {
  if (today > dueOn) return 'overdue';
  return addDays(today, daysBefore) >= dueOn ? 'soon' : null;
}
