/** A legal date, `YYYY-MM-DD`. Legal dates are calendar days, never instants. */
export type LocalDate = string;

const dayMs = 86_400_000;
/** Beijing time. Since 1992 China keeps UTC+8 the whole year, and no instant here is older. */
const beijingOffsetMs = 8 * 3_600_000;

/** The calendar day in Beijing of an instant. */
export const beijingDate = (instant: Date): LocalDate =>
  new Date(instant.getTime() + beijingOffsetMs).toISOString().slice(0, 10);

/** The instant at which a day begins in Beijing. */
export const startOfBeijingDay = (date: LocalDate): Date => new Date(epochDay(date) * dayMs - beijingOffsetMs);

/** Days since 1970-01-01. Throws a RangeError when the text is no calendar day. */
export function epochDay(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
};

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date((epochDay(date) + days) * dayMs).toISOString().slice(0, 10);

/** The fiscal year (公历年度) of an instant, in Beijing. 预算法 art. 18: 1 January to 31 December. */
export const fiscalYear = (instant: Date): number => Number(beijingDate(instant).slice(0, 4));
