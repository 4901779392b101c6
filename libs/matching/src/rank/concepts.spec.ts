import fc from 'fast-check';
import { Lexicon } from '../lexicon/lexicon.js';
import type { Tokenizer } from '../text/tokens.js';
import { answersBoth, bestAnswer, conceptsOf, coverageOf, weighConcepts } from './concepts.js';
import { defaultModel } from './model.js';

const lexicon = new Lexicon(
  {
    groups: [
      { kind: 'object', same: ['羔羊', '羊羔'], related: ['母羊'] },
      { kind: 'object', kin: ['黄芪', '甘草'], related: ['药材'] },
      { kind: 'process', same: ['早期断奶', '断奶'], related: ['代乳粉'] },
      { kind: 'object', same: ['代乳粉', '代乳料'] },
    ],
  },
  { notObjects: [], objects: [] },
  { terms: ['技术', '综合', '利用'] },
);
/** Cuts into single characters: the worst that a dictionary without the trade's words does. */
const tokenizer: Tokenizer = { forIndex: (text) => [...text], forQuery: (text) => [...text] };
const { concepts: weights } = defaultModel;
const conceptsIn = (title: string, summary: string | null = null) =>
  conceptsOf({ title, summary }, lexicon, tokenizer, weights);
const weighed = (title: string) => weighConcepts(conceptsIn(title), () => 1, weights);

describe('concepts of a need', () => {
  it('are the words of the dictionary by what they name, and new words whole', () => {
    expect(conceptsIn('羔羊早期断奶药头').map(({ term, kind }) => [term, kind])).toEqual([
      ['羔羊', 'object'],
      ['早期断奶', 'process'],
      ['药头', 'other'],
    ]);
  });

  it('leave out what says nothing, alone or joined', () => {
    expect(conceptsIn('综合利用技术')).toEqual([]);
  });

  it('count less in the summary than in the title', () => {
    const [title, summary] = conceptsIn('羔羊', '断奶');
    expect(summary?.weight).toBeLessThan(title?.weight ?? 0);
  });

  it('are answered by synonyms both ways, by kin and related words less', () => {
    const share = (term: string, text: string) =>
      bestAnswer(conceptsIn(term)[0] ?? fail(), { title: text, rest: '' }, weights)?.value ?? 0;
    expect(share('羔羊', '羊羔')).toBe(weights.same);
    expect(share('羊羔', '羔羊')).toBe(weights.same);
    expect(share('羔羊', '母羊')).toBeLessThan(weights.same);
    expect(share('母羊', '羔羊')).toBe(0);
    expect(share('黄芪', '甘草')).toBe(weights.kin);
    // A process is answered less by an object than by another process.
    expect(share('断奶', '代乳粉')).toBeLessThan(weights.related);
  });

  it('count once, by the best answer, in the title more than in the summary', () => {
    const both = coverageOf(weighed('断奶'), { title: '早期断奶代乳粉', rest: '断奶' }, weights);
    expect(both.process).toBe(1);
    const below = coverageOf(weighed('断奶'), { title: '', rest: '断奶' }, weights);
    expect(below.process).toBe(weights.inSummary);
  });

  it('are covered between nothing and all, and never less by more text', () => {
    const words = fc.array(fc.constantFrom('羔羊', '羊羔', '断奶', '代乳粉', '甘草', '药头'), { maxLength: 6 });
    const sum = (title: string) => {
      const covered = coverageOf(weighed('羔羊早期断奶药头黄芪'), { title, rest: '' }, weights);
      return covered.object + covered.process + covered.effect + covered.other;
    };
    fc.assert(
      fc.property(words, words, (some, more) => {
        const [less, all] = [some.join('，'), [...some, ...more].join('，')];
        expect(sum(all)).toBeGreaterThanOrEqual(sum(less));
        expect(sum(all)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it.each([
    ['the object and the process', '羊羔断奶', true],
    ['the object only', '羔羊疫苗', false],
    ['the process only', '仔猪断奶', false],
  ])('are answered as a whole by %s: %s', (_name, title, whole) => {
    const need = weighed('羔羊早期断奶');
    expect(answersBoth(need, coverageOf(need, { title, rest: '' }, weights))).toBe(whole);
  });
});

function fail(): never {
  throw new Error('no concept');
}
