import { Injectable } from '@nestjs/common';
import type { Secondment } from '#domain/secondment/secondment.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, person_id AS "personId", home_organization_id AS "homeOrganizationId",
  host_organization_id AS "hostOrganizationId", post, starts_on::text AS "startsOn", kept_until::text AS "keptUntil", state,
  returned_on::text AS "returnedOn", version`;

@Injectable()
export class SecondmentRepository {
  /** False when the person is seconded already. */
  async insert(tx: Tx, secondment: Secondment, recordedBy: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO secondment (id, person_id, home_organization_id, host_organization_id, post, starts_on, kept_until, state,
         recorded_by, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        secondment.id,
        secondment.personId,
        secondment.homeOrganizationId,
        secondment.hostOrganizationId,
        secondment.post,
        secondment.startsOn,
        secondment.keptUntil,
        secondment.state,
        recordedBy,
        at,
      ],
    );
    return rows.length === 1;
  }

  async forUpdate(tx: Tx, id: string): Promise<Secondment | null> {
    const [row] = await tx.query<Secondment>(`SELECT ${columns} FROM secondment WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async return(tx: Tx, { id, version, returnedOn }: Secondment, at: Date): Promise<void> {
    const touched = await tx.execute(
      `UPDATE secondment SET state = 'returned', returned_on = $3, version = version + 1, updated_at = $4
       WHERE id = $1 AND version = $2`,
      [id, version, returnedOn, at],
    );
    if (touched !== 1) throw new Error(`secondment ${id} changed meanwhile`);
  }

  /** Those that the actor may see; newest first. */
  async list(tx: Tx, after: string | null, limit: number): Promise<Secondment[]> {
    return tx.query<Secondment>(
      `SELECT ${columns} FROM secondment WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** Whether the person works for the unit now. */
  async isMember(tx: Tx, personId: string, organizationId: string): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM membership WHERE person_id = $1 AND organization_id = $2 AND ended_at IS NULL`,
      [personId, organizationId],
    );
    return row !== undefined;
  }

  async organizationExists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM organization WHERE id = $1`, [id])).length === 1;
  }
}
