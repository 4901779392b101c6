import { checkAmounts, technologyValue as splitOf } from '#domain/contract/check-contract.js';
import { checkCurrency, checkPayment, royaltyOn } from '#domain/contract/check-payment.js';
import { checkRights, joinRights } from '#domain/contract/check-rights.js';
import { checkClauses } from '#domain/contract/clause-check.js';
import { type PaymentManner, type RightKind, type RightState } from '#domain/contract/contract-terms.js';
import type { Contract, ContractSubType, ContractType } from '#domain/contract/contract.js';
import { checkReceipt, type ReceiptKind } from '#domain/contract/receipt.js';
import { questionnaireOn, suggestType as suggest, type Answers } from '#domain/contract/suggest-type.js';
import {
  corporateIncomePolicyOn,
  licenceLongEnough,
  stampDutyOn,
  taxPack,
  transferTax as transferTaxOf,
} from '#domain/contract/tax-pack.js';
import { formatYuan } from '#domain/money/money.js';
import { contract, receipt } from '../../support/contract-facts.js';
import { fen } from './runner.js';

interface SplitFacts {
  readonly contractValueYuan: string;
  readonly items: readonly { yuan: string; reasonable: boolean }[];
  readonly declaredYuan: string | null;
}

/** A1.6: what the split leaves, and whether a declaration fits it. */
export function split({ contractValueYuan, items, declaredYuan }: SplitFacts) {
  const contractValue = fen(contractValueYuan);
  const nonTechnologyItems = items.map(({ yuan, reasonable }) => ({
    kind: 'equipment' as const,
    amount: fen(yuan),
    withinReasonableCarrier: reasonable,
  }));
  const value = splitOf(contractValue, nonTechnologyItems);
  if (declaredYuan === null) {
    return value.ok ? { technologyValueYuan: formatYuan(value.value) } : { outcome: value.refusal.code };
  }
  const declared = checkAmounts({ contractValue, nonTechnologyItems, declaredTechnologyValue: fen(declaredYuan) });
  return { outcome: declared.ok ? 'ok' : declared.refusal.code };
}

interface RightFacts {
  readonly type: ContractType;
  readonly subType: ContractSubType;
  readonly kind: RightKind;
  readonly number: string | null;
  readonly filedOn: string | null;
  readonly expiresOn: string | null;
  readonly state: RightState;
  readonly until: string | null;
  readonly today: string;
}

export function licence({ type, subType, until, today, ...right }: RightFacts) {
  const given = { ...right, title: '示例权利', holder: null, patentId: null, licensedUntil: null };
  const joined = joinRights([given], [], today);
  if (!joined.ok) return { outcome: joined.refusal.code };
  const terms = { manner: 'ordinary', territory: null, until, sublicensable: false } as const;
  const validUntil = type === 'licence' ? null : until;
  const checked = checkRights({
    ...{ type, subType, rights: joined.value, validUntil },
    licence: type === 'licence' ? terms : null,
  });
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

interface PlanFacts {
  readonly manner: PaymentManner;
  readonly contractValueYuan: string;
  readonly instalmentsYuan: readonly string[];
  readonly steps: readonly (readonly [string, number])[] | null;
}

const royaltyClause = (steps: readonly (readonly [string, number])[]) => ({
  base: 'sales' as const,
  steps: steps.map(([from, rateBasisPoints]) => ({ from: fen(from), rateBasisPoints })),
  settlement: 'yearly' as const,
  auditRight: true,
  until: null,
});

export function payment({ manner, contractValueYuan, instalmentsYuan, steps }: PlanFacts) {
  const instalments = instalmentsYuan.map((yuan) => ({ amount: fen(yuan), dueOn: null, condition: null }));
  const royalty = steps && royaltyClause(steps);
  const checked = checkPayment({ manner, instalments, royalty }, fen(contractValueYuan));
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

export const royalty = ({ baseYuan, steps }: { baseYuan: string; steps: readonly (readonly [string, number])[] }) => ({
  royaltyYuan: formatYuan(royaltyOn(royaltyClause(steps), fen(baseYuan))),
});

export function currency(facts: { original: string; rate: string; ratedOn: string; valueYuan: string; today: string }) {
  const { original, rate, ratedOn, valueYuan, today } = facts;
  const checked = checkCurrency({ code: 'USD', originalAmount: fen(original), rate, ratedOn }, fen(valueYuan), today);
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

interface ReceiptFacts {
  readonly manner: PaymentManner | null;
  readonly technologyValueYuan: string;
  readonly verifiedYuan: string | null;
  readonly earlier: readonly (readonly [ReceiptKind, string])[];
  readonly kind: ReceiptKind;
  readonly yuan: string;
}

export function income({ manner, technologyValueYuan, verifiedYuan, earlier, kind, yuan }: ReceiptFacts) {
  const agreed = contract({
    declaredTechnologyValue: fen(technologyValueYuan),
    payment: manner && {
      manner,
      instalments: [],
      royalty: manner.includes('oyalty') ? royaltyClause([['0', 300]]) : null,
    },
  });
  const before = earlier.map(([of, amount]) => receipt({ kind: of, amount: fen(amount) }));
  const verified = verifiedYuan === null ? null : fen(verifiedYuan);
  const given = receipt({ kind, amount: fen(yuan) });
  const checked = checkReceipt(agreed, before, given, verified, '2026-11-23');
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

export function transferTax({ incomeYuan, on }: { incomeYuan: string; on: string }) {
  const policy = corporateIncomePolicyOn(on);
  if (!policy) return { taxYuan: null };
  const { taxable, tax } = transferTaxOf(policy, fen(incomeYuan));
  return { taxableYuan: formatYuan(taxable), taxYuan: formatYuan(tax) };
}

export function stampDuty({ priceYuan, on }: { priceYuan: string; on: string }) {
  const duty = stampDutyOn(on, fen(priceYuan));
  return { dutyYuan: duty === null ? null : formatYuan(duty) };
}

interface ReliefFacts {
  readonly relief: string;
  readonly on: string;
  readonly contract: Partial<Contract>;
}

/** Which edition of a relief holds on a day, and whether what the market should hold is there for a registered contract. */
export function taxRelief({ relief, on, contract: change }: ReliefFacts) {
  const registration = {
    state: 'registered',
    registrationNumber: '2026621001000001',
    registeredOn: '2026-11-09',
    technologyValue: 85_000_000n,
  };
  const pack = taxPack({ contract: contract(change), registration, receipts: [receipt({})], on });
  const item = pack.items.find((each) => each.relief.id === relief);
  if (!item) return { standing: null };
  const missing = item.needs.filter(({ standing }) => standing === 'missing').map(({ fact }) => fact);
  return { standing: item.standing, evidence: item.relief.evidence, missing };
}

export const longLicence = ({ from, until }: { from: string; until: string }) => ({
  longEnough: licenceLongEnough(from, until, 5),
});

/** Codes found in a wording, without those of missing clauses. */
export const clause = ({ type, text }: { type: ContractType; text: string }) => ({
  found: checkClauses(type, [{ kind: 'other', text }])
    .filter(({ excerpt }) => excerpt !== null)
    .map(({ code }) => code),
});

export const essentials = ({ type, text }: { type: ContractType; text: string }) => ({
  missing: checkClauses(type, [{ kind: 'other', text }])
    .filter(({ group }) => group === 'missing')
    .map(({ clause: kind }) => kind),
});

export function contractType({ answers }: { answers: Answers }) {
  const suggested = suggest(questionnaireOn('2026-11-23'), answers);
  if (!suggested.ok) return { outcome: suggested.refusal.code };
  const { standing, type, subType } = suggested.value;
  return { standing, type, subType };
}
