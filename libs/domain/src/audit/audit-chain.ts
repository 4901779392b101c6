/**
 * The chain over audit records: each sealed record's hash covers the hash before it, so no sealed record can be edited,
 * removed, inserted or moved unseen. A chain alone cannot show that its tail was cut or that all of it was computed
 * anew: that takes anchors, heads kept where the database's owner cannot reach them.
 */

/** Hash of a text as 64 lower-case hex digits; SHA-256 in this house. Given from outside: the domain computes no digest. */
export type HashText = (text: string) => string;

/** What the first link stands on. */
export const genesisHash = '0'.repeat(64);

/** One sealed record as storage has it. `text` is null when the record itself is gone. */
export interface SealedRecord {
  readonly sequence: number;
  readonly recordId: string;
  readonly hash: string;
  readonly text: string | null;
}

/** A head of the chain as it was written outside the database. */
export interface Anchor {
  /** Number of sealed records, equal to the sequence of the last one. */
  readonly count: number;
  readonly head: string;
  /** ISO instant of the sealing. */
  readonly at: string;
}

export interface ChainHead {
  readonly count: number;
  readonly head: string;
}

export const emptyChain: ChainHead = { count: 0, head: genesisHash };

export type ChainFaultKind =
  | 'recordChanged'
  | 'recordMissing'
  | 'linkMissing'
  | 'recordNotSealed'
  | 'anchorMismatch'
  | 'tailMissing'
  | 'anchorMissing'
  | 'anchorDamaged';

/** The first thing wrong. `sequence` is the first row that may be affected, `through` the last one when it is a range. */
export interface ChainFault {
  readonly kind: ChainFaultKind;
  readonly sequence: number | null;
  readonly through?: number;
  readonly recordId: string | null;
}

/** What a link covers of a record: all its columns as texts, in their order. JSON keeps a column from running into the next. */
export const recordText = (columns: readonly (string | null)[]): string =>
  `[${columns.map((column) => (column === null ? 'null' : JSON.stringify(column))).join(', ')}]`;

export const linkHash = (hash: HashText, previous: string, text: string): string => hash(`${previous}\n${text}`);

/** Links for records that follow `head`, in order. */
export function seal(
  hash: HashText,
  head: ChainHead,
  records: readonly { readonly recordId: string; readonly text: string }[],
): SealedRecord[] {
  let { head: previous } = head;
  return records.map(({ recordId, text }, index) => {
    previous = linkHash(hash, previous, text);
    return { sequence: head.count + index + 1, recordId, hash: previous, text };
  });
}

/** Where a verification stands: the chain up to `head` is sound, and `anchor` is the last anchor it agreed with. */
export interface Verification {
  readonly head: ChainHead;
  readonly anchoredCount: number;
}

/** Checks one link after `state`. Gives the new state or the fault. `anchor` is the next anchor not yet reached, if any. */
export function verifyLink(
  hash: HashText,
  state: Verification,
  link: SealedRecord,
  anchor: Anchor | null,
): Verification | ChainFault {
  const sequence = state.head.count + 1;
  if (link.sequence !== sequence) return { kind: 'linkMissing', sequence, recordId: null };
  if (link.text === null) return { kind: 'recordMissing', sequence, recordId: link.recordId };
  if (linkHash(hash, state.head.head, link.text) !== link.hash) {
    return { kind: 'recordChanged', sequence, recordId: link.recordId };
  }
  const head = { count: sequence, head: link.hash };
  if (anchor === null || anchor.count !== sequence) return { head, anchoredCount: state.anchoredCount };
  if (anchor.head !== link.hash) {
    // The chain is sound in itself and yet another one: it was computed anew from some record after the last good anchor.
    return { kind: 'anchorMismatch', sequence: state.anchoredCount + 1, through: sequence, recordId: null };
  }
  return { head, anchoredCount: sequence };
}

export const isFault = (outcome: Verification | ChainFault): outcome is ChainFault => 'kind' in outcome;

/** The tail that an anchor has and the chain has not. */
export function missingTail(state: Verification, anchor: Anchor | null): ChainFault | null {
  if (anchor === null || anchor.count <= state.head.count) return null;
  return { kind: 'tailMissing', sequence: state.head.count + 1, through: anchor.count, recordId: null };
}

/** Reads one line of the anchor file; null when it is not one. */
export function parseAnchor(line: string): Anchor | null {
  const match = /^\{"count":(\d{1,15}),"head":"([0-9a-f]{64})","at":"([0-9TZ:.-]{20,30})"\}$/.exec(line);
  const [, count, head, at] = match ?? [];
  return count === undefined || head === undefined || at === undefined ? null : { count: Number(count), head, at };
}

export const formatAnchor = ({ count, head, at }: Anchor): string => JSON.stringify({ count, head, at });
