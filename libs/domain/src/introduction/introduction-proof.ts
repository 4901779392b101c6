import type { Introduction } from './introduction.js';

/** Files of a bundle of evidence about one introduction. */
export const proposedPath = 'introduction/proposed.json';
export const logPath = 'introduction/log.json';

/** Where the columns that are looked at stand in the text of an audit record (see `recordText`). */
const columns = { action: 2, subjectId: 4, organizationId: 6, afterHash: 15 } as const;
const columnOf = (text: string, column: keyof typeof columns): string | null => {
  try {
    const value = (JSON.parse(text) as readonly (string | null)[])[columns[column]];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
};

/** The introduction as it was proposed: what the sealed record of that moment holds the hash of. */
export const asProposed = (introduction: Introduction): Introduction => ({
  ...introduction,
  state: 'proposed',
  acceptances: [],
  declineReason: null,
  version: 1,
  updatedAt: introduction.createdAt,
});

/** What one unit did: of others' records a bundle in its hands shows the place in the chain, not the words. */
export const isOfUnit = (recordText: string, organizationId: string): boolean =>
  columnOf(recordText, 'organizationId') === organizationId;

/**
 * True when a record of the chain says that this very introduction, word for word, was proposed: who, whom, when (民法典
 * art. 965 asks whether the principal used the chance that the broker gave it).
 */
export function isOnRecord(
  proposed: { readonly id?: unknown },
  contentHash: string,
  records: readonly { readonly text: string | null }[],
): boolean {
  return records.some(
    ({ text }) =>
      text !== null &&
      columnOf(text, 'action') === 'introduction.propose' &&
      columnOf(text, 'subjectId') === proposed.id &&
      columnOf(text, 'afterHash') === contentHash,
  );
}
