import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** The tables of the catalogue, all of one shape. */
export const catalogueTables = [
  'county',
  'zone',
  'indicator',
  'department',
  'task',
  'demonstration_task',
  'seed_conflict',
  'procedure_stage',
  'joint_conference',
] as const;
export type CatalogueTable = (typeof catalogueTables)[number];

export interface CatalogueRecord {
  readonly code: string;
  readonly position: number;
  readonly source: string;
  readonly content: unknown;
  readonly contentHash: string;
}

export interface StoredRecord {
  readonly code: string;
  readonly contentHash: string;
  readonly retired: boolean;
}

@Injectable()
export class CatalogueRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** Records in force, in the plan's order. */
  async list(table: CatalogueTable): Promise<CatalogueRecord[]> {
    return this.publicReader.query<CatalogueRecord>(
      `catalogue.list.${table}`,
      `SELECT code, position, source, content, content_hash AS "contentHash" FROM ${table}
       WHERE retired_at IS NULL ORDER BY position`,
      [],
    );
  }

  async stored(tx: Tx, table: CatalogueTable): Promise<StoredRecord[]> {
    return tx.query<StoredRecord>(
      `SELECT code, content_hash AS "contentHash", retired_at IS NOT NULL AS retired FROM ${table}`,
    );
  }

  /** Writes the record as it is now and keeps this content as a revision. */
  async put(tx: Tx, table: CatalogueTable, record: CatalogueRecord, now: Date): Promise<void> {
    const params = [record.code, JSON.stringify(record.content), record.contentHash, now];
    await tx.query(
      `INSERT INTO ${table} (code, content, content_hash, loaded_at, position, source) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code) DO UPDATE SET content = excluded.content, content_hash = excluded.content_hash,
         loaded_at = excluded.loaded_at, position = excluded.position, source = excluded.source, retired_at = NULL`,
      [...params, record.position, record.source],
    );
    await tx.query(
      `INSERT INTO catalogue_revision (table_name, code, content, content_hash, loaded_at) VALUES ($5, $1, $2, $3, $4)`,
      [...params, table],
    );
  }

  async retire(tx: Tx, table: CatalogueTable, code: string, now: Date): Promise<void> {
    await tx.query(`UPDATE ${table} SET retired_at = $2 WHERE code = $1`, [code, now]);
  }
}
