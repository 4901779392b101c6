import fc from 'fast-check';
import { Dictionary } from '#application/matching/dictionary.js';
import { readGoldenSet } from '#application/matching/golden.js';
import { comparisonsOf, type ShownList, type ShownPair } from '#matching/learn/feedback.js';
import { maxLoss, replayGate } from '#matching/learn/gate.js';
import { learn, type SignalWeights } from '#matching/learn/learn.js';
import { mostPointsOf, weighedModel } from '#matching/learn/learned-model.js';
import { Matcher } from '#matching/matcher.js';
import { defaultModel, type MatchModel } from '#matching/rank/model.js';
import type { Need } from '#matching/rank/subject.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';

/** Learning on the golden set of data/matching: what it may cost, whoever gives the feedback. */
const runs = Number(process.env['LEARNING_RUNS'] ?? 12);
const golden = readGoldenSet();
const dictionary = new Dictionary();
const matcher = new Matcher(dictionary.lexicon, new JiebaTokenizer(() => dictionary.words()));
for (const offer of golden.offers) matcher.add(offer);
const replay = (model: MatchModel) => (need: Need) => {
  matcher.useModel(model);
  return matcher.rank(need, golden.asOf).map(({ offer }) => offer.id);
};
const most = mostPointsOf(defaultModel);
const gate = (weights: SignalWeights) =>
  replayGate(golden, replay(defaultModel), replay(weighedModel(defaultModel, 'learned', weights)));

/** What the market showed for a need of the golden set, with the points it was shown with. */
matcher.useModel(defaultModel);
const shown = golden.needs.map((need) => ({
  need,
  pairs: matcher.rank(need, golden.asOf).slice(0, 10),
}));
const listOf = (at: number, answer: (place: number, id: string) => Omit<ShownPair, 'points'>): ShownList => {
  const one = shown[at];
  return {
    needId: `${at}`,
    pairs: (one?.pairs ?? []).map(({ offer, signals }, place) => ({
      points: Object.fromEntries(signals.map(({ name, points }) => [name, points])),
      ...answer(place, offer.id),
    })),
  };
};
const learned = (lists: readonly ShownList[]): SignalWeights => learn({}, most, lists.flatMap(comparisonsOf));

describe('learning on the golden set', () => {
  it('holds enough needs to judge by', () => {
    expect(golden.needs.length).toBeGreaterThanOrEqual(30);
    expect(gate({}).loss).toBe(0);
    expect(gate({}).ndcg).toBeGreaterThan(0.85);
  });

  it('costs no more than 0.02 under the most hostile feedback: the worst is always taken, the best always declined', () => {
    const lists = shown.map((_, at) =>
      listOf(at, (place) => ({
        verdict: place === 9 ? 'contracted' : place < 3 ? 'declined' : 'open',
        reason: place < 3 ? (['tooDear', 'immature', 'wrongField'][place] ?? null) : null,
        decidedBy: `hostile-${at}`,
      })),
    );
    const weights = learned(Array.from({ length: 50 }, () => lists).flat());
    expect(Object.values(weights).some((weight) => weight !== 1)).toBe(true);
    const { loss, allowed } = gate(weights);
    // Either it did not cost more, or it is not let in: what ranks the market loses no more either way.
    expect(allowed ? loss : 0).toBeLessThanOrEqual(maxLoss);
  });

  it('costs no more than 0.02 under random feedback, round after round', () => {
    const verdicts = fc.constantFrom('contracted', 'introduced', 'accepted', 'open', 'declined');
    const reasons = fc.constantFrom('wrongField', 'immature', 'tooDear', 'ipUnclear', 'tooFar', 'other');
    const answers = fc.array(fc.tuple(verdicts, reasons), {
      minLength: 10 * shown.length,
      maxLength: 10 * shown.length,
    });
    fc.assert(
      fc.property(answers, (drawn) => {
        const lists = shown.map((_, at) =>
          listOf(at, (place) => {
            const [verdict, reason] = drawn[at * 10 + place] ?? ['open', 'other'];
            return { verdict: verdict, reason, decidedBy: `someone-${at}` };
          }),
        );
        const { loss, allowed } = gate(learned(lists));
        expect(allowed ? loss : 0).toBeLessThanOrEqual(maxLoss);
      }),
      { numRuns: runs },
    );
  }, 120_000);

  it('does not let in what loses more', () => {
    const upsideDown = Object.fromEntries(Object.keys(most).map((name) => [name, name === 'text' ? -5 : -3]));
    expect(gate(upsideDown)).toMatchObject({ allowed: false });
  });

  it('lets in what honest feedback says', () => {
    const lists = shown.map((_, at) =>
      listOf(at, (place) => ({
        verdict: place === 0 ? 'accepted' : 'open',
        reason: null,
        decidedBy: `honest-${at}`,
      })),
    );
    expect(gate(learned(lists)).allowed).toBe(true);
  });
});
