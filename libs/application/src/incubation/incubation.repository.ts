import { Injectable } from '@nestjs/common';
import type { Tenancy, TenancyMilestone, TenancyState } from '#domain/incubation/tenancy.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { TenancyMilestoneRow, TenancyRow } from './incubation.row.js';

const columns = `id, incubator_organization_id AS "incubatorOrganizationId",
  enterprise_organization_id AS "enterpriseOrganizationId", state, plan, applied_on AS "appliedOn",
  admitted_on AS "admittedOn", planned_until AS "plannedUntil", ended_on AS "endedOn", version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** An incubator and how many tenancies of each kind it has. Counts only: the tenancies themselves are not public. */
export interface IncubatorCount {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly admitted: number;
  readonly graduated: number;
  readonly left: number;
}

@Injectable()
export class IncubationRepository {
  async insert(tx: Tx, tenancy: Tenancy): Promise<void> {
    await tx.manager.insert(TenancyRow, tenancy);
  }

  async save(tx: Tx, tenancy: Tenancy): Promise<void> {
    await tx.manager.update(TenancyRow, { id: tenancy.id }, tenancy);
  }

  async forUpdate(tx: Tx, id: string): Promise<Tenancy | null> {
    return one(await tx.query<TenancyRow>(`SELECT ${columns} FROM tenancy WHERE id = $1 FOR UPDATE`, [id]));
  }

  async find(tx: Tx, id: string): Promise<Tenancy | null> {
    return one(await tx.query<TenancyRow>(`SELECT ${columns} FROM tenancy WHERE id = $1`, [id]));
  }

  /** Tenancies of one organization, on either side. */
  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Tenancy[]> {
    const rows = await tx.query<TenancyRow>(
      `SELECT ${columns} FROM tenancy
       WHERE $1::uuid IN (incubator_organization_id, enterprise_organization_id) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async insertMilestone(tx: Tx, milestone: TenancyMilestone): Promise<void> {
    await tx.manager.insert(TenancyMilestoneRow, milestone);
  }

  async milestones(tx: Tx, tenancyId: string): Promise<TenancyMilestone[]> {
    return tx.query<TenancyMilestone>(
      `SELECT id, tenancy_id AS "tenancyId", kind, note, reached_on AS "reachedOn", created_at AS "createdAt"
       FROM tenancy_milestone WHERE tenancy_id = $1 ORDER BY reached_on, id`,
      [tenancyId],
    );
  }

  async isIncubator(tx: Tx, organizationId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM organization WHERE id = $1 AND kind = 'incubator' AND state = 'verified'`,
      [organizationId],
    );
    return rows.length === 1;
  }

  /** Incubators with their counts, one or all of them; run as the system, which sees every tenancy. */
  async counts(tx: Tx, only: string | null, after: string | null, limit: number): Promise<IncubatorCount[]> {
    return tx.query<IncubatorCount>(
      `SELECT o.id, o.name, o.county_code AS "countyCode",
         count(*) FILTER (WHERE t.state = 'admitted')::int AS admitted,
         count(*) FILTER (WHERE t.state = 'graduated')::int AS graduated,
         count(*) FILTER (WHERE t.state = 'left')::int AS "left"
       FROM organization o LEFT JOIN tenancy t ON t.incubator_organization_id = o.id
       WHERE o.kind = 'incubator' AND o.state = 'verified' AND ($1::uuid IS NULL OR o.id = $1)
         AND ($2::uuid IS NULL OR o.id < $2)
       GROUP BY o.id, o.name, o.county_code ORDER BY o.id DESC LIMIT $3`,
      [only, after, limit],
    );
  }
}

const one = ([row]: TenancyRow[]): Tenancy | null => (row ? toDomain(row) : null);
const toDomain = (row: TenancyRow): Tenancy => ({ ...row, state: row.state as TenancyState });
