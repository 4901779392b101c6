import type { LocalDate } from '../calendar/local-date.js';
import type { ContractType } from '../contract/contract.js';
import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';

export interface FiledParty {
  readonly role: 'seller' | 'buyer' | 'intermediary';
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly countyCode: string;
}

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
}

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
