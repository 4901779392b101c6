import { addDays, type LocalDate } from './local-date.js';

/**
 * The days that may be off in a year whose arrangement is not announced. What an arrangement can do is bound by
 * 《全国年节及纪念日放假办法》 (国务院令第795号, in force 2025-01-01, arts. 2 and 6): the holidays themselves, and days
 * moved to them from the weekends next to them. Every window is wider than any arrangement from 2014 to 2026 was. An
 * extraordinary decision outside that regulation cannot be foreseen by anybody and is not meant here.
 */
const fixedWindows: readonly (readonly [from: string, to: string])[] = [
  ['12-29', '12-31'], // 元旦 1 day, at most 3 in a row; the days before it lie in the year before
  ['01-01', '01-04'],
  ['04-01', '04-08'], // 清明 1 day on 4 or 5 April, at most 3 in a row
  ['04-27', '05-07'], // 劳动节 2 days, at most 5 in a row
  ['09-28', '10-10'], // 国庆 3 days, 8 in a row together with 中秋
];

type LunarFestival = 'springFestival' | 'dragonBoat' | 'midAutumn';

/** Days before and after the festival that may be off: 春节 4 days from 除夕, at most 9 in a row; the others 1, at most 3. */
const lunarMargins: Readonly<Record<LunarFestival, { readonly before: number; readonly after: number }>> = {
  springFestival: { before: 5, after: 10 },
  dragonBoat: { before: 3, after: 3 },
  midAutumn: { before: 3, after: 3 },
};

/** 春节 (正月初一), 端午 (五月初五), 中秋 (八月十五), reckoned by GB/T 33661-2017《农历的编算和颁行》. */
const lunarDates: Readonly<Record<string, Readonly<Record<LunarFestival, string>>>> = {
  '2024': { springFestival: '02-10', dragonBoat: '06-10', midAutumn: '09-17' },
  '2025': { springFestival: '01-29', dragonBoat: '05-31', midAutumn: '10-06' },
  '2026': { springFestival: '02-17', dragonBoat: '06-19', midAutumn: '09-25' },
  '2027': { springFestival: '02-06', dragonBoat: '06-09', midAutumn: '09-15' },
  '2028': { springFestival: '01-26', dragonBoat: '05-28', midAutumn: '10-03' },
  '2029': { springFestival: '02-13', dragonBoat: '06-16', midAutumn: '09-22' },
  '2030': { springFestival: '02-03', dragonBoat: '06-05', midAutumn: '09-12' },
  '2031': { springFestival: '01-23', dragonBoat: '06-24', midAutumn: '10-01' },
  '2032': { springFestival: '02-11', dragonBoat: '06-12', midAutumn: '09-19' },
  '2033': { springFestival: '01-31', dragonBoat: '06-01', midAutumn: '09-08' },
  '2034': { springFestival: '02-19', dragonBoat: '06-20', midAutumn: '09-27' },
  '2035': { springFestival: '02-08', dragonBoat: '06-10', midAutumn: '09-16' },
};

/** The earliest and latest day of the Gregorian year on which the festival can fall, for years outside the table. */
const lunarRanges: Readonly<Record<LunarFestival, readonly [earliest: string, latest: string]>> = {
  springFestival: ['01-20', '02-21'],
  dragonBoat: ['05-26', '06-26'],
  midAutumn: ['09-06', '10-09'],
};

/** The day of a lunar festival, or null outside the table. */
export const lunarFestival = (year: string, festival: LunarFestival): LocalDate | null => {
  const day = Object.hasOwn(lunarDates, year) ? lunarDates[year]?.[festival] : undefined;
  return day === undefined ? null : `${year}-${day}`;
};

/** May an arrangement nobody knows yet give this day off, weekends apart? True in doubt. */
export function inFestivalWindow(date: LocalDate): boolean {
  const year = date.slice(0, 4);
  const day = date.slice(5);
  if (fixedWindows.some(([from, to]) => from <= day && day <= to)) return true;
  return (Object.keys(lunarMargins) as LunarFestival[]).some((festival) => {
    const { before, after } = lunarMargins[festival];
    const known = lunarFestival(year, festival);
    const [earliest, latest] = lunarRanges[festival];
    const [from, to] = known === null ? [`${year}-${earliest}`, `${year}-${latest}`] : [known, known];
    return addDays(from, -before) <= date && date <= addDays(to, after);
  });
}
