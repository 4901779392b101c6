import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import type { Identity } from './caller.js';
import type { TestDatabase } from './database.js';

export interface ContractFacts {
  readonly seller: Identity;
  readonly buyer: Identity;
  readonly buyerCounty?: string;
  readonly valueFen?: bigint;
  readonly technologyFen?: bigint;
  readonly items?: readonly { kind: string; fen: bigint; reasonable: boolean }[];
  readonly brokerage?: readonly { personId: string; agencyId: string; share: number }[];
  readonly relatedParty?: boolean;
  readonly validUntil?: string | null;
  readonly title?: string;
  /** Rights, payment, classification and so on, as they are stored. */
  readonly terms?: object;
}

/** Arranges an effective technology contract directly, without the deal before it: that story has its own spec. Gives its id. */
export async function effectiveContract({ owner: pool }: TestDatabase, facts: ContractFacts): Promise<string> {
  const owner = await pool.connect();
  try {
    await owner.query(`SET session_replication_role = replica`); // no foreign keys: the deal is not arranged
    return await insertContract(owner, facts);
  } finally {
    await owner.query(`RESET session_replication_role`);
    owner.release();
  }
}

async function insertContract(owner: PoolClient, facts: ContractFacts): Promise<string> {
  const id = uuid();
  const value = facts.valueFen ?? 120_000_000n;
  const technology = facts.technologyFen ?? value;
  await owner.query(
    `INSERT INTO contract (id, deal_id, state, title, type, sub_type, seller_organization_id, buyer_organization_id,
       reader_ids, contract_value_fen, declared_technology_value_fen, signed_on, effective_on, valid_until, related_party,
       party_ids, terms, created_at, updated_at)
     VALUES ($1, $2, 'effective', $3, 'development', 'commissioned', $4, $5, $6, $7, $8, '2026-01-05', '2026-01-05', $9, $10,
       $6, $11, now(), now())`,
    [
      id,
      uuid(),
      facts.title ?? '羔羊代乳料研制',
      facts.seller.organizationId,
      facts.buyer.organizationId,
      [facts.seller.organizationId, facts.buyer.organizationId],
      value.toString(),
      technology.toString(),
      facts.validUntil === undefined ? '2028-12-31' : facts.validUntil,
      facts.relatedParty ?? false,
      facts.terms ?? {},
    ],
  );
  const parties = [
    ['seller', facts.seller, '甘肃省示例农业科学院', '620100'],
    ['buyer', facts.buyer, '环县示例羊业有限公司', facts.buyerCounty ?? '621022'],
  ] as const;
  for (const [role, party, name, county] of parties) {
    await owner.query(
      `INSERT INTO contract_party (contract_id, organization_id, role, name, credit_code, county_code, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [id, party.organizationId, role, name, `TEST-${role}`, county],
    );
  }
  for (const [position, item] of (facts.items ?? []).entries()) {
    await owner.query(`INSERT INTO contract_item VALUES ($1, $2, $3, $4, $5)`, [
      id,
      position,
      item.kind,
      item.fen.toString(),
      item.reasonable,
    ]);
  }
  for (const [position, part] of (facts.brokerage ?? []).entries()) {
    await owner.query(`INSERT INTO contract_brokerage VALUES ($1, $2, $3, $4, $5)`, [
      id,
      position,
      part.personId,
      part.agencyId,
      part.share,
    ]);
  }
  return id;
}
