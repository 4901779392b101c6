import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** A concluded deal on a public listing: its listing and its price are public anyway. */
export interface ComparableDeal {
  readonly listingId: string;
  readonly title: string;
  readonly field: string | null;
  readonly transferMode: TransferMode;
  readonly price: Fen;
  readonly signedOn: LocalDate;
}

/** A range for the seller's own judgement (保留价参考): the middle half of what comparable deals came to, and which they are. */
export interface ReserveAdvice {
  readonly low: Fen;
  readonly middle: Fen;
  readonly high: Fen;
  readonly deals: readonly ComparableDeal[];
}

/** Fewer deals say nothing of a price. */
export const leastComparableDeals = 5;

export function reserveAdvice(deals: readonly ComparableDeal[]): Result<ReserveAdvice, Refusal<'auction.tooFewDeals'>> {
  if (deals.length < leastComparableDeals) {
    return refuse('auction.tooFewDeals', { found: String(deals.length), least: String(leastComparableDeals) });
  }
  const prices = deals.map(({ price }) => price).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return ok({ low: quantile(prices, 1n), middle: quantile(prices, 2n), high: quantile(prices, 3n), deals });
}

/** Quarter `q` of sorted prices, between two of them in proportion, down to the 分. */
function quantile(sorted: readonly Fen[], q: bigint): Fen {
  const place = BigInt(sorted.length - 1) * q; // in quarters
  const below = sorted[Number(place / 4n)] ?? 0n;
  const above = sorted[Number(place / 4n) + 1] ?? below;
  return below + ((above - below) * (place % 4n)) / 4n;
}
