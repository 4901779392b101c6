/** Codes of the ledger's accounts: `<fund>/<fiscal year>/…`. A code is the account's key; nothing is encoded twice. */

/** 科技成果转化专项引导基金; 科技特派员财政经费补助. Each has a budget of its own every year. */
export const funds = ['conversionFund', 'envoyFund'] as const;
export type Fund = (typeof funds)[number];

/**
 * Where the money of a year stands. `available` belongs to the year; the others to one beneficiary under one scheme:
 * `committed` 已暂计, `paid` 已兑付, `receivable` 应收回 (paid, then lost its ground: 促进科技成果转化法 art. 47).
 */
export const budgetBuckets = ['available', 'committed', 'paid', 'receivable'] as const;
export type BudgetBucket = (typeof budgetBuckets)[number];

/** Whom a commitment, a payment or a claim back belongs to. */
export interface AccountHolder {
  readonly scheme: string;
  readonly kind: string;
  readonly id: string;
}

/** A fund's budget of one fiscal year. */
export interface BudgetKey {
  readonly fund: Fund;
  readonly fiscalYear: number;
}

/** Credit side of an appropriation: what the treasury granted. */
export const appropriationAccount = ({ fund, fiscalYear }: BudgetKey): string => `${fund}/${fiscalYear}/appropriation`;
/** What of the year's budget is still free. */
export const availableAccount = ({ fund, fiscalYear }: BudgetKey): string => `${fund}/${fiscalYear}/available`;
/** The account of a bucket. */
export const bucketAccount = (budget: BudgetKey, bucket: BudgetBucket, { scheme, kind, id }: AccountHolder): string =>
  bucket === 'available'
    ? availableAccount(budget)
    : `${budget.fund}/${budget.fiscalYear}/${bucket}/${scheme}/${kind}/${id}`;
