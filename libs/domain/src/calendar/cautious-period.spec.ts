import fc from 'fast-check';
import { cautiousLastDay } from './cautious-period.js';
import { inFestivalWindow, lunarFestival } from './festival-windows.js';
import { addDays, epochDay, type LocalDate } from './local-date.js';
import { lastDayOfDays } from './period.js';
import { isDayOff, isWeekend } from './statutory-holidays.js';

const announcedYears = ['2024', '2025', '2026'];
const daysOf = (first: LocalDate, last: LocalDate): LocalDate[] =>
  Array.from({ length: epochDay(last) - epochDay(first) + 1 }, (_unused, i) => addDays(first, i));

describe('a last day that is late enough under any arrangement', () => {
  it.each([
    ['an announced year: the very day', '2026-11-23', '2026-12-08', false],
    ['a weekend of an announced year', '2026-12-11', '2026-12-28', false],
    ['before a New Year that is not announced', '2026-12-14', '2027-01-05', true],
    ['over the end of the year', '2026-12-17', '2027-01-05', true],
    ['a Saturday of a year that is not announced', '2026-12-25', '2027-01-11', true],
    ['an ordinary Tuesday', '2027-03-01', '2027-03-16', true],
    ['Spring Festival 2027', '2027-01-20', '2027-02-17', true],
    ['National Day 2027', '2027-09-15', '2027-10-11', true],
  ])('%s', (_name, from, day, provisional) => {
    expect(cautiousLastDay(from, 15)).toEqual({ day, provisional });
  });

  it.each(announcedYears)('is never earlier than the announced arrangement of %s made it, from any day', (year) => {
    const without = (date: LocalDate) => (date.startsWith(year) ? null : isDayOff(date));
    let later = 0;
    for (const from of daysOf(addDays(`${year}-01-01`, -20), `${year}-12-31`)) {
      for (const days of [1, 15, 30, 60]) {
        const announced = lastDayOfDays(from, days);
        if (!announced.ok || !announced.value.startsWith(year)) continue;
        const cautious = cautiousLastDay(from, days, without);
        expect(cautious.provisional).toBe(true);
        expect([from, days, cautious.day >= announced.value]).toEqual([from, days, true]);
        if (cautious.day > announced.value) later += 1;
      }
    }
    expect(later).toBeGreaterThan(0); // it knows less, so it must be later at times
  });

  it('gives whole days, ends on no weekend and in no window, and does not run away', () => {
    const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map((offset) => addDays('2024-01-01', offset));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 15, max: 60 }), (from, days) => {
        const { day, provisional } = cautiousLastDay(from, days);
        expect(day >= addDays(from, days)).toBe(true);
        expect(epochDay(day) - epochDay(from) - days).toBeLessThan(60);
        if (provisional) expect(isWeekend(day) || inFestivalWindow(day)).toBe(false);
        else expect(lastDayOfDays(from, days)).toEqual({ ok: true, value: day });
      }),
    );
  });

  it.each(announcedYears)('every weekday that was given off in %s lies in a window', (year) => {
    const outside = daysOf(`${year}-01-01`, `${year}-12-31`).filter(
      (date) => isDayOff(date) === true && !isWeekend(date) && !inFestivalWindow(date),
    );
    expect(outside).toEqual([]);
  });

  it('agrees to the day before or after with the lunisolar calendar that every platform carries', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const lunar = (date: LocalDate) => {
      const parts = chinese.formatToParts(new Date(`${date}T00:00:00Z`));
      const part = (type: string) => parts.find((one) => one.type === type)?.value;
      return `${part('month')}-${part('day')}`;
    };
    const expected = { springFestival: '1-1', dragonBoat: '5-5', midAutumn: '8-15' } as const;
    // Its astronomy is coarse: the new moons of 2027-02-06 23:56 and 2030-02-03 00:07 in Beijing fall on the other day.
    const offByADay: string[] = [];
    for (let year = 2024; year <= 2035; year += 1) {
      for (const festival of ['springFestival', 'dragonBoat', 'midAutumn'] as const) {
        const day = lunarFestival(String(year), festival) ?? '';
        if (lunar(day) === expected[festival]) continue;
        offByADay.push(day);
        expect([lunar(addDays(day, -1)), lunar(addDays(day, 1))]).toContain(expected[festival]);
      }
    }
    expect(offByADay).toEqual(['2027-02-06', '2030-02-03']);
    expect(lunarFestival('2036', 'midAutumn')).toBeNull();
  });
});
