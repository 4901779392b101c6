// One size of the matching benchmark in a process of its own, so that its memory is its own. Prints one line of JSON.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { corpus } from './match-corpus.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    needs: { type: 'string', default: '200' },
    scans: { type: 'string', default: '12' },
    rematch: { type: 'string', default: '0' },
  },
});
const size = Number(values.size);
const load = (path) => import(new URL(`../../dist/libs/${path}.js`, import.meta.url).href);
const { Matcher } = await load('matching/src/matcher');
const { Dictionary } = await load('application/src/matching/dictionary');
const { JiebaTokenizer } = await load('platform/src/search/jieba');

const now = new Date(1_800_000_000_000);
const limit = 20;
const dictionary = new Dictionary();
const tokenizer = new JiebaTokenizer(() => dictionary.words());
const texts = corpus((text) => tokenizer.forQuery(text));
const empty = memory();

const matcher = new Matcher(dictionary.lexicon, tokenizer);
let generatingMs = 0;
let slowestAddMs = 0;
let slowestAddCpuMs = 0;
const began = performance.now();
for (let at = 0; at < size; at += 1) {
  const before = performance.now();
  const offer = texts.offer(at);
  const made = performance.now();
  generatingMs += made - before;
  const cpu = process.cpuUsage();
  matcher.add(offer);
  const { user, system } = process.cpuUsage(cpu);
  slowestAddCpuMs = Math.max(slowestAddCpuMs, (user + system) / 1000);
  slowestAddMs = Math.max(slowestAddMs, performance.now() - made);
}
const buildMs = performance.now() - began - generatingMs;
const full = memory();

const { retriever } = matcher;
const { wordIndex } = retriever;
const needs = Array.from({ length: Number(values.needs) }, (_, at) => texts.need(at));
for (const need of needs.slice(0, 50)) matcher.match(need, now, limit);

const fully = measured(needs, (need) => matcher.match(need, now, limit).length);
const walkedBefore = wordIndex.searcher.walked;
const retrieval = measured(needs, (need) => retriever.candidates(retriever.query(need)).length);
const postings = Math.round((wordIndex.searcher.walked - walkedBefore) / needs.length);
const depth = matcher.model.depth;
const scanned = needs.filter((_, at) => at % Math.ceil(needs.length / Number(values.scans)) === 0);
const words = (need) => retriever.query(need).allWords;
const scan = measured(scanned, (need) => wordIndex.scan(words(need), depth).length);
const search = measured(scanned, (need) => wordIndex.search(words(need), depth).length);
for (const need of scanned) compare(wordIndex.search(words(need), depth), wordIndex.scan(words(need), depth));
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024); // before the rival builds its arrays
const flat = flatIndex(wordIndex);
const exhaustive = measured(scanned, (need) => flat(words(need), depth));

const changes = measured(
  Array.from({ length: 2_000 }, (_, at) => texts.offer(size + at)),
  (offer) => {
    matcher.add(offer);
    matcher.remove(offer.id);
    return 0;
  },
);
let rematch = null;
if (Number(values.rematch) > 0) {
  const many = Array.from({ length: Number(values.rematch) }, (_, at) => texts.need(100_000 + at));
  const { seconds, cpuSeconds, found } = measured(many, (need) => matcher.match(need, now, limit).length);
  rematch = { needs: many.length, seconds, cpuSeconds, proposals: found };
}
console.log(
  JSON.stringify({
    size,
    domainWords: texts.domainWords,
    vocabulary: wordIndex.lists.vocabularySize,
    averageWords: wordIndex.lists.averageLength,
    needWords: needs.reduce((sum, need) => sum + words(need).size, 0) / needs.length,
    matchedShare: share(scanned),
    segments: wordIndex.segments.length,
    postings,
    buildMs,
    slowestAddMs,
    slowestAddCpuMs,
    load: loadavg()[0],
    memory: { empty, full, after: memory(), peakMb },
    fully,
    retrieval,
    scan,
    search,
    exhaustive,
    changes,
    rematch,
  }),
);

function memory() {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const mb = (bytes) => Math.round(bytes / 2 ** 20);
  return { rssMb: mb(rss), heapMb: mb(heapUsed), arraysMb: mb(arrayBuffers) };
}

/** Wall and processor time of each, so that a busy machine is told from a slow program. */
function measured(items, work) {
  const walls = [];
  const cpus = [];
  let found = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const item of items) {
    const before = process.cpuUsage();
    const from = performance.now();
    found += Number(work(item));
    walls.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    cpus.push((user + system) / 1000);
  }
  const { user, system } = process.cpuUsage(cpu);
  const at = (list, part) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * part)];
  return {
    count: items.length,
    found,
    p50: at(walls, 0.5),
    p95: at(walls, 0.95),
    max: at(walls, 1),
    cpu50: at(cpus, 0.5),
    cpu95: at(cpus, 0.95),
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
  };
}

/** The quick way must give what the exhaustive one gives. */
function compare(quick, slow) {
  const differs =
    quick.length !== slow.length || quick.some(({ id, score }, at) => id !== slow[at].id || score !== slow[at].score);
  if (differs) throw new Error('the pruned search and the scan differ');
}

/** The share of all achievements that hold at least one word of a need. */
function share(some) {
  const counts = some.map((need) => wordIndex.search(words(need), Math.min(size, 2_000_000)).length / size);
  return counts.reduce((sum, value) => sum + value, 0) / counts.length;
}

/** A plain inverted index in flat arrays, every posting of every word walked: the strongest simple rival. */
function flatIndex({ lists, ids }) {
  const numbers = ids.flatMap((id, number) => (id === null ? [] : [number]));
  const starts = new Float64Array(lists.vocabularySize + 1);
  let postings = 0;
  for (const number of numbers) {
    const terms = lists.read(number);
    postings += terms;
    for (let at = 0; at < terms; at += 1) starts[lists.termIdsRead[at] + 1] += 1;
  }
  for (let term = 0; term < lists.vocabularySize; term += 1) starts[term + 1] += starts[term];
  const next = starts.slice();
  const places = new Uint32Array(postings);
  const counts = new Float32Array(postings);
  let largest = 0;
  for (const number of numbers) {
    largest = Math.max(largest, number);
    const terms = lists.read(number);
    for (let at = 0; at < terms; at += 1) {
      const to = next[lists.termIdsRead[at]]++;
      places[to] = number;
      counts[to] = lists.counts[lists.codesRead[at]];
    }
  }
  const { k1, b } = lists.options;
  const norms = new Float32Array(largest + 1);
  for (const number of numbers) norms[number] = k1 * (1 - b + (b * lists.lengthOf(number)) / lists.averageLength);
  const scores = new Float32Array(largest + 1);
  return (query, limit) => {
    const prepared = lists.prepare(query);
    for (const { termId, share: part } of prepared.terms)
      for (let at = starts[termId]; at < starts[termId + 1]; at += 1) {
        const count = counts[at];
        scores[places[at]] += (part * count * (k1 + 1)) / (count + norms[places[at]]);
      }
    lists.clear(prepared);
    // The best `limit`: a sorted copy of the scores over a floor that rises.
    let best = [];
    let floor = 0;
    for (let number = 0; number <= largest; number += 1) {
      if (scores[number] > floor) {
        best.push(scores[number]);
        if (best.length === limit * 4) {
          best = best.sort((x, y) => y - x).slice(0, limit);
          floor = best[limit - 1];
        }
      }
      scores[number] = 0;
    }
    return best.length;
  };
}
