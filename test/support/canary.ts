import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { TestDatabase } from './database.js';

/** Private rows of one tenant, in every tenant table, with a text in them that nobody else may ever see. */
export interface Canaries {
  readonly ids: readonly string[];
  readonly anyId: string;
  readonly tables: readonly string[];
  tableOf(id: string): string;
  leaksIn(answer: { readonly status: number; readonly text: string }, name: string): string[];
  /** Tables whose canary rows are not as they were planted. */
  changed(): Promise<string[]>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}

/** Tables with rows of one organization or person. Names of organizations are public. */
const tenantTables = `
  SELECT DISTINCT c.table_name AS name FROM information_schema.columns c
  JOIN pg_class k ON k.relname = c.table_name AND k.relnamespace = 'public'::regnamespace AND k.relkind = 'r'
  WHERE c.table_schema = 'public' AND k.relrowsecurity
    AND (c.column_name ~ '(^|_)organization_id$' OR c.column_name ~ '(^|_)person_id$' OR c.table_name = 'person')
    AND c.table_name <> 'organization' ORDER BY 1`;

const privateStates = ['draft', 'disclosed', 'proposed', 'open', 'pending', 'submitted'];

export const newMark = (): string => `CANARY${randomBytes(6).toString('hex')}`;

/** What of `mark` is in an answer. */
export function leaksOf(mark: string, text: string, name: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [] : [`${name} leaks ${text.slice(Math.max(0, at - 60), at + 80)}`];
}

export async function plantCanaries(database: TestDatabase, mark = newMark()): Promise<Canaries> {
  const { owner } = database;
  const organizationId = uuid();
  const ids = new Map<string, string>();
  const { rows } = await owner.query<{ name: string }>(tenantTables);
  const tables: string[] = [];
  for (const { name } of rows) {
    const id = await plant(name);
    if (id === undefined) continue;
    tables.push(name);
    if (id !== null) ids.set(id, name);
  }
  const before = await fingerprints();

  /** Rows that the anonymous role may read are public by policy: nothing to hide there. */
  async function anybodySees(client: pg.PoolClient, table: string): Promise<boolean> {
    const { rows: granted } = await client.query<{ yes: boolean }>(
      `SELECT has_table_privilege('qy_public', $1, 'SELECT') AS yes`,
      [table],
    );
    if (!granted[0]?.yes) return false;
    await client.query('SET LOCAL ROLE qy_public');
    const { rowCount } = await client.query(`SELECT FROM ${table} t WHERE t::text LIKE $1`, [`%${mark}%`]);
    await client.query('RESET ROLE');
    return (rowCount ?? 0) > 0;
  }

  /**
   * Inserts one row and gives its id (null when it has none; undefined when the row would be public). CHECKs are lifted
   * for it, so that the canary can sit in columns of a fixed shape too.
   */
  async function plant(table: string): Promise<string | null | undefined> {
    const written = (await columnsOf(table)).filter((column) => !column.generated);
    const id = uuid();
    const values = await Promise.all(written.map((column) => valueOf(table, column, id)));
    const checks = await checksOf(table);
    const client = await owner.connect();
    try {
      await client.query(`BEGIN; SET LOCAL session_replication_role = replica`); // no foreign keys, no triggers
      for (const { name } of checks) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
      await client.query(
        `INSERT INTO ${table} (${written.map((c) => `"${c.name}"`).join(', ')})
         VALUES (${written.map((c, i) => `$${i + 1}::${c.type}`).join(', ')})`,
        values,
      );
      for (const { name, definition } of checks) {
        const valid = definition.replace(/ NOT VALID$/, '');
        await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${valid} NOT VALID`);
      }
      if (await anybodySees(client, table)) return void (await client.query('ROLLBACK'));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw new Error(`cannot plant a canary in ${table}: ${String(error)}`, { cause: error });
    } finally {
      client.release();
    }
    return written.some((column) => column.name === 'id' && column.type === 'uuid') ? id : null;
  }

  async function valueOf(table: string, column: Column, id: string): Promise<unknown> {
    if (column.name === 'id') return column.type === 'uuid' ? id : 1;
    const choices = await choicesOf(table, column.name);
    if (choices.length > 0) return choices.find((choice) => privateStates.includes(choice)) ?? choices[0];
    switch (column.type) {
      case 'uuid':
        return /organization_id$/.test(column.name) ? organizationId : uuid();
      case 'text':
        return `${mark}-${table}-${column.name}`;
      case 'uuid[]':
      case 'text[]':
      case 'bigint[]':
        return [];
      case 'jsonb':
      case 'json':
        return JSON.stringify({ text: `${mark}-${table}-${column.name}` });
      case 'boolean':
        return false;
      case 'bytea':
        return Buffer.alloc(32, 7);
      case 'date':
        return '2026-12-31';
      default:
        if (column.type.startsWith('timestamp')) return new Date('2026-11-23T00:00:00Z');
        return 1;
    }
  }

  async function columnsOf(table: string): Promise<Column[]> {
    const { rows: found } = await owner.query<Column>(
      `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, (a.attgenerated <> '' OR a.attidentity <> '') AS generated
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
      [table],
    );
    return found;
  }

  async function choicesOf(table: string, column: string): Promise<string[]> {
    const { rows: found } = await owner.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
       WHERE c.conrelid = $1::regclass AND c.contype = 'c' AND a.attname = $2`,
      [table, column],
    );
    return found.flatMap(({ definition }) =>
      / = ANY \(/.test(definition) ? [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? '') : [],
    );
  }

  async function checksOf(table: string): Promise<{ name: string; definition: string }[]> {
    const { rows: found } = await owner.query<{ name: string; definition: string }>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE conrelid = $1::regclass AND contype = 'c'`,
      [table],
    );
    return found;
  }

  async function fingerprints(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const table of tables) {
      const { rows: hashes } = await owner.query<{ hash: string | null }>(
        `SELECT string_agg(md5(t::text), ',' ORDER BY t::text) AS hash FROM ${table} t WHERE t::text LIKE $1`,
        [`%${mark}%`],
      );
      found.set(table, hashes[0]?.hash ?? '');
    }
    return found;
  }

  return {
    ids: [...ids.keys()],
    anyId: [...ids.keys()][0] ?? uuid(),
    tables,
    tableOf: (id) => ids.get(id) ?? 'nothing',
    leaksIn: ({ text }, name) => leaksOf(mark, text, name),
    changed: async () => {
      const now = await fingerprints();
      return tables.filter((table) => now.get(table) !== before.get(table));
    },
  };
}
