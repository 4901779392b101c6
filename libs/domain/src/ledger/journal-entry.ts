import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** One leg of an entry: a debit is positive, a credit negative. */
export interface Posting {
  readonly account: string;
  readonly amount: Fen;
}

export const entryKinds = [
  'appropriation',
  'accrual',
  'reversal',
  'adjustment',
  'release',
  'payment',
  'clawback',
  'recovery',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface EntryHead {
  readonly id: string;
  readonly kind: EntryKind;
  /** Why, in words a treasurer reads. */
  readonly reason: string;
  readonly at: Date;
  /** Entry that this one reverses. */
  readonly reverses: string | null;
}

const maxPostings = 200;

/** A balanced set of postings. Only `of` makes one, so an entry that does not balance cannot exist. */
export class JournalEntry {
  private constructor(
    readonly head: EntryHead,
    readonly postings: readonly Posting[],
  ) {}

  static of(head: EntryHead, postings: readonly Posting[]): Result<JournalEntry, Refusal<'ledger.unbalanced'>> {
    const total = sum(postings.map((posting) => posting.amount));
    const sound = postings.length >= 2 && postings.length <= maxPostings && postings.every((p) => p.amount !== 0n);
    if (!sound || total !== 0n) return refuse('ledger.unbalanced', { total: total.toString() });
    return ok(new JournalEntry(head, postings));
  }

  /** Moves an amount between two accounts: credits `from`, debits `to`. A negative amount moves it back. */
  static move(
    head: EntryHead,
    from: string,
    to: string,
    amount: Fen,
  ): Result<JournalEntry, Refusal<'ledger.unbalanced'>> {
    return JournalEntry.of(head, [
      { account: to, amount },
      { account: from, amount: -amount },
    ]);
  }

  /** The entry that undoes this one. A mistake is never edited: it is reversed where everybody sees it. */
  reversed(head: Omit<EntryHead, 'kind' | 'reverses'>): JournalEntry {
    return new JournalEntry(
      { ...head, kind: 'reversal', reverses: this.head.id },
      this.postings.map(({ account, amount }) => ({ account, amount: -amount })),
    );
  }
}
