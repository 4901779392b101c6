import { v7 as uuid } from 'uuid';
import type { SearchDocument, SearchQuery } from '#platform/search/search.engine.js';

/** A document of an index, with what the test does not say left empty. */
export const searchDocument = (title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ index: 'achievements', id: uuid(), title, text, facets: {}, terms: [] },
  sorting: { publishedAt: null, price: null, maturity: null },
  ...more,
});

export const query = (wanted: Partial<SearchQuery>): SearchQuery => ({
  ...{ index: 'achievements', text: '', filters: {}, sort: 'relevance', limit: 10, after: null, facets: [] },
  ...wanted,
});
