import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { smaller } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import type { ReserveMoney } from './reserve-money.js';

/** An achievement that the fund buys, or takes an option on, to hand it on to firms (成果购买储备, plan 三-3). */
export interface PurchaseReserve {
  readonly id: string;
  readonly achievementId: string;
  /** Owner that sells. */
  readonly organizationId: string;
  readonly state: PurchaseReserveState;
  readonly kind: ReserveKind;
  readonly purpose: string;
  /** Price, or fee of the option. */
  readonly price: Fen;
  /** Price on exercise of an option; 0 of a purchase. */
  readonly exercisePrice: Fen;
  readonly optionUntil: LocalDate | null;
  /** Budget that it is paid from. */
  readonly fiscalYear: number;
  readonly evaluationId: string | null;
  readonly money: ReserveMoney;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly acceptedBy: string | null;
  readonly writeOffProposedBy: string | null;
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const reserveKinds = ['purchase', 'option'] as const;
export type ReserveKind = (typeof reserveKinds)[number];

export const purchaseReserveTransitions = {
  proposed: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: { accept: 'accepted', refuse: 'withdrawn', withdraw: 'withdrawn' },
  accepted: { acquire: 'held', takeOption: 'optioned', withdraw: 'withdrawn' },
  optioned: { exercise: 'held', lapse: 'lapsed' },
  held: { handOver: 'placed', proposeWriteOff: 'writeOffProposed' },
  writeOffProposed: { writeOff: 'writtenOff', keep: 'held' },
  placed: { restore: 'held' },
  rejected: {},
  withdrawn: {},
  lapsed: {},
  writtenOff: {},
} as const satisfies TransitionTable;
export type PurchaseReserveState = StateOf<typeof purchaseReserveTransitions>;
export type PurchaseReserveEvent = EventOf<typeof purchaseReserveTransitions>;

/** A reserve handed on to a firm: sold once, or licensed to several. */
export interface ReservePlacement {
  readonly id: string;
  readonly reserveId: string;
  readonly buyerOrganizationId: string;
  readonly state: ReservePlacementState;
  readonly mode: PlacementMode;
  readonly price: Fen;
  /** Part of the price that recovers cost; fixed when approved. */
  readonly claimed: Fen;
  readonly received: Fen;
  readonly contractId: string | null;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly stateReason: string | null;
}

export const placementModes = ['transfer', 'licence'] as const;
export type PlacementMode = (typeof placementModes)[number];

export const reservePlacementTransitions = {
  proposed: { approve: 'agreed', reject: 'rejected' },
  agreed: { settle: 'settled', cancel: 'cancelled' },
  settled: {},
  rejected: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type ReservePlacementState = StateOf<typeof reservePlacementTransitions>;

export type TermsRefusal = Refusal<'purchaseReserve.termsWrong'>;

/** A purchase has a price and nothing to exercise; an option has a last day that is not past. */
export function checkTerms(
  {
    kind,
    price,
    exercisePrice,
    optionUntil,
  }: Pick<PurchaseReserve, 'kind' | 'price' | 'exercisePrice' | 'optionUntil'>,
  today: LocalDate,
): Result<null, TermsRefusal> {
  const wrong = (reason: string, pointer: string) => refuse('purchaseReserve.termsWrong', { reason }, pointer);
  if (price <= 0n) return wrong('价格（或期权费）须大于零', '/priceYuan');
  if (kind === 'purchase') {
    return exercisePrice === 0n && optionUntil === null
      ? ok(null)
      : wrong('购买没有行权价和行权期限', '/exercisePriceYuan');
  }
  if (exercisePrice <= 0n) return wrong('期权须有行权价', '/exercisePriceYuan');
  return optionUntil !== null && optionUntil >= today ? ok(null) : wrong('行权期限须为今天或以后', '/optionUntil');
}

/** Four eyes: whoever proposes does not decide. */
export const otherEyes = (
  proposedBy: string | null,
  decidedBy: string,
): Result<null, Refusal<'purchaseReserve.sameEyes'>> =>
  proposedBy === decidedBy ? refuse('purchaseReserve.sameEyes') : ok(null);

export type ReceiptRefusal = Refusal<'purchaseReserve.receiptTooLarge' | 'purchaseReserve.amountZero'>;

/** How a receipt splits: cost first, then surplus; never more than the price. */
export function splitReceipt(
  { price, claimed, received }: Pick<ReservePlacement, 'price' | 'claimed' | 'received'>,
  amount: Fen,
): Result<{ readonly recovered: Fen; readonly surplus: Fen }, ReceiptRefusal> {
  if (amount <= 0n) return refuse('purchaseReserve.amountZero', {}, '/amountYuan');
  if (received + amount > price) return refuse('purchaseReserve.receiptTooLarge', {}, '/amountYuan');
  const recovered = smaller(amount, claimed - smaller(received, claimed));
  return ok({ recovered, surplus: amount - recovered });
}

/** What of a placement's claim has not come in. */
export const outstanding = ({ claimed, received }: Pick<ReservePlacement, 'claimed' | 'received'>): Fen =>
  claimed - smaller(received, claimed);
