import type { ContractTerms, PaymentTerms } from '#domain/contract/contract-terms.js';
import type { ContractContent } from '#domain/contract/contract.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import type { ContractChange, NamedParty, NewContract } from '#application/contract/contract.service.js';
import { unwrap } from '../http/refusal.exception.js';
import type { PartyDto, PaymentDto } from './contract-terms.dto.js';
import type { AmendContractDto, DraftContractDto, NonTechnologyItemDto } from './contract.dto.js';

const domestic = '142';

const yuan = (text: string): Fen => unwrap(parseYuan(text));
const valueOf = (text: string | null | undefined): Fen | null =>
  text === null || text === undefined ? null : yuan(text);

const itemsOf = (items: readonly NonTechnologyItemDto[]): ContractContent['nonTechnologyItems'] =>
  items.map(({ kind, amountYuan, withinReasonableCarrier }) => ({
    kind,
    amount: yuan(amountYuan),
    withinReasonableCarrier,
  }));

const partiesOf = (parties: readonly PartyDto[] | null | undefined): readonly NamedParty[] | null =>
  parties?.map(({ role, organizationId, countryCode, natureCode }) => ({
    role,
    organizationId,
    countryCode: countryCode ?? domestic,
    natureCode: natureCode ?? null,
  })) ?? null;

/** What is left out, or null, is as if nothing had been agreed on it. */
const termsOf = {
  rights: ({ rights }: AmendContractDto): ContractTerms['rights'] =>
    (rights ?? []).map((right) => ({
      kind: right.kind,
      title: right.title,
      number: right.number ?? null,
      holder: right.holder ?? null,
      filedOn: right.filedOn ?? null,
      expiresOn: right.expiresOn ?? null,
      state: right.state,
      patentId: null,
      licensedUntil: right.licensedUntil ?? null,
    })),
  licence: ({ licence }: AmendContractDto): ContractTerms['licence'] =>
    licence
      ? {
          manner: licence.manner,
          territory: licence.territory ?? null,
          until: licence.until ?? null,
          sublicensable: licence.sublicensable ?? false,
        }
      : null,
  payment: ({ payment }: AmendContractDto): PaymentTerms | null => (payment ? paymentOf(payment) : null),
  currency: ({ currency }: AmendContractDto): ContractTerms['currency'] =>
    currency
      ? {
          code: currency.code,
          originalAmount: yuan(currency.originalAmount),
          rate: currency.rate,
          ratedOn: currency.ratedOn,
        }
      : null,
  classification: ({ classification }: AmendContractDto): ContractTerms['classification'] => ({
    technologyField: classification?.technologyField ?? null,
    planCategory: classification?.planCategory ?? null,
    socioEconomicGoal: classification?.socioEconomicGoal ?? null,
    industry: classification?.industry ?? null,
  }),
  foreign: ({ foreign }: AmendContractDto): boolean => foreign ?? false,
  secret: ({ secret }: AmendContractDto): boolean => secret ?? false,
  clauses: ({ clauses }: AmendContractDto): ContractTerms['clauses'] =>
    (clauses ?? []).map(({ kind, text }) => ({ kind, text })),
};
const termNames = Object.keys(termsOf) as (keyof typeof termsOf)[];

const paymentOf = ({ manner, instalments, royalty }: PaymentDto): PaymentTerms => ({
  manner,
  instalments: (instalments ?? []).map(({ amountYuan, dueOn, condition }) => ({
    amount: yuan(amountYuan),
    dueOn: dueOn ?? null,
    condition: condition ?? null,
  })),
  royalty: royalty
    ? {
        base: royalty.base,
        steps: royalty.steps.map(({ fromYuan, rateBasisPoints }) => ({ from: yuan(fromYuan), rateBasisPoints })),
        settlement: royalty.settlement,
        auditRight: royalty.auditRight,
        until: royalty.until ?? null,
      }
    : null,
});

export const contentOf = (body: DraftContractDto): NewContract => ({
  title: body.title,
  type: body.type,
  subType: body.subType,
  contractValue: yuan(body.contractValueYuan),
  nonTechnologyItems: itemsOf(body.nonTechnologyItems),
  declaredTechnologyValue: valueOf(body.declaredTechnologyValueYuan),
  validFrom: body.validFrom ?? null,
  validUntil: body.validUntil ?? null,
  relatedParty: body.relatedParty ?? false,
  brokerage: body.brokerage ?? null,
  parties: partiesOf(body.parties),
  rights: termsOf.rights(body),
  licence: termsOf.licence(body),
  payment: termsOf.payment(body),
  currency: termsOf.currency(body),
  classification: termsOf.classification(body),
  expectedInvestment: valueOf(body.expectedInvestmentYuan),
  expectedOutput: valueOf(body.expectedOutputYuan),
  foreign: termsOf.foreign(body),
  secret: termsOf.secret(body),
  clauses: termsOf.clauses(body),
});

/** Null clears: the technology value as the split gives it, brokers and parties as in the deal, no terms. */
export function changeOf(body: AmendContractDto): ContractChange {
  const { title, type, subType, validFrom, validUntil, brokerage, parties, nonTechnologyItems } = body;
  const { contractValueYuan, declaredTechnologyValueYuan, relatedParty, expectedInvestmentYuan, expectedOutputYuan } =
    body;
  const plain = { title, type, subType, validFrom, validUntil, brokerage };
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const terms = termNames.filter((name) => body[name] !== undefined).map((name) => [name, termsOf[name](body)]);
  return {
    ...given,
    ...(Object.fromEntries(terms) as Partial<ContractTerms>),
    ...(contractValueYuan !== undefined && { contractValue: yuan(contractValueYuan) }),
    ...(declaredTechnologyValueYuan !== undefined && { declaredTechnologyValue: valueOf(declaredTechnologyValueYuan) }),
    ...(nonTechnologyItems !== undefined && { nonTechnologyItems: itemsOf(nonTechnologyItems) }),
    ...(relatedParty !== undefined && { relatedParty: relatedParty ?? false }),
    ...(expectedInvestmentYuan !== undefined && { expectedInvestment: valueOf(expectedInvestmentYuan) }),
    ...(expectedOutputYuan !== undefined && { expectedOutput: valueOf(expectedOutputYuan) }),
    ...(parties !== undefined && { parties: partiesOf(parties) }),
  };
}
