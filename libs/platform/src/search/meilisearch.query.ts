import type { SearchParams } from 'meilisearch';
import { isChinese, lengthOf } from './lexemes.js';
import type { QueryPlan, QueryTerm } from './query-plan.js';
import {
  facetNames,
  sortKey,
  type FacetCounts,
  type FacetName,
  type SearchFacets,
  type SearchQuery,
  type SearchSort,
  type SearchSorting,
} from './search.engine.js';

/** A document as the server keeps it: each facet an attribute of its own, and a number for each order. */
export type StoredHit = {
  readonly id: string;
  readonly publishedAt: number | null;
  readonly price: number | null;
  readonly level: number | null;
} & SearchFacets;

/** A hit with what it is sorted by. */
export interface RankedHit {
  readonly id: string;
  readonly key: number;
}

/** What is left of a query is a field with these words, one of each value: `zone IN ["a","b"]`. */
export const filterOf = (filters: SearchFacets): string[] =>
  (Object.entries(filters) as [FacetName, readonly string[]][])
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`);

export const withoutFacet = (filters: SearchFacets, left: FacetName): SearchFacets =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== left));

export const filteredFacets = ({ filters, facets }: SearchQuery): FacetName[] =>
  facets.filter((name) => (filters[name]?.length ?? 0) > 0);

/** More words than this are asked for one by one and their answers put together: a document need not hold all of them. */
export const maxWordsTogether = 3;

export const sortOf = (sort: SearchSort): string[] => (sort === 'relevance' ? [] : [`${sort}Key:desc`, 'id:desc']);

/** One character alone stands in too many words to be asked for when others are left. */
export function tellingTerms({ terms }: QueryPlan): readonly QueryTerm[] {
  const words = terms.filter(({ word }) => !isChinese(word) || lengthOf(word) > 1);
  return words.length > 0 ? words : terms;
}

/** The words of a short query as they stand in it; the server itself finds synonyms and forgives a letter. */
export const wordsTogether = (plan: QueryPlan, terms: readonly QueryTerm[]): Words => ({
  q: terms
    .map(({ word }) => word)
    .sort((a, b) => plan.text.indexOf(a) - plan.text.indexOf(b))
    .join(' '),
  locales: ['cmn'],
  attributesToSearchOn: ['title', 'text'],
});

type Words = Pick<SearchParams, 'q' | 'locales' | 'attributesToSearchOn'>;

const hasOne = (hit: StoredHit, name: FacetName, values: readonly string[]): boolean =>
  values.some((value) => hit[name]?.includes(value));

/** The filters that a hit fails. */
export const failedFacets = (hit: StoredHit, filters: SearchFacets): FacetName[] =>
  facetNames.filter((name) => (filters[name]?.length ?? 0) > 0 && !hasOne(hit, name, filters[name] ?? []));

/** Counts of each facet over hits that fail no other filter. */
export function countHits(hits: readonly StoredHit[], { filters, facets }: SearchQuery): FacetCounts {
  const counts = Object.fromEntries(facets.map((name): [string, Record<string, number>] => [name, {}]));
  for (const hit of hits) {
    const failed = failedFacets(hit, filters);
    for (const name of facets) {
      if (failed.some((other) => other !== name)) continue;
      const of = counts[name] ?? {};
      for (const value of hit[name] ?? []) of[value] = (of[value] ?? 0) + 1;
    }
  }
  return counts;
}

const sortingOf = ({ publishedAt, price, level }: StoredHit): SearchSorting => ({
  publishedAt,
  price,
  maturity: level,
});

export const keyOf = (sort: SearchSort, hit: StoredHit, score: number): number =>
  sort === 'relevance' ? score : sortKey(sort, sortingOf(hit));

/** Best first; of equals the younger id, as everywhere. */
export const byKey = (a: RankedHit, b: RankedHit): number => b.key - a.key || (a.id < b.id ? 1 : -1);

/** True when a hit stands after the end of the page before. */
export const isAfter = (hit: RankedHit, { key, id }: { readonly key: number; readonly id: string }): boolean =>
  hit.key < key || (hit.key === key && hit.id < id);
