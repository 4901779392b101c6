import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '#application/entities.js';
import { roles, type Role } from '#domain/shared/actor.js';
import { statesOf, unreachableStates, type TransitionTable } from '#domain/shared/state-machine.js';
import { createDataSource, createOwnerDataSource } from '#platform/database/data-source.js';
import { migrations } from '../../migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { plantCanaries } from '../support/canary.js';
import { describeSchema } from '../support/schema.js';
import { filledByMigrations } from '../../scripts/lib/filled-tables.mjs';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const rowsOf = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
    (await database.owner.query<T>(sql, params)).rows;

  it('lists every migration file once, in order', () => {
    const files = readdirSync('migrations')
      .filter((name) => name !== 'index.ts')
      .sort();
    expect(migrations.map((migration) => /(\d{13})$/.exec(migration.name)?.[1])).toEqual(
      files.map((name) => name.slice(0, 13)),
    );
  });

  it('is empty when it is new, but for the tables that a restore knows of: it refuses a database in use', async () => {
    const tables = await rowsOf<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migration'`,
    );
    const filled: string[] = [];
    for (const { name } of tables) if ((await rowsOf(`SELECT FROM "${name}" LIMIT 1`)).length > 0) filled.push(name);
    expect(filled.sort()).toEqual([...filledByMigrations].sort());
  });

  it('goes up, down and up again to the same schema', async () => {
    const admin = new URL(process.env['TEST_OWNER_URL'] ?? '');
    const name = `qy_migrate_${process.pid}`;
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const url = new URL(`/${name}`, admin);
    const dataSource = await createOwnerDataSource({ databaseOwnerUrl: url.href }, migrations).initialize();
    const read = async () => describeSchema((sql) => dataSource.query(sql));
    try {
      const empty = await read();
      await dataSource.runMigrations();
      const first = await read();
      for (let i = 0; i < migrations.length; i += 1) await dataSource.undoLastMigration();
      expect(await read()).toEqual(empty);
      await dataSource.runMigrations();
      expect(await read()).toEqual(first);
      expect(first.length).toBeGreaterThan(100);
    } finally {
      await dataSource.destroy();
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
    }
  });

  it('agrees with the entities: columns, types, nullability', async () => {
    const faults: string[] = [];
    const dataSource = createDataSource(database.config, entities);
    await dataSource.initialize();
    try {
      for (const { tableName, columns } of dataSource.entityMetadatas) {
        const actual = new Map(
          (
            await rowsOf<{ name: string; type: string; nullable: boolean }>(
              `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable FROM pg_attribute
               WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
              [`public.${tableName}`],
            )
          ).map((column) => [column.name, column]),
        );
        for (const column of columns) {
          const found = actual.get(column.databaseName);
          actual.delete(column.databaseName);
          const type = `${normal(String(column.type))}${column.isArray ? '[]' : ''}`;
          if (!found) faults.push(`${tableName}.${column.databaseName} is not in the schema`);
          else if (found.type !== type)
            faults.push(`${tableName}.${found.name} is ${found.type}, the entity says ${type}`);
          else if (found.nullable !== column.isNullable)
            faults.push(`${tableName}.${found.name}: nullable ${found.nullable}`);
        }
        for (const name of actual.keys()) faults.push(`${tableName}.${name} is not in the entity`);
      }
    } finally {
      await dataSource.destroy();
    }
    expect(faults).toEqual([]);
    const declared = getMetadataArgsStorage().tables.map((table) => table.target);
    expect(declared.filter((target) => !entities.includes(target as never))).toEqual([]);
  });

  it('has, for every state column, a CHECK equal to the transition table, without an unreachable state', async () => {
    const tables = await transitionTables();
    expect([...tables.keys()]).toContain('demand');
    const faults: string[] = [];
    for (const [concept, table] of tables) {
      const states = statesOf(table);
      const targets = new Set(Object.values(table).flatMap((events) => Object.values(events)));
      for (const target of targets) if (!states.includes(target)) faults.push(`${concept}: leads to unknown ${target}`);
      // A machine starts in its first state, or in any that nothing leads to (an imported or a decided beginning).
      const starts = [states[0] ?? '', ...states.filter((state) => !targets.has(state))];
      const reached = new Set(
        starts.flatMap((start) => states.filter((s) => !unreachableStates(table, start).includes(s))),
      );
      for (const state of states) if (!reached.has(state)) faults.push(`${concept}: ${state} is unreachable`);
      const sqlName = concept.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const checked = await checkedStates(sqlName);
      if (checked === null) faults.push(`${concept}: table ${sqlName} has no CHECK on state`);
      else if ([...checked].sort().join() !== [...states].sort().join()) {
        faults.push(`${concept}: CHECK has ${checked.join()}, the table has ${states.join()}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('knows the roles that the domain knows', async () => {
    const [row] = await rowsOf<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = 'membership'::regclass AND contype = 'c'
       AND pg_get_constraintdef(oid) LIKE '%roles%<@%'`,
    );
    const listed = [...(row?.definition ?? '').matchAll(/'(\w+)'::text/g)].map((match) => match[1] as Role);
    expect(listed.sort()).toEqual([...roles].sort());
  });

  describe('row-level security', () => {
    it('binds the roles the app uses: no owner, no superuser, no bypass, no login', async () => {
      const found = await rowsOf(
        `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb FROM pg_roles
         WHERE rolname IN ('qy_app', 'qy_public') ORDER BY 1`,
      );
      const powerless = {
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
      };
      expect(found).toEqual([
        { rolname: 'qy_app', ...powerless },
        { rolname: 'qy_public', ...powerless },
      ]);
      expect(
        await rowsOf(`SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname LIKE 'qy\\_%'
          AND r.rolname IN ('qy_app', 'qy_public')`),
      ).toEqual([]);
    });

    it('is enabled and forced on every table with rows of an organization or a person', async () => {
      const open = await rowsOf<{ name: string }>(
        `SELECT DISTINCT k.relname AS name FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0
         WHERE k.relkind = 'r' AND k.relnamespace = 'public'::regnamespace AND NOT (k.relrowsecurity AND k.relforcerowsecurity)
           AND (a.attname ~ '(^|_)organization_id$' OR a.attname ~ '(^|_)person_id$') ORDER BY 1`,
      );
      // Read before an actor is known; ids, roles and hashes only (see their migrations).
      expect(
        open
          .map((row) => row.name)
          .filter(
            (name) =>
              !['membership', 'session', 'api_key', 'refresh_token', 'credential', 'sign_in_failure'].includes(name),
          ),
      ).toEqual([]);
    });

    it('has no SECURITY DEFINER function that is not listed here', async () => {
      const found = await rowsOf<{ name: string }>(
        `SELECT p.proname AS name FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace ORDER BY 1`,
      );
      // Each deletes what it has made sure may go, and nothing else: rows of a sandbox, its people once nothing names them,
      // events handled long ago. The app's role itself may delete none of these.
      expect(found.map((row) => row.name)).toEqual([
        'app_clear_sandbox',
        'app_clear_sandbox_people',
        'app_prune_outbox',
      ]);
    });

    it('clears a sandbox past the append-only triggers without locking a table, and lets nobody else past them', async () => {
      const deaf = await rowsOf<{ name: string }>(
        `SELECT DISTINCT p.proname AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
         WHERE NOT t.tgisinternal AND t.tgtype & 8 = 8 AND p.prosrc NOT LIKE '%app_clearing%'`,
      );
      expect(deaf).toEqual([]);
      const own = await createTestDatabase();
      const client = await own.owner.connect();
      const sandbox = '5a4db0c5-0000-0000-0000-000000000001';
      const refused = (sql: string) => expect(client.query(sql)).rejects.toThrow('append-only');
      try {
        await client.query(
          `CREATE TABLE tried (organization_id uuid);
           CREATE TRIGGER tried_append_only BEFORE DELETE ON tried FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
           GRANT SELECT, DELETE ON tried TO qy_app; INSERT INTO tried VALUES ('${sandbox}')`,
        );
        await refused('DELETE FROM tried');
        await client.query(`SET ROLE qy_app; SET app.clearing = 'on'`);
        await refused('DELETE FROM tried');
        await client.query('RESET ROLE; RESET app.clearing; BEGIN');
        await client.query(`SELECT app_clear_sandbox('${sandbox}')`);
        const { rows } = await client.query<{ mode: string }>(
          `SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = 'tried'::regclass ORDER BY mode`,
        );
        expect(rows.map(({ mode }) => mode)).toEqual(['AccessShareLock', 'RowExclusiveLock']);
        expect((await client.query('SELECT FROM tried')).rowCount).toBe(0);
        await refused('DELETE FROM tried'); // the word is taken back with the work
      } finally {
        await client.query('ROLLBACK');
        client.release();
        await own.drop();
      }
    });

    it("shows no foreign row with the app's own checks out of the way", async () => {
      const own = await createTestDatabase();
      try {
        const { tables } = await plantCanaries(own);
        const client = await own.owner.connect();
        const seen: string[] = [];
        const settings = [
          ['person', 'enterprise'],
          ['person', 'broker,agencyManager'],
          ['anonymous', ''],
          ['', ''],
        ];
        for (const [kind, actorRoles] of settings) {
          for (const table of tables) {
            await client.query(`BEGIN; SET LOCAL ROLE qy_app`);
            await client.query(
              `SELECT set_config('app.actor_kind', $1, true), set_config('app.roles', $2, true),
                 set_config('app.organization_id', $3, true), set_config('app.person_id', $4, true)`,
              [
                kind,
                actorRoles,
                kind === 'person' ? '0193f0a2-7c1e-7000-8000-00000000aaaa' : '',
                kind === 'person' ? '0193f0a2-7c1e-7000-8000-00000000bbbb' : '',
              ],
            );
            const may = await client.query<{ yes: boolean }>(`SELECT has_table_privilege($1, 'SELECT') AS yes`, [
              table,
            ]);
            if (may.rows[0]?.yes) {
              const { rows } = await client.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%CANARY%'`);
              if (rows.length > 0 && !openByDesign(table, actorRoles ?? ''))
                seen.push(`${table} as ${kind} ${actorRoles}`);
              await client.query('SAVEPOINT attempt');
              const touched = await client
                .query(`DELETE FROM ${table} t WHERE t::text LIKE '%CANARY%'`)
                .catch(async () => (await client.query('ROLLBACK TO attempt'), { rowCount: 0 }));
              if ((touched.rowCount ?? 0) > 0) seen.push(`${table} deleted as ${kind} ${actorRoles}`);
            }
            await client.query('ROLLBACK');
          }
        }
        client.release();
        expect(tables.length).toBeGreaterThan(4);
        expect(seen).toEqual([]);
      } finally {
        await own.drop();
      }
    });
  });

  async function checkedStates(table: string): Promise<string[] | null> {
    const [row] = await rowsOf<{ definition: string }>(
      `SELECT pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum] AND a.attname = 'state'
       WHERE c.contype = 'c' AND c.conrelid = to_regclass($1)`,
      [table],
    );
    return row ? [...row.definition.matchAll(/'(\w+)'::text/g)].map((match) => match[1] ?? '') : null;
  }
});

const normal = (type: string): string =>
  ({ timestamptz: 'timestamp with time zone', int: 'integer', bool: 'boolean', varchar: 'character varying' })[type] ??
  type;

/**
 * What row-level security leaves to the services: `session` is read before an actor is known; a broker introduces pairs of
 * others, so brokers read proposed matches (ids, scores and reasons drawn from public texts).
 */
const openByDesign = (table: string, actorRoles: string): boolean =>
  table === 'session' || (table === 'match' && actorRoles.includes('broker'));

/** Every `<concept>Transitions` that the domain exports. */
async function transitionTables(): Promise<Map<string, TransitionTable>> {
  const found = new Map<string, TransitionTable>();
  for (const file of filesUnder('libs/domain/src')) {
    if (
      !file.endsWith('.ts') ||
      file.endsWith('.spec.ts') ||
      !/export const \w+Transitions\b/.test(readFileSync(file, 'utf8'))
    )
      continue;
    const module = (await import(`../../${file}`)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      const concept = /^(\w+)Transitions$/.exec(name)?.[1];
      if (concept) found.set(concept, value as TransitionTable);
    }
  }
  return found;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
