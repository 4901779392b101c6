import fc from 'fast-check';
import { JournalEntry } from '../ledger/journal-entry.js';
import { sum } from '../money/rate.js';
import { rank, type Candidate } from '../reward-review/ranking.js';
import { enterpriseAwardPolicy } from '../reward-review/reward-review.policy.js';
import { rewardPolicies } from './reward.policy.js';
import { moveAccrual, rewardOn, shareOut } from './reward.js';

const policy = rewardPolicies.find(({ scheme }) => scheme === 'agencyAward');
if (!policy) throw new Error('no policy');
const yi = 10_000_000_000n;

/** The promises in their full number; each oracle is written another way than the rule. */
describe('the promises on money', () => {
  it('1‰ is exact to the 分 for 100,000 totals from 0.01元 to 100亿元, and shares sum to the whole', () => {
    // Mixed sizes: as likely a few 元 as a hundred 亿.
    const total = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.bigInt({ min: 1n, max: 10n }))
      .chain(([digits]) => fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) }));
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(total, cuts, (fen, places) => {
        const text = fen.toString().padStart(4, '0');
        const [whole, rest] = [BigInt(text.slice(0, -3)), Number(text.slice(-3))];
        const exact = whole + (rest >= 500 ? 1n : 0n);
        const capped = exact > 20_000_000n ? 20_000_000n : exact;
        if (rewardOn(policy, fen) !== (fen < 1_000_000_000n ? 0n : capped)) throw new Error(`1‰ of ${fen}`);
        const edges = [0, ...places.toSorted((a, b) => a - b), 10_000];
        const shares = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
        if (sum(shareOut(fen, shares)) !== fen) throw new Error(`shares of ${fen}: ${shares.join()}`);
      }),
      { numRuns: 100_000 },
    );
  }, 120_000);

  it('a year awards at most three agencies and 60万元, three enterprises and 15万元: 1,000 random years', () => {
    const base = fc.bigInt({ min: 1n, max: 3n * yi });
    const agency = fc.record({
      bases: fc.array(base, { maxLength: 8 }),
      scores: fc.array(fc.nat(10_000), { minLength: 3, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(agency, { maxLength: 9 }), (agencies) => {
        const accounts = agencies.map(({ bases }) => {
          let account = { state: 'provisional' as const, total: 0n, amount: 0n };
          for (const one of bases) account = { ...account, ...moveAccrual(policy, account, one) };
          return account;
        });
        const candidates = agencies.flatMap(({ scores }, at): Candidate[] => {
          const { total } = accounts[at] ?? { total: 0n };
          if (total < policy.threshold) return [];
          return [{ applicationId: String(at), scores, total, contracts: 1, reachedAt: null }];
        });
        const { ranked } = rank(candidates, policy.topRanks ?? candidates.length);
        const awarded = ranked.filter((one) => one.awarded);
        const paid = sum(awarded.map(({ applicationId }) => accounts[Number(applicationId)]?.amount ?? 0n));
        expect(awarded.length).toBeLessThanOrEqual(3);
        expect(paid <= 60_000_000n).toBe(true);
        const enterprises = rank(candidates, enterpriseAwardPolicy.topRanks).ranked.filter((one) => one.awarded);
        expect(BigInt(enterprises.length) * enterpriseAwardPolicy.cap <= 15_000_000n).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('Σ debit = Σ credit after each of 100,000 random entries and reversals', () => {
    const accounts = ['available', 'committed/a', 'committed/b', 'paid/a', 'receivable/a'] as const;
    const step = fc.record({
      from: fc.constantFrom(...accounts),
      to: fc.constantFrom(...accounts),
      amount: fc.bigInt({ min: -1n, max: 10n ** 13n }),
      undo: fc.boolean(),
    });
    let entries = 0;
    const balances = new Map<string, bigint>();
    let difference = 0n;
    const post = (entry: JournalEntry): void => {
      entries += 1;
      for (const { account, amount } of entry.postings) {
        balances.set(account, (balances.get(account) ?? 0n) + amount);
        difference += amount;
      }
      if (difference !== 0n) throw new Error(`entry ${entry.head.id} left ${difference}`);
    };
    const head = () =>
      ({ id: String(entries), kind: 'accrual', reason: '测试', at: new Date(0), reverses: null }) as const;
    while (entries < 100_000) {
      fc.assert(
        fc.property(fc.array(step, { minLength: 20, maxLength: 100 }), (steps) => {
          for (const { from, to, amount, undo } of steps) {
            const made = JournalEntry.move(head(), from, to, amount);
            if (!made.ok) continue; // what moves nothing is refused
            post(made.value);
            if (undo) post(made.value.reversed(head()));
          }
        }),
        { numRuns: 500 },
      );
    }
    expect(sum([...balances.values()])).toBe(0n);
  }, 120_000);
});
