import { judgedShare, mean, ndcg, pairedBootstrap, recall, reciprocalRank } from './metrics.js';

const judgments = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
]);

describe('metrics', () => {
  it('give 1 to the ideal order and follow the formula otherwise', () => {
    expect(ndcg(['a', 'b', 'c', 'd'], judgments, 10)).toBeCloseTo(1);
    const ideal = 7 + 3 / Math.log2(3) + 1 / 2;
    expect(ndcg(['x', 'a'], judgments, 10)).toBeCloseTo(7 / Math.log2(3) / ideal);
    expect(ndcg(['x'], new Map([['y', 0]]), 10)).toBe(0);
  });

  it('count grades 2 and 3 as relevant', () => {
    expect(recall(['b', 'c', 'd'], judgments, 20)).toBe(0.5);
    expect(recall(['x', 'b'], judgments, 1)).toBe(0);
    expect(reciprocalRank(['c', 'x', 'b'], judgments, 10)).toBeCloseTo(1 / 3);
    expect(reciprocalRank(['c', 'x', 'b'], judgments, 2)).toBe(0);
    expect(judgedShare(['a', 'x', 'd', 'y'], judgments, 10)).toBe(0.5);
  });

  it('find the mean difference inside its interval, the same with the same chance', () => {
    const run = () => {
      let state = 7;
      return pairedBootstrap([0.5, 0.6, 0.7], [0.4, 0.6, 0.5], 500, () => {
        state = (state * 16807) % 2147483647;
        return state / 2147483647;
      });
    };
    const interval = run();
    expect(interval).toEqual(run());
    expect(interval.difference).toBeCloseTo(0.1);
    expect(interval.low).toBeLessThanOrEqual(interval.difference);
    expect(interval.high).toBeGreaterThanOrEqual(interval.difference);
    expect(mean([])).toBe(0);
  });
});
