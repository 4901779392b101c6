import { createHash } from 'node:crypto';
import { plain } from './lexemes.js';
import { facetNames, type SearchDocument } from './search.engine.js';

/** Digest of what a document is found by, in normal form: the same in every engine, whatever order its facets came back in. */
export function digestOf({ title, text, facets, sorting }: Omit<SearchDocument, 'index' | 'id' | 'terms'>): string {
  const values = facetNames.map((name) => [...(facets[name] ?? [])].sort());
  const parts = [plain(title), plain(text), values, sorting.publishedAt, sorting.price, sorting.maturity];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** Digest of a whole index from those of its documents. */
export function indexDigest(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const id of [...digests.keys()].sort()) hash.update(`${id}:${digests.get(id)}\n`);
  return hash.digest('hex').slice(0, 16);
}
