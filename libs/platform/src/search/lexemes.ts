import type { JiebaTokenizer } from './jieba.js';

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const isHan = /^\p{Script=Han}/u;
const maxLexemeBytes = 200;
/** Words of a query that are looked at; a long text is cut here. */
const maxQueryWords = 12;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const fits = (lexeme: string): boolean => Buffer.byteLength(lexeme) <= maxLexemeBytes;
const quote = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function pairs(run: string): string[] {
  const characters = [...run];
  if (!isHan.test(run) || characters.length < 2) return [run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * Text of a tsvector, built here because PostgreSQL has no Chinese parser: words of the dictionary and all pairs of
 * characters, title words of weight A.
 */
export function tsvectorOf(title: string, text: string, tokenizer: JiebaTokenizer): string {
  const lexemes = new Map<string, 'A' | 'B'>();
  for (const [part, weight] of [
    [plain(title), 'A'],
    [plain(text), 'B'],
  ] as const) {
    const words = tokenizer.forIndex(part).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const all = [...words, ...[...part.matchAll(runs)].flatMap(([run]) => pairs(run))];
    for (const lexeme of all) if (fits(lexeme) && !lexemes.has(lexeme)) lexemes.set(lexeme, weight);
  }
  return [...lexemes].map(([lexeme, weight]) => `${quote(lexeme)}:1${weight}`).join(' ');
}

/** A word of a query with the tsquery that finds the documents containing it. */
export interface QueryWord {
  readonly word: string;
  readonly tsquery: string;
}

/** Words of a query. A word of several characters is found by its pairs, so it is found inside longer words too. */
export function queryWords(text: string, tokenizer: JiebaTokenizer): QueryWord[] {
  const words = tokenizer.forQuery(plain(text)).flatMap((word) => [...word.matchAll(runs)].map(([run]) => run));
  return [...new Set(words)]
    .filter(fits)
    .slice(0, maxQueryWords)
    .map((word) => ({ word, tsquery: tsqueryOf(word) }));
}

function tsqueryOf(word: string): string {
  if ([...word].length === 1 || !isHan.test(word)) return `(${quote(word)}:*)`;
  return `(${pairs(word).map(quote).join(' & ')})`;
}

/** How well a document holds the words: in the title more than in the text, long words more than short ones. */
export function textScore(words: readonly QueryWord[], title: string, text: string): number {
  const [inTitle, inText] = [plain(title), plain(text)];
  return words.reduce((sum, { word }) => {
    const length = Math.min(4, [...word].length);
    return sum + length * ((inTitle.includes(word) ? 3 : 0) + (inText.includes(word) ? 1 : 0));
  }, 0);
}
