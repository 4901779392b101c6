import { addDays, beijingDate, epochDay, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A project paid for out of the public purse (利用财政资金设立的科技项目), which owes its results: 促进科技成果转化法 art. 11. */
export interface FundedProject {
  readonly id: string;
  /** Who carries it out and owes the results. */
  readonly organizationId: string;
  readonly number: string;
  readonly title: string;
  readonly level: ProjectLevel;
  readonly funder: string;
  readonly fiscal: Fen;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Last day for handing the results in. */
  readonly dueOn: LocalDate;
  readonly agreed: readonly AgreedResult[];
  readonly state: FundedProjectState;
  readonly submission: Submission | null;
  readonly reason: string | null;
  readonly registeredBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const projectLevels = ['national', 'ministry', 'province', 'city', 'county'] as const;
export type ProjectLevel = (typeof projectLevels)[number];

export const resultKinds = ['achievement', 'patent', 'paper', 'standard', 'variety', 'other'] as const;
export type ResultKind = (typeof resultKinds)[number];
/** What the task statement promises: so many of a kind. */
export interface AgreedResult {
  readonly kind: ResultKind;
  readonly count: number;
}

/** What was handed in (汇交): the report, achievements in the library, other results. */
export interface Submission {
  readonly reportNumber: string | null;
  readonly achievementIds: readonly string[];
  readonly others: readonly AgreedResult[];
  /** Why less came of it than was agreed. */
  readonly shortfallReason: string | null;
  readonly submittedOn: LocalDate;
}

export const fundedProjectTransitions = {
  running: { submit: 'submitted', terminate: 'terminated' },
  submitted: { accept: 'settled', return: 'running' },
  settled: {},
  terminated: {},
} as const satisfies TransitionTable;
export type FundedProjectState = StateOf<typeof fundedProjectTransitions>;
export type FundedProjectEvent = EventOf<typeof fundedProjectTransitions>;

/** Terms that no law fixes: the statute says 按照规定及时. Ours, unless the task statement names a day. */
export const submissionTerm = {
  months: 3,
  source: '平台自设；任务书另有约定的从其约定',
  effectiveFrom: '2026-01-01',
} as const;

export const dueDay = (endsOn: LocalDate, agreed: LocalDate | null): LocalDate =>
  agreed ?? addMonths(endsOn, submissionTerm.months);

/** What the government body that set the project up may do: art. 46, in its order. The last two are for serious cases. */
export const measureKinds = ['order', 'criticism', 'bar'] as const;
export type MeasureKind = (typeof measureKinds)[number];
export const measureTitles: Readonly<Record<MeasureKind, string>> = {
  order: '责令改正',
  criticism: '通报批评',
  bar: '一定期限内禁止承担财政资金科技项目',
};
export const measureSource = '促进科技成果转化法第四十六条';

export interface Measure {
  readonly id: string;
  readonly projectId: string;
  readonly kind: MeasureKind;
  readonly reason: string;
  /** Of `order`: until when to put it right; of `bar`: its last day. */
  readonly until: LocalDate | null;
  readonly byPersonId: string;
  readonly at: Date;
}

/** Where a project stands with its duty. */
export type Duty = 'notDue' | 'dueSoon' | 'overdue' | 'ordered' | 'criticised' | 'barred' | 'met';

const soonDays = 30;

export function dutyOf(
  project: Pick<FundedProject, 'state' | 'endsOn' | 'dueOn'>,
  measures: readonly Pick<Measure, 'kind'>[],
  today: LocalDate,
): Duty {
  if (project.state !== 'running') return 'met';
  const taken = (kind: MeasureKind) => measures.some((one) => one.kind === kind);
  if (taken('bar')) return 'barred';
  if (taken('criticism')) return 'criticised';
  if (taken('order')) return 'ordered';
  if (today > project.dueOn) return 'overdue';
  return today >= addDays(project.dueOn, -soonDays) ? 'dueSoon' : 'notDue';
}

export const daysOverdue = (dueOn: LocalDate, today: LocalDate): number =>
  Math.max(0, epochDay(today) - epochDay(dueOn));

/** Reminders on the way: days from the last day, each told once. */
export const reminderDays = [-30, 0, 30, 90] as const;
export const reachedReminders = (dueOn: LocalDate, today: LocalDate): readonly number[] =>
  reminderDays.filter((days) => addDays(dueOn, days) <= today);

export type MeasureRefusal = Refusal<
  | 'fundedProject.notOverdue'
  | 'fundedProject.orderFirst'
  | 'fundedProject.measureTaken'
  | 'fundedProject.untilMissing'
  | 'fundedProject.orderRunning'
>;

/** First the order to put it right; more only when that has passed in vain. */
export function checkMeasure(
  project: Pick<FundedProject, 'state' | 'dueOn'>,
  taken: readonly Measure[],
  wanted: Pick<Measure, 'kind' | 'until'>,
  today: LocalDate,
): Result<null, MeasureRefusal> {
  if (project.state !== 'running' || today <= project.dueOn)
    return refuse('fundedProject.notOverdue', { dueOn: project.dueOn });
  if (taken.some(({ kind }) => kind === wanted.kind))
    return refuse('fundedProject.measureTaken', { measure: measureTitles[wanted.kind] });
  if (wanted.kind !== 'criticism' && (wanted.until === null || wanted.until <= today)) {
    return refuse('fundedProject.untilMissing', {}, '/until');
  }
  if (wanted.kind === 'order') return ok(null);
  const order = taken.find(({ kind }) => kind === 'order');
  if (!order) return refuse('fundedProject.orderFirst');
  return order.until !== null && today <= order.until
    ? refuse('fundedProject.orderRunning', { until: order.until })
    : ok(null);
}

export interface Shortfall {
  readonly kind: ResultKind;
  readonly agreed: number;
  readonly handedIn: number;
}

/** What was promised and is not there. */
export function shortfalls(
  agreed: readonly AgreedResult[],
  submission: Pick<Submission, 'achievementIds' | 'others'>,
): readonly Shortfall[] {
  const count = (results: readonly AgreedResult[], kind: ResultKind) =>
    results.filter((one) => one.kind === kind).reduce((total, one) => total + one.count, 0);
  return resultKinds.flatMap((kind) => {
    const promised = count(agreed, kind);
    const handedIn = kind === 'achievement' ? submission.achievementIds.length : count(submission.others, kind);
    return handedIn < promised ? [{ kind, agreed: promised, handedIn }] : [];
  });
}

export function moveProject(
  project: FundedProject,
  event: FundedProjectEvent,
  now: Date,
): Result<FundedProject, Refusal<'state.notAllowed'>> {
  const next = transition(fundedProjectTransitions, project.state, event);
  if (!next.ok) return next;
  return ok({ ...project, state: next.value, updatedAt: now, version: project.version + 1 });
}

/** 科技成果转化年度报告: of public research units and universities, art. 21. */
export interface TransferReport {
  readonly id: string;
  readonly organizationId: string;
  readonly year: number;
  readonly figures: ReportFigures;
  readonly narrative: string;
  readonly state: TransferReportState;
  readonly findings: string | null;
  readonly submittedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Counted by the platform when the report is submitted; amounts in 分 as text. */
export interface ReportFigures {
  readonly achievements: number;
  readonly registered: number;
  readonly contracts: number;
  readonly contractValueFen: string;
  readonly completedProcedures: number;
  readonly rewardPoolFen: string;
}

export const transferReportTransitions = {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', return: 'draft' },
  accepted: {},
} as const satisfies TransitionTable;
export type TransferReportState = StateOf<typeof transferReportTransitions>;

/** Art. 21 names no day; the days come from a secondary source. */
export const reportDays = {
  toAuthority: '03-30',
  toSystem: '04-30',
  source: '促进科技成果转化法第二十一条；日期依转载材料〔待核原文〕',
} as const;

export const reportDueOn = (year: number): LocalDate => `${year + 1}-${reportDays.toAuthority}`;
/** Kinds of organization that owe the report: units set up by the state. */
export const reportingKinds: readonly string[] = ['university', 'institute'];

export const isLate = (submittedAt: Date | null, year: number, today: LocalDate): boolean =>
  (submittedAt === null ? today : beijingDate(submittedAt)) > reportDueOn(year);
