import fc from 'fast-check';
import { sum } from '../money/rate.js';
import { transition } from '../shared/state-machine.js';
import { auctionDepositTransitions, type AuctionDepositEvent } from './auction.js';
import { depositAccounts, depositBalances, depositEntry } from './deposit-posting.js';

const events: readonly (AuctionDepositEvent | null)[] = [null, 'return', 'forfeit', 'apply'];

describe('the books of deposits', () => {
  it('stay balanced, and each account holds what stands in its state, through any run of deposits', () => {
    const deposit = fc.record({ amount: fc.bigInt({ min: 1n, max: 10n ** 12n }), event: fc.constantFrom(...events) });
    fc.assert(
      fc.property(fc.array(deposit, { maxLength: 40 }), (deposits) => {
        const ended = deposits.map(({ amount, event }) => {
          const next = event === null ? null : transition(auctionDepositTransitions, 'held', event);
          const state = next?.ok ? next.value : ('held' as const);
          const entries = [
            depositEntry(null, 'held', amount),
            ...(next?.ok ? [depositEntry('held', state, amount)] : []),
          ];
          for (const entry of entries) expect(sum(entry.map((leg) => leg.amount))).toBe(0n);
          return { state, amount, postings: entries.flat() };
        });
        const balances = depositBalances(ended.flatMap(({ postings }) => postings));
        for (const account of depositAccounts) {
          const standing = ended.filter(({ state }) => account === 'bidder' || state === account);
          const total = sum(standing.map(({ amount }) => amount));
          expect(balances[account]).toBe(account === 'bidder' ? -total : total);
        }
      }),
      { numRuns: 300 },
    );
  });
});
