/** A document of an index: texts to be found by, and facets to filter by. What it is about, the engine does not know. */
export interface SearchDocument {
  readonly index: string;
  readonly id: string;
  /** Short text that counts more: the title. */
  readonly title: string;
  readonly text: string;
  readonly facets: Readonly<Record<string, string | null>>;
}

export interface SearchQuery {
  readonly index: string;
  readonly text: string;
  /** Facets that must be equal. */
  readonly filters: Readonly<Record<string, string>>;
  readonly limit: number;
  /** How many hits to leave out: where the page before ended. */
  readonly offset: number;
}

export interface SearchAnswer {
  /** Which engine answered. */
  readonly engine: 'postgres' | 'meilisearch';
  /** Ids, best first. */
  readonly ids: readonly string[];
  readonly hasMore: boolean;
}

/** One interface, two engines, one contract suite (test/integration/search-contract.ts). */
export interface SearchEngine {
  readonly name: SearchAnswer['engine'];
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(index: string, ids: readonly string[]): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  count(index: string): Promise<number>;
  health(): Promise<boolean>;
}

export const SEARCH_ENGINE = Symbol('SearchEngine');

/** Deepest place that paging reaches; who needs more narrows the query. */
export const maxSearchDepth = 1_000;
/** Facets that every engine can filter by. */
export const facetNames = ['field', 'zone', 'county'] as const;
