// Synthetic achievements and needs for the benchmark: seeded, in the words of data/dictionary and data/catalogue over a
// background of general words as frequent as in Chinese at large. Texts turn around topics, as real ones do: a few texts
// answer a need well, many share a word or two with it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dict } from '@node-rs/jieba/dict.js';
import { root } from '../lib/process.mjs';

const topicCount = 4_000;
const generalWords = 60_000;
const fields = ['农业', '畜牧', '食品', '能源化工', '环保', '医药', '装备', '信息'];

/** mulberry32: a seeded generator, so that every run sees the same texts. */
export function chanceOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const isChinese = /^\p{Script=Han}{2,6}$/u;

/** @param {(text: string) => string[]} cut */
function domainWords(cut) {
  const words = new Set();
  const visit = (value) => {
    if (typeof value === 'string') {
      for (const word of value.length <= 6 ? [value] : cut(value)) if (isChinese.test(word)) words.add(word);
    } else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  const read = (path) => {
    if (statSync(path).isDirectory())
      readdirSync(path)
        .sort()
        .forEach((name) => read(join(path, name)));
    else if (path.endsWith('.json')) visit(JSON.parse(readFileSync(path, 'utf8')));
  };
  read(join(root, 'data', 'dictionary'));
  read(join(root, 'data', 'catalogue'));
  return [...words];
}

function generalVocabulary() {
  const entries = Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '', frequency]) => /^\p{Script=Han}{1,4}$/u.test(word) && Number(frequency) > 0)
    .map(([word, frequency]) => ({ word, frequency: Number(frequency) }))
    .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
    .slice(0, generalWords);
  const sums = new Float64Array(entries.length);
  let total = 0;
  entries.forEach(({ frequency }, at) => (sums[at] = total += frequency));
  return { words: entries.map(({ word }) => word), sums, total };
}

/** @param {(text: string) => string[]} cut */
export function corpus(cut) {
  const domain = domainWords(cut);
  const general = generalVocabulary();
  const arrange = chanceOf(1);
  const zipf = (chance, size) => Math.min(size - 1, Math.floor(size ** chance()) - 1 + Math.floor(chance() * 2));
  const commonly = (chance) => {
    const wanted = chance() * general.total;
    let low = 0;
    for (let high = general.sums.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (general.sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return general.words[low];
  };
  // Which domain words are common is itself by chance, not by their place in a file.
  for (let at = domain.length - 1; at > 0; at -= 1) {
    const other = Math.floor(arrange() * (at + 1));
    [domain[at], domain[other]] = [domain[other], domain[at]];
  }
  const some = (size, pick) => Array.from({ length: size }, pick);
  const topics = some(topicCount, () => ({
    domain: some(14, () => domain[Math.floor(arrange() * domain.length)]),
    general: some(14, () => general.words[200 + Math.floor(arrange() * (generalWords - 200))]),
    field: fields[Math.floor(arrange() * fields.length)],
  }));
  const written = (chance, topic, words) => {
    let text = '';
    for (let at = 0; at < words; at += 1) {
      const kind = chance();
      if (kind < 0.3) text += topic.domain[Math.floor(chance() ** 1.5 * topic.domain.length)];
      else if (kind < 0.42) text += topic.general[Math.floor(chance() * topic.general.length)];
      else if (kind < 0.55) text += domain[zipf(chance, domain.length)];
      else text += commonly(chance);
      if (at % 9 === 8) text += '，';
    }
    return `${text}。`;
  };
  const id = (kind, at) => `${kind}0000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return {
    domainWords: domain.length,
    /** The achievement of a number; every number has its own seed, so that no size changes another's texts. */
    offer(at) {
      const chance = chanceOf(1_000_003 + at);
      const topic = topics[zipf(chance, topicCount)];
      return {
        id: id('a', at),
        organizationId: id('c', Math.floor(chance() * 3_000)),
        title: written(chance, topic, 6 + Math.floor(chance() * 5)),
        summary: written(chance, topic, 12 + Math.floor(chance() * 28)),
        keywords: [topic.domain[0], topic.domain[1]],
        field: topic.field,
        zoneCode: null,
        countyCode: '621022',
        readinessLevel: 1 + Math.floor(chance() * 9),
        priceFen: BigInt(Math.floor(chance() * 1e8)),
        publishedAt: new Date(1_700_000_000_000 + at * 1_000),
      };
    },
    need(at) {
      const chance = chanceOf(-7 - at);
      const topic = topics[zipf(chance, topicCount)];
      return {
        id: id('d', at),
        organizationId: id('e', at),
        title: written(chance, topic, 5 + Math.floor(chance() * 5)),
        summary: written(chance, topic, 6 + Math.floor(chance() * 14)),
        field: topic.field,
        zoneCode: null,
        countyCode: '621022',
        budgetFen: BigInt(Math.floor(chance() * 1e8)),
      };
    },
  };
}
