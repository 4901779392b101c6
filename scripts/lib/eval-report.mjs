// The table of an evaluation and the paired comparison of its last system with the others.

const three = (value) => (Math.round(value * 1000) / 1000).toFixed(3);
const column = (result, key) => result.perQuery.map((row) => row[key]);
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Measures each system on each judged query and prints one line a system. */
export function report(metrics, systems, queries, judgments, hardNegatives, depth) {
  const results = systems.map(({ name, rank }) => ({
    name,
    perQuery: queries.map((query) => {
      const ranking = rank(query)
        .slice(0, depth)
        .map(({ id }) => id);
      const grades = judgments.get(query.id);
      return {
        ndcg: metrics.ndcg(ranking, grades, 10),
        recall20: metrics.recall(ranking, grades, 20),
        mrr: metrics.reciprocalRank(ranking, grades, 10),
        recall100: metrics.recall(ranking, grades, 100),
        judged: metrics.judgedShare(ranking, grades, 10),
        wrongFirst: grades.get(ranking[0]) === 0 ? 1 : 0,
        hard: ranking.slice(0, 3).filter((id) => hardNegatives.has(`${query.id}/${id}`)).length,
      };
    }),
  }));
  console.log('nDCG@10  R@20   MRR@10 R@100  已评@10 首位零分 前三硬负例  系统');
  for (const result of results) {
    const shown = ['ndcg', 'recall20', 'mrr', 'recall100', 'judged'].map((key) =>
      three(metrics.mean(column(result, key))),
    );
    const counts = [sum(column(result, 'wrongFirst')), sum(column(result, 'hard'))].map((n) => String(n).padStart(5));
    console.log(`${shown.join('  ')}  ${counts.join('    ')}      ${result.name}`);
  }
  return results;
}

/** Paired bootstrap of nDCG@10: the last system against each of the others. */
export function compare(metrics, results) {
  const ours = results.at(-1);
  if (!ours || ours.perQuery.length === 0) return;
  const chance = seeded(20261123);
  for (const result of results.slice(0, -1)) {
    const { difference, low, high } = metrics.pairedBootstrap(
      column(ours, 'ndcg'),
      column(result, 'ndcg'),
      10_000,
      chance,
    );
    const sign = difference >= 0 ? '+' : '';
    console.log(`nDCG@10 相对 ${result.name}：${sign}${three(difference)}，95% 区间 [${three(low)}, ${three(high)}]`);
  }
}

/** mulberry32: the intervals are the same at every run. */
function seeded(start) {
  let seed = start;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
