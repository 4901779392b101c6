import fc from 'fast-check';
import { rank, type Candidate } from './ranking.js';

const candidate = (applicationId: string, over: Partial<Candidate> = {}): Candidate => ({
  applicationId,
  scores: [9_000, 9_000, 9_000],
  total: 1_000_000_000n,
  contracts: 1,
  reachedAt: '2026-06-01T00:00:00.000Z',
  ...over,
});
const awardedOf = (candidates: readonly Candidate[], decision: readonly string[] = []) =>
  rank(candidates, 3, decision)
    .ranked.filter((one) => one.awarded)
    .map((one) => one.applicationId);

describe('ranking of award candidates', () => {
  it.each([
    ['by the panel’s mean', candidate('x', { scores: [9_001, 9_000, 9_000] }), 'score'],
    ['then by the total', candidate('x', { total: 1_000_000_001n }), 'total'],
    ['then by landed contracts', candidate('x', { contracts: 2 }), 'contracts'],
    [
      'then by who reached the threshold earlier',
      candidate('x', { reachedAt: '2026-05-31T00:00:00.000Z' }),
      'reachedAt',
    ],
  ])('goes %s', (_name, better, by) => {
    const { ranked, openTie } = rank([candidate('a'), candidate('b'), candidate('c'), better], 1);
    expect(ranked[0]).toMatchObject({ applicationId: 'x', awarded: true });
    expect(ranked[1]?.by).toBe(by);
    expect(openTie).toEqual([]);
  });

  it('compares means of panels of different size exactly', () => {
    const recused = candidate('r', { scores: [9_000, 9_000, 9_001] });
    const full = candidate('f', { scores: [9_000, 9_000, 9_000, 9_001] });
    expect(rank([full, recused], 1).ranked[0]?.applicationId).toBe('r');
  });

  it('stops at a tie across the last award, awards nobody in it, and follows the recorded decision', () => {
    const equal = ['a', 'b', 'c', 'd'].map((id) => candidate(id, id === 'a' ? { scores: [9_500, 9_500, 9_500] } : {}));
    const { openTie } = rank(equal, 3);
    expect([...openTie].sort()).toEqual(['b', 'c', 'd']);
    expect(awardedOf(equal)).toEqual(['a']);
    expect(rank(equal, 3, ['d', 'b', 'c']).openTie).toEqual([]);
    expect(awardedOf(equal, ['d', 'b', 'c'])).toEqual(['a', 'd', 'b']);
  });

  it('leaves a tie alone that no award hangs on, and awards fewer, or none', () => {
    expect(rank([candidate('a'), candidate('b')], 3).openTie).toEqual([]);
    expect(awardedOf([candidate('a'), candidate('b')])).toHaveLength(2);
    expect(rank([], 3)).toEqual({ ranked: [], openTie: [] });
  });

  const any = fc.record({
    scores: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 4 }),
    total: fc.bigInt({ min: 0n, max: 2n }),
    contracts: fc.integer({ min: 1, max: 2 }),
    reachedAt: fc.constantFrom('2026-01-01', '2026-02-01', null),
  });
  it('never depends on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), fc.gen(), (facts, top, gen) => {
        const candidates = facts.map((fact, index) => candidate(`c${index}`, fact));
        const shuffled = [...candidates].sort(() => gen(fc.constantFrom, -1, 1));
        const byId = (list: readonly Candidate[]) => {
          const { ranked, openTie } = rank(list, top);
          const places = ranked.map((one) => [one.applicationId, one.rank, openTie.length > 0 ? one.awarded : null]);
          return { places: places.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)), open: [...openTie].sort() };
        };
        expect(byId(shuffled)).toEqual(byId(candidates));
      }),
    );
  });

  it('awards at most so many as there are awards', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), fc.integer({ min: 1, max: 4 }), (facts, top) => {
        const { ranked } = rank(
          facts.map((fact, index) => candidate(`c${index}`, fact)),
          top,
        );
        expect(ranked.filter((one) => one.awarded).length).toBeLessThanOrEqual(top);
      }),
    );
  });
});
