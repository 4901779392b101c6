import fc from 'fast-check';
import { Bm25Index, type Weights } from './bm25.js';
import { fuse } from './fusion.js';
import { TopK } from './top-k.js';

const vocabulary = ['羊', '牛', '猪', '断奶', '代乳', '支护', '岩屑', 'tmr'];
const terms = fc
  .dictionary(fc.constantFrom(...vocabulary), fc.integer({ min: 1, max: 4 }), { minKeys: 1, maxKeys: 6 })
  .map((counts) => new Map(Object.entries(counts)));
const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), terms: fc.option(terms, { nil: null }) });

const built = (documents: ReadonlyMap<string, Weights>): Bm25Index => {
  const index = new Bm25Index();
  for (const [id, counts] of documents) index.add(id, counts);
  return index;
};
const rounded = (hits: readonly { id: string; score: number }[]) =>
  hits.map(({ id, score }) => ({ id, score: Math.round(score * 1e4) })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('BM25', () => {
  it('gives after any adding, replacing and removing the scores of an index built anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), terms, (steps, query) => {
        const live = new Map<string, Weights>();
        const index = new Bm25Index();
        for (const { id, terms: counts } of steps) {
          if (counts) {
            index.add(id, counts);
            live.set(id, counts);
          } else {
            expect(index.remove(id)).toBe(live.delete(id));
          }
        }
        expect(index.size).toBe(live.size);
        expect(rounded(index.search(query, 10))).toEqual(rounded(built(live).search(query, 10)));
      }),
    );
  });

  it('keeps its scores over merges of many documents', () => {
    const index = new Bm25Index();
    const live = new Map<string, Weights>();
    for (let n = 0; n < 6_000; n += 1) {
      const counts = new Map(
        vocabulary.filter((_, at) => (n * 7 + at * 3) % 5 < 2).map((word, at) => [word, 1 + ((n + at) % 3)]),
      );
      index.add(`d${n}`, counts);
      live.set(`d${n}`, counts);
      if (n % 3 === 0) {
        index.remove(`d${n / 3}`);
        live.delete(`d${n / 3}`);
      }
    }
    const query = new Map([
      ['羊', 1],
      ['代乳', 0.5],
    ]);
    expect(rounded(index.search(query, 50))).toEqual(rounded(built(live).search(query, 50)));
  });

  it('scores a text outside as it would inside', () => {
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 10 }), terms, (documents, query) => {
        const index = built(new Map(documents.map((counts, at) => [`d${at}`, counts])));
        for (const { id, score } of index.search(query, 20))
          expect(index.scoreOf(documents[Number(id.slice(1))] ?? new Map(), query)).toBeCloseTo(score, 3);
      }),
    );
  });

  it.each([
    [
      'a rare word counts more than a common one',
      new Map([
        ['羊', 1],
        ['岩屑', 1],
      ]),
      'c',
    ],
    ['a word twice counts more than once', new Map([['牛', 1]]), 'b'],
  ])('%s', (_name, query, first) => {
    const index = built(
      new Map([
        [
          'a',
          new Map([
            ['羊', 1],
            ['牛', 1],
          ]),
        ],
        [
          'b',
          new Map([
            ['羊', 1],
            ['牛', 2],
          ]),
        ],
        [
          'c',
          new Map([
            ['岩屑', 1],
            ['猪', 1],
          ]),
        ],
      ]),
    );
    expect(index.search(query, 1)[0]?.id).toBe(first);
  });
});

describe('fusion of runs', () => {
  it('prefers what several runs found, and breaks ties by id', () => {
    const run = (...ids: string[]) => ids.map((id) => ({ id, score: 1 }));
    expect(fuse([run('a', 'b'), run('b', 'c')], 3).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(fuse([run('b'), run('a')], 2).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the best few', () => {
  it('are those of a full sort', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (scores, limit) => {
          const items = scores.map((score, at) => ({ id: String(at).padStart(3, '0'), score }));
          const best = new TopK(limit);
          for (const item of items) best.offer(item);
          const sorted = [...items].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
          expect(best.sorted()).toEqual(sorted.slice(0, limit));
        },
      ),
    );
  });
});
