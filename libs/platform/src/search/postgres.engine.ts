import { systemActor } from '#domain/shared/actor.js';
import type { StatementReader } from '../database/statement-reader.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { JiebaTokenizer } from './jieba.js';
import { queryWords, textScore, tsvectorOf, type QueryWord } from './lexemes.js';
import {
  maxSearchDepth,
  type SearchAnswer,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
} from './search.engine.js';

/** A row of the log that in-memory projections and the mirror follow. */
export interface SearchChange {
  readonly id: string;
  readonly revision: string;
  readonly removed: boolean;
}

interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const writer = systemActor('search', 'search');
/** Candidates read for one tsquery when not all words are found together. */
const candidatesPerQuery = 300;

/**
 * Search in PostgreSQL: documents that hold all words first; when they are too few, those that hold most of them.
 * Candidates come from the GIN index and are ranked here: ts_rank_cd over an OR reads a third of the corpus.
 */
export class PostgresSearchEngine implements SearchEngine {
  readonly name = 'postgres';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly tokenizer: JiebaTokenizer,
  ) {}

  async upsert(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.unitOfWork.run(writer, (tx) =>
      tx.query(
        `INSERT INTO search_document (index_name, id, title, body, facets, tsv, revision, removed, mirrored, changed_at)
         SELECT d.index_name, d.id, d.title, d.body, d.facets, d.tsv::tsvector, nextval('search_revision'), false, false,
           clock_timestamp()
         FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::text[])
           AS d (index_name, id, title, body, facets, tsv)
         ON CONFLICT (index_name, id) DO UPDATE SET title = excluded.title, body = excluded.body,
           facets = excluded.facets, tsv = excluded.tsv, revision = excluded.revision, removed = false,
           mirrored = false, changed_at = excluded.changed_at`,
        [
          documents.map(({ index }) => index),
          documents.map(({ id }) => id),
          documents.map(({ title }) => title),
          documents.map(({ text }) => text),
          documents.map(({ facets }) => JSON.stringify(facets)),
          documents.map(({ title, text }) => tsvectorOf(title, text, this.tokenizer)),
        ],
      ),
    );
  }

  async remove(index: string, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(writer, (tx) =>
      tx.execute(
        `UPDATE search_document SET removed = true, mirrored = false, title = '', body = '', facets = '{}', tsv = '',
           revision = nextval('search_revision'), changed_at = clock_timestamp()
         WHERE index_name = $1 AND id = ANY ($2::uuid[]) AND NOT removed`,
        [index, ids],
      ),
    );
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const words = queryWords(query.text, this.tokenizer);
    const wanted = Math.min(maxSearchDepth, query.offset + query.limit + 1);
    if (words.length === 0) return this.newest(query);
    let ranked = await this.ranked(query, words, [words.map(({ tsquery }) => tsquery).join(' & ')], maxSearchDepth);
    if (ranked.length < wanted && words.length > 1) {
      const rest = await this.ranked(query, words, relaxed(words), candidatesPerQuery);
      ranked = [...ranked, ...rest.filter((id) => !ranked.includes(id))];
    }
    return {
      engine: this.name,
      ids: ranked.slice(query.offset, query.offset + query.limit),
      hasMore: ranked.length > query.offset + query.limit && query.offset + query.limit < maxSearchDepth,
    };
  }

  async count(index: string): Promise<number> {
    const [row] = await this.reader.query<{ n: number }>(
      'search.count',
      `SELECT count(*)::int AS n FROM search_document WHERE index_name = $1 AND NOT removed`,
      [index],
    );
    return row?.n ?? 0;
  }

  async health(): Promise<boolean> {
    return this.reader.query('search.health', 'SELECT 1 AS one', []).then(
      () => true,
      () => false,
    );
  }

  /** What changed in an index since a moment of the database's clock, oldest first. */
  async changesSince(index: string, since: Date, limit: number): Promise<(SearchChange & { readonly at: Date })[]> {
    return this.reader.query(
      'search.changesSince',
      `SELECT id, revision::text, removed, changed_at AS at FROM search_document
       WHERE index_name = $1 AND changed_at >= $2 ORDER BY changed_at LIMIT $3`,
      [index, since, limit],
    );
  }

  /** Documents that the mirror has not got yet. */
  async unmirrored(
    limit: number,
  ): Promise<(SearchDocument & { readonly revision: string; readonly removed: boolean })[]> {
    return this.reader.query(
      'search.unmirrored',
      `SELECT index_name AS index, id, title, body AS text, facets, revision::text, removed FROM search_document
       WHERE NOT mirrored ORDER BY revision LIMIT $1`,
      [limit],
    );
  }

  /** Marks what the mirror took, unless it changed meanwhile. */
  async markMirrored(changes: readonly SearchChange[]): Promise<void> {
    await this.unitOfWork.run(writer, (tx) =>
      tx.execute(
        `UPDATE search_document SET mirrored = true FROM unnest($1::uuid[], $2::bigint[]) AS done (id, revision)
         WHERE search_document.id = done.id AND search_document.revision = done.revision`,
        [changes.map(({ id }) => id), changes.map(({ revision }) => revision)],
      ),
    );
  }

  /** Ids found by any of the tsqueries, best first. */
  private async ranked(query: SearchQuery, words: readonly QueryWord[], tsqueries: readonly string[], each: number) {
    const found = await this.reader.query<Candidate>(
      'search.candidates',
      `SELECT DISTINCT ON (d.id) d.id, d.title, d.body AS text
       FROM unnest($2::text[]) AS wanted (tsquery)
       CROSS JOIN LATERAL (
         SELECT id, title, body FROM search_document
         WHERE index_name = $1 AND NOT removed AND tsv @@ wanted.tsquery::tsquery AND facets @> $3::jsonb
         LIMIT $4) AS d`,
      [query.index, tsqueries, JSON.stringify(query.filters), each],
    );
    return found
      .map((candidate) => ({ id: candidate.id, score: textScore(words, candidate.title, candidate.text) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
  }

  /** Without a word: the newest, newest first. */
  private async newest({ index, filters, limit, offset }: SearchQuery): Promise<SearchAnswer> {
    const rows = await this.reader.query<{ id: string }>(
      'search.newest',
      `SELECT id FROM search_document WHERE index_name = $1 AND NOT removed AND facets @> $2::jsonb
       ORDER BY id DESC LIMIT $3 OFFSET $4`,
      [index, JSON.stringify(filters), limit + 1, offset],
    );
    return {
      engine: this.name,
      ids: rows.slice(0, limit).map(({ id }) => id),
      hasMore: rows.length > limit && offset + limit < maxSearchDepth,
    };
  }
}

/** All words but one, each in turn, and every word of two characters or more alone. */
function relaxed(words: readonly QueryWord[]): string[] {
  const withoutOne =
    words.length > 2
      ? words.map((_, left) =>
          words
            .filter((_word, at) => at !== left)
            .map(({ tsquery }) => tsquery)
            .join(' & '),
        )
      : [];
  const alone = words.filter(({ word }) => [...word].length > 1).map(({ tsquery }) => tsquery);
  return [...withoutOne, ...alone];
}
