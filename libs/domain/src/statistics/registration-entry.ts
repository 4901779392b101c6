import type { LocalDate } from '../calendar/local-date.js';
import type { ContractType } from '../contract/contract.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { Period } from './period.js';

/**
 * One side of a contract as the registration form has it. The form has one seller and one buyer: of several the first leads,
 * and a contract counts once, with all of its amounts, at the leading seller's and the leading buyer's place and nature.
 */
export interface EntryParty {
  readonly name: string;
  readonly creditCode: string | null;
  /** Code of partyNatures. */
  readonly nature: string | null;
  /** 海关国别代码, 142 is China. */
  readonly country: string;
  /** GB/T 2260; null abroad or when not told. */
  readonly placeCode: string | null;
}

/** What the form says of one registered contract. */
export interface EntryContent {
  readonly registrationNumber: string;
  readonly title: string;
  readonly type: ContractType;
  readonly subType: string | null;
  readonly field: string | null;
  readonly ipKind: string | null;
  readonly plan: string | null;
  /** 社会经济目标. */
  readonly goal: string | null;
  /** 服务的国民经济行业. */
  readonly industry: string | null;
  /** 支付方式. */
  readonly payment: string | null;
  /** 涉外; null: not told. */
  readonly foreign: boolean | null;
  readonly seller: EntryParty;
  readonly buyer: EntryParty;
  readonly contractValue: Fen;
  /** 核定技术交易额. */
  readonly technologyValue: Fen;
  /** 技术性收入: received so far. */
  readonly technologyIncome: Fen;
  readonly relatedParty: boolean;
  readonly signedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly registeredOn: LocalDate;
  /** 注销. */
  readonly cancelledOn: LocalDate | null;
}

export const entrySources = ['market', 'historic'] as const;
export type EntrySource = (typeof entrySources)[number];

/**
 * A line of the register of registered contracts (登记台账): what stood on record from `validFrom` until before `validTo`.
 * A changed registration has several versions, so that the state of any past day can be counted again.
 */
export interface RegistrationEntry extends EntryContent {
  readonly id: string;
  readonly source: EntrySource;
  /** The case in the market; null for what was imported. */
  readonly registrationId: string | null;
  readonly importId: string | null;
  readonly ruleSetId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Did this version stand on record at the end of that day? Cancelled on the day itself: no longer. */
export const stoodOn = (
  { validFrom, validTo }: Pick<RegistrationEntry, 'validFrom' | 'validTo'>,
  day: LocalDate,
): boolean => validFrom <= day && (validTo === null || day < validTo);

/** A contract counts in the period of its registration, while it stands (登记且未注销). */
export const countsIn = (
  entry: Pick<RegistrationEntry, 'validFrom' | 'validTo' | 'registeredOn'>,
  period: Period,
  cutOff: LocalDate,
): boolean => entry.registeredOn >= period.from && entry.registeredOn <= period.to && stoodOn(entry, cutOff);

/** Registrations before the market: imported as they stand in the national system, of these years. */
export const historicYears = {
  from: 2016,
  to: 2025,
  ruleSetId: '2000-063',
  source: '附表1 第1行基数与历年登记数据；2026年2月28日前适用国科发政字〔2000〕063号',
} as const;

/** 16 digits today, 14 before; other registers' numbers are kept as they are. */
export const registrationNumberPattern = /^[0-9A-Za-z-]{6,32}$/;

export type HistoricRefusal = Refusal<
  | 'statistics.numberMalformed'
  | 'statistics.yearNotHistoric'
  | 'statistics.amountsDisagree'
  | 'statistics.incomeTooMuch'
  | 'statistics.datesDisagree'
  | 'statistics.cellMissing'
>;

/** What an imported row must keep: 0 < 技术交易额 ≤ 成交额, 技术性收入 ≤ 技术交易额, days in order. */
export function checkHistoric(content: EntryContent): Result<EntryContent, HistoricRefusal> {
  const { contractValue, technologyValue, technologyIncome, registeredOn, signedOn, cancelledOn } = content;
  if (!registrationNumberPattern.test(content.registrationNumber)) {
    return refuse('statistics.numberMalformed', {}, '/登记编号');
  }
  const year = Number(registeredOn.slice(0, 4));
  if (year < historicYears.from || year > historicYears.to) {
    return refuse(
      'statistics.yearNotHistoric',
      { from: String(historicYears.from), to: String(historicYears.to) },
      '/登记日期',
    );
  }
  if (technologyValue <= 0n || technologyValue > contractValue) {
    return refuse('statistics.amountsDisagree', {}, '/技术交易额（元）');
  }
  if (technologyIncome > technologyValue) return refuse('statistics.incomeTooMuch', {}, '/技术性收入（元）');
  if (signedOn !== null && signedOn > registeredOn) {
    return refuse('statistics.datesDisagree', { earlier: '签订日期', later: '登记日期' }, '/签订日期');
  }
  if (cancelledOn !== null && cancelledOn < registeredOn) {
    return refuse('statistics.datesDisagree', { earlier: '登记日期', later: '注销日期' }, '/注销日期');
  }
  return ok(content);
}
