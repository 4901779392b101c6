// npm run eval -- --data DIR [--run FILE] [--engine MODULE] [--no-build]: measures the matcher on a folder of judged needs
// (achievements.jsonl, demands.jsonl, qrels.jsonl) in both directions, beside three baselines computed in the same run.
// Reads DIR only; keeps nothing of it. --engine names a module whose default export takes the achievements and gives
// `{ name, search(need, limit): Promise<{ id, score }[]> }`: a search engine that needs a server is measured with it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/process.mjs';
import { baselinesOf } from './lib/eval-baselines.mjs';
import { compare, report } from './lib/eval-report.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const folder = argument('--data');
const runFile = argument('--run');
const engineModule = argument('--engine');
if (!folder) {
  console.error('用法 (usage): npm run eval -- --data DIR [--run FILE] [--engine MODULE]');
  process.exit(2);
}
if (!process.argv.includes('--no-build') && (await build()) !== 0) process.exit(1);

const load = (path) => import(new URL(`../dist/libs/${path}.js`, import.meta.url).href);
const { Matcher } = await load('matching/src/matcher');
const { diversify } = await load('matching/src/rank/answer');
const { Dictionary } = await load('application/src/matching/dictionary');
const { JiebaTokenizer } = await load('platform/src/search/jieba');

const lines = (file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
const text = (value) => (typeof value === 'string' && value.trim() !== '' ? value : null);
const fen = (wan) => (typeof wan === 'number' && Number.isFinite(wan) ? BigInt(Math.round(wan * 1_000_000)) : null);

const achievements = lines('achievements.jsonl').filter(({ id, title }) => text(id) && text(title));
const demands = lines('demands.jsonl').filter(({ id, title }) => text(id) && text(title));
const known = new Set(achievements.map(({ id }) => id));
const judgments = { demand: new Map(), achievement: new Map() };
const hardNegatives = new Set();
const put = (map, key, id, grade) => map.set(key, (map.get(key) ?? new Map()).set(id, grade));
for (const { demand_id, achievement_id, grade, hard_negative } of existsSync(join(folder, 'qrels.jsonl'))
  ? lines('qrels.jsonl')
  : []) {
  put(judgments.demand, demand_id, achievement_id, Number(grade));
  put(judgments.achievement, achievement_id, demand_id, Number(grade));
  if (hard_negative) hardNegatives.add(`${demand_id}/${achievement_id}`);
}

const offerOf = (achievement) => ({
  id: achievement.id,
  // Whoever names no institution is one of its own: varying the ranking then changes nothing.
  organizationId: text(achievement.organization) ?? `offer-${achievement.id}`,
  title: achievement.title,
  summary: text(achievement.summary),
  keywords: Array.isArray(achievement.keywords) ? achievement.keywords.filter((word) => text(word)) : [],
  field: text(achievement.field),
  zoneCode: null,
  countyCode: null,
  readinessLevel: null,
  priceFen: fen(achievement.price_wan),
  publishedAt: null,
});
const needOf = (demand) => ({
  id: demand.id,
  organizationId: `need-${demand.id}`,
  title: demand.title,
  summary: text(demand.summary),
  field: text(demand.field),
  zoneCode: null,
  countyCode: null,
  budgetFen: fen(demand.price_wan),
});

const now = new Date(0);
const dictionary = new Dictionary();
const matcher = new Matcher(dictionary.lexicon, new JiebaTokenizer(() => dictionary.words()));
const started = performance.now();
const offers = achievements.map(offerOf);
for (const offer of offers) matcher.add(offer);
const builtMs = performance.now() - started;
const needs = demands.map(needOf);
for (const need of needs) matcher.addNeed(need);
const ranked = (need) => matcher.rank(need, now).map(({ offer, exact }) => ({ id: offer.id, score: exact, offer }));

const depth = 100;
const face = ({ offer: { organizationId, title } }) => ({ organizationId, title: () => title });
const judgedNeeds = needs.filter(({ id }) => judgments.demand.has(id));
const judgedOffers = offers.filter(
  ({ id }) => known.has(id) && [...(judgments.achievement.get(id)?.values() ?? [])].some((grade) => grade >= 2),
);
console.log(`成果 ${achievements.length} 项，需求 ${demands.length} 条，其中已评判 ${judgedNeeds.length} 条`);

const forNeeds = baselinesOf(await load('matching/src/index/bm25'), await textTools(), offers, 1000);
const systems = [
  ...forNeeds,
  { name: '撮合引擎，分散后 (varied)', rank: (need) => diversify(ranked(need), depth, face) },
  { name: '撮合引擎 (matcher)', rank: ranked },
];
if (engineModule) {
  const { default: open } = await import(pathToFileURL(resolve(engineModule)).href);
  const engine = await open(achievements);
  const answers = new Map();
  for (const need of judgedNeeds) answers.set(need.id, await engine.search(need, depth));
  systems.unshift({ name: engine.name, rank: ({ id }) => answers.get(id) ?? [] });
  await engine.close?.();
}
const metrics = await load('matching/src/evaluation/metrics');
console.log('\n需求 → 成果');
const results = report(metrics, systems, judgedNeeds, judgments.demand, hardNegatives, depth);
compare(metrics, results);

if (judgedOffers.length > 0) {
  console.log(`\n成果 → 需求（同一批评判反向使用；${judgedOffers.length} 项成果至少对应一条需求）`);
  const backward = [
    ...baselinesOf(await load('matching/src/index/bm25'), await textTools(), needs, 1000),
    {
      name: '撮合引擎 (matcher)',
      rank: (offer) => matcher.rankNeeds(offer, now, 200).map(({ need, exact }) => ({ id: need.id, score: exact })),
    },
  ];
  const reversed = new Set([...hardNegatives].map((pair) => pair.split('/').reverse().join('/')));
  compare(metrics, report(metrics, backward, judgedOffers, judgments.achievement, reversed, depth));
}

const all = performance.now();
const answers = needs.map((need) => matcher.answer(need, now, 20));
const seconds = (performance.now() - all) / 1000;
const counted = (wanted) => answers.filter(({ verdict }) => verdict === wanted).length;
console.log(
  `\n建索引 ${Math.round(builtMs)} 毫秒；全部 ${demands.length} 条需求撮合并说明理由 ${seconds.toFixed(2)} 秒` +
    `（${Math.round(demands.length / seconds)} 条/秒）；内存 ${Math.round(process.memoryUsage().rss / 1e6)} MB（含基线）`,
);
console.log(`有直接对应 ${counted('solved')} 条，可改造 ${counted('adaptable')} 条，无可用成果 ${counted('none')} 条`);

if (runFile) {
  const rows = needs.flatMap((need) =>
    ranked(need)
      .slice(0, depth)
      .map(({ id, score }, place) => ({
        demand_id: need.id,
        achievement_id: id,
        rank: place + 1,
        score: Math.round(score * 1e6) / 1e6,
      })),
  );
  writeFileSync(runFile, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.log(`排序已写入 ${runFile}`);
}

async function textTools() {
  const { normalise } = await load('matching/src/text/normalise');
  const { bigrams, words } = await load('matching/src/text/tokens');
  const plain = new JiebaTokenizer(() => []);
  return { normalise, bigrams, words, plain };
}
