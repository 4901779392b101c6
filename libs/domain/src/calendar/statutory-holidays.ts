import { addDays, epochDay, type LocalDate } from './local-date.js';

/** One year's days off and make-up working days (调休上班) as the State Council's office announced them. */
interface AnnouncedYear {
  readonly source: string;
  /** First and last day of each holiday, both included. */
  readonly daysOff: readonly (readonly [LocalDate, LocalDate])[];
  /** Saturdays and Sundays on which one works. */
  readonly workingWeekends: readonly LocalDate[];
}

/** A year that is not here is not known: its arrangement is announced in the autumn before, and is never guessed. */
const announced: Readonly<Record<string, AnnouncedYear>> = {
  '2024': {
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    daysOff: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    workingWeekends: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  '2025': {
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    daysOff: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    workingWeekends: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    daysOff: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workingWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

const daysOff = new Set(
  Object.values(announced).flatMap((year) => year.daysOff.flatMap(([first, last]) => daysBetween(first, last))),
);
const workingWeekends = new Set(Object.values(announced).flatMap((year) => year.workingWeekends));

/** True or false on a day whose year is announced; null on any other. */
export function isDayOff(date: LocalDate): boolean | null {
  if (!Object.hasOwn(announced, date.slice(0, 4))) return null;
  if (daysOff.has(date)) return true;
  return isWeekend(date) && !workingWeekends.has(date);
}

/** 1970-01-01 was a Thursday. */
export function isWeekend(date: LocalDate): boolean {
  const weekday = (((epochDay(date) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function daysBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
