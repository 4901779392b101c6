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
 * characters (words of the title A, of the text B; mere pairs C and D: 清热解毒 holds the pair 热解, not the word), how they sound (`~`), and index and facets (`#`), so that one index scan does all.
 */
export function tsvectorOf(document: SearchDocument, tokenizer: JiebaTokenizer): string {
  const lexemes = new Map<string, Weight>();
  const add = (lexeme: string, weight: Weight): void => {
    if (fits(lexeme) && !lexemes.has(lexeme)) lexemes.set(lexeme, weight);
  };
  add(`#${document.index}`, 'D');
  for (const [name, values] of Object.entries(document.facets))
    for (const value of values) add(facetLexeme(name, value), 'D');
  const [title, text] = [plain(document.title), plain(document.text)];
  // Not in search mode: that finds 热解 in 清热解毒. Parts of words are found as pairs.
  const words = (part: string): string[] => tokenizer.forQuery(part).filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (const word of words(title)) add(word, 'A');
  for (const word of words(text)) add(word, 'B');
  for (const pair of runsOf(title).flatMap(pairs)) add(pair, 'C');
  for (const pair of runsOf(text).flatMap(pairs)) add(pair, 'D');
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

/** Weights of lexemes: word or mere pair of characters, of the title or the text. */
type Weight = 'A' | 'B' | 'C' | 'D';

/** Finds documents with the word as the dictionary cuts it. */
export const exactQuery = (word: string, weights: string): string => `${quote(word)}:${weights}`;

/**
 * Finds documents that hold the word, also inside longer ones: by its pairs of characters. Weights are named only where
 * they narrow: the index does not keep them, so that every candidate's vector would be read once more.
 */
export function wordQuery(word: string, weights: 'AC' | 'any'): string {
  const named = weights === 'any' ? '' : weights;
  const parts = lengthOf(word) === 1 || !isChinese(word) ? [word] : partsOf(word);
  const begins = parts.length === 1 && (isChinese(word) ? lengthOf(word) === 1 : lengthOf(word) >= minPrefixLength);
  const suffix = `${begins ? '*' : ''}${named}`;
  return `(${parts.map((part) => `${quote(part)}${suffix === '' ? '' : `:${suffix}`}`).join(' & ')})`;
}

/** The pairs of a word; of a long one every second: something may stand between its parts (妊娠早期诊断). */
function partsOf(word: string): string[] {
  const all = pairs(word);
  return all.length < 3 ? all : all.filter((_, at) => at % 2 === 0 || at === all.length - 1);
}

/** A shorter Latin word is itself; from here on it may be the beginning of one. */
const minPrefixLength = 3;

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
