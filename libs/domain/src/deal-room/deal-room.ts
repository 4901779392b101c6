import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** What can happen in a negotiation room. Nothing of it is ever changed or taken away. */
export const dealEntryKinds = [
  'open',
  'award',
  'offer',
  'note',
  'refusal',
  'agreement',
  'document',
  'documentVersion',
  'documentWithdrawal',
  'contract',
  'release',
  'breakOff',
] as const;
export type DealEntryKind = (typeof dealEntryKinds)[number];

/** One entry of a deal's log; it holds the hash of the one before. */
export interface DealEntry {
  readonly id: string;
  readonly dealId: string;
  /** 1, 2, 3 … within the deal. */
  readonly serial: number;
  readonly kind: DealEntryKind;
  /** Null when the market itself acted. */
  readonly organizationId: string | null;
  readonly personId: string | null;
  readonly at: Date;
  /** What was said or done, as plain JSON; amounts are 分 as text. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly previousHash: string | null;
  readonly hash: string;
}

/** What the hash of an entry covers: all of it but the hash itself. */
export const entryContent = ({ hash: _hash, ...content }: DealEntry): Omit<DealEntry, 'hash'> => content;

/** The first entry whose place, hash or link is wrong; null when the chain is whole. */
export function firstBrokenEntry(
  entries: readonly DealEntry[],
  hashOf: (content: Omit<DealEntry, 'hash'>) => string,
): number | null {
  const at = entries.findIndex(
    (entry, index) =>
      entry.serial !== index + 1 ||
      entry.previousHash !== (entries[index - 1]?.hash ?? null) ||
      entry.hash !== hashOf(entryContent(entry)),
  );
  return at < 0 ? null : at + 1;
}

export const maxEntriesPerDeal = 2_000;

export const dealDocumentKinds = ['contractDraft', 'technicalFile', 'businessFile', 'other'] as const;
/** 合同草案, 技术资料, 商务资料, 其他. */
export type DealDocumentKind = (typeof dealDocumentKinds)[number];

/** A document that one side puts into the room, in versions. */
export interface DealDocument {
  readonly id: string;
  readonly dealId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly state: DealDocumentState;
  readonly title: string;
  readonly kind: DealDocumentKind;
  /** The other side reads it after a non-disclosure agreement over this very document. */
  readonly gated: boolean;
  readonly createdAt: Date;
}

export const dealDocumentTransitions = {
  open: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;
export type DealDocumentState = StateOf<typeof dealDocumentTransitions>;

/** A version: a text that can be compared, a file, or both. Never changed: the next version follows. */
export interface DocumentVersion {
  readonly id: string;
  readonly documentId: string;
  readonly organizationId: string;
  readonly serial: number;
  readonly attachmentId: string | null;
  readonly body: string | null;
  readonly note: string | null;
  /** Of the file's hash and the text together. */
  readonly contentHash: string;
  readonly personId: string;
  readonly createdAt: Date;
}

export const maxVersionsPerDocument = 100;
export const maxDocumentsPerDeal = 200;
