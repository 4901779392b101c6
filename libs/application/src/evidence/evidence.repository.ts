import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

/** Rows of one table that belong to a case: JSON as PostgreSQL writes it, so that no number loses a digit. */
export interface KeptRows {
  readonly table: string;
  readonly ids: readonly string[];
  readonly json: string;
}

const maxRows = 5_000;
/** Rows of other concepts that name a case or its contract, without being evidence of its determination. */
const leftOut = ['certificate_signing_key'];

@Injectable()
export class EvidenceRepository {
  /** Whatever is kept of a case and its contract, by the columns that name them: a table added later is found by itself. */
  async keptRows(tx: Tx, registrationId: string, contractId: string): Promise<KeptRows[]> {
    const columns = await tx.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND udt_name = 'uuid' AND table_name <> ALL ($1)
         AND (column_name IN ('registration_id', 'contract_registration_id', 'contract_id')
           OR (table_name IN ('contract', 'contract_registration') AND column_name = 'id'))
       ORDER BY table_name, column_name`,
      [leftOut],
    );
    const tables = new Map<string, string>();
    for (const { table, column } of columns) {
      // One that names the case is of the case; only others go by their contract.
      if (!tables.has(table) || column !== 'contract_id') tables.set(table, column);
    }
    const kept: KeptRows[] = [];
    for (const [table, column] of tables) {
      const ofContract = column === 'contract_id' || table === 'contract';
      kept.push(await this.rowsOf(tx, table, column, ofContract ? contractId : registrationId));
    }
    return kept.filter(({ json }) => json !== '[]');
  }

  /** What happened to these subjects, first to last. */
  async transitions(tx: Tx, subjectIds: readonly string[]): Promise<string> {
    const [row] = await tx.query<{ json: string }>(
      `SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.at, t.id), '[]')::text AS json FROM transition t
       WHERE t.subject_id = ANY ($1::uuid[])`,
      [subjectIds],
    );
    return row?.json ?? '[]';
  }

  /** Names come from the catalogue of the database and are quoted by it. */
  private async rowsOf(tx: Tx, table: string, column: string, id: string): Promise<KeptRows> {
    const [name] = await tx.query<{ table: string; column: string }>(
      `SELECT quote_ident($1) AS table, quote_ident($2) AS column`,
      [table, column],
    );
    const rows = await tx.query<{ id: string | null; json: string }>(
      `SELECT to_jsonb(t) ->> 'id' AS id, to_jsonb(t)::text AS json FROM ${name?.table} t
       WHERE t.${name?.column} = $1 ORDER BY 2 LIMIT $2`,
      [id, maxRows],
    );
    return {
      table,
      ids: rows.flatMap((row) => (row.id !== null && uuidPattern.test(row.id) ? [row.id] : [])),
      json: `[${rows.map((row) => row.json).join(',\n')}]`,
    };
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
