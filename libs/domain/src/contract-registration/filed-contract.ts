import type { LocalDate } from '../calendar/local-date.js';
import type { Classification, ContractRight, PaymentManner } from '../contract/contract-terms.js';
import type { Contract, ContractType, SettledAmounts } from '../contract/contract.js';
import { amountsOpen } from '../contract/receipt.js';
import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';

export interface FiledParty {
  readonly role: 'seller' | 'buyer' | 'intermediary';
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly countyCode: string;
  /** 国别（地区）代码; null in filings of before it was kept, like the nature. */
  readonly countryCode: string | null;
  readonly natureCode: string | null;
}

export type FiledRight = Pick<ContractRight, 'kind' | 'title' | 'number'>;

export interface NonTechnologyItem {
  readonly kind: string;
  readonly amount: Fen;
  /** Direct cost of a reasonable quantity of carriers or samples: not deducted. */
  readonly withinReasonableCarrier: boolean;
}

export interface BrokerageShare {
  readonly brokerPersonId: string;
  readonly agencyOrganizationId: string;
  readonly shareBasisPoints: number;
}

/** What of a contract a registration rests on, as it was when it was filed. */
export interface FiledContract {
  readonly title: string;
  readonly type: ContractType;
  readonly subType: string;
  readonly parties: readonly FiledParty[];
  readonly contractValue: Fen;
  readonly nonTechnologyItems: readonly NonTechnologyItem[];
  readonly declaredTechnologyValue: Fen;
  readonly signedOn: LocalDate | null;
  readonly effectiveOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly relatedParty: boolean;
  readonly brokerage: readonly BrokerageShare[];
  /** Codes of the registration form (技术领域, 计划类别, 社会经济目标, 国民经济行业). */
  readonly classification: Classification;
  /** 知识产权; null where the filing does not tell, empty where there is none. */
  readonly rights: readonly FiledRight[] | null;
  readonly paymentManner: PaymentManner | null;
  /** 涉外; null where the filing does not tell. */
  readonly foreign: boolean | null;
  /** A royalty of which the amounts are not known yet: neither tax nor reward rests on such a contract (认定规则 art. 53). */
  readonly amountsOpen: boolean;
}

/** The contract as filed: a later change of the contract does not change what was examined. */
export const filedContract = (contract: Contract): FiledContract => ({
  title: contract.title,
  type: contract.type,
  subType: contract.subType,
  parties: contract.parties.map(({ signedAt: _signed, endingAgreedAt: _ending, ...party }) => party),
  contractValue: contract.settled?.contractValue ?? contract.contractValue,
  nonTechnologyItems: contract.nonTechnologyItems,
  declaredTechnologyValue: contract.settled?.technologyValue ?? contract.declaredTechnologyValue,
  signedOn: contract.signedOn,
  effectiveOn: contract.effectiveOn,
  validUntil: contract.validUntil,
  relatedParty: contract.relatedParty,
  brokerage: contract.brokerage,
  classification: contract.classification,
  rights: contract.rights.map(({ kind, title, number }) => ({ kind, title, number })),
  paymentManner: contract.payment?.manner ?? null,
  foreign: contract.foreign,
  amountsOpen: amountsOpen(contract),
});

/** Whether what is filed says what the amounts turned out to be. */
export const statesAmounts = (
  { contractValue, declaredTechnologyValue }: Pick<FiledContract, 'contractValue' | 'declaredTechnologyValue'>,
  settled: SettledAmounts,
): boolean => contractValue === settled.contractValue && declaredTechnologyValue === settled.technologyValue;

/**
 * The most that the technology value (技术交易额) can be: the contract value less non-technology items, but for carriers
 * in a reasonable quantity. 司法解释 art. 14: 非技术性款项应当分项计算. 1,200,000 − equipment 350,000, samples 20,000 kept → 850,000.
 */
export const maxTechnologyValue = (contract: Pick<FiledContract, 'contractValue' | 'nonTechnologyItems'>): Fen =>
  contract.contractValue -
  sum(contract.nonTechnologyItems.filter((item) => !item.withinReasonableCarrier).map((item) => item.amount));

export const partiesOf = (contract: Pick<FiledContract, 'parties'>, role: FiledParty['role']): readonly FiledParty[] =>
  contract.parties.filter((party) => party.role === role);

export const isParty = (contract: Pick<FiledContract, 'parties'>, organizationId: string): boolean =>
  contract.parties.some((party) => party.organizationId === organizationId);
