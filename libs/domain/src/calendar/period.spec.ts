import fc from 'fast-check';
import { addDays, type LocalDate } from './local-date.js';
import {
  addMonths,
  addWorkingDays,
  lastDayOfDays,
  lastDayOfMonths,
  lastDayOfYears,
  workingDaysBetween,
} from './period.js';
import { isDayOff, isWeekend } from './statutory-holidays.js';

const day = (text: LocalDate) => ({ ok: true, value: text });

describe('periods of calendar days', () => {
  it.each([
    ['公示 of 15 日 posted on 2026-11-23', '2026-11-23', 15, '2026-12-08'],
    ['a last day on Saturday moves to Monday', '2026-11-23', 5, '2026-11-30'],
    ['a last day in the National Day holiday moves behind it', '2026-09-20', 15, '2026-10-08'],
    ['a working Saturday is a last day like any other', '2026-09-25', 15, '2026-10-10'],
    ['a working Sunday before the Mid-Autumn holiday', '2026-09-05', 15, '2026-09-20'],
    ['Spring Festival 2026 ends on 02-23', '2026-02-01', 15, '2026-02-24'],
    ['over the end of February of a leap year', '2024-02-20', 9, '2024-02-29'],
  ])('%s', (_name, from, days, last) => {
    expect(lastDayOfDays(from, days)).toEqual(day(last));
  });

  it('refuses to guess a year whose holidays are not announced', () => {
    expect(lastDayOfDays('2026-12-20', 15)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar.yearNotCovered', params: { year: '2027' } },
    });
    expect(lastDayOfDays('2019-01-01', 3).ok).toBe(false);
  });

  it('refuses to run past the last announced day when 31 December were a day off', () => {
    expect(addWorkingDays('2026-12-28', 4).ok).toBe(false);
    expect(addWorkingDays('2026-12-28', 3)).toEqual(day('2026-12-31'));
  });
});

describe('periods of months and years', () => {
  it.each([
    ['2024-02-29 and one year', lastDayOfYears('2024-02-29', 1), '2025-02-28'],
    ['31 March and one month', lastDayOfMonths('2026-03-31', 1), '2026-04-30'],
    ['30 November and three months, leap year', lastDayOfMonths('2023-11-30', 3), '2024-02-29'],
    ['the corresponding day of another year', lastDayOfYears('2025-11-24', 1), '2026-11-24'],
    ['moved off a holiday', lastDayOfMonths('2026-09-01', 1), '2026-10-08'],
  ])('%s', (_name, result, last) => {
    expect(result).toEqual(day(last));
  });
});

describe('working days', () => {
  it.each([
    ['15 工作日 from a Monday', '2026-11-23', 15, '2026-12-14'],
    ['30 工作日 from a Monday', '2026-10-12', 30, '2026-11-23'],
    ['across National Day with its make-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['zero', '2026-10-01', 0, '2026-10-01'],
    ['Spring Festival 2025', '2025-01-27', 1, '2025-02-05'],
  ])('%s', (_name, from, days, last) => {
    expect(addWorkingDays(from, days)).toEqual(day(last));
  });

  const known = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2024-01-01', offset));

  it('counts back what it counted', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days);
        if (to.ok) expect(workingDaysBetween(from, to.value)).toEqual({ ok: true, value: days });
      }),
    );
  });

  it('never ends on a day off, and never before the plain count', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const plain = lastDayOfDays(from, days);
        if (!plain.ok) return;
        expect(isDayOff(plain.value)).toBe(false);
        expect(plain.value >= addDays(from, days)).toBe(true);
        const working = addWorkingDays(from, days);
        if (working.ok) expect(working.value >= addDays(from, days)).toBe(true);
      }),
    );
  });

  it('adds months without leaving the month', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const index = (text: LocalDate) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(to)).toBe(index(from) + months);
        expect(Number(to.slice(8)) <= Number(from.slice(8))).toBe(true);
      }),
    );
  });
});

describe('statutory holidays', () => {
  it.each(['2024', '2025', '2026'])('%s: every make-up working day is a weekend day', (year) => {
    let workingWeekends = 0;
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      if (isWeekend(date) && isDayOff(date) === false) workingWeekends += 1;
    }
    expect(workingWeekends).toBe({ '2024': 8, '2025': 5, '2026': 6 }[year]);
  });

  it('does not depend on the zone of the process', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
        process.env['TZ'] = other;
        expect(lastDayOfDays('2026-11-23', 15)).toEqual(day('2026-12-08'));
        expect(lastDayOfYears('2024-02-29', 1)).toEqual(day('2025-02-28'));
        expect(isWeekend('2026-11-22')).toBe(true);
      }
    } finally {
      process.env['TZ'] = zone;
    }
  });
});
