import type { Fen } from '../money/money.js';
import { marketRules } from './market-rule.policy.js';
import type { AnnouncedTerms, AuctionRecordEntry } from './auction-record.js';

/** Files of the proof of an auction that a verifier reads. */
export const termsPath = 'terms.json';
export const recordPath = 'record.json';
export const reservePath = 'reserve.json';

/** What opens the commitment that was announced: the reserve itself and the salt that kept it from being guessed. */
export interface ReserveOpening {
  readonly auctionId: string;
  readonly amount: Fen;
  readonly salt: string;
}

/** Salted, so that nobody finds the amount by trying amounts; with the auction's id, so that it is of this one. */
export const reserveText = ({ auctionId, amount, salt }: ReserveOpening): string =>
  `qingyang-auction-reserve\n${auctionId}\n${amount}\n${salt}`;

/**
 * Whether the reserve is opened to all: it decided how the sale ended, and the rule that the sale was announced under says
 * so. One that no price met stays the seller's, and so does one that was set under a rule that kept it.
 */
export const reserveOpens = (ruleVersion: string, outcome: string | null): boolean =>
  (outcome === 'sold' || outcome === 'belowReserve') &&
  (marketRules.find(({ version }) => version === ruleVersion)?.opensReserve ?? true);

/** `reserveMissing`: one was committed to, it decided, and it is not opened. `reserveWrong`: another one, or another outcome. */
export type ReserveFault = 'reserveMissing' | 'reserveWrong';

/** Opens the commitment with nothing but the announced terms and the record, and draws the outcome from it again. */
export function verifyReserve(
  { reserveCommitment, ruleVersion }: Pick<AnnouncedTerms, 'reserveCommitment' | 'ruleVersion'>,
  entries: readonly AuctionRecordEntry[],
  opening: ReserveOpening | null,
  sha256: (text: string) => string,
): ReserveFault | null {
  if (reserveCommitment === null) return opening === null ? null : 'reserveWrong';
  const close = entries.findLast(({ kind }) => kind === 'close');
  if (!close || !reserveOpens(ruleVersion, close.detail)) return opening === null ? null : 'reserveWrong';
  if (opening === null) return 'reserveMissing';
  const ours = opening.auctionId === close.auctionId && sha256(reserveText(opening)) === reserveCommitment;
  const reached = highest(entries) >= opening.amount;
  return ours && reached === (close.detail === 'sold') ? null : 'reserveWrong';
}

const highest = (entries: readonly AuctionRecordEntry[]): Fen =>
  entries.reduce((most, { kind, amount }) => (kind === 'bid' && amount !== null && amount > most ? amount : most), 0n);

/** Reads an opening back from the JSON that a proof holds; null when it is none. */
export function readReserveOpening(text: string): ReserveOpening | null {
  try {
    const value = JSON.parse(text) as Omit<ReserveOpening, 'amount'> & { readonly amount: string };
    return { auctionId: value.auctionId, amount: BigInt(value.amount), salt: value.salt };
  } catch {
    return null;
  }
}
