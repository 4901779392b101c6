// The market's tables as COPY reads and writes them. Text of COPY is exact for every type PostgreSQL has.
import { once } from 'node:events';
import copy from 'pg-copy-streams';
import { ContentDigest, wholeLines } from './backup-file.mjs';
import { filledByMigrations } from './filled-tables.mjs';
import { Complaint } from './report.mjs';

/** As pg_dump sets it: the text of a value must not depend on anybody's configuration. */
const exactText = `
  SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
  SET extra_float_digits = 3; SET bytea_output = 'hex'; SET xmloption = 'content'; SET row_security = off;
  SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
  SET search_path = public, pg_catalog`;

/** @typedef {{ name: string, columns: string[] }} Table */

/** @param {import('pg').Client} client */
export async function prepareSession(client) {
  await client.query(exactText);
}

/** Row-level security is forced upon owners too: only a superuser, or a role told to bypass it, sees every row. @param {import('pg').Client} client */
export async function requireAllRows(client) {
  const { rows } = await client.query(
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS able FROM pg_roles WHERE rolname = current_user`,
  );
  if (rows[0]?.able) return;
  throw new Complaint(
    `数据库所有者 ${rows[0]?.name} 受行级安全限制，读不到全部数据；请由管理员执行 ALTER ROLE ${rows[0]?.name} BYPASSRLS，或在 DATABASE_OWNER_URL 中使用超级用户。`,
  );
}

/** Restoring switches triggers off for its own session. @param {import('pg').Client} client */
export async function requireReplicaRole(client) {
  const { rows } = await client.query(
    `SELECT current_user AS name, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
       OR has_parameter_privilege('session_replication_role', 'SET') AS able`,
  );
  if (rows[0]?.able) return;
  throw new Complaint(
    `数据库所有者 ${rows[0]?.name} 不能在恢复时停用触发器；请由管理员执行 GRANT SET ON PARAMETER session_replication_role TO ${rows[0]?.name}，或在 DATABASE_OWNER_URL 中使用超级用户。`,
  );
}

/** Every table of the market, its generated columns left out. @param {import('pg').Client} client @returns {Promise<Table[]>} */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migration'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows;
}

/** @param {import('pg').Client} client @returns {Promise<string[]>} names of the migrations applied, in order */
export async function migrationsOf(client) {
  const { rows } = await client.query(`SELECT to_regclass('public.migration') AS there`);
  if (rows[0].there === null) return [];
  return (await client.query('SELECT name FROM migration ORDER BY "timestamp", id')).rows.map(({ name }) => name);
}

/** @param {import('pg').Client} client @returns {Promise<Record<string, string>>} last values of the sequences that were used */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename <> 'migration_id_seq' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** @param {import('pg').Client} client @returns {Promise<{ count: number, head: string } | null>} */
export async function auditHeadOf(client) {
  const { rows } = await client.query(
    `SELECT last_sequence::int8::text AS count, encode(head, 'hex') AS head FROM audit_seal ORDER BY last_sequence DESC LIMIT 1`,
  );
  return rows[0] ? { count: Number(rows[0].count), head: rows[0].head } : null;
}

/** @param {Table} table */
const target = ({ name, columns }) => `public.${quoted(name)} (${columns.join(', ')})`;

/** @param {string} name */
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** A table's rows. @param {import('pg').Client} client @param {Table} table */
export const rowsOf = (client, table) => client.query(copy.to(`COPY ${target(table)} TO STDOUT`));

/** @param {import('pg').Client} client @param {readonly Table[]} tables */
export async function contentsOf(client, tables) {
  /** @type {Record<string, import('./backup-file.mjs').Content>} */
  const contents = {};
  for (const table of tables) {
    const digest = new ContentDigest();
    for await (const block of wholeLines(rowsOf(client, table))) digest.add(block);
    contents[table.name] = digest.content;
  }
  return contents;
}

/** Names of tables that somebody has used. @param {import('pg').Client} client @param {readonly Table[]} tables */
export async function filled(client, tables) {
  const used = [];
  for (const { name } of tables) {
    if (filledByMigrations.includes(name)) continue;
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM public.${quoted(name)}) AS some`);
    if (rows[0].some) used.push(name);
  }
  return used;
}

/** Begins the load: nobody else writes, no trigger runs, what the migrations filled is taken out. @param {import('pg').Client} client @param {readonly Table[]} tables */
export async function beginLoad(client, tables) {
  await client.query('BEGIN');
  await client.query(`SET LOCAL session_replication_role = replica`);
  await client.query(
    `LOCK TABLE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')} IN ACCESS EXCLUSIVE MODE`,
  );
  refuseFilled(await filled(client, tables));
  for (const { name } of tables) {
    // A backup of an older version has not every one of them.
    if (filledByMigrations.includes(name)) await client.query(`DELETE FROM public.${quoted(name)}`);
  }
}

/** @param {readonly string[]} used */
export function refuseFilled(used) {
  if (used.length > 0)
    throw new Complaint(
      `数据库里已有数据（${used.slice(0, 5).join('、')}${used.length > 5 ? ` 等 ${used.length} 张表` : ''}），没有恢复；请恢复到空库，例如 MARKET_DATA_DIR=/新目录 npm run restore -- 文件，或先把原数据目录改名。 (The database is not empty.)`,
    );
}

/** One table being loaded. @param {import('pg').Client} client @param {Table} table */
export function loadTable(client, table) {
  const stream = client.query(copy.from(`COPY ${target(table)} FROM STDIN`));
  const finished = once(stream, 'finish');
  finished.catch(() => undefined); // told where it is awaited
  return {
    /** @param {Buffer} block */
    async write(block) {
      if (!stream.write(block)) await Promise.race([once(stream, 'drain'), finished]);
    },
    async end() {
      stream.end();
      await finished;
    },
  };
}

/** @param {import('pg').Client} client @param {Record<string, string>} sequences */
export async function setSequences(client, sequences) {
  for (const [name, value] of Object.entries(sequences))
    await client.query(`SELECT setval($1::regclass, $2::bigint, true)`, [`public.${quoted(name)}`, value]);
}
