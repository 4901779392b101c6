import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import type { AuctionDepositState } from './auction.js';

/**
 * Accounts of the deposits of public sales (保证金台账). A record in double entry, no bank: `bidder` is the other side, what came
 * in from bidders; the rest say where it stands, by the state of each deposit.
 */
export const depositAccounts = ['bidder', 'held', 'returned', 'forfeited', 'appliedToPrice'] as const;
export type DepositAccount = (typeof depositAccounts)[number];

/** One leg: into an account positive, out of it negative. The legs of an entry add up to nothing. */
export interface DepositPosting {
  readonly account: DepositAccount;
  readonly amount: Fen;
}

export const depositAccountNames = {
  bidder: '竞买人缴纳',
  held: '暂存',
  returned: '已退还',
  forfeited: '已没收',
  appliedToPrice: '已抵作价款',
} as const satisfies Record<DepositAccount, string>;

/** The entry of one step of a deposit; `before` is null when it comes in. */
export const depositEntry = (
  before: AuctionDepositState | null,
  after: AuctionDepositState,
  amount: Fen,
): readonly DepositPosting[] => [
  { account: after, amount },
  { account: before ?? 'bidder', amount: -amount },
];

export type DepositBalances = Readonly<Record<DepositAccount, Fen>>;

/** What each account says by the postings alone. */
export function depositBalances(postings: readonly DepositPosting[]): DepositBalances {
  const of = (account: DepositAccount): Fen =>
    sum(postings.filter((one) => one.account === account).map((one) => one.amount));
  return {
    bidder: of('bidder'),
    held: of('held'),
    returned: of('returned'),
    forfeited: of('forfeited'),
    appliedToPrice: of('appliedToPrice'),
  };
}
