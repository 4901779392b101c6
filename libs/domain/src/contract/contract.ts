import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A technology contract (技术合同) between a seller and a buyer. */
export interface Contract {
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
  readonly countyCode: string;
  readonly signedAt: Date | null;
  /** When it agreed to end a contract already in effect (民法典 art. 562: 协商一致). */
  readonly endingAgreedAt: Date | null;
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
>;

export type AmountsRefusal = Refusal<'contract.noTechnologyValue' | 'contract.technologyValueAboveSplit'>;

/**
 * 技术交易额 = 成交总额 − 非技术性费用; the direct cost of a reasonable quantity of carriers is not deducted.
 * 0 < 技术交易额 ≤ 成交总额. 技术合同认定规则（国科发政字〔2001〕253号） arts. 51–53.
 */
export function technologyValue(
  contractValue: Fen,
  items: readonly NonTechnologyItem[],
): Result<Fen, Refusal<'contract.noTechnologyValue'>> {
  const deducted = items
    .filter((item) => !item.withinReasonableCarrier)
    .reduce((total, item) => total + item.amount, 0n);
  const value = contractValue - deducted;
  if (value <= 0n) return refuse('contract.noTechnologyValue', {}, '/nonTechnologyItems');
  return ok(value);
}

/** The amounts agree with each other: nobody declares more technology than the split leaves, nor none. */
export function checkAmounts(
  content: Pick<Contract, 'contractValue' | 'nonTechnologyItems' | 'declaredTechnologyValue'>,
): Result<Fen, AmountsRefusal> {
  const split = technologyValue(content.contractValue, content.nonTechnologyItems);
  if (!split.ok) return split;
  if (content.declaredTechnologyValue <= 0n) {
    return refuse('contract.noTechnologyValue', {}, '/declaredTechnologyValueYuan');
  }
  if (content.declaredTechnologyValue > split.value) {
    return refuse('contract.technologyValueAboveSplit', {}, '/declaredTechnologyValueYuan');
  }
  return split;
}

/** Contract types that fit what was negotiated; the type follows rights and duties, not the title (司法解释 art. 42). */
const typesOfMode: Readonly<Record<TransferMode, readonly ContractType[]>> = {
  transfer: ['transfer'],
  licence: ['licence'],
  equityContribution: ['transfer', 'licence'],
  cooperation: ['development'],
  service: ['service', 'consulting', 'development'],
};

export type ContentRefusal =
  | AmountsRefusal
  | Refusal<
      | 'contract.subTypeUnknown'
      | 'contract.typeNotAgreed'
      | 'contract.priceNotAgreed'
      | 'contract.validityReversed'
      | 'contract.brokerageTooMuch'
      | 'contract.brokerUnknown'
      | 'contract.brokerMissing'
    >;

/** What the deal fixed and the contract may not change by itself. */
export interface AgreedTerms {
  readonly price: Fen;
  readonly mode: TransferMode;
  readonly brokers: readonly Pick<BrokerageShare, 'brokerPersonId' | 'agencyOrganizationId'>[];
}

const wholeBasisPoints = 10_000;

/** Checks a draft by itself and against the agreed deal. */
export function checkContract<C extends ContractContent>(content: C, agreed: AgreedTerms): Result<C, ContentRefusal> {
  const subTypes: readonly string[] = contractSubTypes[content.type];
  if (!subTypes.includes(content.subType)) {
    return refuse('contract.subTypeUnknown', { allowed: subTypes.join('、') }, '/subType');
  }
  if (!typesOfMode[agreed.mode].includes(content.type)) return refuse('contract.typeNotAgreed', {}, '/type');
  if (content.contractValue !== agreed.price) return refuse('contract.priceNotAgreed', {}, '/contractValueYuan');
  if (content.validFrom !== null && content.validUntil !== null && content.validUntil < content.validFrom) {
    return refuse('contract.validityReversed', {}, '/validUntil');
  }
  const shares = checkBrokerage(content.brokerage, agreed.brokers);
  if (!shares.ok) return shares;
  const amounts = checkAmounts(content);
  return amounts.ok ? ok(content) : amounts;
}

/** Every broker of the deal, each once, and nobody else: the parties cannot leave out who brought them together (民法典 art. 965). */
function checkBrokerage(
  shares: readonly BrokerageShare[],
  brokers: AgreedTerms['brokers'],
): Result<null, Refusal<'contract.brokerageTooMuch' | 'contract.brokerUnknown' | 'contract.brokerMissing'>> {
  const known = new Set(brokers.map((broker) => `${broker.brokerPersonId}/${broker.agencyOrganizationId}`));
  for (const share of shares) {
    // A broker of the deal leaves the set once named, so a second naming is refused as well.
    if (!known.delete(`${share.brokerPersonId}/${share.agencyOrganizationId}`)) {
      return refuse('contract.brokerUnknown', {}, '/brokerage');
    }
  }
  if (known.size > 0) return refuse('contract.brokerMissing', {}, '/brokerage');
  const total = shares.reduce((sum, share) => sum + share.shareBasisPoints, 0);
  return total > wholeBasisPoints ? refuse('contract.brokerageTooMuch', {}, '/brokerage') : ok(null);
}

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

/** Text changes while nobody has signed it. */
export function amendContract(
  contract: Contract,
  change: Partial<ContractContent>,
  now: Date,
): Result<Contract, Refusal<'contract.notDraft'>> {
  if (contract.state !== 'draft') return refuse('contract.notDraft', { state: contract.state });
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
export const signedText = (contract: Contract): object => {
  const { title, type, subType, contractValue, nonTechnologyItems, declaredTechnologyValue } = contract;
  const { id, dealId, achievementId, listingId, validFrom, validUntil, relatedParty, brokerage } = contract;
  const parties = contract.parties.map(({ signedAt: _signed, endingAgreedAt: _ending, ...party }) => party);
  return {
    ...{ id, dealId, title, type, subType, parties, contractValue, nonTechnologyItems, declaredTechnologyValue },
    ...{ achievementId, listingId, validFrom, validUntil, relatedParty, brokerage },
  };
};

/** Organizations that may read a contract: its parties and the agencies that brought it about. */
export const contractReaders = (contract: Contract): string[] => [
  ...new Set([
    ...contract.parties.map((party) => party.organizationId),
    ...contract.brokerage.map((share) => share.agencyOrganizationId),
  ]),
];
