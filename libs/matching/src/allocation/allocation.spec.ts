import fc from 'fast-check';
import { allocate, schedule, type Candidate, type Caps } from './allocation.js';

const candidate = (demandId: string, teamId: string, score: number): Candidate => ({ demandId, teamId, score });
const worth = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { score }) => sum + score, 0);
const within = (chosen: readonly Candidate[], { meetingsPerDemand, meetingsPerTeam }: Caps): boolean => {
  const count = (id: (c: Candidate) => string): number =>
    Math.max(0, ...chosen.map((one) => chosen.filter((other) => id(other) === id(one)).length));
  return count((c) => c.demandId) <= meetingsPerDemand && count((c) => c.teamId) <= meetingsPerTeam;
};

/** Every subset: the truth, for few pairs. */
function bestByForce(candidates: readonly Candidate[], caps: Caps): number {
  let best = 0;
  for (let mask = 0; mask < 2 ** candidates.length; mask += 1) {
    const chosen = candidates.filter((_, at) => (mask >> at) & 1);
    if (within(chosen, caps)) best = Math.max(best, worth(chosen));
  }
  return best;
}

const markets = fc.record({
  pairs: fc.uniqueArray(
    fc.record({
      d: fc.integer({ min: 0, max: 3 }),
      t: fc.integer({ min: 0, max: 3 }),
      score: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 10, selector: ({ d, t }) => `${d} ${t}` },
  ),
  caps: fc.record({
    meetingsPerDemand: fc.integer({ min: 1, max: 3 }),
    meetingsPerTeam: fc.integer({ min: 1, max: 3 }),
  }),
});
const candidatesOf = (pairs: readonly { d: number; t: number; score: number }[]): Candidate[] =>
  pairs.map(({ d, t, score }) => candidate(`d${d}`, `t${t}`, score));

describe('fair load', () => {
  it('gives the second best to a need when all together get more by it', () => {
    const chosen = allocate([candidate('a', 'x', 10), candidate('a', 'y', 9), candidate('b', 'x', 8)], {
      meetingsPerDemand: 1,
      meetingsPerTeam: 1,
    });
    expect(chosen.map(({ demandId, teamId }) => demandId + teamId)).toEqual(['ay', 'bx']);
  });

  it('is as good as trying everything, and nobody is over the cap', () => {
    fc.assert(
      fc.property(markets, ({ pairs, caps }) => {
        const candidates = candidatesOf(pairs);
        const chosen = allocate(candidates, caps);
        expect(within(chosen, caps)).toBe(true);
        expect(worth(chosen)).toBe(bestByForce(candidates, caps));
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of what is given', () => {
    fc.assert(
      fc.property(markets, ({ pairs, caps }) => {
        const candidates = candidatesOf(pairs);
        expect(allocate([...candidates].reverse(), caps)).toEqual(allocate(candidates, caps));
      }),
    );
  });

  it('seats nobody twice in a slot, in as few slots as the busiest has meetings', () => {
    fc.assert(
      fc.property(markets, ({ pairs, caps }) => {
        const chosen = allocate(candidatesOf(pairs), caps);
        const meetings = schedule(chosen);
        expect(meetings).toHaveLength(chosen.length);
        for (const id of ['demandId', 'teamId'] as const)
          expect(new Set(meetings.map((m) => `${m.slot} ${m[id]}`)).size).toBe(meetings.length);
        const busiest = Math.max(
          0,
          ...chosen.flatMap((one) => [
            chosen.filter(({ demandId }) => demandId === one.demandId).length,
            chosen.filter(({ teamId }) => teamId === one.teamId).length,
          ]),
        );
        expect(Math.max(0, ...meetings.map(({ slot }) => slot))).toBe(busiest);
      }),
    );
  });

  it('takes a matchmaking day of 200 needs and 300 teams in a moment', () => {
    const candidates = Array.from({ length: 200 }, (_, d) =>
      Array.from({ length: 20 }, (_unused, k) =>
        candidate(`d${d}`, `t${(d * 7 + k * 13) % 300}`, ((d * 31 + k * 17) % 99) + 1),
      ),
    ).flat();
    const started = performance.now();
    const chosen = allocate(candidates, { meetingsPerDemand: 4, meetingsPerTeam: 3 });
    expect(chosen.length).toBeGreaterThan(700);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
