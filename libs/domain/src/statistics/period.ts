import { isLocalDate, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** A reporting period: a quarter, the year so far at the end of a quarter (累计), or a year. Both days are included. */
export interface Period {
  /** `2026`, `2026Q3` or `2026Q1-Q3`. */
  readonly code: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const quarterStarts = ['01-01', '04-01', '07-01', '10-01'] as const;
const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const;
export const periodPattern = /^(20\d{2})(?:Q([1-4])|Q1-Q([23]))?$/;

export function parsePeriod(code: string): Result<Period, Refusal<'statistics.periodUnknown'>> {
  const match = periodPattern.exec(code);
  const year = match?.[1];
  if (!match || year === undefined) return refuse('statistics.periodUnknown', { period: code }, '/period');
  const quarter = Number(match[2] ?? 0);
  const last = Number(match[2] ?? match[3] ?? 4);
  const first = quarter === 0 ? 1 : quarter;
  return ok({
    code,
    from: `${year}-${quarterStarts[first - 1] ?? ''}`,
    to: `${year}-${quarterEnds[last - 1] ?? ''}`,
  });
}

/** The same period a year before: what a year-on-year (同比) figure is measured against. */
export function yearBefore({ code, from, to }: Period): Period {
  const back = (day: LocalDate): LocalDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { code: back(code), from: back(from), to: back(to) };
}

/**
 * The cut-off day (截止日) says whose state counts: what stood on record at the end of that day in Beijing. A figure is
 * frozen only for a period that has ended, on a day that has ended or is today.
 */
export function checkCutOff(
  period: Period,
  cutOff: LocalDate,
  today: LocalDate,
): Result<true, Refusal<'statistics.periodOpen' | 'statistics.cutOffAhead'>> {
  if (!isLocalDate(cutOff) || cutOff > today) return refuse('statistics.cutOffAhead', { today }, '/cutOff');
  if (cutOff < period.to) return refuse('statistics.periodOpen', { to: period.to }, '/cutOff');
  return ok(true);
}
