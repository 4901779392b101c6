import fc from 'fast-check';
import { defaultModel } from '../rank/model.js';
import { signalNames } from '../rank/signal.js';
import { comparisonsOf, signalsOfReason, type ShownPair } from './feedback.js';
import { replayGate } from './gate.js';
import { learn, learnOptions, maxSignals } from './learn.js';
import { fullScoreOf, mostPointsOf, weighedModel } from './learned-model.js';

const most = { text: 70, field: 3, county: 2, zone: 3, readiness: 4, price: 4, ip: 3 };
const pair = (points: ShownPair['points'], verdict: ShownPair['verdict'], reason: string | null = null): ShownPair => ({
  points,
  verdict,
  reason,
  decidedBy: verdict === 'open' ? null : 'somebody',
});
const learned = (...pairs: ShownPair[]) => learn({}, most, comparisonsOf({ needId: 'n', pairs }));
const moved = (weights: Readonly<Record<string, number>>): string[] =>
  Object.entries(weights)
    .filter(([, weight]) => weight !== 1)
    .map(([name]) => name)
    .sort();

describe('learning from feedback', () => {
  const good = { text: 40, price: 4, readiness: 4, county: 2, field: 3, zone: 3, ip: 3 };
  const bad = { text: 60, price: -4, readiness: -4, county: 0, field: -1, zone: 0, ip: -3 };

  it('asks more of the price when somebody declined for the price, and moves nothing else', () => {
    const weights = learned(pair(good, 'open'), pair(bad, 'declined', 'tooDear'));
    expect(moved(weights)).toEqual(['price']);
    expect(weights['price']).toBeGreaterThan(1);
  });

  it.each(Object.entries(signalsOfReason))('declined for %s moves only %j', (reason, signals) => {
    expect(moved(learned(pair(good, 'open'), pair(bad, 'declined', reason)))).toEqual([...signals].sort());
  });

  it('learns from what was taken among what was shown', () => {
    const weights = learned(pair(good, 'contracted'), pair(bad, 'open'));
    expect(weights['price']).toBeGreaterThan(1);
    expect(weights['text']).toBeLessThan(1);
  });

  it('hears one organization, however often it speaks, no louder than its share', () => {
    const once = comparisonsOf({ needId: 'n', pairs: [pair(good, 'open'), pair(bad, 'declined', 'tooDear')] });
    const shouted = Array.from({ length: 2_000 }, () => once).flat();
    const quiet = Array.from({ length: 25 }, () => once).flat();
    const loud = learn({}, most, shouted)['price'] ?? 1;
    expect(loud).toBeGreaterThan(1);
    expect(loud - 1).toBeLessThan(((learn({}, most, quiet)['price'] ?? 1) - 1) * 1.5);
  });

  const anyPair = fc.record({
    points: fc.dictionary(fc.constantFrom(...Object.keys(most), 'unknown'), fc.double()),
    verdict: fc.constantFrom('contracted', 'introduced', 'accepted', 'open', 'declined'),
    reason: fc.constantFrom(null, ...Object.keys(signalsOfReason), 'nonsense'),
    decidedBy: fc.constantFrom(null, 'a', 'b'),
  });

  it('stays within its bounds, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 12 }), (pairs) => {
        const weights = learn({}, most, comparisonsOf({ needId: 'n', pairs: pairs }));
        expect(Object.keys(weights)).toEqual(Object.keys(most));
        for (const weight of Object.values(weights)) {
          expect(weight).toBeGreaterThanOrEqual(learnOptions.least);
          expect(weight).toBeLessThanOrEqual(learnOptions.most);
        }
      }),
    );
  });

  it('looks at no more than fifteen signals', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`s${at}`, 1]));
    expect(Object.keys(learn({}, many, []))).toHaveLength(maxSignals);
    expect(signalNames.length).toBeLessThanOrEqual(maxSignals);
  });
});

describe('a learned model', () => {
  it('keeps the meaning of a score: the most that can be earned stays what it was', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...signalNames), fc.double({ min: 0.6, max: 1.5, noNaN: true })),
        (weights) => {
          const { points } = weighedModel(defaultModel, 'x', weights);
          expect(fullScoreOf(points)).toBeCloseTo(fullScoreOf(defaultModel.points), 6);
        },
      ),
    );
    expect(fullScoreOf(defaultModel.points)).toBeCloseTo(100, 6);
  });

  it('as delivered is the delivered one', () => {
    const { points } = weighedModel(defaultModel, 'x', {});
    for (const [name, value] of Object.entries(defaultModel.points))
      expect(points[name as 'text']).toBeCloseTo(value, 9);
    expect(Object.keys(mostPointsOf(defaultModel))).toEqual([...signalNames]);
  });
});

describe('the gate', () => {
  const need = (id: string, grades: Record<string, number>) => ({
    id,
    organizationId: 'o',
    title: id,
    summary: null,
    field: null,
    zoneCode: null,
    countyCode: null,
    budgetFen: null,
    grades: new Map(Object.entries(grades)),
  });
  const golden = { offers: [], needs: [need('a', { x: 3, y: 1 }), need('b', { y: 3 })] };
  const right = ({ id }: { id: string }) => (id === 'a' ? ['x', 'y'] : ['y', 'x']);

  it('lets in what loses nothing', () => {
    expect(replayGate(golden, right, right)).toMatchObject({ ndcg: 1, loss: 0, allowed: true });
  });

  it('keeps out what loses more than 0.02', () => {
    const wrong = ({ id }: { id: string }) => right({ id }).reverse();
    expect(replayGate(golden, right, wrong)).toMatchObject({ allowed: false });
  });

  it('keeps everything out when there is nothing to judge by', () => {
    expect(replayGate({ offers: [], needs: [] }, right, right).allowed).toBe(false);
  });
});
