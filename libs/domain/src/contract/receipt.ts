import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { royaltyOn } from './check-payment.js';
import { hasRoyalty } from './contract-terms.js';
import type { Contract, SettledAmounts } from './contract.js';

export const receiptKinds = ['lumpSum', 'instalment', 'entryFee', 'royalty'] as const;
/** 一次总付, 分期, 入门费, 提成. */
export type ReceiptKind = (typeof receiptKinds)[number];

/** Technology income (技术性收入) actually received on a contract. A mistake is voided and stays to be seen. */
export interface Receipt {
  readonly id: string;
  readonly contractId: string;
  readonly receivedOn: LocalDate;
  readonly amount: Fen;
  readonly kind: ReceiptKind;
  /** Number of the voucher: names the receipt, so that telling it twice is telling it once. */
  readonly reference: string;
  readonly evidence: string;
  /** What a royalty was reckoned on. */
  readonly royaltyBase: Fen | null;
  readonly organizationId: string;
  readonly personId: string;
  readonly recordedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

export type NewReceipt = Pick<Receipt, 'receivedOn' | 'amount' | 'kind' | 'reference' | 'evidence' | 'royaltyBase'>;

export type ReceiptRefusal = Refusal<
  | 'contract.notEffective'
  | 'contract.receiptKindNotAgreed'
  | 'contract.receiptInFuture'
  | 'contract.receiptTooEarly'
  | 'contract.receiptEmpty'
  | 'contract.incomeAboveTechnologyValue'
>;

/** What has come in: voided receipts do not count. */
export const technologyIncome = (receipts: readonly Pick<Receipt, 'amount' | 'voidedAt'>[]): Fen =>
  sum(receipts.filter(({ voidedAt }) => voidedAt === null).map(({ amount }) => amount));

const fixedIncome = (receipts: readonly Receipt[]): Fen =>
  technologyIncome(receipts.filter(({ kind }) => kind !== 'royalty'));

/** The technology value that counts today: settled, else verified by the office, else as declared. */
export const countedTechnologyValue = (
  contract: Pick<Contract, 'settled' | 'declaredTechnologyValue'>,
  verified: Fen | null,
): Fen => contract.settled?.technologyValue ?? verified ?? contract.declaredTechnologyValue;

/** Whether amounts are still to be supplemented before tax and reward steps (技术合同认定规则 art. 53). */
export const amountsOpen = (contract: Pick<Contract, 'payment' | 'settled'>): boolean =>
  hasRoyalty(contract) && contract.settled === null;

/**
 * A receipt may be recorded while Σ income ≤ technology value. Royalties of a contract whose amounts are still open come on
 * top: each adds to the income, and the supplement brings the value up to it.
 */
export function checkReceipt(
  contract: Contract,
  earlier: readonly Receipt[],
  receipt: NewReceipt,
  verified: Fen | null,
  today: LocalDate,
): Result<null, ReceiptRefusal> {
  if (contract.state !== 'effective') return refuse('contract.notEffective', { state: contract.state });
  if (!kindAgreed(contract, receipt.kind) || (receipt.royaltyBase !== null && receipt.kind !== 'royalty')) {
    return refuse('contract.receiptKindNotAgreed', { kind: receipt.kind }, '/kind');
  }
  if (receipt.amount <= 0n) return refuse('contract.receiptEmpty', {}, '/amountYuan');
  if (receipt.receivedOn > today) return refuse('contract.receiptInFuture', {}, '/receivedOn');
  if (contract.signedOn !== null && receipt.receivedOn < contract.signedOn) {
    return refuse('contract.receiptTooEarly', { signedOn: contract.signedOn }, '/receivedOn');
  }
  const most = countedTechnologyValue(contract, verified);
  const open = amountsOpen(contract);
  if (open && receipt.kind === 'royalty') return ok(null);
  const before = open ? fixedIncome(earlier) : technologyIncome(earlier);
  if (before + receipt.amount > most) {
    const params = { most: formatYuan(most), received: formatYuan(before) };
    return refuse('contract.incomeAboveTechnologyValue', params, '/amountYuan');
  }
  return ok(null);
}

/** A contract that says nothing of its payment takes any kind but a royalty. */
function kindAgreed({ payment }: Pick<Contract, 'payment'>, kind: ReceiptKind): boolean {
  switch (payment?.manner) {
    case undefined:
      return kind !== 'royalty';
    case 'lumpSum':
      return kind === 'lumpSum';
    case 'instalments':
      return kind === 'instalment';
    case 'royalty':
      return kind === 'royalty';
    case 'entryFeeAndRoyalty':
      return kind === 'entryFee' || kind === 'royalty';
  }
}

/** What the clause makes due on the stated base; null where no base was stated. */
export const royaltyDue = (
  { payment }: Pick<Contract, 'payment'>,
  { royaltyBase }: Pick<Receipt, 'royaltyBase'>,
): Fen | null => (royaltyBase === null || !payment?.royalty ? null : royaltyOn(payment.royalty, royaltyBase));

export type SettlementRefusal = Refusal<
  'contract.notEffective' | 'contract.amountsNotOpen' | 'contract.settlementBelowIncome' | 'contract.settlementSplit'
>;

/** The amounts as they turned out: 0 < 技术交易额 ≤ 成交总额 − 非技术性款项, and not below what has come in. */
export function checkSettlement(
  contract: Contract,
  receipts: readonly Receipt[],
  { contractValue, technologyValue }: SettledAmounts,
): Result<null, SettlementRefusal> {
  if (contract.state !== 'effective') return refuse('contract.notEffective', { state: contract.state });
  if (!hasRoyalty(contract)) return refuse('contract.amountsNotOpen');
  const deducted = sum(
    contract.nonTechnologyItems.filter((item) => !item.withinReasonableCarrier).map(({ amount }) => amount),
  );
  const most = contractValue - deducted;
  if (technologyValue <= 0n || technologyValue > most) {
    return refuse('contract.settlementSplit', { most: formatYuan(most > 0n ? most : 0n) }, '/technologyValueYuan');
  }
  const income = technologyIncome(receipts);
  return technologyValue < income
    ? refuse('contract.settlementBelowIncome', { income: formatYuan(income) }, '/technologyValueYuan')
    : ok(null);
}
