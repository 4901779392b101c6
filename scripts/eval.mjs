// npm run eval -- --data DIR [--run FILE]: measures the matcher on a folder of judged needs (achievements.jsonl,
// demands.jsonl, qrels.jsonl) beside three baselines computed in the same run. Reads DIR only; keeps nothing of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/process.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const folder = argument('--data');
const runFile = argument('--run');
if (!folder) {
  console.error('用法 (usage): npm run eval -- --data DIR [--run FILE]');
  process.exit(2);
}
if (!process.argv.includes('--no-build') && (await build()) !== 0) process.exit(1);

const load = (path) => import(new URL(`../dist/libs/${path}.js`, import.meta.url).href);
const { Matcher } = await load('matching/src/matcher');
const { Bm25Index } = await load('matching/src/index/bm25');
const { fuse } = await load('matching/src/index/fusion');
const { normalise } = await load('matching/src/text/normalise');
const { bigrams, words } = await load('matching/src/text/tokens');
const metrics = await load('matching/src/evaluation/metrics');
const { Dictionary } = await load('application/src/matching/dictionary');
const { JiebaTokenizer } = await load('platform/src/search/jieba');

const lines = (file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const achievements = lines('achievements.jsonl');
const judgments = new Map();
const hardNegatives = new Set();
for (const { demand_id, achievement_id, grade, hard_negative } of lines('qrels.jsonl')) {
  if (!judgments.has(demand_id)) judgments.set(demand_id, new Map());
  judgments.get(demand_id).set(achievement_id, grade);
  if (hard_negative) hardNegatives.add(`${demand_id}/${achievement_id}`);
}
const demands = lines('demands.jsonl');
const judged = demands.filter(({ id }) => judgments.has(id));

// Baselines: titles of documents count twice, the need's title and summary once, a general dictionary, no data of ours.
const plain = new JiebaTokenizer(() => []);
const views = {
  pairs: { index: new Bm25Index(), document: bigrams, query: bigrams },
  jieba: {
    index: new Bm25Index(),
    document: (text) => words(plain.forIndex(text)),
    query: (text) => words(plain.forQuery(text)),
  },
};
const counted = (...parts) => {
  const counts = new Map();
  for (const [tokens, times] of parts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + times);
  return counts;
};
for (const { id, title, summary } of achievements)
  for (const { index, document } of Object.values(views))
    index.add(id, counted([document(normalise(title)), 2], [document(normalise(summary ?? '')), 1]));
const baseline = ({ index, query }, need) =>
  index.search(counted([query(normalise(need.title)), 1], [query(normalise(need.summary ?? '')), 1]), 1000);

const now = new Date(0);
const dictionary = new Dictionary();
const matcher = new Matcher(dictionary.lexicon, new JiebaTokenizer(() => dictionary.words()));
const started = performance.now();
const fen = (wan) => (typeof wan === 'number' ? BigInt(Math.round(wan * 1_000_000)) : null);
for (const achievement of achievements)
  matcher.add({
    id: achievement.id,
    organizationId: `offer-${achievement.id}`,
    title: achievement.title,
    summary: achievement.summary ?? null,
    keywords: [],
    field: achievement.field ?? null,
    zoneCode: null,
    countyCode: null,
    readinessLevel: null,
    priceFen: fen(achievement.price_wan),
    publishedAt: null,
  });
const builtMs = performance.now() - started;
const needOf = (demand) => ({
  id: demand.id,
  organizationId: `need-${demand.id}`,
  title: demand.title,
  summary: demand.summary ?? null,
  field: demand.field ?? null,
  zoneCode: null,
  countyCode: null,
  budgetFen: fen(demand.price_wan),
});

const systems = {
  '字对 BM25 (bigram)': (need) => baseline(views.pairs, need),
  '分词 BM25 (jieba)': (need) => baseline(views.jieba, need),
  '两者融合 (RRF)': (need) => fuse([baseline(views.pairs, need), baseline(views.jieba, need)], 1000),
  '撮合引擎 (matcher)': (need) =>
    matcher.rank(needOf(need), now).map(({ offer, exact }) => ({ id: offer.id, score: exact })),
};
const depth = 100;
const results = Object.entries(systems).map(([name, rank]) => {
  const perNeed = judged.map((need) => {
    const hits = rank(need).slice(0, depth);
    const ranking = hits.map(({ id }) => id);
    const grades = judgments.get(need.id);
    return {
      need,
      hits,
      ndcg: metrics.ndcg(ranking, grades, 10),
      recall20: metrics.recall(ranking, grades, 20),
      mrr: metrics.reciprocalRank(ranking, grades, 10),
      recall100: metrics.recall(ranking, grades, 100),
      judged: metrics.judgedShare(ranking, grades, 10),
      wrongFirst: grades.get(ranking[0]) === 0 ? 1 : 0,
      hard: ranking.slice(0, 3).filter((id) => hardNegatives.has(`${need.id}/${id}`)).length,
    };
  });
  return { name, perNeed };
});

const three = (value) => (Math.round(value * 1000) / 1000).toFixed(3);
const column = (result, key) => result.perNeed.map((row) => row[key]);
const sum = (values) => values.reduce((total, value) => total + value, 0);
console.log(`成果 ${achievements.length} 项，需求 ${demands.length} 条，其中已评判 ${judged.length} 条`);
console.log('nDCG@10  R@20   MRR@10 R@100  已评@10 首位零分 前三硬负例  系统');
for (const result of results) {
  const shown = ['ndcg', 'recall20', 'mrr', 'recall100', 'judged'].map((key) =>
    three(metrics.mean(column(result, key))),
  );
  const counts = [sum(column(result, 'wrongFirst')), sum(column(result, 'hard'))].map((n) => String(n).padStart(5));
  console.log(`${shown.join('  ')}  ${counts.join('    ')}      ${result.name}`);
}

let seed = 20261123;
const chance = () => {
  // mulberry32: a seeded generator, so that the intervals are the same at every run
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const ours = results.at(-1);
for (const result of results.slice(0, -1)) {
  const interval = metrics.pairedBootstrap(column(ours, 'ndcg'), column(result, 'ndcg'), 10_000, chance);
  console.log(
    `nDCG@10 相对 ${result.name}：${interval.difference >= 0 ? '+' : ''}${three(interval.difference)}，95% 区间 [${three(interval.low)}, ${three(interval.high)}]`,
  );
}

const all = performance.now();
const proposed = demands.map((need) => matcher.match(needOf(need), now, 20).length);
const seconds = (performance.now() - all) / 1000;
console.log(
  `建索引 ${Math.round(builtMs)} 毫秒；全部 ${demands.length} 条需求撮合并说明理由 ${three(seconds)} 秒（${Math.round(demands.length / seconds)} 条/秒），` +
    `无可用成果 ${proposed.filter((count) => count === 0).length} 条；内存 ${Math.round(process.memoryUsage().rss / 1e6)} MB（含基线）`,
);

if (runFile) {
  const rows = demands.flatMap((need) =>
    matcher
      .rank(needOf(need), now)
      .slice(0, depth)
      .map(({ offer, exact }, place) => ({
        demand_id: need.id,
        achievement_id: offer.id,
        rank: place + 1,
        score: Math.round(exact * 1e6) / 1e6,
      })),
  );
  writeFileSync(runFile, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  console.log(`排序已写入 ${runFile}`);
}
