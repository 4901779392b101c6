import fc from 'fast-check';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';
import { lastDayOfTerm } from '../patent/patent-term.js';
import type { PatentKind } from '../identifiers/patent-number.js';
import {
  annualFee,
  feeDueOn,
  feeHint,
  feeLadder,
  feeOverdue,
  graceUntil,
  openFee,
  surchargeOn,
  termYear,
  type FeeFacts,
} from './annual-fee.js';

const facts = (changes: Partial<FeeFacts> = {}): FeeFacts => ({
  kind: 'invention',
  filedOn: '2017-12-01',
  grantedOn: '2019-05-07',
  expiresOn: '2037-11-30',
  paidYears: [],
  ...changes,
});

describe('annual fees', () => {
  // The example of the examination guidelines (第五部分第九章): filed on 1997-06-03, granted in year 5 on 2001-08-01.
  it('are due as the example of the guidelines says: the sixth year by 2002-06-03', () => {
    expect(termYear('1997-06-03', '2001-08-01')).toBe(5);
    const ladder = feeLadder(
      facts({ filedOn: '1997-06-03', grantedOn: '2001-08-01', expiresOn: lastDayOfTerm('invention', '1997-06-03') }),
      '2002-01-01',
    );
    expect(ladder[0]).toMatchObject({ year: 6, dueOn: '2002-06-03', graceUntil: '2002-12-03' });
    expect(ladder.at(-1)).toMatchObject({ year: 20, dueOn: '2016-06-03' });
  });

  it.each([
    ['on the last day', '2026-12-01', 0, 0n],
    ['a month late', '2027-01-01', 0, 0n],
    ['a day more than a month', '2027-01-02', 1, 20_000n],
    ['two months', '2027-02-01', 1, 20_000n],
    ['a day more than two', '2027-02-02', 2, 40_000n],
    ['in the sixth month', '2027-06-01', 5, 100_000n],
  ])('surcharge of 4000 元 paid %s: %s', (_name, day, months, amount) => {
    expect(surchargeOn(400_000n, '2026-12-01', day)).toEqual({ months, amount });
  });

  it.each([
    [
      'invention',
      [
        900, 900, 900, 1200, 1200, 1200, 2000, 2000, 2000, 4000, 4000, 4000, 6000, 6000, 6000, 8000, 8000, 8000, 8000,
        8000,
      ],
    ],
    ['utilityModel', [600, 600, 600, 900, 900, 1200, 1200, 1200, 2000, 2000]],
    ['design', [600, 600, 600, 900, 900, 1200, 1200, 1200, 2000, 2000, 3000, 3000, 3000, 3000, 3000]],
  ] as const)('has the published amounts of a whole term: %s', (kind, yuan) => {
    expect(yuan.map((_amount, at) => Number(annualFee(kind, at + 1)?.value ?? 0n) / 100)).toEqual(yuan);
    expect(annualFee(kind, yuan.length + 1)).toBeNull();
  });

  it('says nothing without the day of the grant, and never takes silence for a debt', () => {
    expect(feeLadder(facts({ grantedOn: null }), '2026-11-23')).toEqual([]);
    const unpaid = feeLadder(facts(), '2026-11-23');
    expect(feeOverdue(unpaid, false)).toBe(false);
    expect(feeOverdue(unpaid, true)).toBe(true);
  });

  const kinds = fc.constantFrom<PatentKind>('invention', 'utilityModel', 'design');
  const days = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays('2001-01-01', offset));

  it('has each year once, in order, a year apart, and six months of grace', () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 200, max: 1500 }), days, (kind, filedOn, examined, today) => {
        const grantedOn: LocalDate = addDays(filedOn, examined);
        const ladder = feeLadder(
          { kind, filedOn, grantedOn, expiresOn: lastDayOfTerm(kind, filedOn), paidYears: [] },
          today,
        );
        ladder.forEach(({ year, dueOn, graceUntil: grace, state }, at) => {
          expect(year).toBe((ladder[0]?.year ?? 0) + at);
          expect(dueOn).toBe(feeDueOn(filedOn, year));
          expect(grace).toBe(addMonths(dueOn, 6));
          expect(state === 'missed').toBe(today > grace);
          expect(state === 'late').toBe(today > dueOn && today <= grace);
        });
        // No fee is due before the grant, none after the term.
        expect(ladder.every(({ dueOn }) => dueOn > grantedOn)).toBe(true);
        expect(ladder.every(({ dueOn }) => dueOn < lastDayOfTerm(kind, filedOn))).toBe(true);
      }),
    );
  });

  it('the surcharge never falls with the days, and is at most a quarter of the fee', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 30 }), (dueOn, late, more) => {
        const amount = 400_000n;
        const one = surchargeOn(amount, dueOn, addDays(dueOn, late)).amount;
        const other = surchargeOn(amount, dueOn, addDays(dueOn, late + more)).amount;
        expect(one <= other && other * 4n <= amount).toBe(true);
      }),
    );
  });

  it.each([
    ['others rely on it', 0n, true, 'keep'],
    ['it earns its fees', 700_000n, false, 'keep'],
    ['it earns less', 100_000n, false, 'license'],
  ] as const)('advises %s', (_name, income, relied, advice) => {
    const ladder = feeLadder(facts({ paidYears: [3, 4, 5, 6, 7, 8, 9] }), '2026-11-23');
    expect(feeHint(ladder, income, relied)).toMatchObject({ advice, yearsLeft: 11, remainingCost: 7_000_000n });
  });

  it('advises to let go of what earns nothing in its last years', () => {
    const paidYears = Array.from({ length: 16 }, (_unused, at) => at + 3);
    const ladder = feeLadder(facts({ paidYears }), '2035-11-23');
    expect(openFee(ladder)?.year).toBe(19);
    expect(feeHint(ladder, 0n, false)).toMatchObject({ advice: 'drop', yearsLeft: 2, breakEvenPerYear: 800_000n });
    expect(graceUntil('2026-08-31')).toBe('2027-02-28');
  });
});
