/** Codes of the ledger's accounts: `<fund>/<fiscal year>/…`. A code is the account's key; nothing is encoded twice. */

export const conversionFund = 'conversionFund';

/** Credit side of an appropriation: what the treasury granted. */
export const appropriationAccount = (year: number): string => `${conversionFund}/${year}/appropriation`;
/** What of the year's budget is still free. */
export const availableAccount = (year: number): string => `${conversionFund}/${year}/available`;
/** What is provisionally committed to one beneficiary under one policy. */
export const committedAccount = (year: number, scheme: string, kind: string, beneficiaryId: string): string =>
  `${conversionFund}/${year}/committed/${scheme}/${kind}/${beneficiaryId}`;
