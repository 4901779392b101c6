import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths, addYears } from '../calendar/period.js';
import type { Fen } from '../money/money.js';
import { multiplyRate } from '../money/rate.js';
import type { Contract } from './contract.js';
import { amountsOpen, countedTechnologyValue, technologyIncome, type Receipt } from './receipt.js';
import {
  corporateIncomePolicies,
  eligibleRightKinds,
  rewardMonths,
  stampPolicies,
  taxReliefs,
  type CorporateIncomePolicy,
  type TaxFact,
  type TaxRelief,
} from './tax.policy.js';

export const taxDisclaimer =
  '以上为按法规整理的资料清单与示例计算，供准备材料参考，不是税务意见；能否享受、如何计算以主管税务机关为准。';

/** What registration has found out, as far as there is one. */
export interface RegistrationFacts {
  readonly state: string;
  readonly registrationNumber: string | null;
  readonly registeredOn: LocalDate | null;
  readonly technologyValue: Fen | null;
}

export interface TaxNeed {
  readonly fact: TaxFact;
  readonly text: string;
  /** `onFile`: the market holds it; `missing`: it should and does not; `toShow`: the taxpayer shows it elsewhere. */
  readonly standing: 'onFile' | 'missing' | 'toShow';
  readonly detail: string | null;
}

export interface TaxItem {
  readonly relief: TaxRelief;
  /** `ready`: nothing the market should hold is missing; it says nothing of what the taxpayer shows. */
  readonly standing: 'ready' | 'incomplete' | 'notOfType';
  readonly needs: readonly TaxNeed[];
}

export interface TaxPack {
  readonly on: LocalDate;
  readonly items: readonly TaxItem[];
  readonly income: Fen;
  readonly technologyValue: Fen;
  readonly stampDuty: Fen | null;
  readonly disclaimer: string;
}

interface Facts {
  readonly contract: Contract;
  readonly registration: RegistrationFacts | null;
  readonly receipts: readonly Receipt[];
  readonly on: LocalDate;
}

const inForce = <T extends { readonly effectiveFrom: LocalDate; readonly effectiveTo: LocalDate | null }>(
  policies: readonly T[],
  on: LocalDate,
): readonly T[] =>
  policies.filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );

/** What each relief in force on a day needs, and what of it is on file. Information, never a decision. */
export function taxPack(facts: Facts): TaxPack {
  const { contract, registration, receipts, on } = facts;
  const technologyValue = countedTechnologyValue(contract, registration?.technologyValue ?? null);
  return {
    on,
    items: inForce(taxReliefs, on).map((relief) => itemOf(relief, facts)),
    income: technologyIncome(receipts),
    technologyValue,
    stampDuty: amountsOpen(contract) ? null : stampDutyOn(on, technologyValue),
    disclaimer: taxDisclaimer,
  };
}

function itemOf(relief: TaxRelief, facts: Facts): TaxItem {
  if (!relief.types.includes(facts.contract.type)) return { relief, standing: 'notOfType', needs: [] };
  const needs = relief.needs.flatMap((fact) => needOf(fact, facts) ?? []);
  return { relief, standing: needs.some(({ standing }) => standing === 'missing') ? 'incomplete' : 'ready', needs };
}

const texts: Readonly<Record<TaxFact, string>> = {
  writtenContract: '书面技术合同，已经生效',
  registered: '技术合同认定登记证明，状态有效',
  registrationNumber: '登记编号',
  technologyValueVerified: '核定的技术交易额',
  amountsSettled: '金额已经确定（提成合同已补充）',
  itemsSplit: '技术性与非技术性款项分项计价',
  eligibleRight: '转让的技术属于优惠范围（专利、软件著作权、布图设计、新品种等）',
  longLicence: '许可使用权不少于五年',
  notRelated: '不是100%关联方之间的交易',
  receipts: '已实际取得的技术性收入',
  ownership: '卖方拥有所有权或五年以上全球独占许可权的证明',
  separateAccounts: '技术转让所得单独核算',
  sameInvoice: '相关咨询、服务与转让、开发价款开在同一张发票上',
  taxFiling: '向主管税务机关备案',
  publicNotice: '现金奖励的公示材料',
  withinMonths: '在取得收入之日起36个月内发放',
  trainingInFarming: '属于农业机耕、病虫害防治等的相关技术培训',
};

const onlyTaxpayer: readonly TaxFact[] = ['ownership', 'separateAccounts', 'sameInvoice', 'taxFiling', 'publicNotice'];

function needOf(fact: TaxFact, facts: Facts): TaxNeed | null {
  if (onlyTaxpayer.includes(fact)) return { fact, text: texts[fact], standing: 'toShow', detail: null };
  const found = onFile(fact, facts);
  return found && { fact, text: texts[fact], standing: found.held ? 'onFile' : 'missing', detail: found.detail };
}

interface Found {
  readonly held: boolean;
  readonly detail: string | null;
}

/** Null: the fact does not concern this contract. */
function onFile(fact: TaxFact, { contract, registration, receipts, on }: Facts): Found | null {
  const valid = registration?.state === 'registered' || registration?.state === 'changed';
  switch (fact) {
    case 'writtenContract':
      return { held: contract.state === 'effective', detail: contract.effectiveOn };
    case 'registered':
      return { held: valid, detail: valid ? (registration?.registeredOn ?? null) : null };
    case 'registrationNumber':
      return {
        held: valid && registration?.registrationNumber !== null,
        detail: registration?.registrationNumber ?? null,
      };
    case 'technologyValueVerified':
      return { held: valid && registration?.technologyValue !== null, detail: null };
    case 'amountsSettled':
      return { held: !amountsOpen(contract), detail: null };
    case 'itemsSplit':
      return { held: true, detail: `非技术性款项 ${contract.nonTechnologyItems.length} 项` };
    case 'eligibleRight':
      return eligible(contract);
    case 'longLicence':
      return contract.type === 'licence' ? longLicence(contract) : null;
    case 'notRelated':
      return {
        held: !contract.relatedParty,
        detail: contract.relatedParty ? '合同注明为关联交易，请核对是否为100%关联' : null,
      };
    case 'trainingInFarming': {
      const farming = contract.classification.technologyField === '09' || contract.classification.industry === 'A';
      return { held: contract.subType === 'training' && farming, detail: null };
    }
    case 'receipts':
      return { held: technologyIncome(receipts) > 0n, detail: `已登记 ${counted(receipts).length} 笔` };
    case 'withinMonths':
      return rewardDays(receipts, on);
    default:
      return null;
  }
}

const counted = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.filter(({ voidedAt }) => voidedAt === null);

function eligible({ rights }: Contract): Found {
  const fitting = rights.filter(({ kind }) => eligibleRightKinds.includes(kind));
  return { held: fitting.length > 0, detail: fitting.map(({ number, title }) => number ?? title).join('、') || null };
}

/** Of a licence: not less than five years (财税〔2015〕116号), from its first day. */
function longLicence({ licence, validFrom, effectiveOn, validUntil }: Contract): Found {
  const from = validFrom ?? effectiveOn;
  const until = licence?.until ?? validUntil;
  const years = corporateIncomePolicies[0]?.licenceYears ?? 0;
  if (from === null || until === null) return { held: false, detail: '没有写明许可期限' };
  return { held: licenceLongEnough(from, until, years), detail: `${from} 至 ${until}` };
}

/** Years end the day before the corresponding day: 2026-12-15 to 2031-12-14 is five. */
export const licenceLongEnough = (from: LocalDate, until: LocalDate, years: number): boolean =>
  addYears(from, years) <= addDays(until, 1);

function rewardDays(receipts: readonly Receipt[], on: LocalDate): Found {
  const days = counted(receipts)
    .map(({ receivedOn }) => addMonths(receivedOn, rewardMonths))
    .sort();
  const next = days.find((day) => day >= on);
  const [first] = days;
  if (first === undefined) return { held: false, detail: '尚无收入' };
  return {
    held: next !== undefined,
    detail: next === undefined ? `最迟的期限 ${days.at(-1) ?? first} 已过` : `最近的期限 ${next}`,
  };
}

export const corporateIncomePolicyOn = (on: LocalDate): CorporateIncomePolicy | null =>
  inForce(corporateIncomePolicies, on)[0] ?? null;

export interface TransferTax {
  readonly income: Fen;
  readonly exempt: Fen;
  readonly taxable: Fen;
  readonly tax: Fen;
}

/** A year's 技术转让所得: exempt up to the limit, half of the rest taxable. A loss bears no tax. */
export function transferTax(policy: CorporateIncomePolicy, income: Fen): TransferTax {
  const positive = income > 0n ? income : 0n;
  const above = positive > policy.exemptUpTo ? positive - policy.exemptUpTo : 0n;
  const taxable = multiplyRate(above, policy.taxedPart);
  return { income, exempt: positive - above, taxable, tax: multiplyRate(taxable, policy.rate) };
}

/** 印花税 on the price of a technology contract. */
export function stampDutyOn(on: LocalDate, price: Fen): Fen | null {
  const [policy] = inForce(stampPolicies, on);
  return policy ? multiplyRate(price, policy.rate) : null;
}
