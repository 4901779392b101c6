import fc from 'fast-check';
import { addDays } from '../calendar/local-date.js';
import { cohortTable, type Stay } from './cohort.js';
import { tenancyFindings } from './tenancy.policy.js';

const stay = (state: Stay['state'], admittedOn: string, endedOn: string | null = null): Stay => ({
  state,
  admittedOn,
  endedOn,
});

describe('cohorts of tenants', () => {
  it('count every one once in what became of it, and say who was not followed to the end', () => {
    const [cohort] = cohortTable(
      [
        stay('admitted', '2024-01-01'),
        stay('graduated', '2024-02-01', '2025-03-01'),
        stay('left', '2024-03-01', '2024-09-01'),
        stay('failed', '2024-04-01', '2024-12-01'),
        stay('lost', '2024-05-01', '2025-05-01'),
      ],
      '2026-11-23',
    );
    expect(cohort).toMatchObject({
      year: 2024,
      entered: 5,
      inIncubation: 1,
      graduated: 1,
      left: 1,
      failed: 1,
      unknown: 1,
      censored: 4,
    });
  });

  it('estimate survival as Kaplan and Meier do: one of four at risk failed, one had left before', () => {
    const stays = [
      stay('left', '2024-01-01', '2024-03-01'),
      stay('failed', '2024-01-01', '2024-06-01'),
      stay('admitted', '2024-01-01'),
      stay('admitted', '2024-01-01'),
      stay('admitted', '2024-01-01'),
    ];
    expect(cohortTable(stays, '2026-11-23')[0]?.survival).toEqual([7_500, 7_500, null]);
  });

  it('tell of a day in the past what was known then', () => {
    const stays = [stay('failed', '2024-01-01', '2025-06-01'), stay('admitted', '2025-01-01')];
    expect(
      cohortTable(stays, '2025-05-31').map(({ year, failed, inIncubation }) => [year, failed, inIncubation]),
    ).toEqual([
      [2024, 0, 1],
      [2025, 0, 1],
    ]);
    expect(cohortTable(stays, '2023-12-31')).toEqual([]);
  });

  const anyStay = fc
    .record({
      state: fc.constantFrom<Stay['state']>('admitted', 'graduated', 'left', 'failed', 'lost'),
      start: fc.integer({ min: 0, max: 900 }),
      length: fc.integer({ min: 0, max: 1200 }),
    })
    .map(({ state, start, length }) => {
      const admittedOn = addDays('2022-01-01', start);
      return stay(state, admittedOn, state === 'admitted' ? null : addDays(admittedOn, length));
    });
  it('add up, fall with time, and do not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 12 }), fc.integer({ min: 0, max: 1600 }), (stays, days) => {
        const asOf = addDays('2022-01-01', days);
        const table = cohortTable(stays, asOf);
        expect(cohortTable([...stays].reverse(), asOf)).toEqual(table);
        for (const { entered, inIncubation, graduated, left, failed, unknown, censored, survival } of table) {
          expect(inIncubation + graduated + left + failed + unknown).toBe(entered);
          expect(censored + failed).toBe(entered);
          const known = survival.filter((share) => share !== null);
          expect([...known].sort((a, b) => b - a)).toEqual(known);
          for (const share of known) expect(share >= 0 && share <= 10_000).toBe(true);
        }
      }),
    );
  });
});

describe('the definition of a tenant', () => {
  const sound = { technologyBased: true, onPremises: true, foundedOn: '2024-11-23', field: 'other' };
  const failing = (over: object, admittedOn = '2026-11-23', until = '2030-11-23') =>
    tenancyFindings({ ...sound, ...over }, admittedOn, until)
      .filter(({ met }) => !met)
      .map(({ code }) => code);
  it.each([
    ['exactly 24 months old, exactly 48 months', {}, undefined, undefined, []],
    ['a day older', { foundedOn: '2024-11-22' }, undefined, undefined, ['age']],
    ['unknown age', { foundedOn: null }, undefined, undefined, ['age']],
    ['a day longer', {}, undefined, '2030-11-24', ['stay']],
    ['60 months in modern agriculture', { field: 'modernAgriculture' }, undefined, '2031-11-23', []],
    [
      'elsewhere, no technology',
      { onPremises: false, technologyBased: false },
      undefined,
      undefined,
      ['technologyBased', 'onPremises'],
    ],
  ])('%s', (_name, over, admittedOn, until, expected) => {
    expect(failing(over, admittedOn, until)).toEqual(expected);
  });
});
