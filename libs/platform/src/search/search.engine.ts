/** A document of an index: texts to be found by, facets to filter by, values to sort by. What it is about, the engine does not know. */
export interface SearchDocument {
  readonly index: string;
  readonly id: string;
  /** Short text that counts more: the title. */
  readonly title: string;
  readonly text: string;
  readonly facets: SearchFacets;
  readonly sorting: SearchSorting;
  /** Words worth suggesting as somebody types; the title's own words come by themselves. */
  readonly terms: readonly string[];
}

/** Facets that every engine can filter by and count. */
export const facetNames = [
  'zone',
  'county',
  'field',
  'maturity',
  'mode',
  'priceBand',
  'ipState',
  'institutionKind',
  'year',
] as const;
export type FacetName = (typeof facetNames)[number];
export type SearchFacets = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** What can be sorted by beside relevance; null stands last in any order. */
export interface SearchSorting {
  /** Milliseconds since 1970. */
  readonly publishedAt: number | null;
  /** 分. */
  readonly price: number | null;
  /** Technology readiness level. */
  readonly maturity: number | null;
}

export const searchSorts = ['relevance', 'newest', 'priceAscending', 'priceDescending', 'maturity'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** Where a page ended: the next one goes on after it, whatever was written meanwhile. */
export interface SearchPosition {
  readonly engine: SearchAnswer['engine'];
  /** How far the words of the query had been relaxed. */
  readonly step: number;
  /** What the last hit was sorted by, and its id. */
  readonly key: number;
  readonly id: string;
  /** How many hits came before, for an engine that cannot use the other one's key. */
  readonly count: number;
}

export interface SearchQuery {
  readonly index: string;
  readonly text: string;
  /** A document must have one of the values of every facet named. */
  readonly filters: SearchFacets;
  readonly sort: SearchSort;
  readonly limit: number;
  readonly after: SearchPosition | null;
  /** Facets to count. */
  readonly facets: readonly FacetName[];
}

/** Values of a facet with the number of documents that have each, under the filters of the other facets. */
export type FacetCounts = Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>;

export interface SearchAnswer {
  /** Which engine answered. */
  readonly engine: 'postgres' | 'meilisearch';
  /** Ids, best first. */
  readonly ids: readonly string[];
  /** Position of the last id when there is more; null at the end. */
  readonly next: SearchPosition | null;
  readonly total: number;
  readonly facets: FacetCounts;
  /** Words that a hit may hold, with those that mean the same: for marking them. */
  readonly words: readonly string[];
  /** Nothing held the words themselves; these hits only sound alike. */
  readonly soundsAlike: boolean;
}

/** One interface, two engines, one contract suite (test/integration/search.spec.ts). */
export interface SearchEngine {
  readonly name: SearchAnswer['engine'];
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(index: string, ids: readonly string[]): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  count(index: string): Promise<number>;
  /** The digest of each document that the index holds, by id. */
  digests(index: string): Promise<Map<string, string>>;
  health(): Promise<boolean>;
}

export const SEARCH_ENGINE = Symbol('SearchEngine');

/** Deepest place that paging reaches; who needs more narrows the query. */
export const maxSearchDepth = 1_000;

/** A number that sorts best first, whatever the order; what is unknown comes last. */
export function sortKey(
  sort: Exclude<SearchSort, 'relevance'>,
  { publishedAt, price, maturity }: SearchSorting,
): number {
  if (sort === 'newest') return publishedAt ?? unknownKey;
  if (sort === 'maturity') return maturity ?? unknownKey;
  if (price === null) return unknownKey;
  return sort === 'priceDescending' ? price : -price;
}

/** Below every real key: prices end at 10^15 分. */
export const unknownKey = -9e15;
