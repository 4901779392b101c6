import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { basisPoints, multiplyRate, rate, sum, type Rate } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { CurrencyTerms, PaymentTerms, RoyaltyClause } from './contract-terms.js';

export type PaymentRefusal = Refusal<
  'contract.instalmentsWrong' | 'contract.royaltyMissing' | 'contract.royaltyNotAgreed' | 'contract.royaltyStepsWrong'
>;

/** The parts of the price add up to it, and a royalty is there exactly when it was agreed (民法典 art. 846). */
export function checkPayment(payment: PaymentTerms | null, contractValue: Fen): Result<null, PaymentRefusal> {
  if (payment === null) return ok(null);
  const { manner, instalments, royalty } = payment;
  const withRoyalty = manner === 'royalty' || manner === 'entryFeeAndRoyalty';
  if (withRoyalty && royalty === null) return refuse('contract.royaltyMissing', {}, '/payment/royalty');
  if (!withRoyalty && royalty !== null) return refuse('contract.royaltyNotAgreed', {}, '/payment/royalty');
  if (!instalmentsFit(payment, contractValue)) {
    const params = {
      total: formatYuan(sum(instalments.map(({ amount }) => amount))),
      value: formatYuan(contractValue),
    };
    return refuse('contract.instalmentsWrong', params, '/payment/instalments');
  }
  return royalty === null ? ok(null) : checkSteps(royalty);
}

function instalmentsFit({ manner, instalments }: PaymentTerms, contractValue: Fen): boolean {
  const total = sum(instalments.map(({ amount }) => amount));
  if (instalments.some(({ amount }) => amount <= 0n)) return false;
  switch (manner) {
    case 'lumpSum':
      return instalments.length === 0 || (instalments.length === 1 && total === contractValue);
    case 'instalments':
      return instalments.length >= 2 && total === contractValue;
    case 'royalty':
      return instalments.length === 0;
    case 'entryFeeAndRoyalty':
      return instalments.length >= 1 && total <= contractValue;
  }
}

const wholeBasisPoints = 10_000;

function checkSteps({ steps }: RoyaltyClause): Result<null, PaymentRefusal> {
  const ascending = steps.every((step, at) => (at === 0 ? step.from === 0n : step.from > (steps[at - 1]?.from ?? 0n)));
  const sound = steps.every(({ rateBasisPoints }) => rateBasisPoints > 0 && rateBasisPoints <= wholeBasisPoints);
  return steps.length > 0 && ascending && sound
    ? ok(null)
    : refuse('contract.royaltyStepsWrong', {}, '/payment/royalty/steps');
}

/** 固定, 递增, 递减 or 分段 (neither). */
export function royaltyShape({ steps }: RoyaltyClause): 'fixed' | 'rising' | 'falling' | 'mixed' {
  const rates = steps.map(({ rateBasisPoints }) => rateBasisPoints);
  if (new Set(rates).size <= 1) return 'fixed';
  if (rates.every((value, at) => at === 0 || value >= (rates[at - 1] ?? 0))) return 'rising';
  return rates.every((value, at) => at === 0 || value <= (rates[at - 1] ?? 0)) ? 'falling' : 'mixed';
}

/** The royalty on one settlement's base: each step's rate on its own part of the base, every part rounded once. */
export function royaltyOn({ steps }: RoyaltyClause, base: Fen): Fen {
  return sum(
    steps.map(({ from, rateBasisPoints }, at) => {
      const until = steps[at + 1]?.from ?? base;
      const part = (base < until ? base : until) - from;
      return part > 0n ? multiplyRate(part, basisPoints(rateBasisPoints)) : 0n;
    }),
  );
}

export type CurrencyRefusal = Refusal<
  'contract.currencyRateWrong' | 'contract.currencyEquivalentWrong' | 'contract.rateInFuture'
>;

/** A price in a foreign currency is written with its rate, the rate's day and the 人民币 it comes to, exact to the 分. */
export function checkCurrency(
  currency: CurrencyTerms | null,
  contractValue: Fen,
  today: LocalDate,
): Result<null, CurrencyRefusal> {
  if (currency === null) return ok(null);
  const exact = exchangeRate(currency.rate);
  if (exact === null || currency.code === 'CNY') return refuse('contract.currencyRateWrong', {}, '/currency/rate');
  if (currency.ratedOn > today) return refuse('contract.rateInFuture', {}, '/currency/ratedOn');
  const equivalent = multiplyRate(currency.originalAmount, exact);
  if (equivalent === contractValue) return ok(null);
  const params = { equivalent: formatYuan(equivalent), value: formatYuan(contractValue) };
  return refuse('contract.currencyEquivalentWrong', params, '/currency/originalAmount');
}

/** `"7.1234"` → 71234/10000; null when it is no positive decimal. */
export function exchangeRate(text: string): Rate | null {
  const match = /^(\d{1,6})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) return null;
  const decimals = match[2] ?? '';
  const numerator = BigInt(`${match[1] ?? ''}${decimals}`);
  return numerator > 0n ? rate(numerator, 10n ** BigInt(decimals.length)) : null;
}
