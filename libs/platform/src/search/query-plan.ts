import type { JiebaTokenizer, WeighedWord } from './jieba.js';
import type { SearchLanguage } from './language.js';
import { isChinese, lengthOf, plain, runsOf } from './lexemes.js';
import { soundOf } from './sound.js';

/** A word of a query with what it says of all (the weights add up to 1) and the words that stand for it. */
export interface QueryTerm {
  readonly word: string;
  readonly weight: number;
  /** Same meaning, or a kind of it. */
  readonly others: readonly string[];
}

/** What a query asks for, before any engine. Depends on the text alone, so a page and the next one agree. */
export interface QueryPlan {
  readonly text: string;
  /** Most telling first. */
  readonly terms: readonly QueryTerm[];
  /** How the query sounds when it may be pinyin, or Chinese written by its sound. */
  readonly sounds: readonly string[];
  /** The words themselves are Latin: they may be the beginning of a sound. */
  readonly typedSound: boolean;
}

/** Words of a long text that are used, most telling first. Meilisearch reads ten. */
export const maxQueryTerms = 10;
const maxOthers = 12;
/** Pronouns, prepositions, conjunctions, particles, adverbs, numerals, measures: no object, process or effect. */
const emptyTags = /^(r|p|c|u|y|e|o|d|m|q|f|x|w|ul|uj|uz|uv|ud|ug|t)/;
const genericShare = 0.25;
const domainBonus = 1.3;
const verbShare = 0.8;

/** Reads queries: which words, how telling, what else stands for them. */
export class QueryReader {
  private known: Known | null = null;

  constructor(
    private readonly tokenizer: JiebaTokenizer,
    private readonly language: SearchLanguage,
  ) {}

  read(query: string): QueryPlan {
    const text = plain(query);
    const known = (this.known ??= knownOf(this.language));
    const counted = new Map<string, number>();
    for (const { word, weight } of this.weighed(text, known)) counted.set(word, (counted.get(word) ?? 0) + weight);
    const heaviest = [...counted]
      .map(([word, weight]) => ({ word, weight }))
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, maxQueryTerms);
    const sum = heaviest.reduce((total, { weight }) => total + weight, 0);
    const words = new Set(heaviest.map(({ word }) => word));
    const terms = heaviest.map(({ word, weight }) => ({
      word,
      weight: sum === 0 ? 0 : weight / sum,
      others: known.othersOf(word).filter((other) => !words.has(other)),
    }));
    const latin = text.replaceAll(/[\s'’]/g, '');
    const typedSound = /^[a-z]{2,40}$/.test(latin);
    return { text, terms, sounds: typedSound ? [latin] : soundsOf(terms), typedSound };
  }

  private weighed(text: string, known: Known): { word: string; weight: number }[] {
    const all = joinSingles(this.tokenizer.weigh(text))
      .flatMap((cut) => runsOf(cut.word).map((word) => ({ ...cut, word })))
      .filter(({ word }) => Buffer.byteLength(word) <= 200);
    const telling = all.filter((cut) => known.domain.has(cut.word) || !emptyWord(cut));
    // A question of empty words only is still a question.
    return (telling.length > 0 ? telling : all).map((cut) => ({ word: cut.word, weight: weightOf(cut, known) }));
  }
}

/** Characters that the dictionary could not make a word of, side by side, are one: a slip, or a name. */
function joinSingles(cuts: readonly WeighedWord[]): WeighedWord[] {
  const joined: WeighedWord[] = [];
  const single = ({ word }: WeighedWord): boolean => isChinese(word) && lengthOf(word) === 1;
  let open = false;
  for (const cut of cuts) {
    const last = joined.at(-1);
    if (open && last && single(cut)) joined[joined.length - 1] = { word: last.word + cut.word, tag: 'n', idf: 0 };
    else joined.push(cut);
    open = single(cut) && !emptyTags.test(cut.tag);
  }
  return joined;
}

interface Known {
  readonly domain: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  othersOf(word: string): string[];
}

function knownOf(language: SearchLanguage): Known {
  const others = new Map<string, string[]>();
  for (const relation of [language.synonyms(), language.narrower()])
    for (const [word, list] of Object.entries(relation))
      others.set(plain(word), [...new Set([...(others.get(plain(word)) ?? []), ...list.map(plain)])]);
  return {
    domain: new Set(language.words().map(plain)),
    generic: new Set(language.generic().map(plain)),
    othersOf: (word) => (others.get(word) ?? []).filter((other) => other !== word).slice(0, maxOthers),
  };
}

const emptyWord = ({ word, tag }: WeighedWord): boolean =>
  isChinese(word) && (emptyTags.test(tag) || (lengthOf(word) === 1 && !/^(n|v|a|g)/.test(tag)));

function weightOf({ word, tag, idf }: WeighedWord, known: Known): number {
  const said = idf > 0 ? idf : lengthOf(word) === 1 ? 4 : 9;
  if (known.generic.has(word)) return said * genericShare;
  if (known.domain.has(word)) return said * domainBonus;
  return /^v/.test(tag) ? said * verbShare : said;
}

/** The sounds of the Chinese words, of two characters at least: one character sounds like hundreds. */
const soundsOf = (terms: readonly QueryTerm[]): string[] =>
  terms.flatMap(({ word }) => (lengthOf(word) > 1 ? (soundOf(word)?.full ?? []) : []));
