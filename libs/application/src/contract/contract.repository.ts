import { Injectable } from '@nestjs/common';
import {
  contractReaders,
  type BrokerageShare,
  type Contract,
  type ContractParty,
  type ContractState,
  type ContractSubType,
  type ContractType,
  type NonTechnologyItem,
} from '#domain/contract/contract.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { readTerms, storeTerms } from './contract-terms.mapper.js';
import { ContractBrokerageRow, ContractItemRow, ContractPartyRow, ContractRow } from './contract.row.js';

const columns = `c.id, c.deal_id AS "dealId", c.state, c.title, c.type, c.sub_type AS "subType",
  c.contract_value_fen AS "contractValueFen", c.declared_technology_value_fen AS "declaredTechnologyValueFen",
  c.achievement_id AS "achievementId", c.listing_id AS "listingId", c.signed_on AS "signedOn", c.effective_on AS "effectiveOn",
  c.valid_from AS "validFrom", c.valid_until AS "validUntil", c.related_party AS "relatedParty",
  c.terms, c.settled_contract_value_fen AS "settledContractValueFen",
  c.settled_technology_value_fen AS "settledTechnologyValueFen",
  c.cancel_reason AS "cancelReason", c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

/** Parts are read beside the contract, the leading party of each side first: amounts and instants as text, so that JSON loses nothing of them. */
const parts = `
  (SELECT coalesce(json_agg(json_build_object('role', p.role, 'organizationId', p.organization_id, 'name', p.name,
     'creditCode', p.credit_code, 'countyCode', p.county_code, 'countryCode', p.country_code, 'natureCode', p.nature_code, 'signedAt', p.signed_at, 'endingAgreedAt', p.ending_agreed_at)
     ORDER BY array_position(ARRAY['seller', 'buyer', 'intermediary'], p.role),
       p.organization_id NOT IN (c.seller_organization_id, c.buyer_organization_id), p.organization_id), '[]')
   FROM contract_party p WHERE p.contract_id = c.id) AS parties,
  (SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'amountFen', i.amount_fen::text,
     'withinReasonableCarrier', i.within_reasonable_carrier) ORDER BY i.position), '[]')
   FROM contract_item i WHERE i.contract_id = c.id) AS items,
  (SELECT coalesce(json_agg(json_build_object('brokerPersonId', b.broker_person_id,
     'agencyOrganizationId', b.agency_organization_id, 'shareBasisPoints', b.share_basis_points) ORDER BY b.position), '[]')
   FROM contract_brokerage b WHERE b.contract_id = c.id) AS brokerage`;

type RawParty = Omit<ContractParty, 'signedAt' | 'endingAgreedAt'> & {
  readonly signedAt: string | null;
  readonly endingAgreedAt: string | null;
};
type RawContract = Omit<
  ContractRow,
  | 'contractValueFen'
  | 'declaredTechnologyValueFen'
  | 'settledContractValueFen'
  | 'settledTechnologyValueFen'
  | 'sellerOrganizationId'
  | 'buyerOrganizationId'
  | 'readerIds'
  | 'partyIds'
> & {
  readonly settledContractValueFen: string | null;
  readonly settledTechnologyValueFen: string | null;
  readonly contractValueFen: string;
  readonly declaredTechnologyValueFen: string;
  readonly parties: readonly RawParty[];
  readonly items: readonly (Omit<NonTechnologyItem, 'amount'> & { readonly amountFen: string })[];
  readonly brokerage: readonly BrokerageShare[];
};

export type NamedOrganization = Pick<ContractParty, 'name' | 'creditCode' | 'countyCode'> & {
  readonly kind: string;
  readonly state: string;
};

@Injectable()
export class ContractRepository {
  async insert(tx: Tx, contract: Contract): Promise<void> {
    await tx.manager.insert(ContractRow, toRow(contract) as object);
    await this.insertParts(tx, contract);
  }

  /** Saves the contract and its signatures; `content` writes parties, items and shares anew instead. */
  async save(tx: Tx, contract: Contract, content: boolean): Promise<void> {
    await tx.manager.update(ContractRow, { id: contract.id }, toRow(contract) as object);
    if (!content) {
      for (const { organizationId, signedAt, endingAgreedAt } of contract.parties) {
        await tx.manager.update(
          ContractPartyRow,
          { contractId: contract.id, organizationId },
          { signedAt, endingAgreedAt },
        );
      }
      return;
    }
    await tx.manager.delete(ContractPartyRow, { contractId: contract.id });
    await tx.manager.delete(ContractItemRow, { contractId: contract.id });
    await tx.manager.delete(ContractBrokerageRow, { contractId: contract.id });
    await this.insertParts(tx, contract);
  }

  /** The contract with its row locked, or null when the actor may not see it. */
  async forUpdate(tx: Tx, id: string): Promise<Contract | null> {
    // Locked first: the parts below are then read as the holder before us left them.
    await tx.query(`SELECT id FROM contract WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(tx, id);
  }

  async find(tx: Tx, id: string): Promise<Contract | null> {
    const [row] = await tx.query<RawContract>(`SELECT ${columns}, ${parts} FROM contract c WHERE c.id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Contracts an organization reads, newest first. */
  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Contract[]> {
    const rows = await tx.query<RawContract>(
      `SELECT ${columns}, ${parts} FROM contract c
       WHERE c.reader_ids @> ARRAY[$1::uuid] AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** An organization as it is called today, for the text of the contract; null when there is none. */
  async organization(tx: Tx, id: string): Promise<NamedOrganization | null> {
    const [row] = await tx.query<NamedOrganization>(
      `SELECT name, credit_code AS "creditCode", county_code AS "countyCode", kind, state FROM organization WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  private async insertParts(tx: Tx, { id, parties, nonTechnologyItems, brokerage }: Contract): Promise<void> {
    await tx.manager.insert(
      ContractPartyRow,
      parties.map((party) => ({ contractId: id, ...party })),
    );
    if (nonTechnologyItems.length > 0) {
      await tx.manager.insert(
        ContractItemRow,
        nonTechnologyItems.map(({ amount, ...item }, position) => ({
          ...item,
          contractId: id,
          position,
          amountFen: amount,
        })),
      );
    }
    if (brokerage.length > 0) {
      await tx.manager.insert(
        ContractBrokerageRow,
        brokerage.map((share, position) => ({ ...share, contractId: id, position })),
      );
    }
  }
}

function toRow(contract: Contract): ContractRow {
  const { id, dealId, state, title, type, subType, achievementId, listingId, signedOn, effectiveOn } = contract;
  const { validFrom, validUntil, relatedParty, cancelReason, version, createdAt, updatedAt, parties, settled } =
    contract;
  return {
    ...{ id, dealId, state, title, type, subType, achievementId, listingId, signedOn, effectiveOn },
    ...{ validFrom, validUntil, relatedParty, cancelReason, version, createdAt, updatedAt },
    contractValueFen: contract.contractValue,
    declaredTechnologyValueFen: contract.declaredTechnologyValue,
    settledContractValueFen: settled?.contractValue ?? null,
    settledTechnologyValueFen: settled?.technologyValue ?? null,
    sellerOrganizationId: organizationOf(parties, 'seller'),
    buyerOrganizationId: organizationOf(parties, 'buyer'),
    readerIds: contractReaders(contract),
    partyIds: parties.map(({ organizationId }) => organizationId),
    terms: storeTerms(contract),
  };
}

function organizationOf(parties: readonly ContractParty[], role: ContractParty['role']): string {
  const party = parties.find((each) => each.role === role);
  if (!party) throw new Error(`a contract without ${role}`);
  return party.organizationId;
}

function toDomain({
  contractValueFen,
  declaredTechnologyValueFen,
  settledContractValueFen,
  settledTechnologyValueFen,
  terms,
  parties,
  items,
  ...row
}: RawContract): Contract {
  const isSettled = settledContractValueFen !== null && settledTechnologyValueFen !== null;
  return {
    ...row,
    ...readTerms(terms as Parameters<typeof readTerms>[0]),
    state: row.state as ContractState,
    type: row.type as ContractType,
    subType: row.subType as ContractSubType,
    contractValue: BigInt(contractValueFen),
    declaredTechnologyValue: BigInt(declaredTechnologyValueFen),
    settled: isSettled
      ? { contractValue: BigInt(settledContractValueFen), technologyValue: BigInt(settledTechnologyValueFen) }
      : null,
    parties: parties.map((party) => ({
      ...party,
      signedAt: instantOf(party.signedAt),
      endingAgreedAt: instantOf(party.endingAgreedAt),
    })),
    nonTechnologyItems: items.map(({ amountFen, ...item }) => ({ ...item, amount: BigInt(amountFen) })),
  };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
