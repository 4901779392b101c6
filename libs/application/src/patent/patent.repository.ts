import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { PatentKind } from '#domain/identifiers/patent-number.js';
import type { Patent, PatentLicence, PatentState } from '#domain/patent/patent.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { PatentRow } from './patent.row.js';

const columns = `id, organization_id AS "organizationId", achievement_id AS "achievementId", state, number, kind, title,
  publication_number AS "publicationNumber", filed_on AS "filedOn", granted_on AS "grantedOn",
  expires_on AS "expiresOn", secret, pledged, pledgee_consents AS "pledgeeConsents", licence, version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

@Injectable()
export class PatentRepository {
  async insert(tx: Tx, patent: Patent): Promise<void> {
    await tx.manager.insert(PatentRow, patent);
  }

  async save(tx: Tx, patent: Patent): Promise<void> {
    await tx.manager.update(PatentRow, { id: patent.id }, patent);
  }

  async forUpdate(tx: Tx, id: string): Promise<Patent | null> {
    const [row] = await tx.query<PatentRow>(`SELECT ${columns} FROM patent WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  async find(tx: Tx, id: string): Promise<Patent | null> {
    const [row] = await tx.query<PatentRow>(`SELECT ${columns} FROM patent WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Patent[]> {
    const rows = await tx.query<PatentRow>(
      `SELECT ${columns} FROM patent WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** One granted patent whose term is over, locked; rows that another worker holds are left to it. */
  async claimExpired(tx: Tx, today: LocalDate): Promise<Patent | null> {
    const [row] = await tx.query<PatentRow>(
      `SELECT ${columns} FROM patent WHERE state = 'granted' AND expires_on < $1
       ORDER BY expires_on, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
    return row ? toDomain(row) : null;
  }
}

const toDomain = (row: PatentRow): Patent => ({
  ...row,
  state: row.state as PatentState,
  kind: row.kind as PatentKind,
  licence: row.licence as PatentLicence,
});
