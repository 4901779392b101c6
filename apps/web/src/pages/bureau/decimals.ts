/** A score with so many decimals. Amounts of money never come here: they are texts of the API. */
export const decimals = (value: number, digits: number): string =>
  new Intl.NumberFormat('en-US', {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false },
  }).format(value);
