import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A public notice (公示) of something that waits until nobody objects. */
export interface PublicNotice {
  readonly id: string;
  readonly organizationId: string;
  /** Concept whose next step waits: `listing`, … */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly state: PublicNoticeState;
  readonly title: string;
  readonly items: readonly NoticeItem[];
  /** How, where and until when to object; published with the notice. */
  readonly objectionProcedure: string;
  readonly postedOn: LocalDate;
  readonly days: number;
  /** Last day, until 24:00 Beijing time; the next step is possible on the day after it. */
  readonly lastDay: LocalDate;
  /** Holidays that count for the last day were not announced when it was posted: the day is late enough in any case. */
  readonly provisional: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the notice says about a last day that was reckoned without the holidays of its year. */
export const lastDayNote = ({ provisional }: Pick<PublicNotice, 'provisional'>): string | null =>
  provisional ? '有关年度放假安排尚未公布，公示期满日从宽计算，不早于任何放假安排下的期满日。' : null;

export interface NoticeItem {
  readonly label: string;
  readonly value: string;
}

/** An objection to a public notice (异议). */
export interface Objection {
  readonly id: string;
  readonly noticeId: string;
  /** Who objects, and for which organization. */
  readonly personId: string;
  readonly organizationId: string;
  readonly state: ObjectionState;
  readonly reason: string;
  readonly decisionReason: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

export const publicNoticeTransitions = {
  running: { end: 'ended', object: 'suspended', cancel: 'cancelled' },
  suspended: { object: 'suspended', resume: 'running', stop: 'stopped', cancel: 'cancelled' },
  ended: {},
  stopped: {},
  cancelled: {},
} as const satisfies TransitionTable;

export const objectionTransitions = {
  open: { uphold: 'upheld', dismiss: 'dismissed' },
  upheld: {},
  dismissed: {},
} as const satisfies TransitionTable;

export type PublicNoticeState = StateOf<typeof publicNoticeTransitions>;
export type PublicNoticeEvent = EventOf<typeof publicNoticeTransitions>;
export type ObjectionState = StateOf<typeof objectionTransitions>;

export type OpenNoticeRefusal = Refusal<
  'publicNotice.stillRunning' | 'publicNotice.objectionOpen' | 'publicNotice.stopped'
>;

/** May the next step be taken today? Only after the whole period, and with no objection open. */
export function periodOver(notice: PublicNotice, today: LocalDate): Result<PublicNotice, OpenNoticeRefusal> {
  if (notice.state === 'stopped' || notice.state === 'cancelled') return refuse('publicNotice.stopped');
  if (notice.state === 'suspended') return refuse('publicNotice.objectionOpen', { lastDay: notice.lastDay });
  if (notice.state === 'running' && today <= notice.lastDay) {
    return refuse('publicNotice.stillRunning', {
      postedOn: notice.postedOn,
      days: String(notice.days),
      lastDay: notice.lastDay,
    });
  }
  return ok(notice);
}

/** Objections are heard until the last day is over. */
export function mayObject(notice: PublicNotice, today: LocalDate): Result<PublicNotice, Refusal<'publicNotice.over'>> {
  const open = notice.state === 'running' || notice.state === 'suspended';
  return open && today <= notice.lastDay ? ok(notice) : refuse('publicNotice.over', { lastDay: notice.lastDay });
}

export function advanceNotice(
  notice: PublicNotice,
  event: PublicNoticeEvent,
  now: Date,
): Result<PublicNotice, Refusal<'state.notAllowed'>> {
  const next = transition(publicNoticeTransitions, notice.state, event);
  return next.ok ? ok({ ...notice, state: next.value, updatedAt: now, version: notice.version + 1 }) : next;
}

export function decideObjection(
  objection: Objection,
  decision: 'uphold' | 'dismiss',
  decider: { readonly personId: string; readonly organizationId: string },
  reason: string,
  now: Date,
): Result<Objection, Refusal<'state.notAllowed' | 'publicNotice.ownObjection'>> {
  // Nobody judges an objection of their own.
  if (objection.personId === decider.personId) return refuse('publicNotice.ownObjection');
  const next = transition(objectionTransitions, objection.state, decision);
  return next.ok ? ok({ ...objection, state: next.value, decisionReason: reason, decidedAt: now }) : next;
}
