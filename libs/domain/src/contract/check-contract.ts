import type { TransferMode } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { checkCurrency, checkPayment, type CurrencyRefusal, type PaymentRefusal } from './check-payment.js';
import { checkRights, type RightsRefusal } from './check-rights.js';
import { codeListOn, hasCode, type CodeListId } from './code-lists.policy.js';
import {
  contractSubTypes,
  type BrokerageShare,
  type Contract,
  type ContractContent,
  type ContractParty,
  type ContractType,
  type NonTechnologyItem,
} from './contract.js';

/** Checks of what the parties write. */
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
  | PartiesRefusal
  | PaymentRefusal
  | CurrencyRefusal
  | RightsRefusal
  | CodesRefusal
  | Refusal<
      | 'contract.subTypeUnknown'
      | 'contract.typeNotAgreed'
      | 'contract.priceNotAgreed'
      | 'contract.validityReversed'
      | 'contract.brokerageTooMuch'
      | 'contract.brokerUnknown'
      | 'contract.brokerMissing'
      | 'contract.secretNotOnline'
      | 'contract.clauseTwice'
    >;

/** What the deal fixed and the contract may not change by itself. */
export interface AgreedTerms {
  readonly price: Fen;
  readonly mode: TransferMode;
  readonly brokers: readonly Pick<BrokerageShare, 'brokerPersonId' | 'agencyOrganizationId'>[];
  readonly sellerOrganizationId: string;
  readonly buyerOrganizationId: string;
}

const wholeBasisPoints = 10_000;

/** Checks a draft by itself and against the agreed deal. */
export function checkContract<C extends ContractContent>(
  content: C,
  agreed: AgreedTerms,
  today: LocalDate,
): Result<C, ContentRefusal> {
  // First of all: what is secret is not examined further here, nor kept.
  if (content.secret) return refuse('contract.secretNotOnline', {}, '/secret');
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
  if (!amounts.ok) return amounts;
  const terms = checkTerms(content, agreed, today);
  return terms.ok ? ok(content) : terms;
}

function checkTerms(content: ContractContent, agreed: AgreedTerms, today: LocalDate): Result<null, ContentRefusal> {
  const parties = checkParties(content, agreed);
  if (!parties.ok) return parties;
  const codes = checkCodes(content, today);
  if (!codes.ok) return codes;
  const payment = checkPayment(content.payment, content.contractValue);
  if (!payment.ok) return payment;
  const currency = checkCurrency(content.currency, content.contractValue, today);
  if (!currency.ok) return currency;
  const clauses = content.clauses.map(({ kind }) => kind).filter((kind) => kind !== 'other');
  if (new Set(clauses).size < clauses.length) return refuse('contract.clauseTwice', {}, '/clauses');
  return checkRights(content);
}

export type PartiesRefusal = Refusal<'contract.sideMissing' | 'contract.partyTwice' | 'contract.foreignUnstated'>;

const domestic = '142';

/** Both sides of the deal keep their side; others may join them; a party from abroad makes the contract a foreign one. */
function checkParties(
  { parties, foreign }: Pick<ContractContent, 'parties' | 'foreign'>,
  agreed: AgreedTerms,
): Result<null, PartiesRefusal> {
  const stands = (role: ContractParty['role'], id: string): boolean =>
    parties.some((party) => party.role === role && party.organizationId === id);
  if (!stands('seller', agreed.sellerOrganizationId) || !stands('buyer', agreed.buyerOrganizationId)) {
    return refuse('contract.sideMissing', {}, '/parties');
  }
  if (new Set(parties.map(({ organizationId }) => organizationId)).size < parties.length) {
    return refuse('contract.partyTwice', {}, '/parties');
  }
  const abroad = parties.some(({ countryCode }) => countryCode !== domestic);
  return abroad && !foreign ? refuse('contract.foreignUnstated', {}, '/foreign') : ok(null);
}

export type CodesRefusal = Refusal<'contract.codeUnknown'>;

/** Every code is one of the lists in force today. */
function checkCodes(content: ContractContent, today: LocalDate): Result<null, CodesRefusal> {
  const { technologyField, planCategory, socioEconomicGoal, industry } = content.classification;
  const given: readonly (readonly [CodeListId, string | null, string])[] = [
    ...content.parties.map(({ natureCode }) => ['partyNature', natureCode, '/parties'] as const),
    ...content.parties.map(({ countryCode }) => ['country', countryCode, '/parties'] as const),
    ['technologyField', technologyField, '/classification/technologyField'],
    ['planCategory', planCategory, '/classification/planCategory'],
    ['socioEconomicGoal', socioEconomicGoal, '/classification/socioEconomicGoal'],
    ['industry', industry, '/classification/industry'],
    ['currency', content.currency?.code ?? null, '/currency/code'],
  ];
  for (const [id, code, pointer] of given) {
    const list = codeListOn(id, today);
    if (code !== null && !hasCode(list, code))
      return refuse('contract.codeUnknown', { code, list: list.title }, pointer);
  }
  return ok(null);
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
