import { addWorkingDays, lastDayOfDays, lastDayOfMonths, lastDayOfYears, addYears } from '#domain/calendar/period.js';
import { addDays } from '#domain/calendar/local-date.js';
import { parseCreditCode } from '#domain/identifiers/credit-code.js';
import { parsePatentNumber, patentCheckCharacter, type PatentKind } from '#domain/identifiers/patent-number.js';
import { lastDayOfTerm } from '#domain/patent/patent-term.js';

export function patentNumber({ text }: { text: string }) {
  const read = parsePatentNumber(text);
  return read.ok ? { outcome: 'ok', number: read.value.number, kind: read.value.kind } : { outcome: read.refusal.code };
}

export const patentCheck = ({ digits }: { digits: string }) => ({ check: patentCheckCharacter(digits) });

export function creditCode({ text }: { text: string }) {
  const read = parseCreditCode(text);
  return read.ok
    ? { outcome: 'ok', kind: read.value.kind, warnings: read.value.warnings }
    : { outcome: read.refusal.code };
}

export const patentTerm = ({ kind, filedOn }: { kind: PatentKind; filedOn: string }) => ({
  lastDay: lastDayOfTerm(kind, filedOn),
});

/** 民法典 arts. 201–203: days, working days, months and years from a day that is not counted. */
export function period({ from, count, unit }: { from: string; count: number; unit: string }) {
  if (unit === 'yearName') return { lastDay: addYears(from, count) };
  const last = { day: lastDayOfDays, workingDay: addWorkingDays, month: lastDayOfMonths, year: lastDayOfYears }[unit];
  if (!last) throw new Error(unit);
  const day = last(from, count);
  return day.ok ? { lastDay: day.value, nextDay: addDays(day.value, 1) } : { lastDay: null, code: day.refusal.code };
}
