import { inFestivalWindow } from './festival-windows.js';
import { addDays, type LocalDate } from './local-date.js';
import { isDayOff, isWeekend } from './statutory-holidays.js';

/** Is the day off? Null when its year is not announced. */
export type KnownDaysOff = (date: LocalDate) => boolean | null;

export interface CautiousDay {
  readonly day: LocalDate;
  /** The holidays of a year that counts here are not announced: the day is late enough under any arrangement. */
  readonly provisional: boolean;
}

/**
 * A last day for a period that is a minimum (不少于 … 日), never earlier than 民法典 art. 203 makes it: where the year is
 * announced exactly that day, elsewhere the first day that no arrangement can give off. Only for what may lawfully last
 * longer; a term that binds an office is not named before it is known.
 */
export function cautiousLastDay(from: LocalDate, days: number, known: KnownDaysOff = isDayOff): CautiousDay {
  let provisional = false;
  for (let day = addDays(from, days); ; day = addDays(day, 1)) {
    const off = known(day);
    const uncertain = off === null || (off === false && isBeforeUnknownNewYear(day, known));
    provisional ||= uncertain;
    const mayBeOff = uncertain ? isWeekend(day) || inFestivalWindow(day) : off;
    if (!mayBeOff) return { day, provisional };
  }
}

/** The last days of December may be moved to a 元旦 that is announced only with the next year, as on 2018-12-31. */
function isBeforeUnknownNewYear(day: LocalDate, known: KnownDaysOff): boolean {
  const next = `${Number(day.slice(0, 4)) + 1}`.padStart(4, '0');
  return day.slice(5) >= '12-29' && known(`${next}-01-01`) === null;
}
