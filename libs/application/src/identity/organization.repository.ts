import { Inject, Injectable } from '@nestjs/common';
import type { Organization } from '#domain/organization/organization.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, kind, name, credit_code AS "creditCode", credit_code_override AS "creditCodeOverride",
  county_code AS "countyCode", state, state_reason AS "stateReason", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Table `organization`. */
@Injectable()
export class OrganizationRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, organization: Organization): Promise<void> {
    await tx.query(
      `INSERT INTO organization (id, kind, name, credit_code, credit_code_override, county_code, state, state_reason,
                                 version, created_at, updated_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        organization.id,
        organization.kind,
        organization.name,
        organization.creditCode,
        organization.creditCodeOverride,
        organization.countyCode,
        organization.state,
        organization.stateReason,
        organization.version,
        organization.createdAt,
        organization.updatedAt,
      ],
    );
  }

  async save(tx: Tx, organization: Organization): Promise<void> {
    await tx.execute(
      `UPDATE organization SET name = $2, credit_code = $3, credit_code_override = $4, county_code = $5, state = $6,
              state_reason = $7, version = $8, updated_at = $9 WHERE id = $1`,
      [
        organization.id,
        organization.name,
        organization.creditCode,
        organization.creditCodeOverride,
        organization.countyCode,
        organization.state,
        organization.stateReason,
        organization.version,
        organization.updatedAt,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<Organization | null> {
    const [row] = await tx.query<Organization>(`SELECT ${columns} FROM organization WHERE id = $1`, [id]);
    return row ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<Organization | null> {
    const [row] = await tx.query<Organization>(`SELECT ${columns} FROM organization WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async findByCreditCode(tx: Tx, creditCode: string): Promise<Organization | null> {
    const [row] = await tx.query<Organization>(`SELECT ${columns} FROM organization WHERE credit_code = $1`, [
      creditCode,
    ]);
    return row ?? null;
  }

  async findPublic(id: string): Promise<Organization | null> {
    const [row] = await this.publicReader.query<Organization>(
      'organization.findPublic',
      `SELECT ${columns} FROM organization WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async listPublic(after: string | null, limit: number): Promise<Organization[]> {
    return this.publicReader.query<Organization>(
      'organization.listPublic',
      `SELECT ${columns} FROM organization
       WHERE state = 'verified' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** Waiting for verification, oldest first; `countyCode` null: of every county. */
  async listUnverified(
    tx: Tx,
    countyCode: string | null,
    after: string | null,
    limit: number,
  ): Promise<Organization[]> {
    return tx.query<Organization>(
      `SELECT ${columns} FROM organization WHERE state = 'unverified' AND ($1::text IS NULL OR county_code = $1)
         AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [countyCode, after, limit],
    );
  }
}
