import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { digestOf, indexDigest } from './digest.js';
import type { JiebaTokenizer } from './jieba.js';
import type { MeilisearchEngine } from './meilisearch.engine.js';
import type { SearchMirror } from './mirror.js';
import { documentColumns, documentParams, removal, type PostgresSearchEngine } from './postgres.engine.js';
import type { SearchDocument } from './search.engine.js';

/** What a rebuild of one index did, and the proof that it holds what was read. */
export interface RebuildReport {
  readonly engine: 'postgres' | 'meilisearch';
  readonly index: string;
  readonly count: number;
  readonly digest: string;
  /** Documents that were not in the index before. */
  readonly added: readonly string[];
  readonly changed: number;
  readonly removed: number;
}

/** The index that was filled aside is not what was read: it was thrown away, the old one stays. */
export class RebuildMismatchError extends Error {
  constructor(
    index: string,
    readonly differing: number,
  ) {
    super(`索引 ${index} 与来源不一致（${differing} 条），未切换 (not swapped)`);
    this.name = 'RebuildMismatchError';
  }
}

const actor = systemActor('search.rebuild', 'search-rebuild');
const batch = 500;

/** Fills an index aside, compares it with what was read, and swaps. Searches see the old one until then. */
export class SearchRebuild {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokenizer: JiebaTokenizer,
    private readonly postgres: PostgresSearchEngine,
    private readonly meilisearch: MeilisearchEngine | null,
    private readonly mirror: SearchMirror,
  ) {}

  /** Reads every public document in order of id. What changes meanwhile is written to the live index and stays. */
  async postgresIndex(
    index: string,
    read: (after: string | null) => Promise<readonly SearchDocument[]>,
    progress: (done: number) => void,
  ): Promise<RebuildReport> {
    const run = uuid();
    const [first] = await this.unitOfWork.run(actor, (tx) =>
      tx.query<{ revision: string }>(`SELECT nextval('search_revision')::text AS revision`),
    );
    const source = new Map<string, string>();
    try {
      for (let after: string | null = null; ;) {
        const documents = await read(after);
        await this.stage(run, documents);
        for (const document of documents) source.set(document.id, digestOf(document));
        after = documents.at(-1)?.id ?? null;
        if (after === null) break;
        progress(source.size);
      }
      compare(index, source, await this.staged(run));
      const swapped = await this.swap(run, index, first?.revision ?? '0');
      return { engine: 'postgres', index, count: source.size, digest: indexDigest(source), ...swapped };
    } finally {
      await this.unitOfWork.run(actor, (tx) => tx.execute(`DELETE FROM search_staging WHERE run = $1`, [run]));
    }
  }

  /** Fills a new Meilisearch index from PostgreSQL's and swaps; null without Meilisearch. The mirror waits meanwhile. */
  async meilisearchIndex(index: string, progress: (done: number) => void): Promise<RebuildReport | null> {
    const { meilisearch } = this;
    if (!meilisearch) return null;
    const report = await this.mirror.exclusively(() => this.fillAside(meilisearch, index, progress));
    if (report === null) throw new Error('另一个进程正在写入 Meilisearch，请稍后重试 (another process is writing)');
    return report;
  }

  private async fillAside(
    { server }: MeilisearchEngine,
    index: string,
    progress: (done: number) => void,
  ): Promise<RebuildReport> {
    const live = server.uid(index);
    const aside = `${live}_aside`;
    await server.drop(aside);
    await server.create(aside);
    const source = new Map<string, string>();
    for (let after: string | null = null; ;) {
      const documents = await this.postgres.documents(index, after, batch);
      await server.put(aside, documents);
      for (const document of documents) source.set(document.id, digestOf(document));
      await this.postgres.markMirrored(documents);
      after = documents.at(-1)?.id ?? null;
      if (after === null) break;
      progress(source.size);
    }
    compare(index, source, await server.digests(aside));
    if (!(await server.exists(live))) await server.create(live);
    const before = await server.digests(live);
    await server.swap(live, aside);
    await server.drop(aside);
    return {
      ...{ engine: 'meilisearch', index, count: source.size, digest: indexDigest(source) },
      added: [...source.keys()].filter((id) => !before.has(id)),
      changed: [...source].filter(([id, digest]) => before.has(id) && before.get(id) !== digest).length,
      removed: [...before.keys()].filter((id) => !source.has(id)).length,
    };
  }

  private async stage(run: string, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.query(
        `INSERT INTO search_staging (run, index_name, id, title, body, facets, facet_values, published_ms, price_fen,
           maturity, terms, tsv, digest, started_at)
         SELECT $12, d.index_name, d.id, d.title, d.body, d.facets,
           ARRAY(SELECT f.key || '=' || v.value FROM jsonb_each(d.facets) f, jsonb_array_elements_text(f.value) v (value)),
           d.published_ms, d.price_fen, d.maturity, ARRAY(SELECT jsonb_array_elements_text(d.terms)), d.tsv::tsvector,
           d.digest, clock_timestamp()
         FROM ${documentColumns}`,
        [...documentParams(documents, this.tokenizer), run],
      );
      await this.postgres.putTerms(tx, documents);
    });
  }

  private async staged(run: string): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.run(actor, (tx) =>
      tx.query<{ id: string; digest: string }>(`SELECT id, digest FROM search_staging WHERE run = $1`, [run]),
    );
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }

  /**
   * A batch at a time, so that publishing never waits long: first what is new or changed, then what is gone, so that
   * nothing public is missing in between. What changed since `revision` is newer and stays.
   */
  private async swap(
    run: string,
    index: string,
    revision: string,
  ): Promise<Pick<RebuildReport, 'added' | 'changed' | 'removed'>> {
    const added: string[] = [];
    let changed = 0;
    for (;;) {
      const written = await this.exclusively((tx) =>
        tx.query<{ id: string; was: boolean }>(swapBatch, [run, revision]),
      );
      added.push(...written.filter(({ was }) => !was).map(({ id }) => id));
      changed += written.filter(({ was }) => was).length;
      if (written.length < batch) break;
    }
    const removed = await this.exclusively((tx) =>
      tx.execute(
        `UPDATE search_document d SET ${removal}, revision = nextval('search_revision'), changed_at = clock_timestamp()
         WHERE d.index_name = $1 AND NOT d.removed AND d.revision < $2
           AND NOT EXISTS (SELECT FROM search_staging s WHERE s.run = $3 AND s.index_name = $1 AND s.id = d.id)`,
        [index, revision, run],
      ),
    );
    return { added, changed, removed };
  }

  /** While no other writer comes in between: two that lock documents in different orders would wait in a circle. */
  private exclusively<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.query(`LOCK TABLE search_document IN SHARE ROW EXCLUSIVE MODE`);
      return work(tx);
    });
  }
}

/** What was written once has a newer revision and differs no more. */
const swapBatch = `
  WITH differing AS (
    SELECT s.*, live.id IS NOT NULL AND NOT live.removed AS was FROM search_staging s
    LEFT JOIN search_document live ON live.index_name = s.index_name AND live.id = s.id
    WHERE s.run = $1 AND (live.id IS NULL OR (live.revision < $2
      AND (live.removed OR live.digest <> s.digest OR live.tsv <> s.tsv OR live.terms <> s.terms)))
    LIMIT ${batch}),
  put AS (
    INSERT INTO search_document (index_name, id, title, body, facets, facet_values, published_ms, price_fen,
      maturity, terms, tsv, digest, revision, removed, mirrored, changed_at)
    SELECT index_name, id, title, body, facets, facet_values, published_ms, price_fen, maturity, terms, tsv,
      digest, nextval('search_revision'), false, false, clock_timestamp() FROM differing
    ON CONFLICT (index_name, id) DO UPDATE SET title = excluded.title, body = excluded.body,
      facets = excluded.facets, facet_values = excluded.facet_values, published_ms = excluded.published_ms,
      price_fen = excluded.price_fen, maturity = excluded.maturity, terms = excluded.terms, tsv = excluded.tsv,
      digest = excluded.digest, revision = excluded.revision, removed = false, mirrored = false,
      changed_at = excluded.changed_at)
  SELECT id, was FROM differing`;

function compare(index: string, source: ReadonlyMap<string, string>, filled: ReadonlyMap<string, string>): void {
  const wrong = [...source].filter(([id, digest]) => filled.get(id) !== digest).length;
  const foreign = [...filled.keys()].filter((id) => !source.has(id)).length;
  if (wrong + foreign > 0) throw new RebuildMismatchError(index, wrong + foreign);
}
