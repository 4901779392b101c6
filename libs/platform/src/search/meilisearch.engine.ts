import { Meilisearch } from 'meilisearch';
import {
  maxSearchDepth,
  facetNames,
  type SearchAnswer,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
} from './search.engine.js';

/** Words with the others that mean the same. */
export type SearchSynonyms = Readonly<Record<string, readonly string[]>>;

export interface MeilisearchOptions {
  readonly url: string;
  readonly key: string | null;
  /** Put before index names, so that several markets can share a server. */
  readonly prefix: string;
  readonly timeoutMs: number;
  readonly dictionary: () => readonly string[];
  readonly synonyms: () => SearchSynonyms;
}

/** The server reads the first ten words of a query only. */
const maxQueryWords = 10;
const taskTimeoutMs = 30_000;

/** Search in Meilisearch, with Chinese segmentation (`cmn`) on documents and queries. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  private readonly client: Meilisearch;
  private readonly prepared = new Map<string, Promise<void>>();

  constructor(private readonly options: MeilisearchOptions) {
    this.client = new Meilisearch({
      host: options.url,
      ...(options.key !== null && { apiKey: options.key }),
      timeout: options.timeoutMs,
    });
  }

  /** A task that failed throws, so that the job which caused it fails too. */
  async upsert(documents: readonly SearchDocument[]): Promise<void> {
    for (const [index, group] of byIndex(documents)) {
      await this.prepare(index);
      await this.done(
        this.client.index(this.uid(index)).addDocuments(
          group.map(({ id, title, text, facets }) => ({ id, title, text, ...facets })),
          { primaryKey: 'id' },
        ),
      );
    }
  }

  async remove(index: string, ids: readonly string[]): Promise<void> {
    await this.prepare(index);
    await this.done(this.client.index(this.uid(index)).deleteDocuments([...ids]));
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    await this.prepare(query.index);
    const filter = Object.entries(query.filters).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
    const answer = await this.client.index(this.uid(query.index)).search(shorten(query.text), {
      limit: query.limit + 1,
      offset: query.offset,
      filter,
      locales: ['cmn'],
      matchingStrategy: 'frequency',
      attributesToRetrieve: ['id'],
    });
    const ids = answer.hits.map((hit) => String(hit['id']));
    return {
      engine: this.name,
      ids: ids.slice(0, query.limit),
      hasMore: ids.length > query.limit && query.offset + query.limit < maxSearchDepth,
    };
  }

  async count(index: string): Promise<number> {
    await this.prepare(index);
    return (await this.client.index(this.uid(index)).getStats()).numberOfDocuments;
  }

  async health(): Promise<boolean> {
    return this.client.isHealthy();
  }

  private uid(index: string): string {
    return `${this.options.prefix}${index}`;
  }

  /** Creates the index with its settings once a process; a failure is tried again next time. */
  private prepare(index: string): Promise<void> {
    const known = this.prepared.get(index);
    if (known) return known;
    const preparing = this.settle(index).catch((error: unknown) => {
      this.prepared.delete(index);
      throw error;
    });
    this.prepared.set(index, preparing);
    return preparing;
  }

  private async settle(index: string): Promise<void> {
    const created = await this.client
      .createIndex(this.uid(index), { primaryKey: 'id' })
      .waitTask({ timeout: taskTimeoutMs });
    if (created.status === 'failed' && created.error?.code !== 'index_already_exists') throw taskError(created.error);
    await this.done(
      this.client.index(this.uid(index)).updateSettings({
        searchableAttributes: ['title', 'text'],
        filterableAttributes: [...facetNames],
        localizedAttributes: [{ attributePatterns: ['title', 'text'], locales: ['cmn'] }],
        dictionary: [...this.options.dictionary()],
        synonyms: Object.fromEntries(
          Object.entries(this.options.synonyms()).map(([word, others]) => [word, [...others]]),
        ),
      }),
    );
  }

  private async done(task: ReturnType<ReturnType<Meilisearch['index']>['deleteDocuments']>): Promise<void> {
    const result = await task.waitTask({ timeout: taskTimeoutMs });
    if (result.status !== 'succeeded') throw taskError(result.error);
  }
}

const taskError = (error: { readonly code?: string; readonly message?: string } | null): Error =>
  new Error(`Meilisearch task failed: ${error?.code ?? 'unknown'} ${error?.message ?? ''}`.trim());

/** The first words by spaces; a Chinese sentence is cut by the server itself. */
const shorten = (text: string): string => text.split(/\s+/u).slice(0, maxQueryWords).join(' ');

function byIndex(documents: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const groups = new Map<string, SearchDocument[]>();
  for (const document of documents) groups.set(document.index, [...(groups.get(document.index) ?? []), document]);
  return groups;
}
