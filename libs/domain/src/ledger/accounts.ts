/** Codes of the ledger's accounts: `<fund>/<fiscal year>/…`. A code is the account's key; nothing is encoded twice. */

export const conversionFund = 'conversionFund';

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

/** Credit side of an appropriation: what the treasury granted. */
export const appropriationAccount = (year: number): string => `${conversionFund}/${year}/appropriation`;
/** What of the year's budget is still free. */
export const availableAccount = (year: number): string => `${conversionFund}/${year}/available`;
/** The account of a bucket. */
export const bucketAccount = (year: number, bucket: BudgetBucket, { scheme, kind, id }: AccountHolder): string =>
  bucket === 'available' ? availableAccount(year) : `${conversionFund}/${year}/${bucket}/${scheme}/${kind}/${id}`;
