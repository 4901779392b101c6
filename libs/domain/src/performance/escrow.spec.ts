import fc from 'fast-check';
import { sum } from '../money/rate.js';
import {
  balancesOf,
  decideMove,
  escrowBuckets,
  escrowMoveKinds,
  mayState,
  moveEscrow,
  openedEscrow,
  type EscrowBalances,
  type EscrowMove,
  type EscrowPosting,
} from './escrow.js';

const move = (kind: EscrowMove['kind'], statedBy: EscrowMove['statedBy']): EscrowMove => ({
  ...{ id: 'move', milestoneId: 'milestone', contractId: 'contract', kind, state: 'proposed', amount: 1n, statedBy },
  ...{ reference: null, reason: '', decisionReason: null, statedAt: new Date(0), decidedAt: null },
});
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...escrowMoveKinds),
    amount: fc.bigInt({ min: -5n, max: 1_500n }),
    accepts: fc.bigInt({ min: 0n, max: 400n }),
  }),
  { maxLength: 60 },
);

/** Plays any statements; what is refused changes nothing. */
function played(agreed: bigint, given: readonly { kind: EscrowMove['kind']; amount: bigint; accepts: bigint }[]) {
  const opened = openedEscrow(agreed);
  let balances: EscrowBalances = opened.balances;
  let accepted = 0n;
  const postings: EscrowPosting[] = [...opened.postings];
  for (const { kind, amount, accepts } of given) {
    if (accepted + accepts <= agreed) accepted += accepts;
    const moved = moveEscrow(balances, kind, amount, accepted);
    if (!moved.ok) continue;
    expect(sum(moved.value.postings.map((posting) => posting.amount))).toBe(0n);
    balances = moved.value.balances;
    postings.push(...moved.value.postings);
  }
  return { balances, accepted, postings };
}

describe('escrow record', () => {
  it('loses and makes nothing: buckets add up to what was agreed, none is negative, no more released than accepted', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2_000n }), steps, (agreed, given) => {
        const { balances, accepted, postings } = played(agreed, given);
        expect(sum(escrowBuckets.map((bucket) => balances[bucket]))).toBe(agreed);
        expect(escrowBuckets.filter((bucket) => balances[bucket] < 0n)).toEqual([]);
        expect(balances.released <= accepted).toBe(true);
        const { agreed: other, ...booked } = balancesOf(postings);
        expect(booked).toEqual(balances);
        expect(other).toBe(-agreed);
      }),
    );
  });

  it.each([
    ['deposit', 'seller', false],
    ['deposit', 'buyer', true],
    ['release', 'seller', false],
    ['release', 'buyer', true],
    ['refund', 'seller', true],
    ['hold', 'seller', true],
    ['resume', 'buyer', true],
  ] as const)('%s stated by the %s: %s', (kind, side, may) => {
    expect(mayState(kind, side)).toBe(may);
  });

  it('is confirmed and rejected by the other side, withdrawn by its own', () => {
    const now = new Date(0);
    const codes = (['confirm', 'reject', 'withdraw'] as const).map((event) =>
      (['buyer', 'seller'] as const).map((side) => decideMove(move('deposit', 'buyer'), event, side, null, now).ok),
    );
    expect(codes).toEqual([
      [false, true],
      [false, true],
      [true, false],
    ]);
  });

  it('frees nothing that is on hold', () => {
    const held = { expected: 0n, deposited: 0n, onHold: 100n, released: 0n, refunded: 0n };
    expect(moveEscrow(held, 'release', 1n, 100n).ok).toBe(false);
    expect(moveEscrow(held, 'refund', 1n, 100n).ok).toBe(false);
    expect(moveEscrow(held, 'resume', 100n, 0n).ok).toBe(true);
  });
});
