import { Injectable } from '@nestjs/common';
import type { EnterpriseVisit, VisitFinding, VisitPlan } from '#domain/enterprise-visit/enterprise-visit.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const planColumns = `id, organization_id AS "organizationId", state, title, county_code AS "countyCode",
  starts_on::text AS "startsOn", ends_on::text AS "endsOn", target_ids AS "targetIds", version, created_at AS "createdAt"`;
const visitColumns = `v.id, v.organization_id AS "organizationId", v.plan_id AS "planId",
  v.visited_organization_id AS "visitedOrganizationId", v.visited_on::text AS "visitedOn", v.visitors,
  v.received_by AS "receivedBy", v.summary, v.submitted_at AS "submittedAt",
  coalesce((SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'text', f.text, 'state', f.state,
     'demandId', f.demand_id, 'consent', f.consent, 'note', f.note) ORDER BY f.position)
   FROM visit_finding f WHERE f.visit_id = v.id), '[]') AS findings`;
const findingColumns = `id, kind, text, state, demand_id AS "demandId", consent, note, visit_id AS "visitId",
  organization_id AS "organizationId", visited_organization_id AS "visitedOrganizationId"`;

/** A finding with whose it is. */
export type StoredFinding = VisitFinding & {
  readonly visitId: string;
  readonly organizationId: string;
  readonly visitedOrganizationId: string;
};

/** An enterprise that nobody has visited in a year. */
export interface Unvisited {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly lastVisitedOn: string | null;
}

@Injectable()
export class EnterpriseVisitRepository {
  async insertPlan(tx: Tx, plan: VisitPlan): Promise<void> {
    const { id, organizationId, state, title, countyCode, startsOn, endsOn, targetIds, createdAt } = plan;
    await tx.execute(
      `INSERT INTO visit_plan (id, organization_id, state, title, county_code, starts_on, ends_on, target_ids, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organizationId, state, title, countyCode, startsOn, endsOn, targetIds, createdAt],
    );
  }

  async savePlan(tx: Tx, { id, state, version }: VisitPlan): Promise<void> {
    await tx.execute(`UPDATE visit_plan SET state = $2, version = $3 WHERE id = $1`, [id, state, version]);
  }

  async findPlan(tx: Tx, id: string): Promise<VisitPlan | null> {
    return (await tx.query<VisitPlan>(`SELECT ${planColumns} FROM visit_plan WHERE id = $1`, [id]))[0] ?? null;
  }

  async planForUpdate(tx: Tx, id: string): Promise<VisitPlan | null> {
    const sql = `SELECT ${planColumns} FROM visit_plan WHERE id = $1 FOR UPDATE`;
    return (await tx.query<VisitPlan>(sql, [id]))[0] ?? null;
  }

  async plans(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<VisitPlan[]> {
    return tx.query<VisitPlan>(
      `SELECT ${planColumns} FROM visit_plan WHERE ($1::uuid IS NULL OR organization_id = $1)
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /** How many of these organizations there are, verified. */
  async countKnown(tx: Tx, ids: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM organization WHERE id = ANY ($1::uuid[]) AND state = 'verified'`,
      [ids],
    );
    return row?.n ?? 0;
  }

  /** False when the id is taken. */
  async insert(tx: Tx, visit: EnterpriseVisit, contentHash: string, by: string): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO enterprise_visit (id, organization_id, plan_id, visited_organization_id, visited_on, visitors, received_by,
         summary, content_hash, submitted_by, submitted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING`,
      [
        visit.id,
        visit.organizationId,
        visit.planId,
        visit.visitedOrganizationId,
        visit.visitedOn,
        visit.visitors,
        visit.receivedBy,
        visit.summary,
        contentHash,
        by,
        visit.submittedAt,
      ],
    );
    return inserted === 1;
  }

  /** False when one of the ids is taken. */
  async insertFindings(tx: Tx, visit: EnterpriseVisit): Promise<boolean> {
    const { findings } = visit;
    const inserted = await tx.execute(
      `INSERT INTO visit_finding (id, visit_id, organization_id, visited_organization_id, position, kind, text, state)
       SELECT f.id, $1, $2, $3, f.position, f.kind, f.text, 'noted'
       FROM unnest($4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY AS f (id, kind, text, position)
       ON CONFLICT (id) DO NOTHING`,
      [
        visit.id,
        visit.organizationId,
        visit.visitedOrganizationId,
        findings.map(({ id }) => id),
        findings.map(({ kind }) => kind),
        findings.map(({ text }) => text),
      ],
    );
    return inserted === findings.length;
  }

  async find(tx: Tx, id: string): Promise<EnterpriseVisit | null> {
    const sql = `SELECT ${visitColumns} FROM enterprise_visit v WHERE v.id = $1`;
    return (await tx.query<EnterpriseVisit>(sql, [id]))[0] ?? null;
  }

  async contentHash(tx: Tx, id: string): Promise<string | null> {
    const sql = `SELECT content_hash AS hash FROM enterprise_visit WHERE id = $1`;
    return (await tx.query<{ hash: string }>(sql, [id]))[0]?.hash ?? null;
  }

  /** Those the actor of the transaction may see, newest first; made by or about one organization when it is named. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<EnterpriseVisit[]> {
    return tx.query<EnterpriseVisit>(
      `SELECT ${visitColumns} FROM enterprise_visit v
       WHERE ($1::uuid IS NULL OR $1 IN (v.organization_id, v.visited_organization_id))
         AND ($2::uuid IS NULL OR v.id < $2) ORDER BY v.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  async findingForUpdate(tx: Tx, id: string): Promise<StoredFinding | null> {
    const sql = `SELECT ${findingColumns} FROM visit_finding WHERE id = $1 FOR UPDATE`;
    return (await tx.query<StoredFinding>(sql, [id]))[0] ?? null;
  }

  async saveFinding(tx: Tx, { id, state, demandId, consent, note }: VisitFinding): Promise<void> {
    await tx.execute(`UPDATE visit_finding SET state = $2, demand_id = $3, consent = $4, note = $5 WHERE id = $1`, [
      id,
      state,
      demandId,
      consent && JSON.stringify(consent),
      note,
    ]);
  }

  /** Verified enterprises and cooperatives of a county, or all, without a visit in the year. */
  async unvisited(
    tx: Tx,
    year: number,
    countyCode: string | null,
    after: string | null,
    limit: number,
  ): Promise<Unvisited[]> {
    return tx.query<Unvisited>(
      `SELECT o.id, o.name, o.county_code AS "countyCode",
         (SELECT max(v.visited_on)::text FROM enterprise_visit v WHERE v.visited_organization_id = o.id) AS "lastVisitedOn"
       FROM organization o
       WHERE o.kind IN ('enterprise', 'cooperative') AND o.state = 'verified' AND ($2::text IS NULL OR o.county_code = $2)
         AND ($3::uuid IS NULL OR o.id < $3)
         AND NOT EXISTS (SELECT FROM enterprise_visit v WHERE v.visited_organization_id = o.id
           AND v.visited_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))
       ORDER BY o.id DESC LIMIT $4`,
      [year, countyCode, after, limit],
    );
  }
}
