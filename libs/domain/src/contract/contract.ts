import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { ContractTerms } from './contract-terms.js';

/** A technology contract (技术合同) between sellers and buyers, with the intermediaries that are parties to it. */
export interface Contract extends ContractTerms {
  readonly id: string;
  readonly dealId: string;
  readonly title: string;
  readonly type: ContractType;
  readonly subType: ContractSubType;
  readonly state: ContractState;
  readonly parties: readonly ContractParty[];
  /** 成交总额: the whole price. */
  readonly contractValue: Fen;
  /** 非技术性款项, each priced by itself (技术合同司法解释 art. 14). */
  readonly nonTechnologyItems: readonly NonTechnologyItem[];
  /** 技术交易额 as the parties state it; the registrar verifies it. */
  readonly declaredTechnologyValue: Fen;
  readonly achievementId: string | null;
  readonly listingId: string | null;
  /** Day of the last signature. */
  readonly signedOn: LocalDate | null;
  readonly effectiveOn: LocalDate | null;
  /** First day of performance; null means from the day it takes effect. */
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly relatedParty: boolean;
  readonly brokerage: readonly BrokerageShare[];
  /** Amounts found out after filing (提成) and confirmed by another party; null while those of the text stand. */
  readonly settled: SettledAmounts | null;
  readonly cancelReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A party as it stood when the contract was drafted: a later change of name does not change the text that was signed. */
export interface ContractParty {
  readonly role: PartyRole;
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  /** 行政区划代码, six digits (GB/T 2260). */
  readonly countyCode: string;
  /** 国别（地区）代码, three digits; 142 is 中国. */
  readonly countryCode: string;
  /** 买方、卖方性质 of the registration form; null while nobody stated it. */
  readonly natureCode: string | null;
  readonly signedAt: Date | null;
  /** When it agreed to end a contract already in effect (民法典 art. 562: 协商一致). */
  readonly endingAgreedAt: Date | null;
}

export interface SettledAmounts {
  readonly contractValue: Fen;
  readonly technologyValue: Fen;
}

export interface NonTechnologyItem {
  readonly kind: NonTechnologyKind;
  readonly amount: Fen;
  /** 合理数量标的物: carriers and samples in a reasonable quantity, whose direct cost is not deducted. */
  readonly withinReasonableCarrier: boolean;
}

/** A broker's part in bringing the contract about. The shares of a contract are at most 10,000 together. */
export interface BrokerageShare {
  readonly brokerPersonId: string;
  readonly agencyOrganizationId: string;
  readonly shareBasisPoints: number;
}

/** 民法典 arts. 851, 862, 863, 878: 开发, 转让, 许可, 咨询, 服务. */
export const contractSubTypes = {
  development: ['commissioned', 'cooperative', 'conversion'],
  transfer: [
    'patentRight',
    'patentApplicationRight',
    'technicalSecret',
    'layoutDesign',
    'plantVariety',
    'softwareCopyright',
  ],
  licence: ['patent', 'technicalSecret', 'layoutDesign', 'plantVariety', 'softwareCopyright'],
  consulting: ['feasibilityStudy', 'technologyForecast', 'specialSurvey', 'analysisReport'],
  service: ['general', 'training', 'intermediation'],
} as const;

export type ContractType = keyof typeof contractSubTypes;
export type ContractSubType = (typeof contractSubTypes)[ContractType][number];
export const contractTypes = Object.keys(contractSubTypes) as ContractType[];
export const allContractSubTypes: readonly ContractSubType[] = [...new Set(Object.values(contractSubTypes).flat())];

export const partyRoles = ['seller', 'buyer', 'intermediary'] as const;
export type PartyRole = (typeof partyRoles)[number];

export const nonTechnologyKinds = [
  'equipment',
  'instrument',
  'parts',
  'rawMaterial',
  'civilWorks',
  'travel',
  'other',
] as const;
export type NonTechnologyKind = (typeof nonTechnologyKinds)[number];

export const contractTransitions = {
  draft: { sign: 'signing', cancel: 'cancelled' },
  signing: { conclude: 'effective', cancel: 'cancelled' },
  effective: { cancel: 'cancelled' },
  cancelled: {},
} as const satisfies TransitionTable;

export type ContractState = StateOf<typeof contractTransitions>;
export type ContractEvent = EventOf<typeof contractTransitions>;

/** What the parties write while it is a draft. */
export type ContractContent = Pick<
  Contract,
  | 'title'
  | 'type'
  | 'subType'
  | 'contractValue'
  | 'nonTechnologyItems'
  | 'declaredTechnologyValue'
  | 'validFrom'
  | 'validUntil'
  | 'relatedParty'
  | 'brokerage'
  | 'parties'
> &
  ContractTerms;

/** Ways of 促进科技成果转化法 art. 18 by which a public institution gives the technology itself away or lets others use it. */
export const handsOverTechnology = (mode: TransferMode): boolean =>
  mode === 'transfer' || mode === 'licence' || mode === 'equityContribution';

/** A price below the one announced needs a new notice: what was posted is what may be sold (促进科技成果转化法 art. 18). */
export function checkNoticePrice(
  contractValue: Fen,
  announced: Fen | null,
): Result<Fen, Refusal<'contract.priceBelowNotice'>> {
  if (announced !== null && contractValue < announced)
    return refuse('contract.priceBelowNotice', {}, '/contractValueYuan');
  return ok(contractValue);
}

/** What the registration form asks for beside the text: it may be filled in until the office has it. */
const formMembers: readonly string[] = ['classification', 'expectedInvestment', 'expectedOutput'];

/** Text changes while nobody has signed it; what only the form asks for also later. */
export function amendContract(
  contract: Contract,
  change: Partial<ContractContent>,
  now: Date,
): Result<Contract, Refusal<'contract.notDraft'>> {
  const onlyForm = contract.state !== 'cancelled' && Object.keys(change).every((name) => formMembers.includes(name));
  if (contract.state !== 'draft' && !onlyForm) return refuse('contract.notDraft', { state: contract.state });
  return ok({ ...contract, ...change, updatedAt: now, version: contract.version + 1 });
}

export type SignRefusal = Refusal<'contract.notParty' | 'contract.alreadySigned' | 'state.notAllowed'>;

/** One party signs. With the last signature the contract takes effect that day (民法典 arts. 490, 502). */
export function signContract(
  contract: Contract,
  organizationId: string,
  now: Date,
  today: LocalDate,
): Result<Contract, SignRefusal> {
  const party = contract.parties.find((candidate) => candidate.organizationId === organizationId);
  if (!party) return refuse('contract.notParty');
  if (contract.state === 'draft' || contract.state === 'signing') {
    if (party.signedAt !== null) return refuse('contract.alreadySigned');
  }
  const parties = contract.parties.map((each) => (each === party ? { ...each, signedAt: now } : each));
  const signed = { ...contract, parties, updatedAt: now, version: contract.version + 1 };
  if (contract.state === 'draft') return ok({ ...signed, state: contractTransitions.draft.sign });
  if (contract.state === 'signing' && parties.some((each) => each.signedAt === null)) return ok(signed);
  const next = transition(contractTransitions, contract.state, 'conclude');
  return next.ok ? ok({ ...signed, state: next.value, signedOn: today, effectiveOn: today }) : next;
}

/** Before it takes effect one party may step back; after that all must agree to end it (民法典 art. 562). */
export function cancelContract(
  contract: Contract,
  organizationId: string,
  reason: string,
  now: Date,
): Result<Contract, Refusal<'contract.notParty' | 'state.notAllowed'>> {
  const party = contract.parties.find((candidate) => candidate.organizationId === organizationId);
  if (!party) return refuse('contract.notParty');
  const next = transition(contractTransitions, contract.state, 'cancel');
  if (!next.ok) return next;
  const parties = contract.parties.map((each) =>
    each === party ? { ...each, endingAgreedAt: each.endingAgreedAt ?? now } : each,
  );
  const agreed = contract.state !== 'effective' || parties.every((each) => each.endingAgreedAt !== null);
  return ok({
    ...contract,
    parties,
    state: agreed ? next.value : contract.state,
    cancelReason: reason,
    updatedAt: now,
    version: contract.version + 1,
  });
}

/** What a party puts its name to: parties, terms and amounts; not the state, the version or the days of signing. */
export const signedText = (contract: Contract): SignedText => {
  const { title, type, subType, contractValue, nonTechnologyItems, declaredTechnologyValue } = contract;
  const { id, dealId, achievementId, listingId, validFrom, validUntil, relatedParty, brokerage } = contract;
  const { rights, licence, payment, currency, foreign, secret, clauses } = contract;
  const parties = contract.parties.map(({ signedAt: _signed, endingAgreedAt: _ending, ...party }) => party);
  return {
    ...{ id, dealId, title, type, subType, parties, contractValue, nonTechnologyItems, declaredTechnologyValue },
    ...{ achievementId, listingId, validFrom, validUntil, relatedParty, brokerage },
    ...{ rights, licence, payment, currency, foreign, secret, clauses },
  };
};

export type SignedText = Pick<Contract, 'id' | 'dealId' | 'achievementId' | 'listingId'> &
  Omit<ContractContent, 'parties' | 'classification' | 'expectedInvestment' | 'expectedOutput'> & {
    readonly parties: readonly Omit<ContractParty, 'signedAt' | 'endingAgreedAt'>[];
  };

/** Organizations that may read a contract: its parties and the agencies that brought it about. */
export const contractReaders = (contract: Contract): string[] => [
  ...new Set([
    ...contract.parties.map((party) => party.organizationId),
    ...contract.brokerage.map((share) => share.agencyOrganizationId),
  ]),
];
