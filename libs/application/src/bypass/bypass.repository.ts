import { Injectable } from '@nestjs/common';
import type { BypassFinding } from '#domain/bypass/bypass.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, contract_id AS "contractId", introduction_id AS "introductionId", mandate_id AS "mandateId",
  agency_organization_id AS "agencyOrganizationId", broker_person_id AS "brokerPersonId",
  principal_organization_id AS "principalOrganizationId", counterpart_organization_id AS "counterpartOrganizationId",
  introduced_on::text AS "introducedOn", signed_on::text AS "signedOn", tail_ends_on::text AS "tailEndsOn",
  same_achievement AS "sameAchievement", state, decided_by AS "decidedBy", decision_reason AS "decisionReason", version,
  created_at AS "createdAt"`;

/** A contract of two introduced sides, by one mandate, that nobody has looked at. */
export type Candidate = Omit<
  BypassFinding,
  'id' | 'state' | 'decidedBy' | 'decisionReason' | 'version' | 'createdAt' | 'tailEndsOn'
> & {
  readonly expiresOn: LocalDate;
  readonly tailDays: number;
  readonly namedAgencyIds: readonly string[];
};

/** Until when the records were compared, and the day on which all of them were. */
export interface BypassLook {
  readonly lookedUntil: Date | null;
  readonly fullOn: LocalDate | null;
}

export interface BypassStatement {
  readonly organizationId: string;
  readonly personId: string;
  readonly text: string;
  readonly at: Date;
}

@Injectable()
export class BypassRepository {
  /** How far the records were compared; null while another worker compares them. */
  async lockLook(tx: Tx): Promise<BypassLook | null> {
    const sql = `SELECT looked_until AS "lookedUntil", full_on::text AS "fullOn" FROM bypass_look FOR UPDATE SKIP LOCKED`;
    return (await tx.query<BypassLook>(sql))[0] ?? null;
  }

  async saveLook(tx: Tx, { lookedUntil, fullOn }: BypassLook): Promise<void> {
    await tx.execute(`UPDATE bypass_look SET looked_until = $1, full_on = $2`, [lookedUntil, fullOn]);
  }

  /**
   * Whose dates fit, after the last one that was seen; the rule decides. Both directions: who buys here may have been the
   * one who offered there. Of contracts and introductions changed since an instant, each found by its index; null: of all.
   */
  async candidates(
    tx: Tx,
    since: Date | null,
    after: Pick<Candidate, 'contractId' | 'mandateId'> | null,
    limit: number,
  ): Promise<Candidate[]> {
    return tx.query<Candidate>(
      `WITH touched AS (
         SELECT c.id FROM contract c WHERE c.state = 'effective' AND ($2::timestamptz IS NULL OR c.updated_at >= $2)
         UNION
         SELECT c.id FROM introduction i JOIN contract c ON c.state = 'effective'
           AND (c.seller_organization_id, c.buyer_organization_id) IN (
             (i.achievement_organization_id, i.demand_organization_id), (i.demand_organization_id, i.achievement_organization_id))
         WHERE i.introducer_kind = 'broker' AND i.created_at >= $2)
       SELECT c.id AS "contractId", i.id AS "introductionId", m.id AS "mandateId",
         m.agency_organization_id AS "agencyOrganizationId", m.broker_person_id AS "brokerPersonId",
         m.principal_organization_id AS "principalOrganizationId",
         CASE WHEN m.principal_organization_id = i.demand_organization_id THEN i.achievement_organization_id
           ELSE i.demand_organization_id END AS "counterpartOrganizationId",
         (i.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "introducedOn", c.signed_on::text AS "signedOn",
         m.expires_on::text AS "expiresOn", m.tail_days AS "tailDays",
         coalesce(c.achievement_id = i.achievement_id, false) AS "sameAchievement",
         ARRAY(SELECT b.agency_organization_id::text FROM contract_brokerage b WHERE b.contract_id = c.id
           UNION SELECT p.organization_id::text FROM contract_party p WHERE p.contract_id = c.id AND p.role = 'intermediary')
           AS "namedAgencyIds"
       FROM introduction i
       JOIN mandate m ON m.id = ANY (i.mandate_ids)
       JOIN contract c ON c.state = 'effective'
         AND (c.seller_organization_id, c.buyer_organization_id) IN (
           (i.achievement_organization_id, i.demand_organization_id), (i.demand_organization_id, i.achievement_organization_id))
       WHERE i.introducer_kind = 'broker' AND c.id IN (SELECT id FROM touched)
         AND ($3::uuid IS NULL OR (c.id, m.id) > ($3::uuid, $4::uuid)) AND c.signed_on >= (i.created_at AT TIME ZONE 'Asia/Shanghai')::date
         AND c.signed_on <= m.expires_on + m.tail_days
         AND NOT EXISTS (SELECT FROM contract_brokerage b WHERE b.contract_id = c.id
           AND b.agency_organization_id = m.agency_organization_id)
         AND NOT EXISTS (SELECT FROM contract_party p WHERE p.contract_id = c.id AND p.role = 'intermediary'
           AND p.organization_id = m.agency_organization_id)
         AND NOT EXISTS (SELECT FROM bypass_finding f WHERE f.contract_id = c.id AND f.mandate_id = m.id)
       ORDER BY c.id, m.id LIMIT $1`,
      [limit, since, after?.contractId ?? null, after?.mandateId ?? null],
    );
  }

  /** False when another worker was first. */
  async insert(tx: Tx, f: BypassFinding): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO bypass_finding (id, contract_id, introduction_id, mandate_id, agency_organization_id, broker_person_id,
         principal_organization_id, counterpart_organization_id, introduced_on, signed_on, tail_ends_on, same_achievement, state,
         created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       ON CONFLICT ON CONSTRAINT bypass_finding_once DO NOTHING RETURNING id`,
      [
        ...[f.id, f.contractId, f.introductionId, f.mandateId, f.agencyOrganizationId, f.brokerPersonId],
        ...[f.principalOrganizationId, f.counterpartOrganizationId, f.introducedOn, f.signedOn, f.tailEndsOn],
        ...[f.sameAchievement, f.state, f.createdAt],
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, f: BypassFinding): Promise<void> {
    await tx.execute(
      `UPDATE bypass_finding SET state = $2, decided_by = $3, decision_reason = $4, version = $5 WHERE id = $1`,
      [f.id, f.state, f.decidedBy, f.decisionReason, f.version],
    );
  }

  async find(tx: Tx, id: string): Promise<BypassFinding | null> {
    const sql = `SELECT ${columns} FROM bypass_finding WHERE id = $1`;
    return (await tx.query<BypassFinding>(sql, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<BypassFinding | null> {
    const sql = `SELECT ${columns} FROM bypass_finding WHERE id = $1 FOR UPDATE`;
    return (await tx.query<BypassFinding>(sql, [id]))[0] ?? null;
  }

  async list(tx: Tx, after: string | null, limit: number): Promise<BypassFinding[]> {
    return tx.query<BypassFinding>(
      `SELECT ${columns} FROM bypass_finding WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async insertStatement(tx: Tx, findingId: string, s: BypassStatement): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO bypass_statement (finding_id, organization_id, person_id, text, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING finding_id`,
      [findingId, s.organizationId, s.personId, s.text, s.at],
    );
    return rows.length === 1;
  }

  async statements(tx: Tx, findingId: string): Promise<BypassStatement[]> {
    return tx.query<BypassStatement>(
      `SELECT organization_id AS "organizationId", person_id AS "personId", text, at FROM bypass_statement
       WHERE finding_id = $1 ORDER BY at, organization_id`,
      [findingId],
    );
  }
}
