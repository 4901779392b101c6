import fc from 'fast-check';
import { overfull, pairKey, shareOut, type NewPair } from './fair-load.js';

const pair = (demandId: string, organizationId: string, score: number, standIn = false): NewPair => ({
  demandId,
  achievementId: `${organizationId}-${score}`,
  organizationId,
  score,
  standIn,
});
const keyOf = ({ demandId, achievementId }: NewPair): string => pairKey(demandId, achievementId);

describe('what a re-match may propose', () => {
  it('is told to be too much for a team only beyond what is left for it', () => {
    const pairs = [pair('a', 'x', 50), pair('b', 'x', 40), pair('b', 'y', 30)];
    expect([...overfull(pairs, () => 2)]).toEqual([]);
    expect([...overfull(pairs, () => 1)]).toEqual(['x']);
  });

  it('gives a team the needs that it answers best, and the others a stand-in', () => {
    const [best, worse, standIn] = [pair('a', 'x', 50), pair('b', 'x', 40), pair('b', 'y', 25, true)];
    const granted = shareOut(
      [best, worse, standIn],
      () => 1,
      () => 1,
    );
    expect([...granted].sort()).toEqual([keyOf(best), keyOf(standIn)].sort());
  });

  it('counts two achievements of one team for one need twice', () => {
    const pairs = [pair('a', 'x', 50), pair('a', 'x', 40)];
    expect(shareOut(pairs, () => 5, () => 2).size).toBe(2); // prettier-ignore
    expect([...shareOut(pairs, () => 5, () => 1)]).toEqual([keyOf(pairs[0]!)]); // prettier-ignore
  });

  const pairs = fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('x', 'y', 'z'),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
      )
      .map(([demandId, team, score, standIn]) => pair(demandId, team, score, standIn)),
    { maxLength: 30, selector: keyOf },
  );

  it('stays within what is left for each, and leaves nothing that still had room', () => {
    fc.assert(
      fc.property(pairs, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (given, places, left) => {
        const granted = shareOut(given, () => places, () => left); // prettier-ignore
        const chosen = given.filter((one) => granted.has(keyOf(one)));
        const has = (member: 'demandId' | 'organizationId', id: string) =>
          chosen.filter((one) => one[member] === id).length;
        for (const one of given) {
          expect(has('demandId', one.demandId)).toBeLessThanOrEqual(places);
          expect(has('organizationId', one.organizationId)).toBeLessThanOrEqual(left);
          const room = has('demandId', one.demandId) < places && has('organizationId', one.organizationId) < left;
          if (room) expect(granted.has(keyOf(one))).toBe(true);
        }
      }),
    );
  });
});
