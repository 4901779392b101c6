/** By index of a cell's style: is its number shown as a date? */
export type NumberStyles = readonly boolean[];

/** Built-in formats that show dates; 27 to 36 and 50 to 58 do in Chinese workbooks (ECMA-376 part 1, 18.8.30). */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format's own text shows a date when, literals and conditions aside, it has a year, a month or a day. */
const showsDate = (format: string): boolean =>
  /[yd年月日]|m/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').replaceAll(/General/gi, ''));

export const dateStyles = (used: readonly number[], formats: ReadonlyMap<number, string>): NumberStyles =>
  used.map((id) => {
    const own = formats.get(id);
    return own === undefined ? builtInDate(id) : showsDate(own);
  });

/** `AB12` → 27. NaN when it is no place of a cell. */
export function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place)?.[1];
  if (letters === undefined) return Number.NaN;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface RawCell {
  readonly type: string;
  readonly value: string;
  readonly inline: string;
  readonly isDate: boolean;
}

/** What a cell says, as text: dates as YYYY-MM-DD, truth as 是 or 否. */
export function cellText(
  { type, value, inline, isDate }: RawCell,
  texts: readonly string[],
  date1904: boolean,
): string {
  if (type === 'inlineStr') return inline;
  if (value === '') return '';
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return value; // text of a formula, or an error such as #N/A
  return isDate ? dayText(value, date1904) : numberText(value);
}

/** Spreadsheets keep 15 digits: a longer number is no longer what somebody wrote, and is marked so that no column takes it. */
const lost = '≈';
const maxExact = 1e15;

function numberText(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (Math.abs(number) >= maxExact) return `${lost}${number}`;
  return String(Number(number.toPrecision(15)));
}

const dayMs = 86_400_000;

/** A day's number is counted from 1899-12-30, or from 1904-01-01 in workbooks of old Macintoshes. */
function dayText(value: string, date1904: boolean): string {
  const number = Math.floor(Number(value));
  if (!(number > 0 && number < 300_000)) return value;
  return new Date((date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + number * dayMs)
    .toISOString()
    .slice(0, 10);
}
