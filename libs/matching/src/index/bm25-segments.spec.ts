import fc from 'fast-check';
import { Bm25Index, type Layout, type Weights } from './bm25.js';

/** Sizes so small that a few dozen changes bring segments, merges of segments and worn ones. */
const layouts: Layout[] = [
  { recentDocuments: 2, segmentDocuments: 32, sliceDocuments: 1 },
  { recentDocuments: 5, segmentDocuments: 64, sliceDocuments: 3 },
  { recentDocuments: 1, segmentDocuments: 1024, sliceDocuments: 64 },
];
/** Common and rare: the nth word stands in about 1/n of the texts. */
const vocabulary = Array.from({ length: 40 }, (_, at) => `词${at}`);
const word = fc.integer({ min: 1, max: 1600 }).map((n) => vocabulary[Math.floor(Math.sqrt(1600 - n))] ?? '词0');
const counts = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(0.15, 0.45, 0.9, 7, 30) },
);
const terms = fc.array(fc.tuple(word, counts), { minLength: 1, maxLength: 12 }).map((pairs): Weights => new Map(pairs));
const query = fc
  .array(fc.tuple(word, fc.constantFrom(0, 0.15, 0.45, 0.9, 1, 1, 2)), { maxLength: 20 })
  .map((pairs): Weights => new Map(pairs));
const step = fc.record({ id: fc.integer({ min: 0, max: 120 }), terms: fc.option(terms, { nil: null, freq: 4 }) });

const rounded = (hits: readonly { id: string; score: number }[]) =>
  hits.map(({ id, score }) => [id, Math.round(score * 1e4) / 1e4]);

describe('search by segments', () => {
  it('finds what an exhaustive one finds, in its order, after any changes and merges', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...layouts),
        fc.array(step, { maxLength: 300 }),
        fc.array(fc.tuple(query, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 5 }),
        (layout, steps, queries) => {
          const live = new Map<string, Weights>();
          const index = new Bm25Index({}, layout);
          const compare = (): void => {
            const anew = new Bm25Index();
            for (const [id, weights] of live) anew.add(id, weights);
            for (const [weights, limit] of queries) {
              const found = rounded(index.search(weights, limit));
              expect(found).toEqual(rounded(index.scan(weights, limit)));
              expect(found).toEqual(rounded(anew.scan(weights, limit)));
            }
          };
          steps.forEach(({ id: number, terms: weights }, at) => {
            const id = `d${number}`;
            if (weights) {
              index.add(id, weights);
              live.set(id, weights);
            } else {
              expect(index.remove(id)).toBe(live.delete(id));
            }
            if (at % 97 === 96) compare();
          });
          expect(index.size).toBe(live.size);
          compare();
          index.settle();
          compare();
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('leaves most of the work out where documents are many', () => {
    const index = new Bm25Index({}, { recentDocuments: 1024, segmentDocuments: 4096, sliceDocuments: 64 });
    let seed = 7;
    const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let postings = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const weights = new Map<string, number>();
      for (let at = 0; at < 20; at += 1) weights.set(`词${Math.floor(2_000 ** chance())}`, 1);
      postings += weights.size;
      index.add(`d${n}`, weights);
    }
    index.settle();
    const weights = new Map(Array.from({ length: 30 }, (_, at) => [`词${Math.floor(1.28 ** at) + at}`, 1]));
    const before = index.searcher.walked;
    expect(rounded(index.search(weights, 10))).toEqual(rounded(index.scan(weights, 10)));
    expect(index.searcher.walked - before).toBeLessThan(postings / 4);
    expect(index.searcher.size).toBeLessThan(20);
  });

  it('keeps more different counts than there are codes near enough to be told apart', () => {
    const index = new Bm25Index();
    for (let n = 0; n < 400; n += 1) index.add(`d${n}`, new Map([['词', 1 + n / 100]]));
    expect(index.search(new Map([['词', 1]]), 500)).toHaveLength(400);
  });

  it('takes the space of the removed again', () => {
    const index = new Bm25Index({}, { recentDocuments: 4, segmentDocuments: 64, sliceDocuments: 2 });
    for (let round = 0; round < 50; round += 1)
      for (let n = 0; n < 20; n += 1) index.add(`d${n}`, new Map([[`词${(n + round) % 5}`, 1]]));
    expect(Math.max(...Array.from({ length: 20 }, (_, n) => index.numberOf(`d${n}`) ?? 0))).toBeLessThan(200);
    expect(index.search(new Map([['词0', 1]]), 50)).toHaveLength(4);
  });
});
