import type { StatementReader } from '../database/statement-reader.js';
import type { Tx } from '../database/unit-of-work.js';
import type { JiebaTokenizer } from './jieba.js';
import { allOf, indexQuery, isChinese, lengthOf, plain, runsOf, wordQuery } from './lexemes.js';
import type { SearchDocument } from './search.engine.js';
import { soundOf } from './sound.js';

interface TermKey {
  readonly index: string;
  readonly key: string;
  readonly term: string;
}

const maxTermLength = 40;
const maxTermsPerDocument = 40;
/** A Latin word this long may be written with one letter wrong. */
const minTypoLength = 5;
const firstLooked = 2_000;
const prunedAtOnce = 500;
/** Key of the advisory lock: shared by who writes documents with their words, alone for who takes words out. */
export const termsLock = 7_315_002;
const examined = 30;
/** Sorts after whatever may follow a beginning; the keys compare by code point. */
const lastCharacter = '\u{10FFFF}';

/**
 * Keys under which a document's words are suggested: the word, how it sounds, its initials; and a Latin word with each
 * letter left out (`-`), so that one wrong letter still meets it.
 */
export function termKeysOf(document: SearchDocument, tokenizer: JiebaTokenizer): TermKey[] {
  const title = plain(document.title);
  const words = [...tokenizer.forQuery(title), ...runsOf(plain(document.text)).filter((run) => !isChinese(run))];
  const all = [title, ...document.terms.map(plain), ...words].filter(
    (term) => lengthOf(term) >= 2 && lengthOf(term) <= maxTermLength && /[\p{L}]/u.test(term),
  );
  return [...new Set(all)]
    .slice(0, maxTermsPerDocument)
    .flatMap((term) => keysOf(term).map((key) => ({ index: document.index, key, term })));
}

function keysOf(term: string): string[] {
  const sound = soundOf(term.replaceAll(/[^\p{Script=Han}]/gu, ''));
  const spoken = sound ? [`${sound.full}`, `${sound.initials}`] : [];
  return [...new Set([term, ...spoken, ...(isChinese(term) ? [] : lettersLeftOut(term).map((rest) => `-${rest}`))])];
}

function lettersLeftOut(word: string): string[] {
  if (!/^[a-z0-9]+$/.test(word) || word.length < minTypoLength || word.length > 24) return [];
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Words of public documents, by their beginning, their sound, or one letter off. PostgreSQL keeps them for every engine. */
export class SearchTerms {
  constructor(private readonly reader: StatementReader) {}

  /** Words that begin so, are said so, or have these initials; only those that find something now, the most telling first. */
  async suggest(index: string, typed: string, limit: number): Promise<string[]> {
    const begin = plain(typed).replaceAll(/\s+/g, ' ');
    if (begin === '') return [];
    const spoken = /^[a-z' ]+$/.test(begin) ? begin.replaceAll(/[' ]/g, '') : begin;
    const rows = await this.reader.query<{ term: string }>(
      'search.suggest',
      `SELECT term FROM (
         SELECT DISTINCT term FROM (
           SELECT key, term FROM search_term
           WHERE index_name = $1 AND ((key >= $2 AND key < $4) OR (key >= $3 AND key < $5))
           ORDER BY key LIMIT ${firstLooked}) AS k) AS t
       ORDER BY starts_with(term, $2) DESC, length(term), term LIMIT ${examined}`,
      [index, begin, spoken, begin + lastCharacter, spoken + lastCharacter],
    );
    return this.living(
      index,
      rows.map(({ term }) => term),
      limit,
    );
  }

  /** The Latin words of public documents that differ from this one by a letter. */
  async near(index: string, word: string): Promise<string[]> {
    const keys = lettersLeftOut(plain(word)).map((rest) => `-${rest}`);
    if (keys.length === 0) return [];
    const rows = await this.reader.query<{ term: string }>(
      'search.near',
      `SELECT DISTINCT term FROM search_term WHERE index_name = $1 AND key = ANY ($2) ORDER BY term LIMIT 20`,
      [index, keys],
    );
    return this.living(
      index,
      rows.map(({ term }) => term).filter((term) => term !== plain(word)),
      3,
    );
  }

  /** Those of these words that a document of the index holds. */
  async held(index: string, words: readonly string[]): Promise<Set<string>> {
    return new Set(await this.living(index, words, words.length));
  }

  /**
   * Takes out the words, of a batch after `after`, that no document holds any more; the last one looked at, null at the
   * end. While nobody writes: a word that comes back with an uncommitted document would be lost.
   */
  async prune(tx: Tx, index: string, after: string): Promise<string | null> {
    const [lock] = await tx.query<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock($1) AS free`, [termsLock]);
    if (!lock?.free) return null; // next time
    const rows = await tx.query<{ term: string }>(
      `SELECT DISTINCT term FROM search_term WHERE index_name = $1 AND term > $2 ORDER BY term LIMIT ${prunedAtOnce}`,
      [index, after],
    );
    const terms = rows.map(({ term }) => term);
    const held = await this.held(index, terms);
    const gone = terms.filter((term) => !held.has(term));
    if (gone.length > 0)
      await tx.execute(`DELETE FROM search_term WHERE index_name = $1 AND term = ANY ($2)`, [index, gone]);
    return terms.at(-1) ?? null;
  }

  /** Those that a public document still holds, most documents first. */
  private async living(index: string, terms: readonly string[], limit: number): Promise<string[]> {
    if (terms.length === 0) return [];
    const rows = await this.reader.query<{ term: string }>(
      'search.living',
      `SELECT t.term FROM unnest($1::text[], $2::tsquery[]) WITH ORDINALITY AS t (term, q, position)
       CROSS JOIN LATERAL (SELECT count(*) AS n FROM (
         SELECT FROM search_document d WHERE d.tsv @@ t.q LIMIT 50) AS d) AS found
       WHERE found.n > 0 ORDER BY found.n DESC, t.position LIMIT $3`,
      [
        terms,
        terms.map((term) => allOf([indexQuery(index), ...runsOf(term).map((run) => wordQuery(run, 'any'))])),
        limit,
      ],
    );
    return rows.map(({ term }) => term);
  }
}
