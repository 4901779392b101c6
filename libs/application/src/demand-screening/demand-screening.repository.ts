import { Injectable } from '@nestjs/common';
import type { DemandScreening, ScreeningExpert } from '#domain/demand-screening/demand-screening.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `s.id, s.demand_id AS "demandId", s.organization_id AS "organizationId", s.county_code AS "countyCode", s.state,
  s.content_hash AS "contentHash", s.requested_by AS "requestedBy", s.note, s.outcome_reason AS "outcomeReason", s.version,
  s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.concluded_at AS "concludedAt"`;

/** How demands of a time went, from being collected to being met. */
export interface Funnel {
  readonly collected: number;
  readonly onBehalf: number;
  readonly screened: number;
  readonly recommended: number;
  readonly returned: number;
  readonly rejected: number;
  readonly published: number;
  readonly answered: number;
  readonly introduced: number;
  readonly met: number;
}

export interface FunnelSpan {
  readonly from: Date;
  readonly to: Date;
  readonly countyCode: string | null;
}

/** Tables `demand_screening`, `demand_screening_expert`. */
@Injectable()
export class DemandScreeningRepository {
  /** False when one is open already. */
  async insert(tx: Tx, screening: DemandScreening): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO demand_screening (id, demand_id, organization_id, county_code, state, content_hash, requested_by, note,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        screening.id,
        screening.demandId,
        screening.organizationId,
        screening.countyCode,
        screening.state,
        screening.contentHash,
        screening.requestedBy,
        screening.note,
        screening.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, screening: DemandScreening): Promise<void> {
    const touched = await tx.execute(
      `UPDATE demand_screening SET state = $3, outcome_reason = $4, concluded_at = $5, updated_at = $6, version = version + 1
       WHERE id = $1 AND version = $2`,
      [
        screening.id,
        screening.version - 1,
        screening.state,
        screening.outcomeReason,
        screening.concludedAt,
        screening.updatedAt,
      ],
    );
    if (touched !== 1) throw new Error(`demand screening ${screening.id} changed meanwhile`);
  }

  async find(tx: Tx, id: string): Promise<DemandScreening | null> {
    const [row] = await tx.query<DemandScreening>(`SELECT ${columns} FROM demand_screening s WHERE s.id = $1`, [id]);
    return row ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<DemandScreening | null> {
    const [row] = await tx.query<DemandScreening>(
      `SELECT ${columns} FROM demand_screening s WHERE s.id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async list(tx: Tx, state: string | null, after: string | null, limit: number): Promise<DemandScreening[]> {
    return tx.query<DemandScreening>(
      `SELECT ${columns} FROM demand_screening s WHERE ($1::text IS NULL OR s.state = $1) AND ($2::uuid IS NULL OR s.id < $2)
       ORDER BY s.id DESC LIMIT $3`,
      [state, after, limit],
    );
  }

  async ofDemand(tx: Tx, demandId: string, after: string | null, limit: number): Promise<DemandScreening[]> {
    return tx.query<DemandScreening>(
      `SELECT ${columns} FROM demand_screening s WHERE s.demand_id = $1 AND ($2::uuid IS NULL OR s.id < $2)
       ORDER BY s.id DESC LIMIT $3`,
      [demandId, after, limit],
    );
  }

  async ofExpert(tx: Tx, personId: string, after: string | null, limit: number): Promise<DemandScreening[]> {
    return tx.query<DemandScreening>(
      `SELECT ${columns} FROM demand_screening s JOIN demand_screening_expert e ON e.screening_id = s.id
       WHERE e.person_id = $1 AND ($2::uuid IS NULL OR s.id < $2) ORDER BY s.id DESC LIMIT $3`,
      [personId, after, limit],
    );
  }

  async experts(tx: Tx, id: string): Promise<ScreeningExpert[]> {
    return tx.query<ScreeningExpert>(
      `SELECT person_id AS "personId", opinion, reason, given_at AS "givenAt" FROM demand_screening_expert
       WHERE screening_id = $1 ORDER BY at, person_id`,
      [id],
    );
  }

  /** False when the person is assigned already. */
  async assign(tx: Tx, id: string, personId: string, by: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO demand_screening_expert (screening_id, person_id, assigned_by, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [id, personId, by, at],
    );
    return rows.length === 1;
  }

  /** False when the person is not assigned, or has answered. */
  async answer(tx: Tx, id: string, expert: ScreeningExpert): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE demand_screening_expert SET opinion = $3, reason = $4, given_at = $5
       WHERE screening_id = $1 AND person_id = $2 AND opinion IS NULL`,
      [id, expert.personId, expert.opinion, expert.reason, expert.givenAt],
    );
    return touched === 1;
  }

  async activePerson(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM person WHERE id = $1 AND state = 'active'`, [personId])).length === 1;
  }

  /** Whose need it is besides the owner: who wrote it down, and the organization it was written down for. */
  async filedFor(
    tx: Tx,
    demandId: string,
  ): Promise<{ filerPersonId: string; principalOrganizationId: string | null } | null> {
    const [row] = await tx.query<{ filerPersonId: string; principalOrganizationId: string | null }>(
      `SELECT filer_person_id AS "filerPersonId", principal_organization_id AS "principalOrganizationId"
       FROM demand_filing WHERE demand_id = $1 AND taken_over_at IS NULL`,
      [demandId],
    );
    return row ?? null;
  }

  async funnel(tx: Tx, { from, to, countyCode }: FunnelSpan): Promise<Funnel> {
    const screened = (states: string): string =>
      `count(*) FILTER (WHERE EXISTS (SELECT FROM demand_screening s WHERE s.demand_id = d.id AND ${states}))::int`;
    const matched = (states: string): string =>
      `count(*) FILTER (WHERE EXISTS (SELECT FROM match m WHERE m.demand_id = d.id AND m.state IN (${states})))::int`;
    const [row] = await tx.query<Funnel>(
      `SELECT count(*)::int AS collected,
         count(*) FILTER (WHERE EXISTS (SELECT FROM demand_filing f WHERE f.demand_id = d.id))::int AS "onBehalf",
         ${screened(`s.state <> 'withdrawn'`)} AS screened,
         ${screened(`s.state = 'recommended'`)} AS recommended,
         ${screened(`s.state = 'returned'`)} AS returned,
         ${screened(`s.state = 'rejected'`)} AS rejected,
         count(*) FILTER (WHERE d.published_at IS NOT NULL)::int AS published,
         ${matched(`'accepted', 'introduced', 'contracted'`)} AS answered,
         ${matched(`'introduced', 'contracted'`)} AS introduced,
         count(*) FILTER (WHERE d.state = 'met')::int AS met
       FROM demand d WHERE d.created_at >= $1 AND d.created_at < $2 AND ($3::text IS NULL OR d.county_code = $3)`,
      [from, to, countyCode],
    );
    if (!row) throw new Error('a count gives a row');
    return row;
  }
}
