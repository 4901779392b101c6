import type { JiebaTokenizer } from './jieba.js';
import type { FacetName, SearchDocument, SearchFacets } from './search.engine.js';
import { soundOf } from './sound.js';

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const hanRuns = /\p{Script=Han}+/gu;
const isHan = /^\p{Script=Han}/u;
const maxLexemeBytes = 200;
/** Words of a text whose sound is kept: the title's, then the text's, until this many. */
const maxSounds = 60;

export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
const fits = (lexeme: string): boolean => Buffer.byteLength(lexeme) <= maxLexemeBytes;
const quote = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const facetLexeme = (name: string, value: string): string => `#${name}=${value}`.slice(0, 60);

/** Runs of Chinese characters, and of Latin letters and digits. */
export const runsOf = (text: string): string[] => [...text.matchAll(runs)].map(([run]) => run);
export const isChinese = (word: string): boolean => isHan.test(word);
export const lengthOf = (word: string): number => [...word].length;

function pairs(run: string): string[] {
  const characters = [...run];
  if (!isChinese(run) || characters.length < 2) return [run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * Text of a tsvector, built here because PostgreSQL has no Chinese parser: words of the dictionary and all pairs of
 * characters (title A, text B), how they sound (`~`, D), and index and facets (`#`), so that one index scan does all.
 */
export function tsvectorOf(document: SearchDocument, tokenizer: JiebaTokenizer): string {
  const lexemes = new Map<string, 'A' | 'B' | 'D'>();
  const add = (lexeme: string, weight: 'A' | 'B' | 'D'): void => {
    if (fits(lexeme) && !lexemes.has(lexeme)) lexemes.set(lexeme, weight);
  };
  add(`#${document.index}`, 'D');
  for (const [name, values] of Object.entries(document.facets))
    for (const value of values) add(facetLexeme(name, value), 'D');
  for (const [part, weight] of [
    [plain(document.title), 'A'],
    [plain(document.text), 'B'],
  ] as const) {
    const words = tokenizer.forIndex(part).filter((word) => /[\p{L}\p{N}]/u.test(word));
    for (const lexeme of [...words, ...runsOf(part).flatMap(pairs)]) add(lexeme, weight);
  }
  for (const sound of documentSounds(document, tokenizer)) add(`~${sound}`, 'D');
  return [...lexemes].map(([lexeme, weight]) => `${quote(lexeme)}:1${weight}`).join(' ');
}

/** How the words of a document are said, in full and by initials: the title's, its terms, then the text's. */
export function documentSounds({ title, text, terms }: SearchDocument, tokenizer: JiebaTokenizer): string[] {
  const cut = (part: string): string[] => tokenizer.forIndex(plain(part)).filter((word) => lengthOf(word) > 1);
  const words = [...(plain(title).match(hanRuns) ?? []), ...terms.map(plain), ...cut(title), ...cut(text)];
  const sounds = [...new Set(words)].slice(0, maxSounds).map(soundOf);
  // A pair of the title is a word that the dictionary may have cut otherwise: 湖羊羔羊 holds 羔羊.
  const ofPairs = (plain(title).match(hanRuns) ?? []).flatMap(pairs).map((pair) => soundOf(pair)?.full ?? '');
  const ofWords = sounds.flatMap((sound) => (sound ? [sound.full, sound.initials] : []));
  return [...new Set([...ofWords, ...ofPairs])].filter((sound) => sound.length > 1);
}

/** Finds documents that hold the word, also inside longer ones: by its pairs of characters. `A`: in the title. */
export function wordQuery(word: string, weight: 'A' | 'AB'): string {
  if (lengthOf(word) === 1 || !isChinese(word))
    return `${quote(word)}:${isChinese(word) ? '*' : prefixed(word)}${weight}`;
  return `(${pairs(word)
    .map((pair) => `${quote(pair)}:${weight}`)
    .join(' & ')})`;
}

/** A short Latin word is itself; a longer one may be the beginning of a word. */
const prefixed = (word: string): string => (word.length >= 3 ? '*' : '');

/** Finds documents with a word that sounds so; `prefix` also with one that begins so. */
export const soundQuery = (sound: string, prefix: boolean): string => `${quote(`~${sound}`)}${prefix ? ':*' : ''}`;

export const indexQuery = (index: string): string => quote(`#${index}`);

export const anyOf = (queries: readonly string[]): string =>
  queries.length === 1 ? `${queries[0]}` : `(${queries.join(' | ')})`;
export const allOf = (queries: readonly string[]): string =>
  queries.length === 1 ? `${queries[0]}` : `(${queries.join(' & ')})`;

/** One tsquery a facet that is filtered by. */
export function facetQueries(filters: SearchFacets): { readonly name: FacetName; readonly tsquery: string }[] {
  return (Object.entries(filters) as [FacetName, readonly string[]][])
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ({ name, tsquery: anyOf(values.map((value) => quote(facetLexeme(name, value)))) }));
}
