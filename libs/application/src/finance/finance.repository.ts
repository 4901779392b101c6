import { Injectable } from '@nestjs/common';
import type {
  CompanyFacts,
  FinanceApplication,
  FinanceNeed,
  FinancePack,
  FinanceProduct,
  PackContent,
} from '#domain/finance/finance.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const stamps = { version: 'plain', createdAt: 'plain', updatedAt: 'plain' } as const;
const products = plainTable<FinanceProduct>('finance_scheme', {
  id: 'plain',
  organizationId: 'plain',
  state: 'plain',
  kind: 'plain',
  title: 'plain',
  description: 'plain',
  rateText: 'plain',
  min: 'fen',
  max: 'fen',
  longestMonths: 'plain',
  conditions: 'json',
  ...stamps,
});
const needs = plainTable<FinanceNeed>('finance_need', {
  id: 'plain',
  organizationId: 'plain',
  state: 'plain',
  amount: 'fen',
  months: 'plain',
  kinds: 'plain',
  purpose: 'plain',
  ...stamps,
});
const applications = plainTable<FinanceApplication>('finance_application', {
  id: 'plain',
  needId: 'plain',
  productId: 'plain',
  organizationId: 'plain',
  providerOrganizationId: 'plain',
  state: 'plain',
  amount: 'fen',
  months: 'plain',
  purpose: 'plain',
  findings: 'json',
  approved: 'fen',
  disbursed: 'fen',
  disbursedOn: 'plain',
  decisionReason: 'plain',
  decidedBy: 'plain',
  ...stamps,
});
const packs = plainTable<FinancePack>('finance_pack', {
  id: 'plain',
  applicationId: 'plain',
  organizationId: 'plain',
  providerOrganizationId: 'plain',
  state: 'plain',
  files: 'json',
  manifest: 'plain',
  signature: 'plain',
  keyId: 'plain',
  consent: 'plain',
  consentedBy: 'plain',
  consentedAt: 'plain',
  expiresOn: 'plain',
  withdrawnAt: 'plain',
  version: 'plain',
});

export interface PackReading {
  readonly id: string;
  readonly packId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly ownerOrganizationId: string;
  readonly at: Date;
}
const readings = plainTable<PackReading>('finance_pack_reading', {
  id: 'plain',
  packId: 'plain',
  organizationId: 'plain',
  personId: 'plain',
  ownerOrganizationId: 'plain',
  at: 'plain',
});

const page = `AND ($1::uuid IS NULL OR t.id < $1) ORDER BY t.id DESC LIMIT $2`;
const registered = `FROM contract_registration r WHERE r.state = 'registered' AND $1::uuid = ANY (r.party_ids)`;

@Injectable()
export class FinanceRepository {
  readonly products = products;
  readonly needs = needs;
  readonly applications = applications;
  readonly packs = packs;
  readonly readings = readings;

  async listPublished(tx: Tx, kind: string | null, after: string | null, limit: number) {
    return products.where(tx, `WHERE t.state = 'published' AND ($3::text IS NULL OR t.kind = $3) ${page}`, [
      after,
      limit,
      kind,
    ]);
  }

  async ownProducts(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return products.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  async ownNeeds(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return needs.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  async applicationsOf(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return applications.where(tx, `WHERE $3::uuid IN (t.organization_id, t.provider_organization_id) ${page}`, [
      after,
      limit,
      organizationId,
    ]);
  }

  async packOf(tx: Tx, applicationId: string): Promise<FinancePack | null> {
    const [found] = await packs.where(tx, `WHERE t.application_id = $1 ORDER BY t.id DESC LIMIT 1`, [applicationId]);
    return found ?? null;
  }

  async withdrawPack(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE finance_pack SET state = 'withdrawn', withdrawn_at = $2, version = version + 1 WHERE id = $1`,
      [id, at],
    );
  }

  async readingsOf(tx: Tx, packId: string, after: string | null, limit: number) {
    return readings.where(tx, `WHERE t.pack_id = $3 ${page}`, [after, limit, packId]);
  }

  /** What the market knows of the actor's own company. */
  async facts(tx: Tx, organizationId: string, today: string): Promise<CompanyFacts> {
    const [row] = await tx.query<Omit<CompanyFacts, 'technologyValue'> & { technologyValue: string }>(
      `SELECT o.county_code AS "countyCode",
         (SELECT count(*)::int ${registered}) AS "registeredContracts",
         (SELECT coalesce(sum(r.verified_technology_value_fen), 0) ${registered}) AS "technologyValue",
         (SELECT count(*)::int FROM patent p WHERE p.organization_id = o.id AND p.state = 'granted' AND p.expires_on >= $2)
           AS "grantedPatents",
         (SELECT count(*)::int FROM patent p WHERE p.organization_id = o.id AND p.state = 'granted' AND p.expires_on >= $2
           AND NOT p.pledged) AS "freePatents",
         EXISTS (SELECT FROM tenancy t WHERE t.enterprise_organization_id = o.id AND t.state = 'admitted') AS tenant
       FROM organization o WHERE o.id = $1`,
      [organizationId, today],
    );
    if (!row) throw new Error(`organization ${organizationId} is gone`);
    return { ...row, technologyValue: BigInt(row.technologyValue) };
  }

  /** The rows of one part of a pack, as the company itself may see them. */
  async content(tx: Tx, part: PackContent, organizationId: string): Promise<unknown[]> {
    return tx.query(contentQueries[part], [organizationId]);
  }
}

const contentQueries: Readonly<Record<PackContent, string>> = {
  contracts: `SELECT r.registration_number AS "registrationNumber", r.verified_type AS type, r.contract->>'title' AS title,
      r.contract_value_fen::text AS "contractValueFen", r.verified_technology_value_fen::text AS "technologyValueFen",
      r.registered_at AS "registeredAt" ${registered} ORDER BY r.registration_number`,
  patents: `SELECT number, kind, title, state, filed_on AS "filedOn", expires_on AS "expiresOn", pledged, licence
    FROM patent WHERE organization_id = $1 AND NOT secret AND state IN ('granted', 'published', 'applied') ORDER BY number`,
  awards: `SELECT c.title AS competition, e.title AS entry, w->>'prize' AS prize
    FROM competition_entry e JOIN competition c ON c.id = e.competition_id AND c.state = 'concluded'
    CROSS JOIN LATERAL jsonb_array_elements(c.final->'ranked') AS w
    WHERE e.organization_id = $1 AND w->>'entryId' = e.id::text AND w->>'prize' IS NOT NULL
    UNION ALL
    SELECT v.scheme || ' ' || v.fiscal_year, a.reason, a.amount_fen::text FROM reward_award a
      JOIN reward_application p ON p.id = a.application_id JOIN reward_review v ON v.id = a.review_id
    WHERE p.organization_id = $1 AND a.amount_fen > 0 ORDER BY 1, 2`,
  titles: `SELECT kind, level, name, state, recognized_on AS "recognizedOn", valid_until AS "validUntil" FROM carrier_title
      WHERE organization_id = $1 AND state IN ('recognized', 'rectifying')
    UNION ALL
    SELECT 'tenancy', '', plan, state, admitted_on, planned_until FROM tenancy
      WHERE enterprise_organization_id = $1 AND state IN ('admitted', 'graduated') ORDER BY 1, 3`,
};
