import fc from 'fast-check';
import { smallestCell } from '../statistics/figures.js';
import { lastQuarters, publicFlows, standingOf, toldTogether } from './hall.js';

describe('quarters of the wall', () => {
  it.each([
    ['2026-11-23', ['2026Q1', '2026Q2', '2026Q3', '2026Q4']],
    ['2026-01-01', ['2025Q2', '2025Q3', '2025Q4', '2026Q1']],
    ['2026-03-31', ['2025Q2', '2025Q3', '2025Q4', '2026Q1']],
    ['2026-04-01', ['2025Q3', '2025Q4', '2026Q1', '2026Q2']],
  ])('on %s are %s', (today, codes) => {
    expect(lastQuarters(today, 4).map(({ code }) => code)).toEqual(codes);
  });

  it('begin and end on the days of the law', () => {
    expect(lastQuarters('2026-11-23', 1)).toEqual([{ code: '2026Q4', from: '2026-10-01', to: '2026-12-31' }]);
  });
});

it('grows by whole groups only: no two looks differ by fewer contracts than a small cell', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), (one, other) => {
      const step = Math.abs(toldTogether(one, smallestCell) - toldTogether(other, smallestCell));
      expect(step === 0 || step >= smallestCell).toBe(true);
      expect(toldTogether(one, smallestCell)).toBeLessThanOrEqual(one);
    }),
  );
});

describe('where an indicator stands', () => {
  const number = { qualitative: false };
  it.each([
    ['a quality', { qualitative: true }, null, 'judged'],
    ['no value here', number, null, 'reported'],
    ['at the target', number, { kind: 'measured', basisPoints: 10_000, reached: true }, 'reached'],
    ['on the way', number, { kind: 'measured', basisPoints: 1, reached: false }, 'underWay'],
    ['as at the beginning', number, { kind: 'measured', basisPoints: 0, reached: false }, 'atBase'],
    ['fallen', number, { kind: 'measured', basisPoints: -1, reached: false }, 'below'],
    ['no way to go, not there', number, { kind: 'noDistance', reached: false }, 'notReached'],
    ['a ceiling kept', number, { kind: 'noDistance', reached: true }, 'reached'],
  ] as const)('%s', (_name, indicator, progress, expected) => {
    expect(standingOf(indicator, progress)).toBe(expected);
  });
});

describe('flow between counties', () => {
  it('hides what fewer than three contracts make up, and a second cell beside it', () => {
    const flows = publicFlows(
      new Map([
        ['621002>621022', 1],
        ['621002>621027', 9],
        ['621021>621022', 7],
        ['621021>621027', 8],
      ]),
    );
    expect(
      flows.find(({ sellerPlace, buyerPlace }) => sellerPlace === '621002' && buyerPlace === '621022')?.count,
    ).toBeNull();
    expect(flows.filter(({ count }) => count === null).length).toBeGreaterThan(1);
  });

  it('never tells a count below the smallest cell', () => {
    const place = fc.constantFrom('621002', '621022', '620000', 'abroad');
    const cells = fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 9 })), { maxLength: 16 });
    fc.assert(
      fc.property(cells, (drawn) => {
        const flows = publicFlows(new Map(drawn.map(([from, to, count]) => [`${from}>${to}`, count])));
        expect(flows.every(({ count }) => count === null || count >= smallestCell)).toBe(true);
      }),
    );
  });
});
