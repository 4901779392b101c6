import type { TransferMode } from '../achievement/achievement.js';
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
  readonly filedOn: LocalDate;
  /** Last day of the term; counted from the filing date, or stated when the term was compensated. */
  readonly expiresOn: LocalDate;
  /** Registered pledge (质押), and whether the pledgee agreed to transfer or licence. */
  readonly pledged: boolean;
  readonly pledgeeConsents: boolean;
  /** Strongest licence in force. */
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

export function advancePatent(
  patent: Patent,
  event: PatentEvent,
  now: Date,
): Result<Patent, Refusal<'state.notAllowed' | 'patent.designNotPublished'>> {
  // Designs and utility models are published on grant only (专利法 arts. 34, 40).
  if (event === 'publish' && patent.kind !== 'invention') return refuse('patent.designNotPublished');
  const next = transition(patentTransitions, patent.state, event);
  return next.ok ? ok({ ...patent, state: next.value, updatedAt: now, version: patent.version + 1 }) : next;
}

/** True when the right is in force on the day. */
export const inForce = (patent: Patent, today: LocalDate): boolean =>
  patent.state === 'granted' && today <= patent.expiresOn;

export type PatentGuardRefusal = Refusal<'patent.ended' | 'patent.pledged' | 'patent.licensedExclusively'>;

/**
 * May an achievement under this patent be offered this way? A right that ended or was declared invalid cannot be
 * transferred or licensed (专利法 arts. 42, 44, 47; 民法典 art. 865); a pledged one needs the pledgee (民法典 art. 444);
 * a sole or exclusive licensee shuts out the next. Applications under way may be offered (技术合同解释 art. 29).
 */
export function mayOffer(patent: Patent, mode: TransferMode, today: LocalDate): Result<Patent, PatentGuardRefusal> {
  const params = { number: patent.number };
  if (mode === 'cooperation' || mode === 'service') return ok(patent);
  const pending = patent.state === 'applied' || patent.state === 'published';
  if (!pending && !inForce(patent, today)) {
    const state = patent.state === 'granted' ? 'expired' : patent.state;
    return refuse('patent.ended', { ...params, state, expiresOn: patent.expiresOn });
  }
  if (patent.pledged && !patent.pledgeeConsents) return refuse('patent.pledged', params);
  if (mode === 'licence' && (patent.licence === 'exclusive' || patent.licence === 'sole')) {
    return refuse('patent.licensedExclusively', { ...params, licence: patent.licence });
  }
  return ok(patent);
}
