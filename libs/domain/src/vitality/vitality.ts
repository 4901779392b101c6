import { addDays, type LocalDate } from '../calendar/local-date.js';

/** What anybody may find on the market as long as it is alive (在架). */
export const vitalSubjects = ['demand', 'listing'] as const;
export type VitalSubject = (typeof vitalSubjects)[number];

interface VitalityPolicy {
  /** Days after publication or renewal until it is frozen. */
  readonly aliveDays: Readonly<Record<VitalSubject, number>>;
  /** Days before the last one on which its owner is reminded, farthest first. */
  readonly remindDaysBefore: readonly number[];
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/**
 * No dead entries: what nobody renews is frozen. No law says how long; profiles of the Enterprise Europe Network expire and
 * are renewed in the same way. The lengths are the market's own rule.
 */
const vitalityPolicies: readonly VitalityPolicy[] = [
  {
    aliveDays: { demand: 180, listing: 365 },
    remindDaysBefore: [30, 7, 1],
    source: '平台规则：需求与挂牌的有效期、到期提醒与续期',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
];

/** The policy in force on a day; earlier than the first, the first. */
export function vitalityPolicyOn(on: LocalDate): VitalityPolicy {
  const inForce = vitalityPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );
  return inForce ?? vitalityPolicies[0]!;
}

/** The last day on which it is alive: the owner's own last day, or the market's when that comes first. */
export function aliveUntil(kind: VitalSubject, today: LocalDate, validUntil: LocalDate | null): LocalDate {
  const latest = addDays(today, vitalityPolicyOn(today).aliveDays[kind]);
  return validUntil !== null && validUntil < latest ? validUntil : latest;
}

/** The last day counts whole. */
export const isOver = (lastDay: LocalDate | null, today: LocalDate): boolean => lastDay !== null && lastDay < today;

/** A renewal starts a new term; a last day of the owner's own that is past, or is today, does not bind it any more. */
export const validAfterRenewal = (
  given: LocalDate | null,
  before: LocalDate | null,
  today: LocalDate,
): LocalDate | null => given ?? (before !== null && before > today ? before : null);

/** The threshold that a reminder is due for today: the nearest one reached; null when it is far from its end, or over. */
export function reminderDue(lastDay: LocalDate, today: LocalDate): number | null {
  if (isOver(lastDay, today)) return null;
  const reached = vitalityPolicyOn(today).remindDaysBefore.filter((days) => addDays(today, days) >= lastDay);
  return reached.length === 0 ? null : Math.min(...reached);
}
