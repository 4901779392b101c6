import fc from 'fast-check';
import {
  averagesOf,
  feedbackWhole,
  meanText,
  rankBids,
  weightedScore,
  type ScoredBid,
  type Scores,
} from './challenge-scoring.js';

const criteria = [
  { code: 'plan', title: '可行性', weight: 50 },
  { code: 'cost', title: '经济性', weight: 30 },
  { code: 'team', title: '条件', weight: 20 },
];
const points = fc.integer({ min: 0, max: 100 });
const sheet: fc.Arbitrary<Scores> = fc.record({ plan: points, cost: points, team: points });
const bids: fc.Arbitrary<ScoredBid[]> = fc
  .array(
    fc.record({ price: fc.bigInt({ min: 0n, max: 3n }), sheets: fc.array(sheet, { minLength: 1, maxLength: 4 }) }),
    { maxLength: 6 },
  )
  .map((all) => all.map((bid, index) => ({ ...bid, bidId: `bid-${index}` })));
/** Coarse points, so that ties are frequent. */
const equalBids = fc
  .array(
    fc.record({
      price: fc.constant(1n),
      sheets: fc.constantFrom<Scores[]>([even(70)], [even(70), even(70)], [even(80)]),
    }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((all) => all.map((bid, index) => ({ ...bid, bidId: `bid-${index}` })));

function even(value: number): Scores {
  return { plan: value, cost: value, team: value };
}
const one = (bidId: string, scores: Scores[], price = 1n): ScoredBid => ({ bidId, price, sheets: scores });
const order = (result: ReturnType<typeof rankBids>) =>
  result.ranked.map(({ id, rank, awarded }) => [id, rank, awarded]);

describe('scoring of an open challenge', () => {
  it.each<[string, Scores, boolean]>([
    ['every criterion once', even(80), true],
    ['one is missing', { plan: 80, cost: 80 }, false],
    ['one too many', { ...even(80), style: 80 }, false],
    ['above 100', { ...even(80), plan: 101 }, false],
    ['half a point', { ...even(80), plan: 80.5 }, false],
    ['inherited names count for nothing', { plan: 80, cost: 80, toString: 80 }, false],
  ])('%s', (_name, scores, sound) => {
    expect(weightedScore(criteria, scores).ok).toBe(sound);
  });

  it.each<[string, ScoredBid[], unknown[], string[]]>([
    [
      'the higher mean',
      [one('a', [even(70)]), one('b', [even(90)])],
      [
        ['b', 1, true],
        ['a', 2, false],
      ],
      [],
    ],
    [
      'equal means: the criterion that weighs most',
      [one('a', [{ plan: 70, cost: 80, team: 70 }]), one('b', [{ plan: 76, cost: 70, team: 70 }])],
      [
        ['b', 1, true],
        ['a', 2, false],
      ],
      [],
    ],
    [
      'equal in everything: the lower price',
      [one('a', [even(70)], 5n), one('b', [even(70)], 4n)],
      [
        ['b', 1, true],
        ['a', 2, false],
      ],
      [],
    ],
    [
      'equal in that too: the panel decides',
      [one('a', [even(70)]), one('b', [even(70)])],
      [
        ['a', 1, false],
        ['b', 1, false],
      ],
      ['a', 'b'],
    ],
    [
      'below the pass mark nobody is awarded',
      [one('a', [even(59)]), one('b', [even(58)])],
      [
        ['a', 1, false],
        ['b', 2, false],
      ],
      [],
    ],
    ['exactly the pass mark passes', [one('a', [even(60)])], [['a', 1, true]], []],
    ['nobody bid', [], [], []],
  ])('%s', (_name, given, expected, openTie) => {
    const result = rankBids(criteria, given, 1, 60);
    expect(order(result)).toEqual(expected);
    expect([...result.openTie].sort()).toEqual(openTie);
  });

  it('is told by facts, never by the order of rows', () => {
    fc.assert(
      fc.property(bids, fc.integer({ min: 0, max: 3 }), (given, awards) => {
        const facts = (all: ScoredBid[]) => {
          const { ranked, openTie } = rankBids(criteria, all, awards, 50);
          return [ranked.map(({ id, rank, awarded }) => [id, rank, awarded]).sort(), [...openTie].sort()];
        };
        expect(facts([...given].reverse())).toEqual(facts(given));
      }),
    );
  });

  it('awards no more than there are prizes, and only who passes', () => {
    fc.assert(
      fc.property(bids, fc.integer({ min: 0, max: 3 }), points, (given, awards, passMark) => {
        const { ranked } = rankBids(criteria, given, awards, passMark);
        const awarded = ranked.filter((line) => line.awarded);
        expect(ranked).toHaveLength(given.length);
        expect(awarded.length).toBeLessThanOrEqual(awards);
        for (const { id } of awarded) {
          const sheets = given.find(({ bidId }) => bidId === id)?.sheets ?? [];
          const total = sheets.reduce(
            (sum, s) => sum + (s['plan'] ?? 0) * 50 + (s['cost'] ?? 0) * 30 + (s['team'] ?? 0) * 20,
            0,
          );
          expect(total).toBeGreaterThanOrEqual(passMark * 100 * sheets.length);
        }
      }),
    );
  });

  it('leaves every tie across the last award open until it is decided, and the decision orders exactly it', () => {
    fc.assert(
      fc.property(equalBids, fc.integer({ min: 1, max: 4 }), (given, awards) => {
        const before = rankBids(criteria, given, awards, 0);
        if (before.openTie.length === 0) return;
        const decision = [...before.openTie].reverse();
        const after = rankBids(criteria, given, awards, 0, decision);
        expect(after.openTie).toEqual([]);
        expect(after.ranked.filter(({ awarded }) => awarded)).toHaveLength(awards);
        expect(after.ranked.filter(({ id }) => before.openTie.includes(id)).map(({ id }) => id)).toEqual(decision);
      }),
    );
  });

  it.each([
    [[8450], 100, '84.50'],
    [[8000, 8001], 100, '80.01'],
    [[1, 1, 2], 1, '1.33'],
    [[], 1, '0.00'],
  ])('the mean of %j by %d is %s', (given, divisor, text) => {
    expect(meanText(given, divisor)).toBe(text);
  });

  it('publishes averages by criterion', () => {
    expect(averagesOf(criteria, [even(80), even(90)])).toEqual({
      mean: '85.00',
      criteria: [
        { code: 'plan', mean: '85.00' },
        { code: 'cost', mean: '85.00' },
        { code: 'team', mean: '85.00' },
      ],
    });
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['a text for each', { plan: '缺少试验数据', cost: '没有成本测算', team: '人员没有到位' }, true],
    ['one left out', { plan: '缺少试验数据', cost: '没有成本测算' }, false],
    ['one empty', { plan: '缺少试验数据', cost: '没有成本测算', team: '无' }, false],
    ['one made up', { plan: '缺少试验数据', cost: '没有成本测算', team: '人员没有到位', x: '没有这一项' }, false],
  ])('feedback: %s', (_name, texts, whole) => {
    expect(feedbackWhole(criteria, texts).ok).toBe(whole);
  });
});
