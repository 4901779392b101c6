import fc from 'fast-check';
import { checkTerms, otherEyes, outstanding, splitReceipt } from './purchase-reserve.js';
import {
  approveMoney,
  claimable,
  claimMoney,
  payMoney,
  receiveMoney,
  releaseMoney,
  unclaimMoney,
  type ReserveMoney,
} from './reserve-money.js';

const fen = fc.bigInt({ min: 0n, max: 10n ** 12n });
const step = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), amount: fen }),
  fc.record({ do: fc.constant('release' as const), amount: fen }),
  fc.record({ do: fc.constant('place' as const), amount: fen }),
  fc.record({ do: fc.constant('receive' as const), amount: fen }),
  fc.record({ do: fc.constant('cancel' as const), amount: fen }),
);
type Placed = { price: bigint; claimed: bigint; received: bigint };

/** One step, as the service takes it; what is refused changes nothing. */
function take(
  money: ReserveMoney,
  placed: Placed[],
  { do: what, amount }: { do: string; amount: bigint },
): ReserveMoney {
  const first = placed.find((one) => one.received < one.price);
  if (what === 'pay') {
    const paid = payMoney(money, amount);
    return paid.ok ? paid.value : money;
  }
  if (what === 'release') return releaseMoney(money);
  if (what === 'place') {
    const claimed = claimable(money, amount);
    const after = claimMoney(money, claimed);
    if (!after.ok) throw new Error('what is claimable can be claimed');
    placed.push({ price: amount, claimed, received: 0n });
    return after.value;
  }
  if (!first) return money;
  if (what === 'cancel') {
    const after = unclaimMoney(money, outstanding(first));
    if (!after.ok) throw new Error('what is outstanding is receivable');
    placed.splice(placed.indexOf(first), 1);
    return after.value;
  }
  const split = splitReceipt(first, amount);
  if (!split.ok) return money;
  const after = receiveMoney(money, split.value.recovered, split.value.surplus);
  if (!after.ok) throw new Error('what is recovered was receivable');
  first.received += amount;
  return after.value;
}

describe('purchase reserve', () => {
  it('keeps every 分 of what was approved in exactly one place, and nothing below zero', () => {
    fc.assert(
      fc.property(fen, fc.array(step, { maxLength: 40 }), (approved, steps) => {
        let money = approveMoney(approved);
        const placed: Placed[] = [];
        for (const one of steps) {
          money = take(money, placed, one);
          const { committed, paid, receivable, recovered, released, surplus } = money;
          expect(committed + paid + receivable + recovered + released).toBe(approved);
          for (const amount of [committed, paid, receivable, recovered, released, surplus]) {
            expect(amount).toBeGreaterThanOrEqual(0n);
          }
          expect(placed.reduce((total, each) => total + outstanding(each), 0n)).toBe(receivable);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['cost first', { price: 100n, claimed: 80n, received: 0n }, 50n, { recovered: 50n, surplus: 0n }],
    [
      'the rest of the cost, then surplus',
      { price: 100n, claimed: 80n, received: 50n },
      50n,
      { recovered: 30n, surplus: 20n },
    ],
    ['surplus only', { price: 100n, claimed: 0n, received: 0n }, 100n, { recovered: 0n, surplus: 100n }],
  ])('splits a receipt: %s', (_name, placement, amount, value) =>
    expect(splitReceipt(placement, amount)).toEqual({ ok: true, value }),
  );

  it('takes no more than the price and no zero', () => {
    const placement = { price: 100n, claimed: 80n, received: 60n };
    expect(splitReceipt(placement, 41n)).toMatchObject({ refusal: { code: 'purchaseReserve.receiptTooLarge' } });
    expect(splitReceipt(placement, 0n)).toMatchObject({ refusal: { code: 'purchaseReserve.amountZero' } });
  });

  const purchase = { kind: 'purchase' as const, price: 1n, exercisePrice: 0n, optionUntil: null };
  const option = { kind: 'option' as const, price: 1n, exercisePrice: 9n, optionUntil: '2026-11-23' };
  it.each([
    ['a purchase', purchase, true],
    ['a purchase for nothing', { ...purchase, price: 0n }, false],
    ['a purchase with something to exercise', { ...purchase, exercisePrice: 1n }, false],
    ['an option to its last day', option, true],
    ['an option past its last day', { ...option, optionUntil: '2026-11-22' }, false],
    ['an option without a price to exercise', { ...option, exercisePrice: 0n }, false],
  ])('%s', (_name, terms, yes) => expect(checkTerms(terms, '2026-11-23').ok).toBe(yes));

  it('has four eyes', () => {
    expect(otherEyes('a', 'a').ok).toBe(false);
    expect(otherEyes('a', 'b').ok).toBe(true);
  });
});
