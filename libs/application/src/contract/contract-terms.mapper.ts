import {
  noTerms,
  type ContractTerms,
  type CurrencyTerms,
  type Instalment,
  type PaymentTerms,
  type RoyaltyClause,
  type RoyaltyStep,
} from '#domain/contract/contract-terms.js';

type StoredRoyalty = Omit<RoyaltyClause, 'steps'> & {
  readonly steps: readonly (Omit<RoyaltyStep, 'from'> & { readonly from: string })[];
};
type StoredPayment = Omit<PaymentTerms, 'instalments' | 'royalty'> & {
  readonly instalments: readonly (Omit<Instalment, 'amount'> & { readonly amount: string })[];
  readonly royalty: StoredRoyalty | null;
};
/** Terms as jsonb keeps them: money as text, since JSON has no integers of that size. */
type StoredTerms = Omit<ContractTerms, 'payment' | 'currency' | 'expectedInvestment' | 'expectedOutput'> & {
  readonly payment: StoredPayment | null;
  readonly currency: (Omit<CurrencyTerms, 'originalAmount'> & { readonly originalAmount: string }) | null;
  readonly expectedInvestment: string | null;
  readonly expectedOutput: string | null;
};

export const storeTerms = (terms: ContractTerms): StoredTerms => ({
  rights: terms.rights,
  licence: terms.licence,
  payment: terms.payment && {
    ...terms.payment,
    instalments: terms.payment.instalments.map((part) => ({ ...part, amount: part.amount.toString() })),
    royalty: terms.payment.royalty && {
      ...terms.payment.royalty,
      steps: terms.payment.royalty.steps.map((step) => ({ ...step, from: step.from.toString() })),
    },
  },
  currency: terms.currency && { ...terms.currency, originalAmount: terms.currency.originalAmount.toString() },
  classification: terms.classification,
  expectedInvestment: terms.expectedInvestment?.toString() ?? null,
  expectedOutput: terms.expectedOutput?.toString() ?? null,
  foreign: terms.foreign,
  secret: terms.secret,
  clauses: terms.clauses,
});

/** A contract written before there were terms has none of them. */
export function readTerms(stored: Partial<StoredTerms>): ContractTerms {
  const { payment, currency, expectedInvestment, expectedOutput, ...plain } = stored;
  return {
    ...noTerms,
    ...plain,
    payment: payment ? readPayment(payment) : null,
    currency: currency ? { ...currency, originalAmount: BigInt(currency.originalAmount) } : null,
    expectedInvestment: amountOf(expectedInvestment),
    expectedOutput: amountOf(expectedOutput),
  };
}

const readPayment = (payment: StoredPayment): PaymentTerms => ({
  ...payment,
  instalments: payment.instalments.map((part) => ({ ...part, amount: BigInt(part.amount) })),
  royalty: payment.royalty && {
    ...payment.royalty,
    steps: payment.royalty.steps.map((step) => ({ ...step, from: BigInt(step.from) })),
  },
});

const amountOf = (text: string | null | undefined): bigint | null =>
  text === null || text === undefined ? null : BigInt(text);
