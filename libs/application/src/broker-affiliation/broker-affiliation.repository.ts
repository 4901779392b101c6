import { Injectable } from '@nestjs/common';
import type { BrokerAffiliation } from '#domain/broker-affiliation/broker-affiliation.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, person_id AS "personId", agency_organization_id AS "agencyOrganizationId", state, since, ended_at AS "endedAt",
  reason, version, created_at AS "createdAt"`;

@Injectable()
export class BrokerAffiliationRepository {
  async insert(tx: Tx, a: BrokerAffiliation): Promise<void> {
    await tx.execute(
      `INSERT INTO broker_affiliation (id, person_id, agency_organization_id, state, created_at) VALUES ($1, $2, $3, $4, $5)`,
      [a.id, a.personId, a.agencyOrganizationId, a.state, a.createdAt],
    );
  }

  async save(tx: Tx, a: BrokerAffiliation): Promise<void> {
    await tx.execute(
      `UPDATE broker_affiliation SET state = $2, since = $3, ended_at = $4, reason = $5, version = $6 WHERE id = $1`,
      [a.id, a.state, a.since, a.endedAt, a.reason, a.version],
    );
  }

  async find(tx: Tx, id: string): Promise<BrokerAffiliation | null> {
    const sql = `SELECT ${columns} FROM broker_affiliation WHERE id = $1`;
    return (await tx.query<BrokerAffiliation>(sql, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<BrokerAffiliation | null> {
    const sql = `SELECT ${columns} FROM broker_affiliation WHERE id = $1 FOR UPDATE`;
    return (await tx.query<BrokerAffiliation>(sql, [id]))[0] ?? null;
  }

  async activeOf(tx: Tx, personId: string): Promise<BrokerAffiliation | null> {
    const sql = `SELECT ${columns} FROM broker_affiliation WHERE person_id = $1 AND state = 'active' FOR UPDATE`;
    return (await tx.query<BrokerAffiliation>(sql, [personId]))[0] ?? null;
  }

  /** Where a person practises now. */
  async agencyOf(tx: Tx, personId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT agency_organization_id AS id FROM broker_affiliation WHERE person_id = $1 AND state = 'active'`,
      [personId],
    );
    return row?.id ?? null;
  }

  /** The own, those of the agency for its manager, all for the bureau: as row-level security leaves them. */
  async list(tx: Tx, after: string | null, limit: number): Promise<BrokerAffiliation[]> {
    return tx.query<BrokerAffiliation>(
      `SELECT ${columns} FROM broker_affiliation WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** A verified agency in which the person works. */
  async worksAt(tx: Tx, personId: string, agencyId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM organization o JOIN membership m ON m.organization_id = o.id
       WHERE o.id = $2 AND o.kind = 'transferAgency' AND o.state = 'verified' AND m.person_id = $1 AND m.ended_at IS NULL`,
      [personId, agencyId],
    );
    return rows.length === 1;
  }
}
