import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addWorkingDays } from '../calendar/period.js';
import type { Term } from './rule-set.policy.js';

/** When the holder of a case is reminded. The platform's own service, no rule of the regulations. */
export const reminderThresholds = [
  { code: 'half', percent: 50 },
  { code: 'fourFifths', percent: 80 },
  { code: 'overdue', percent: null },
] as const;
export type ReminderThreshold = (typeof reminderThresholds)[number]['code'];

export interface ReminderDay {
  readonly threshold: ReminderThreshold;
  readonly on: LocalDate;
}

/** The days of the reminders of one term, in their order; none while the due day cannot be named. */
export function reminderDays(startedOn: LocalDate, dueOn: LocalDate | null, term: Term): readonly ReminderDay[] {
  if (dueOn === null) return [];
  return reminderThresholds.flatMap(({ code, percent }) => {
    const on = percent === null ? addDays(dueOn, 1) : dayOfShare(startedOn, term, percent);
    return on === null ? [] : [{ threshold: code, on }];
  });
}

/** The first day on which that share of the term has passed: a begun day counts when it is over. */
function dayOfShare(startedOn: LocalDate, { count, unit }: Term, percent: number): LocalDate | null {
  const passed = Math.ceil((count * percent) / 100);
  if (unit === 'day') return addDays(startedOn, passed);
  const day = addWorkingDays(startedOn, passed);
  return day.ok ? day.value : null;
}

export const firstReminder = (startedOn: LocalDate, dueOn: LocalDate | null, term: Term): LocalDate | null =>
  reminderDays(startedOn, dueOn, term)[0]?.on ?? null;

export interface RemindersNow {
  readonly due: readonly ReminderThreshold[];
  /** The day of the next one; null after the last. */
  readonly nextOn: LocalDate | null;
}

/** Which reminders of a term have come, and when the next comes. The clock may have jumped over several. */
export function remindersOn(days: readonly ReminderDay[], today: LocalDate): RemindersNow {
  return {
    due: days.filter((day) => day.on <= today).map((day) => day.threshold),
    nextOn: days.find((day) => day.on > today)?.on ?? null,
  };
}
