import fc from 'fast-check';
import { sum } from '../money/rate.js';
import { JournalEntry, type EntryHead } from './journal-entry.js';

const head = (id: string): EntryHead => ({
  id,
  kind: 'accrual',
  reason: '测试',
  at: new Date('2026-11-23T00:00:00Z'),
  reverses: null,
});

describe('JournalEntry', () => {
  it('refuses what does not balance, is empty, or moves nothing', () => {
    for (const postings of [
      [],
      [{ account: 'a', amount: 0n }],
      [
        { account: 'a', amount: 1n },
        { account: 'b', amount: -2n },
      ],
      [
        { account: 'a', amount: 0n },
        { account: 'b', amount: 0n },
      ],
    ]) {
      expect(JournalEntry.of(head('x'), postings)).toMatchObject({ ok: false, refusal: { code: 'ledger.unbalanced' } });
    }
  });

  it('keeps Σ debit = Σ credit through any run of moves and reversals', () => {
    const move = fc.record({
      from: fc.constantFrom('a', 'b', 'c'),
      to: fc.constantFrom('d', 'e'),
      amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      undo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
        const balances = new Map<string, bigint>();
        for (const [index, { from, to, amount, undo }] of moves.entries()) {
          const made = JournalEntry.move(head(String(index)), from, to, amount);
          if (!made.ok) throw new Error('a move balances');
          const entries = undo ? [made.value, made.value.reversed(head(`r${index}`))] : [made.value];
          for (const { account, amount: posted } of entries.flatMap((entry) => entry.postings)) {
            balances.set(account, (balances.get(account) ?? 0n) + posted);
          }
        }
        expect(sum([...balances.values()])).toBe(0n);
        const kept = sum(moves.filter((one) => !one.undo).map((one) => one.amount));
        expect((balances.get('d') ?? 0n) + (balances.get('e') ?? 0n)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});
