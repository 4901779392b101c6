import { Meilisearch, type Settings } from 'meilisearch';
import { digestOf } from './digest.js';
import type { JiebaTokenizer } from './jieba.js';
import type { SearchLanguage } from './language.js';
import { documentSounds, plain } from './lexemes.js';
import type { StoredHit } from './meilisearch.query.js';
import { facetNames, searchSorts, sortKey, type SearchDocument } from './search.engine.js';

export interface MeilisearchOptions {
  readonly url: string;
  readonly key: string | null;
  /** Put before index names, so that several markets can share a server. */
  readonly prefix: string;
  /** A search that takes longer counts as failed. */
  readonly timeoutMs: number;
}

/** Uploads and tasks may take as long as a large batch needs. */
const writeTimeoutMs = 30_000;
const taskTimeoutMs = 120_000;
const digestBatch = 1_000;
const maxSynonyms = 30;
const maxFacetValues = 200;

const sortKeys = searchSorts.filter((sort) => sort !== 'relevance');

/** The indexes of one Meilisearch server: settings, documents, digests. What a task refused, throws. */
export class MeilisearchServer {
  readonly search: Meilisearch;
  private readonly client: Meilisearch;

  constructor(
    private readonly options: MeilisearchOptions,
    private readonly tokenizer: JiebaTokenizer,
    private readonly language: SearchLanguage,
  ) {
    const connection = { host: options.url, ...(options.key !== null && { apiKey: options.key }) };
    this.search = new Meilisearch({ ...connection, timeout: options.timeoutMs });
    this.client = new Meilisearch({ ...connection, timeout: writeTimeoutMs });
  }

  uid(index: string): string {
    return `${this.options.prefix}${index}`;
  }

  async exists(uid: string): Promise<boolean> {
    try {
      await this.client.getRawIndex(uid);
      return true;
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return false;
      throw error;
    }
  }

  /** Makes the index with its settings; one that is there already gets the settings of today. */
  async create(uid: string): Promise<void> {
    const created = await this.client.createIndex(uid, { primaryKey: 'id' }).waitTask({ timeout: taskTimeoutMs });
    if (created.status === 'failed' && created.error?.code !== 'index_already_exists') throw taskError(created.error);
    await done(this.client.index(uid).updateSettings(this.settings()));
  }

  /** Gives an index the settings of today, and makes it when it is not there. */
  async settle(uid: string): Promise<void> {
    if (await this.exists(uid)) await done(this.client.index(uid).updateSettings(this.settings()));
    else await this.create(uid);
  }

  async put(uid: string, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await done(this.client.index(uid).addDocuments(documents.map((document) => this.stored(document))));
  }

  async take(uid: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await done(this.client.index(uid).deleteDocuments([...ids]));
  }

  async drop(uid: string): Promise<void> {
    await this.client.deleteIndex(uid).waitTask({ timeout: taskTimeoutMs });
  }

  /** The two indexes change names at once; a search sees one or the other. */
  async swap(one: string, other: string): Promise<void> {
    await done(this.client.swapIndexes([{ indexes: [one, other], rename: false }]));
  }

  async count(uid: string): Promise<number> {
    return (await this.client.index(uid).getStats()).numberOfDocuments;
  }

  /** Indexes that hold documents, of the whole server, in one request. */
  async filled(): Promise<Set<string>> {
    const { indexes } = await this.client.getStats();
    return new Set(Object.keys(indexes).filter((uid) => (indexes[uid]?.numberOfDocuments ?? 0) > 0));
  }

  /** Computed from what the server gives back. */
  async digests(uid: string): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    for (let offset = 0; ; offset += digestBatch) {
      const { results } = await this.client.index(uid).getDocuments<StoredHit & { title: string; text: string }>({
        ...{ limit: digestBatch, offset },
        fields: ['id', 'title', 'text', 'publishedAt', 'price', 'level', ...facetNames],
      });
      for (const hit of results) {
        const sorting = { publishedAt: hit.publishedAt, price: hit.price, maturity: hit.level };
        digests.set(hit.id, digestOf({ title: hit.title, text: hit.text, facets: hit, sorting }));
      }
      if (results.length < digestBatch) return digests;
    }
  }

  async health(): Promise<boolean> {
    return this.search.isHealthy();
  }

  private stored(document: SearchDocument) {
    const { id, title, text, facets, sorting } = document;
    const keys = sortKeys.map((sort) => [`${sort}Key`, sortKey(sort, sorting)] as const);
    return {
      // In normal form: the server does not know that ＴＭＲ is TMR. What is shown comes from PostgreSQL.
      ...{ id, title: plain(title), text: plain(text), ...facets, sounds: documentSounds(document, this.tokenizer) },
      ...{ publishedAt: sorting.publishedAt, price: sorting.price, level: sorting.maturity },
      ...Object.fromEntries(keys),
    };
  }

  private settings(): Settings {
    return {
      searchableAttributes: ['title', 'text', 'sounds'],
      filterableAttributes: [...facetNames],
      sortableAttributes: [...sortKeys.map((sort) => `${sort}Key`), 'id'],
      // The order asked for goes first, and the word itself before its synonyms; of equals the younger id, as in PostgreSQL, so that a page has one end.
      rankingRules: ['sort', 'words', 'typo', 'exactness', 'proximity', 'attribute', 'id:desc'],
      localizedAttributes: [{ attributePatterns: ['title', 'text'], locales: ['cmn'] }],
      dictionary: this.tokenizer.neededByOthers().map(plain),
      synonyms: this.synonyms(),
      typoTolerance: { disableOnAttributes: ['sounds'], disableOnNumbers: true },
      faceting: { maxValuesPerFacet: maxFacetValues },
    };
  }

  private synonyms(): Record<string, string[]> {
    const all: Record<string, string[]> = {};
    for (const relation of [this.language.synonyms(), this.language.narrower()])
      for (const [word, others] of Object.entries(relation))
        all[plain(word)] = [...new Set([...(all[plain(word)] ?? []), ...others.map(plain)])].slice(0, maxSynonyms);
    return all;
  }
}

/** The server's word for what went wrong. */
export const codeOf = (error: unknown): string | null => {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : null;
};

async function done(task: ReturnType<Meilisearch['swapIndexes']>): Promise<void> {
  const result = await task.waitTask({ timeout: taskTimeoutMs });
  if (result.status !== 'succeeded') throw taskError(result.error);
}

const taskError = (error: { readonly code?: string; readonly message?: string } | null): Error =>
  new Error(`Meilisearch task failed: ${error?.code ?? 'unknown'} ${error?.message ?? ''}`.trim());
