import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Auction } from './auction.js';
import {
  announcedTerms,
  readAnnouncedTerms,
  readRecord,
  recordContent,
  verifyRecord,
  type AuctionRecordEntry,
  type RecordedFact,
} from './auction-record.js';
import { placeBid } from './bidding.js';
import { marketRules } from './market-rule.policy.js';

const rule = marketRules[0]!;
const opensAt = new Date('2026-12-01T02:00:00Z');
const text = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
/** Any hash of any one form will do here: what counts is that one value has one. */
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, text)).digest('hex');

const lot = {
  method: 'auction',
  state: 'bidding',
  startPrice: 60_000_000n,
  deposit: 0n,
  increments: rule.increments,
  opensAt,
  registrationClosesAt: opensAt,
  closesAt: new Date('2026-12-01T03:00:00Z'),
  antiSniping: rule.antiSniping,
  extensions: 0,
  periodExtensionDays: 0,
  periodExtensionsMax: 0,
  highestAmount: null,
  highestPaddle: null,
} as unknown as Auction;
const terms = announcedTerms(lot);

function chained(facts: readonly (RecordedFact & { readonly at: Date })[]): AuctionRecordEntry[] {
  const entries: AuctionRecordEntry[] = [];
  for (const fact of facts) {
    const entry = {
      ...fact,
      auctionId: 'a',
      sequence: entries.length + 1,
      previousHash: entries.at(-1)?.hash ?? null,
      hash: '',
    };
    entries.push({ ...entry, hash: hashOf(recordContent(entry)) });
  }
  return entries;
}

/** A record as the market writes it: bids at random times and prices, then the close. */
const course = fc
  .array(
    fc.record({
      paddle: fc.integer({ min: 1, max: 3 }),
      more: fc.bigInt({ min: 0n, max: 9_000_000n }),
      afterMs: fc.integer({ min: 0, max: 900_000 }),
    }),
    { maxLength: 15 },
  )
  .map((bids) => {
    let auction = lot;
    let now = opensAt.getTime();
    const none = { paddle: null, amount: null, closesAt: lot.closesAt, detail: null };
    const facts: (RecordedFact & { at: Date })[] = [
      { ...none, kind: 'announce', detail: hashOf(terms), at: new Date('2026-11-23T02:00:00Z') },
      { ...none, kind: 'open', at: opensAt },
    ];
    for (const { paddle, more, afterMs } of bids) {
      now += afterMs;
      const amount = (auction.highestAmount ?? 55_000_000n) + 5_000_000n + more;
      const placed = placeBid(auction, paddle, amount, new Date(now));
      if (!placed.ok) continue;
      auction = placed.value;
      facts.push({ kind: 'bid', paddle, amount, closesAt: auction.closesAt, detail: null, at: new Date(now) });
    }
    const sold = auction.highestAmount !== null;
    facts.push({
      kind: 'close',
      paddle: auction.highestPaddle,
      amount: auction.highestAmount,
      closesAt: auction.closesAt,
      detail: sold ? 'sold' : 'noBid',
      at: auction.closesAt,
    });
    return facts;
  });

describe('the record of an auction', () => {
  it('verifies as it was written, also after a trip through JSON', () => {
    fc.assert(
      fc.property(course, (facts) => {
        const entries = chained(facts);
        expect(verifyRecord(terms, entries, hashOf)).toEqual([]);
        const read = readRecord(JSON.stringify(entries, text));
        const readTerms = readAnnouncedTerms(JSON.stringify(terms, text));
        expect(read && readTerms && verifyRecord(readTerms, read, hashOf)).toEqual([]);
      }),
    );
  });

  it('does not when any entry is left out, changed or swapped', () => {
    fc.assert(
      fc.property(course, fc.nat(), fc.constantFrom('drop', 'price', 'paddle', 'time', 'swap'), (facts, pick, how) => {
        const entries = chained(facts);
        const at = pick % (entries.length - 1);
        const one = entries[at]!;
        const changed = [...entries];
        if (how === 'drop') changed.splice(at, 1);
        else if (how === 'swap') [changed[at], changed[at + 1]] = [entries[at + 1]!, one];
        else if (how === 'price') changed[at] = { ...one, amount: (one.amount ?? 0n) + 1n };
        else if (how === 'paddle') changed[at] = { ...one, paddle: (one.paddle ?? 0) + 1 };
        else changed[at] = { ...one, at: new Date(one.at.getTime() + 1) };
        expect(verifyRecord(terms, changed, hashOf)).not.toEqual([]);
      }),
    );
  });

  it.each([
    ['a bid that is not higher', 'bidNotHigher', { amount: 60_400_000n }],
    ['a bid over one’s own', 'bidNotHigher', { paddle: 1, amount: 70_000_000n }],
    ['a bid at the close', 'bidOutside', { at: new Date('2026-12-01T03:00:00Z') }],
    ['a bid before the opening', 'bidOutside', { at: new Date('2026-12-01T01:59:59Z') }],
    ['a close that moved without a late bid', 'closeMoved', { closesAt: new Date('2026-12-01T03:05:00Z') }],
  ] as const)('shows %s even where every hash was made again', (_name, expected, change) => {
    const none = { paddle: null, amount: null, closesAt: lot.closesAt, detail: null };
    const facts: (RecordedFact & { at: Date })[] = [
      { ...none, kind: 'announce', detail: hashOf(terms), at: new Date('2026-11-23T02:00:00Z') },
      { ...none, kind: 'open', at: new Date('2026-12-01T01:00:00Z') },
      { ...none, kind: 'bid', paddle: 1, amount: 60_000_000n, at: opensAt },
      { ...none, kind: 'bid', paddle: 2, amount: 61_000_000n, at: new Date('2026-12-01T02:30:00Z'), ...change },
    ];
    expect(verifyRecord(terms, chained(facts), hashOf).map(({ code }) => code)).toContain(expected);
  });

  it.each([
    ['another winner', { paddle: 2 }],
    ['another price', { amount: 60_000_001n }],
    ['no sale in spite of a bid', { detail: 'noBid' }],
    ['a close before its time', { at: new Date('2026-12-01T02:59:59Z') }],
  ])('shows a close with %s', (_name, change) => {
    const none = { paddle: null, amount: null, closesAt: lot.closesAt, detail: null };
    const won = { paddle: 1, amount: 60_000_000n };
    const facts = [
      { ...none, kind: 'announce', detail: hashOf(terms), at: new Date('2026-11-23T02:00:00Z') },
      { ...none, ...won, kind: 'bid', at: opensAt },
      { ...none, ...won, kind: 'close', detail: 'sold', at: lot.closesAt, ...change },
    ] as (RecordedFact & { at: Date })[];
    expect(verifyRecord(terms, chained(facts), hashOf)).toEqual([{ sequence: 3, code: 'outcomeWrong' }]);
  });

  it.each(['', 'null', '{}', '[{"amount":"x"}]', '[{"amount":null,"at":"never","closesAt":"x"}]'])(
    'is not read from %j',
    (broken) => expect(readRecord(broken)).toBeNull(),
  );
});
