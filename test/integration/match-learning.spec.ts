import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Dictionary } from '#application/matching/dictionary.js';
import { readGoldenSet } from '#application/matching/golden.js';
import { comparisonsOf, type ShownList, type ShownPair } from '#matching/learn/feedback.js';
import { maxLoss, replayGate } from '#matching/learn/gate.js';
import { learn, learnOptions, type SignalWeights } from '#matching/learn/learn.js';
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

/** The judged needs of the project: those of data/matching are the same, with prices, budgets and maturities. */
const judged = JSON.parse(readFileSync(join(__dirname, '../golden/matching.json'), 'utf8')) as {
  readonly needs: readonly { readonly title: string; readonly grades: Readonly<Record<string, number>> }[];
};

describe('learning on the golden set', () => {
  it('replays every judged need of the project', () => {
    const replayed = new Map(golden.needs.map(({ title, grades }) => [title, grades]));
    for (const { title, grades } of judged.needs)
      expect(Object.fromEntries(replayed.get(title) ?? [])).toMatchObject(grades);
  });

  it('holds enough needs to judge by', () => {
    expect(golden.needs.filter(({ grades }) => grades.size > 0).length).toBeGreaterThanOrEqual(60);
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
    // The weights' bounds alone keep it so; the gate stands behind them.
    expect(gate(weights).loss).toBeLessThanOrEqual(maxLoss);
  });

  it('costs no more than 0.02 with any weights that learning can come to', () => {
    // The ends of the bounds are the worst that feedback of any kind can bring a weight to.
    const ends = fc.constantFrom(learnOptions.least, 1, learnOptions.most);
    const anyWeights = fc.record(Object.fromEntries(Object.keys(most).map((name) => [name, ends])));
    const losses: number[] = [];
    fc.assert(
      fc.property(anyWeights, (weights) => void losses.push(gate(weights).loss)),
      { numRuns: runs, seed: 20261123 },
    );
    process.stdout.write(`worst loss of ${runs} weights at the ends of their bounds: ${Math.max(...losses)}\n`);
    expect(Math.max(...losses)).toBeLessThanOrEqual(maxLoss);
  }, 120_000);

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
        expect(gate(learned(lists)).loss).toBeLessThanOrEqual(maxLoss);
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
