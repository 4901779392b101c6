import { systemActor } from '#domain/shared/actor.js';
import type { StatementReader } from '../database/statement-reader.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { digestOf } from './digest.js';
import type { JiebaTokenizer } from './jieba.js';
import { tsvectorOf } from './lexemes.js';
import { matchQuery, pageStatement, steps, type FoundPage } from './postgres.statement.js';
import type { QueryPlan, QueryReader } from './query-plan.js';
import {
  maxSearchDepth,
  type FacetCounts,
  type SearchAnswer,
  type SearchDocument,
  type SearchEngine,
  type SearchPosition,
  type SearchQuery,
} from './search.engine.js';
import { termKeysOf, termsLock } from './search.terms.js';

/** A row of the log that in-memory projections and the mirror follow. */
export interface SearchChange {
  readonly id: string;
  readonly revision: string;
  readonly removed: boolean;
}

const writer = systemActor('search', 'search');
/** A step that found fewer is relaxed: ten fit a screen. */
const enough = 10;
const readBatch = 1_000;

/**
 * Search in PostgreSQL: documents that hold all words first; when they are too few, those that hold most of them, then
 * those that sound alike. Candidates come from the GIN index: ts_rank_cd over an OR reads a third of the corpus.
 */
export class PostgresSearchEngine implements SearchEngine {
  readonly name = 'postgres';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly tokenizer: JiebaTokenizer,
    private readonly queries: QueryReader,
  ) {}

  async upsert(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.unitOfWork.run(writer, async (tx) => {
      await tx.query(
        `INSERT INTO search_document (index_name, id, title, body, facets, facet_values, published_ms, price_fen, maturity,
           terms, tsv, digest, revision, removed, mirrored, changed_at)
         SELECT d.index_name, d.id, d.title, d.body, d.facets,
           ARRAY(SELECT f.key || '=' || v.value FROM jsonb_each(d.facets) f, jsonb_array_elements_text(f.value) v (value)),
           d.published_ms, d.price_fen, d.maturity, ARRAY(SELECT jsonb_array_elements_text(d.terms)), d.tsv::tsvector,
           d.digest, nextval('search_revision'), false, false, clock_timestamp()
         FROM ${documentColumns}
         ON CONFLICT (index_name, id) DO UPDATE SET title = excluded.title, body = excluded.body,
           facets = excluded.facets, facet_values = excluded.facet_values, published_ms = excluded.published_ms,
           price_fen = excluded.price_fen, maturity = excluded.maturity, terms = excluded.terms, tsv = excluded.tsv,
           digest = excluded.digest, revision = excluded.revision, removed = false, mirrored = false,
           changed_at = excluded.changed_at`,
        documentParams(documents, this.tokenizer),
      );
      await this.putTerms(tx, documents);
    });
  }

  /** Words to suggest. In the order of the key, so that two writers of the same words do not wait in a circle. */
  async putTerms(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
    const keys = documents.flatMap((document) => termKeysOf(document, this.tokenizer));
    await tx.query(
      `WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(${termsLock}))
       INSERT INTO search_term (index_name, key, term)
       SELECT DISTINCT index_name, key, term FROM unnest($1::text[], $2::text[], $3::text[]) AS t (index_name, key, term), held
       ORDER BY index_name, key, term ON CONFLICT DO NOTHING`,
      [keys.map(({ index }) => index), keys.map(({ key }) => key), keys.map(({ term }) => term)],
    );
  }

  async remove(index: string, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(writer, (tx) =>
      tx.execute(
        `UPDATE search_document SET ${removal}, revision = nextval('search_revision'), changed_at = clock_timestamp()
         WHERE index_name = $1 AND id = ANY ($2::uuid[]) AND NOT removed`,
        [index, ids],
      ),
    );
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const plan = this.queries.read(query.text);
    if (query.after !== null && query.after.engine !== this.name) return this.goOn(query, plan, query.after.count);
    if (query.after !== null) return this.page(query, plan, query.after.step);
    return (await this.relaxed(query, plan)).answer;
  }

  /** Those of these documents that a search finds, wherever they stand in it. What only sounds alike is no hit here. */
  async hitsAmong(query: Omit<SearchQuery, 'after' | 'facets' | 'limit'>, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const plan = this.queries.read(query.text);
    const whole: SearchQuery = { ...query, after: null, facets: [], limit: 1 };
    // How far the words are relaxed follows from all documents, not from these.
    const { answer, step } = await this.relaxed(whole, plan);
    if (answer.total === 0 || step === steps.sound) return [];
    return [...(await this.page({ ...whole, limit: ids.length }, plan, step, ids)).ids];
  }

  private async relaxed(query: SearchQuery, plan: QueryPlan): Promise<{ answer: SearchAnswer; step: number }> {
    if (plan.terms.length === 0) return { answer: await this.page(query, plan, steps.all), step: steps.all };
    let best: { answer: SearchAnswer; step: number } | null = null;
    for (const step of [steps.all, steps.most, steps.any, steps.sound]) {
      if (step === steps.sound && best !== null && best.answer.total > 0) break;
      if (matchQuery(plan, step) === null) continue;
      const answer = await this.page(query, plan, step);
      if (best === null || answer.total > best.answer.total) best = { answer, step };
      if (answer.total >= enough) break;
    }
    return best ?? { answer: this.nothing(plan), step: steps.all };
  }

  async count(index: string): Promise<number> {
    const [row] = await this.reader.query<{ n: number }>(
      'search.count',
      `SELECT count(*)::int AS n FROM search_document WHERE index_name = $1 AND NOT removed`,
      [index],
    );
    return row?.n ?? 0;
  }

  /** Computed from what is stored, not remembered. */
  async digests(index: string): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    for (let after: string | null = null; ;) {
      const batch: SearchDocument[] = await this.documents(index, after, readBatch);
      for (const document of batch) digests.set(document.id, digestOf(document));
      after = batch.at(-1)?.id ?? null;
      if (after === null) return digests;
    }
  }

  /** What the index holds, by id ascending. */
  async documents(index: string, after: string | null, limit: number): Promise<(SearchDocument & SearchChange)[]> {
    return (
      await this.reader.query<StoredDocument>(
        'search.documents',
        `SELECT ${storedColumns} FROM search_document
         WHERE index_name = $1 AND NOT removed AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [index, after, limit],
      )
    ).map(documentOf);
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
  async unmirrored(limit: number): Promise<(SearchDocument & SearchChange)[]> {
    return (
      await this.reader.query<StoredDocument>(
        'search.unmirrored',
        `SELECT ${storedColumns} FROM search_document WHERE NOT mirrored ORDER BY revision LIMIT $1`,
        [limit],
      )
    ).map(documentOf);
  }

  /** Marks what the mirror took, unless it changed meanwhile. At once, whatever becomes of the rest of the batch. */
  async markMirrored(changes: readonly (SearchChange & { readonly index: string })[]): Promise<void> {
    await this.unitOfWork.runSeparately(writer, (tx) =>
      tx.execute(
        `UPDATE search_document d SET mirrored = true FROM unnest($1::text[], $2::uuid[], $3::bigint[]) AS done (name, id, revision)
         WHERE d.index_name = done.name AND d.id = done.id AND d.revision = done.revision`,
        [changes.map(({ index }) => index), changes.map(({ id }) => id), changes.map(({ revision }) => revision)],
      ),
    );
  }

  /** Documents to be carried again, whatever was marked. */
  async markUnmirrored(index: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.unitOfWork.runSeparately(writer, (tx) =>
      tx.execute(`UPDATE search_document SET mirrored = false WHERE index_name = $1 AND id = ANY ($2::uuid[])`, [
        index,
        ids,
      ]),
    );
  }

  /** Age in seconds of the oldest change that the mirror has not got. */
  async mirrorLag(): Promise<number> {
    const [row] = await this.reader.query<{ seconds: number }>(
      'search.mirrorLag',
      `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(changed_at)), 0)::float8 AS seconds
       FROM search_document WHERE NOT mirrored`,
      [],
    );
    return row?.seconds ?? 0;
  }

  private async page(
    query: SearchQuery,
    plan: QueryPlan,
    step: number,
    among: readonly string[] | null = null,
  ): Promise<SearchAnswer> {
    const match = plan.terms.length === 0 ? null : matchQuery(plan, step);
    if (match === null && plan.terms.length > 0) return this.nothing(plan);
    const { name, sql, params } = pageStatement(query, plan, step, match, among);
    const [found] = await this.reader.query<FoundPage>(name, sql, params);
    const hits = found?.hits ?? [];
    const shown = hits.slice(0, query.limit);
    const last = shown.at(-1);
    const count = (query.after?.count ?? 0) + shown.length;
    const more = hits.length > query.limit && count < maxSearchDepth && last !== undefined;
    const next: SearchPosition | null = more ? { engine: this.name, step, key: last.key, id: last.id, count } : null;
    return {
      engine: this.name,
      ids: shown.map(({ id }) => id),
      next,
      total: found?.total ?? 0,
      facets: countsOf(query, found?.facets ?? []),
      words: wordsOf(plan),
      soundsAlike: step === steps.sound,
    };
  }

  /** The page before came from the other engine, whose key says nothing here: as many hits are left out. */
  private async goOn(query: SearchQuery, plan: QueryPlan, count: number): Promise<SearchAnswer> {
    const before = await this.search({ ...query, after: null, limit: Math.max(1, count), facets: [] });
    if (before.next === null) return { ...before, ids: [], facets: {} };
    return this.page({ ...query, after: before.next }, plan, before.next.step);
  }

  private nothing(plan: QueryPlan): SearchAnswer {
    return {
      ...{ engine: this.name, ids: [], next: null, total: 0, facets: {} },
      words: wordsOf(plan),
      soundsAlike: false,
    };
  }
}

/** The query's words and those that stand for them, for marking. */
export const wordsOf = (plan: QueryPlan): string[] => [
  ...new Set(plan.terms.flatMap(({ word, others }) => [word, ...others])),
];

function countsOf(query: SearchQuery, found: NonNullable<FoundPage['facets']>): FacetCounts {
  const counts: Partial<Record<string, Record<string, number>>> = Object.fromEntries(
    query.facets.map((name) => [name, {}]),
  );
  for (const { value, count } of found) {
    const at = value.indexOf('=');
    const of = counts[value.slice(0, at)];
    if (of) of[value.slice(at + 1)] = count;
  }
  return counts;
}

/** A removed document keeps its place in the log and nothing else. */
export const removal = `removed = true, mirrored = false, title = '', body = '', facets = '{}', facet_values = '{}',
  published_ms = NULL, price_fen = NULL, maturity = NULL, terms = '{}', digest = '', tsv = ''`;

export const documentColumns = `unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::float8[], $7::float8[],
  $8::smallint[], $9::jsonb[], $10::text[], $11::text[])
  AS d (index_name, id, title, body, facets, published_ms, price_fen, maturity, terms, tsv, digest)`;

export const documentParams = (documents: readonly SearchDocument[], tokenizer: JiebaTokenizer): unknown[] => [
  documents.map(({ index }) => index),
  documents.map(({ id }) => id),
  documents.map(({ title }) => title),
  documents.map(({ text }) => text),
  documents.map(({ facets }) => JSON.stringify(facets)),
  documents.map(({ sorting }) => sorting.publishedAt),
  documents.map(({ sorting }) => sorting.price),
  documents.map(({ sorting }) => sorting.maturity),
  documents.map(({ terms }) => JSON.stringify(terms)),
  documents.map((document) => tsvectorOf(document, tokenizer)),
  documents.map(digestOf),
];

const storedColumns = `index_name AS index, id, title, body AS text, facets, published_ms AS "publishedAt",
  price_fen AS price, maturity, terms, revision::text, removed`;

type StoredDocument = Omit<SearchDocument, 'sorting'> & SearchDocument['sorting'] & SearchChange;

const documentOf = ({ publishedAt, price, maturity, ...rest }: StoredDocument): SearchDocument & SearchChange => ({
  ...rest,
  sorting: { publishedAt, price, maturity },
});
