import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { addDays, epochDay, type LocalDate } from './local-date.js';
import { isDayOff } from './statutory-holidays.js';

/**
 * Legal periods. 民法典 art. 201: the first day is not counted; art. 202: months and years end on the corresponding
 * day, without one on the last of the month; art. 203: a last day that is a statutory day off moves to the day after.
 */
export type CalendarRefusal = Refusal<'calendar.yearNotCovered'>;

/** Last day of a period of calendar days (日) that began on `from`. `postedOn` 11-23 and 15 日 → 12-08. */
export const lastDayOfDays = (from: LocalDate, days: number): Result<LocalDate, CalendarRefusal> =>
  movedOffHolidays(addDays(from, whole(days)));

/** Last day of a period of months that began on `from`. */
export const lastDayOfMonths = (from: LocalDate, months: number): Result<LocalDate, CalendarRefusal> =>
  movedOffHolidays(addMonths(from, months));

/** Last day of a period of years that began on `from`. 2024-02-29 and 1 year → 2025-02-28. */
export const lastDayOfYears = (from: LocalDate, years: number): Result<LocalDate, CalendarRefusal> =>
  lastDayOfMonths(from, whole(years) * 12);

/** The day `days` working days (工作日) after `from`, which itself is not counted. Zero gives `from`. */
export function addWorkingDays(from: LocalDate, days: number): Result<LocalDate, CalendarRefusal> {
  let day = from;
  for (let left = whole(days); left > 0;) {
    day = addDays(day, 1);
    const off = isDayOff(day);
    if (off === null) return notCovered(day);
    if (!off) left -= 1;
  }
  return ok(day);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): Result<number, CalendarRefusal> {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const off = isDayOff(day);
    if (off === null) return notCovered(day);
    if (!off) count += 1;
  }
  return ok(count);
}

/** The corresponding day `months` later, without the move off holidays: for terms that only name a day. */
export function addMonths(from: LocalDate, months: number): LocalDate {
  epochDay(from); // throws on a text that is no day
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + whole(months);
  const target = { year: Math.floor(index / 12), month: index % 12 };
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(target.year, target.month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(target.year, target.month, Math.min(day, last))).toISOString().slice(0, 10);
}

export const addYears = (from: LocalDate, years: number): LocalDate => addMonths(from, whole(years) * 12);

function movedOffHolidays(day: LocalDate): Result<LocalDate, CalendarRefusal> {
  for (let last = day; ; last = addDays(last, 1)) {
    const off = isDayOff(last);
    if (off === null) return notCovered(last);
    if (!off) return ok(last);
  }
}

const notCovered = (day: LocalDate) => refuse('calendar.yearNotCovered', { year: day.slice(0, 4), day });

const maxUnits = 40_000;

function whole(units: number): number {
  if (!Number.isInteger(units) || units < 0 || units > maxUnits) throw new RangeError(`not a period: ${units}`);
  return units;
}
