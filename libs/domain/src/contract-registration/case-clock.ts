import { beijingDate, epochDay, type LocalDate } from '../calendar/local-date.js';
import { workingDaysBetween } from '../calendar/period.js';
import { runningTerm, type ContractRegistration } from './contract-registration.js';
import { holderOf, type Holder } from './holder.js';

/** Who holds a case, since when, and how long the law still gives. The same for everybody concerned. */
export interface CaseClock {
  readonly holder: Holder;
  /** The officer who examines it, where one has taken it. */
  readonly holderPersonId: string | null;
  readonly since: Date;
  readonly dueOn: LocalDate | null;
  readonly unit: 'day' | 'workingDay' | null;
  /** Days left in the term's own unit, the due day included; 0 on it, below 0 when overdue; null while unknown. */
  readonly daysLeft: number | null;
  readonly overdue: boolean;
}

export function caseClock(registration: ContractRegistration, now: Date): CaseClock {
  const term = runningTerm(registration);
  const today = beijingDate(now);
  const dueOn = term === null ? null : registration.dueOn;
  return {
    holder: holderOf(registration),
    holderPersonId: ['underReview', 'expertReview'].includes(registration.state) ? registration.examinerId : null,
    since: registration.heldSince,
    dueOn,
    unit: term?.unit ?? null,
    daysLeft: dueOn === null || term === null ? null : daysLeft(today, dueOn, term.unit),
    overdue: dueOn !== null && today > dueOn,
  };
}

function daysLeft(today: LocalDate, dueOn: LocalDate, unit: 'day' | 'workingDay'): number | null {
  if (unit === 'day') return epochDay(dueOn) - epochDay(today);
  if (today > dueOn) {
    const over = workingDaysBetween(dueOn, today);
    return over.ok ? -over.value : null;
  }
  const left = workingDaysBetween(today, dueOn);
  return left.ok ? left.value : null;
}
