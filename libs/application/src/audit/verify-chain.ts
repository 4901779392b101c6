import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  emptyChain,
  isFault,
  missingTail,
  verifyLink,
  type Anchor,
  type ChainFault,
  type SealedRecord,
  type Verification,
} from '#domain/audit/audit-chain.js';

export const sha256 = (text: string): string => hash('sha256', text);

/** What a verification reads. */
export interface ChainSource {
  links(after: number, limit: number): Promise<SealedRecord[]>;
  hashAt(sequence: number): Promise<string | null>;
  settledRecordId(): Promise<string>;
  lastRecordId(): Promise<string>;
  withoutLink(after: string, through: string): Promise<{ first: string | null; count: number }>;
  anchors(): AsyncIterable<Anchor | null>;
}

export interface ChainRange {
  /** First sequence to check; the hash before it is taken as given when it is not 1. */
  readonly from: number;
  /** Last sequence to check; null for the end of the chain. */
  readonly through: number | null;
}

export interface ChainReport {
  readonly fault: ChainFault | null;
  /** Links that were checked. */
  readonly checked: number;
  readonly head: { readonly count: number; readonly head: string };
  /** The last anchor the chain agreed with; 0 for none. */
  readonly anchoredCount: number;
  /** Records not sealed yet, as it should be in the seconds after they were written; null when only a range was checked. */
  readonly pending: number | null;
}

/** Small enough to be garbage while it is young. */
const linkBatch = 1_000;
/** After so many the socket is looked at: what PostgreSQL has sent is taken, so that it can go on. */
const linksBetweenReads = 250;
const recordBatch = 100_000;

/** Reads the whole chain, or a range, once, in order, and stops at the first fault. Memory does not grow with its length. */
export async function verifyChain(
  source: ChainSource,
  range: ChainRange = { from: 1, through: null },
): Promise<ChainReport> {
  const anchors = new AnchorCursor(source.anchors(), range.from);
  let state = await startOf(source, range.from);
  let checked = 0;
  const report = (fault: ChainFault | null, pending: number | null): ChainReport => ({
    fault,
    checked,
    head: state.head,
    anchoredCount: state.anchoredCount,
    pending,
  });
  if (state.head.count !== range.from - 1) {
    return report({ kind: 'linkMissing', sequence: range.from - 1, recordId: null }, null);
  }
  await anchors.next();
  if (anchors.damaged) return report({ kind: 'anchorDamaged', sequence: null, recordId: null }, null);
  const checkBatch = async (links: readonly SealedRecord[]): Promise<ChainFault | null> => {
    for (const link of links) {
      const next = verifyLink(sha256, state, link, anchors.current);
      if (isFault(next)) return next;
      checked += 1;
      state = next;
      if (anchors.current?.count === state.head.count) await anchors.next();
      if (anchors.damaged) return { kind: 'anchorDamaged', sequence: null, recordId: null };
      if (checked % linksBetweenReads === 0) await setImmediate();
    }
    return null;
  };
  const limitOf = (after: number): number =>
    range.through === null ? linkBatch : Math.min(linkBatch, range.through - after);
  let batch = await source.links(range.from - 1, limitOf(range.from - 1));
  while (batch.length > 0) {
    const last = batch.at(-1)?.sequence ?? 0;
    // The next page is read while this one is hashed.
    const following = limitOf(last) > 0 ? source.links(last, limitOf(last)) : Promise.resolve([]);
    const fault = await checkBatch(batch);
    batch = await following;
    if (fault) return report(fault, null);
  }
  if (range.through !== null && state.head.count >= range.through) return report(null, null);
  const fault = missingTail(state, anchors.current) ?? (await anchorMissing(state, anchors));
  if (fault) return report(fault, null);
  const outside = await outsideOfChain(source);
  return report(outside.fault, outside.pending);
}

async function startOf(source: ChainSource, from: number): Promise<Verification> {
  const before = from <= 1 ? null : await source.hashAt(from - 1);
  return { head: before === null ? emptyChain : { count: from - 1, head: before }, anchoredCount: 0 };
}

const anchorMissing = async (state: Verification, anchors: AnchorCursor): Promise<ChainFault | null> =>
  state.head.count > 0 && !anchors.any ? { kind: 'anchorMissing', sequence: null, recordId: null } : null;

/** Records that the chain passed by: inserted by force when settled, waiting for the sealer when not. */
async function outsideOfChain(source: ChainSource): Promise<{ fault: ChainFault | null; pending: number }> {
  const settled = BigInt(await source.settledRecordId());
  const last = BigInt(await source.lastRecordId());
  for (let after = -1n; after < settled; after += BigInt(recordBatch)) {
    const through = after + BigInt(recordBatch) < settled ? after + BigInt(recordBatch) : settled;
    const { first } = await source.withoutLink(after.toString(), through.toString());
    if (first !== null) return { fault: { kind: 'recordNotSealed', sequence: null, recordId: first }, pending: 0 };
  }
  const { count } = last > settled ? await source.withoutLink(settled.toString(), last.toString()) : { count: 0 };
  return { fault: null, pending: count };
}

/** The anchors from a sequence on, one at a time, in the order of the file. */
class AnchorCursor {
  current: Anchor | null = null;
  any = false;
  damaged = false;
  private readonly iterator: AsyncIterator<Anchor | null>;

  constructor(
    anchors: AsyncIterable<Anchor | null>,
    private readonly from: number,
  ) {
    this.iterator = anchors[Symbol.asyncIterator]();
  }

  /** Moves on. Counts must rise: a line that does not parse or goes back means that somebody wrote in the file. */
  async next(): Promise<void> {
    for (;;) {
      const step = await this.iterator.next();
      if (step.done === true) return void (this.current = null);
      const anchor = step.value;
      if (anchor === null || (this.current !== null && anchor.count <= this.current.count)) {
        this.damaged = true;
        return;
      }
      this.any = true;
      this.current = anchor;
      if (anchor.count >= this.from) return;
    }
  }
}
