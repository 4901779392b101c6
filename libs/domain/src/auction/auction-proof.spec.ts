import { readReserveOpening, reserveText, verifyReserve, type ReserveOpening } from './auction-proof.js';
import type { AuctionRecordEntry } from './auction-record.js';

const opening: ReserveOpening = { auctionId: 'a', amount: 80n, salt: 's' };
// Stands in for the hash: what counts here is which text is compared with which.
const sha256 = (text: string): string => `#${text}`;
const terms = { reserveCommitment: sha256(reserveText(opening)), ruleVersion: '2026-2' };
const at = new Date('2026-12-01T02:00:00Z');
const entry = (kind: AuctionRecordEntry['kind'], amount: bigint | null, detail: string | null): AuctionRecordEntry => ({
  ...{ auctionId: 'a', sequence: 1, at, previousHash: null, hash: '', kind, paddle: 1, amount, closesAt: at, detail },
});
const record = (outcome: string, ...bids: bigint[]) => [
  ...bids.map((amount) => entry('bid', amount, null)),
  entry('close', null, outcome),
];

describe('the opening of a secret reserve', () => {
  it.each<[string, ReturnType<typeof record>, ReserveOpening | null, string | null]>([
    ['sold at the reserve', record('sold', 70n, 80n), opening, null],
    ['sold below it', record('sold', 79n), opening, 'reserveWrong'],
    ['unsold below it', record('belowReserve', 79n), opening, null],
    ['unsold although it was reached', record('belowReserve', 80n), opening, 'reserveWrong'],
    ['not opened', record('sold', 90n), null, 'reserveMissing'],
    ['another amount', record('sold', 90n), { ...opening, amount: 81n }, 'reserveWrong'],
    ['another salt', record('sold', 90n), { ...opening, salt: 't' }, 'reserveWrong'],
    ['of another auction', record('sold', 90n), { ...opening, auctionId: 'b' }, 'reserveWrong'],
    ['no bid: it decided nothing and stays closed', record('noBid'), null, null],
    ['no bid, opened all the same', record('noBid'), opening, 'reserveWrong'],
  ])('%s', (_name, entries, given, fault) => {
    expect(verifyReserve(terms, entries, given, sha256)).toBe(fault);
  });

  it('is asked for only where one was committed to, and read from nothing but its own shape', () => {
    expect(verifyReserve({ ...terms, reserveCommitment: null }, record('sold', 90n), null, sha256)).toBeNull();
    expect(verifyReserve({ ...terms, reserveCommitment: null }, record('sold', 90n), opening, sha256)).toBe(
      'reserveWrong',
    );
    // Announced under a rule that kept it: it stays closed, and an unknown rule is no way around.
    const kept = { ...terms, ruleVersion: '2026-1' };
    expect(verifyReserve(kept, record('sold', 90n), null, sha256)).toBeNull();
    expect(verifyReserve(kept, record('sold', 90n), opening, sha256)).toBe('reserveWrong');
    expect(verifyReserve({ ...terms, ruleVersion: 'x' }, record('sold', 90n), null, sha256)).toBe('reserveMissing');
    expect(readReserveOpening('{"auctionId":"a","amount":"80","salt":"s"}')).toEqual(opening);
    for (const text of ['', 'null', '{"amount":"x"}', '[]']) expect(readReserveOpening(text)).toBeNull();
  });
});
