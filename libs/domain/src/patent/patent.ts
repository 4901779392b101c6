import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { PatentKind } from '../identifiers/patent-number.js';

/** A patent or an application for one (专利), as its owner reports it. */
export interface Patent {
  readonly id: string;
  readonly organizationId: string;
  /** The achievement it protects; null when none is on the market. */
  readonly achievementId: string | null;
  readonly state: PatentState;
  /** Without prefix and dot: two patents are the same when these are. */
  readonly number: string;
  readonly kind: PatentKind;
  readonly title: string;
  /** 公布号或公告号, another number than the one above. */
  readonly publicationNumber: string | null;
  readonly filedOn: LocalDate;
  /** Day of 授权公告, from which fees are owed year by year; null when not granted or not stated. */
  readonly grantedOn: LocalDate | null;
  /** Last day of the term; counted from the filing date, or stated when the term was compensated. */
  readonly expiresOn: LocalDate;
  /** 保密专利 (专利法 art. 4). */
  readonly secret: boolean;
  /**
   * What lies on it today in short: pledged, the pledgee agreeing, strongest licence. Kept by the register of overlays,
   * in the transaction that changes them, because matching reads thousands of patents at once.
   */
  readonly pledged: boolean;
  readonly pledgeeConsents: boolean;
  readonly licence: PatentLicence;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const patentLicences = ['none', 'ordinary', 'sole', 'exclusive'] as const;
/** 无, 普通, 排他, 独占. */
export type PatentLicence = (typeof patentLicences)[number];

export const patentTransitions = {
  applied: { publish: 'published', grant: 'granted', reject: 'rejected' },
  published: { grant: 'granted', reject: 'rejected' },
  granted: { expire: 'expired', lapse: 'lapsed', surrender: 'surrendered', invalidate: 'invalid' },
  rejected: {},
  // A right that ended may still be declared invalid: it then never existed (专利法 art. 47).
  expired: { invalidate: 'invalid' },
  lapsed: { restore: 'granted', invalidate: 'invalid' },
  surrendered: { invalidate: 'invalid' },
  invalid: {},
} as const satisfies TransitionTable;

export type PatentState = StateOf<typeof patentTransitions>;
export type PatentEvent = EventOf<typeof patentTransitions>;
/** Events an owner reports; the end of the term is the clock's. */
export const reportedPatentEvents = [
  'publish',
  'grant',
  'reject',
  'lapse',
  'restore',
  'surrender',
  'invalidate',
] as const satisfies readonly PatentEvent[];

/** `grantedOn` counts with the event `grant` only. */
export function advancePatent(
  patent: Patent,
  event: PatentEvent,
  now: Date,
  grantedOn: LocalDate | null = null,
): Result<Patent, Refusal<'state.notAllowed' | 'patent.designNotPublished'>> {
  // Designs and utility models are published on grant only (专利法 arts. 34, 40).
  if (event === 'publish' && patent.kind !== 'invention') return refuse('patent.designNotPublished');
  const next = transition(patentTransitions, patent.state, event);
  if (!next.ok) return next;
  const granted = event === 'grant' ? { grantedOn } : {};
  return ok({ ...patent, ...granted, state: next.value, updatedAt: now, version: patent.version + 1 });
}
