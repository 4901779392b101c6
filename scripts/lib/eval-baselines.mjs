// Three baselines without anything hand-written: titles of documents count twice, title and summary of the query once.

/** Rank at which a hit counts half of what the first counts (Cormack, Clarke & Büttcher 2009). */
const rankConstant = 60;

const counted = (...parts) => {
  const counts = new Map();
  for (const [tokens, times] of parts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + times);
  return counts;
};

/**
 * @param {{ Bm25Index: new () => any }} index
 * @param {{ normalise: Function, bigrams: Function, words: Function, plain: any }} text
 * @param {{ id: string, title: string, summary: string | null }[]} documents
 * @param {number} depth
 */
export function baselinesOf({ Bm25Index }, { normalise, bigrams, words, plain }, documents, depth) {
  const views = [
    { index: new Bm25Index(), document: bigrams, query: bigrams },
    {
      index: new Bm25Index(),
      document: (part) => words(plain.forIndex(part)),
      query: (part) => words(plain.forQuery(part)),
    },
  ];
  for (const { id, title, summary } of documents)
    for (const { index, document } of views)
      index.add(id, counted([document(normalise(title)), 2], [document(normalise(summary ?? '')), 1]));
  const [pairs, jieba] = views.map(
    ({ index, query }) =>
      ({ title, summary }) =>
        index.search(counted([query(normalise(title)), 1], [query(normalise(summary ?? '')), 1]), depth),
  );
  return [
    { name: '字对 BM25 (bigram)', rank: pairs },
    { name: '分词 BM25 (jieba)', rank: jieba },
    { name: '两者融合 (RRF)', rank: (query) => fused([pairs(query), jieba(query)], depth) },
  ];
}

function fused(runs, depth) {
  const scores = new Map();
  for (const hits of runs)
    hits.forEach(({ id }, place) => scores.set(id, (scores.get(id) ?? 0) + 1 / (rankConstant + place + 1)));
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, depth);
}
