import { Injectable } from '@nestjs/common';
import type { Stay } from '#domain/incubation/cohort.js';
import type { Tenancy, TenancyMilestone, TenancyState, TenancySupport } from '#domain/incubation/tenancy.js';
import type { GraduationGround } from '#domain/incubation/tenancy.policy.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { TenancyMilestoneRow, TenancyRow } from './incubation.row.js';

const columns = `id, incubator_organization_id AS "incubatorOrganizationId",
  enterprise_organization_id AS "enterpriseOrganizationId", state, plan,
  technology_based AS "technologyBased", founded_on AS "foundedOn", field, on_premises AS "onPremises",
  exception_reason AS "exceptionReason", by_definition AS "byDefinition", graduation_ground AS "graduationGround",
  decision_reason AS "decisionReason", applied_on AS "appliedOn",
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
  readonly failed: number;
  readonly lost: number;
}

const supports = plainTable<TenancySupport>('tenancy_support', {
  id: 'plain',
  tenancyId: 'plain',
  kind: 'plain',
  amount: 'fen',
  givenOn: 'plain',
  note: 'plain',
  recordedBy: 'plain',
  createdAt: 'plain',
});

/** An incubator by kind, or whoever holds a title of a carrier that takes tenants. */
const takesTenants = `o.state = 'verified' AND (o.kind = 'incubator' OR EXISTS (
  SELECT FROM carrier_title c WHERE c.organization_id = o.id AND c.state IN ('recognized', 'rectifying')
    AND c.kind IN ('makerSpace', 'incubator', 'agriStarSpace')))`;

@Injectable()
export class IncubationRepository {
  readonly supports = supports;

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

  async supportsOf(tx: Tx, tenancyId: string): Promise<TenancySupport[]> {
    return supports.where(tx, `WHERE t.tenancy_id = $1 ORDER BY t.given_on, t.id`, [tenancyId]);
  }

  async admittedOf(tx: Tx, organizationId: string): Promise<Tenancy | null> {
    return one(
      await tx.query<TenancyRow>(
        `SELECT ${columns} FROM tenancy WHERE enterprise_organization_id = $1 AND state = 'admitted'`,
        [organizationId],
      ),
    );
  }

  /** Every stay that began, of one carrier or of all; run as the system. */
  async stays(tx: Tx, incubatorId: string | null): Promise<Stay[]> {
    return tx.query<Stay>(
      `SELECT state, admitted_on AS "admittedOn", ended_on AS "endedOn" FROM tenancy
       WHERE admitted_on IS NOT NULL AND ($1::uuid IS NULL OR incubator_organization_id = $1)`,
      [incubatorId],
    );
  }

  async isIncubator(tx: Tx, organizationId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM organization o WHERE o.id = $1 AND ${takesTenants}`, [organizationId]);
    return rows.length === 1;
  }

  /** Incubators with their counts, one or all of them; run as the system, which sees every tenancy. */
  async counts(tx: Tx, only: string | null, after: string | null, limit: number): Promise<IncubatorCount[]> {
    return tx.query<IncubatorCount>(
      `SELECT o.id, o.name, o.county_code AS "countyCode",
         count(*) FILTER (WHERE t.state = 'admitted')::int AS admitted,
         count(*) FILTER (WHERE t.state = 'graduated')::int AS graduated,
         count(*) FILTER (WHERE t.state = 'left')::int AS "left",
         count(*) FILTER (WHERE t.state = 'failed')::int AS failed,
         count(*) FILTER (WHERE t.state = 'lost')::int AS lost
       FROM organization o LEFT JOIN tenancy t ON t.incubator_organization_id = o.id
       WHERE ${takesTenants} AND ($1::uuid IS NULL OR o.id = $1)
         AND ($2::uuid IS NULL OR o.id < $2)
       GROUP BY o.id, o.name, o.county_code ORDER BY o.id DESC LIMIT $3`,
      [only, after, limit],
    );
  }
}

const one = ([row]: TenancyRow[]): Tenancy | null => (row ? toDomain(row) : null);
const toDomain = (row: TenancyRow): Tenancy => ({
  ...row,
  state: row.state as TenancyState,
  graduationGround: row.graduationGround as GraduationGround | null,
});
