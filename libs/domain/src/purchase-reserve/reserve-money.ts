import type { Fen } from '../money/money.js';
import { smaller } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/**
 * Where the money of one reserve stands. Of what was approved everything is, at any time, in exactly one place:
 * approved = committed + paid + receivable + recovered + released. `surplus` is what firms paid above the cost: it goes
 * to the treasury and is not the fund's.
 */
export interface ReserveMoney {
  readonly approved: Fen;
  readonly committed: Fen;
  readonly paid: Fen;
  readonly receivable: Fen;
  readonly recovered: Fen;
  readonly released: Fen;
  readonly surplus: Fen;
}

export const noMoney: ReserveMoney = {
  approved: 0n,
  committed: 0n,
  paid: 0n,
  receivable: 0n,
  recovered: 0n,
  released: 0n,
  surplus: 0n,
};

type Moved = Result<ReserveMoney, Refusal<'purchaseReserve.amountTooLarge'>>;
const tooLarge = () => refuse('purchaseReserve.amountTooLarge');

export const approveMoney = (amount: Fen): ReserveMoney => ({ ...noMoney, approved: amount, committed: amount });

export const payMoney = (money: ReserveMoney, amount: Fen): Moved =>
  amount > money.committed
    ? tooLarge()
    : ok({ ...money, committed: money.committed - amount, paid: money.paid + amount });

/** What was approved and is not needed goes back into the year's budget. */
export const releaseMoney = (money: ReserveMoney): ReserveMoney => ({
  ...money,
  committed: 0n,
  released: money.released + money.committed,
});

/** A firm owes a price: as much of it as the cost not yet recovered becomes receivable, the rest is surplus when it comes in. */
export const claimable = (money: ReserveMoney, price: Fen): Fen => smaller(price, money.paid);

export const claimMoney = (money: ReserveMoney, amount: Fen): Moved =>
  amount > money.paid ? tooLarge() : ok({ ...money, paid: money.paid - amount, receivable: money.receivable + amount });

/** The firm will not pay: what is still receivable of it is cost again. */
export const unclaimMoney = (money: ReserveMoney, amount: Fen): Moved =>
  amount > money.receivable
    ? tooLarge()
    : ok({ ...money, receivable: money.receivable - amount, paid: money.paid + amount });

/** Money came in: first what is receivable of this placement, then surplus. */
export const receiveMoney = (money: ReserveMoney, recovered: Fen, surplus: Fen): Moved =>
  recovered > money.receivable
    ? tooLarge()
    : ok({
        ...money,
        receivable: money.receivable - recovered,
        recovered: money.recovered + recovered,
        surplus: money.surplus + surplus,
      });
