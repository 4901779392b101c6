// npm run restore -- FILE: what a backup holds, into an empty database. Everything or nothing.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dataFolder } from './lib/data-folder.mjs';
import { capture, checkNode, prepare } from './lib/prepare.mjs';
import { root } from './lib/process.mjs';
import { Complaint, elapsed, explain, say, step } from './lib/report.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./lib/backup-file.mjs').verifyBackup>>} Verified */

try {
  checkNode();
  await prepare();
  const { fileArgument, withMarketDatabase } = await import('./lib/market-database.mjs');
  const { verifyBackup } = await import('./lib/backup-file.mjs');
  const file = fileArgument('npm run restore -- 备份文件');
  const backup = await step('核对备份文件', () => verifyBackup(file));
  say(`  备份于 ${backup.header.createdAt}，SHA-256 ${backup.sha256}`);
  await withMarketDatabase(dataFolder(), { alsoRunning: false }, (opened) => restore(file, backup, opened));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

/** @param {string} file @param {Verified} backup @param {import('./lib/market-database.mjs').Opened} opened */
async function restore(file, backup, { ownerUrl, env, state, save, embedded, folder }) {
  const { withClient } = await import('./lib/market-database.mjs');
  const { migrate } = await import('../dist/libs/platform/src/database/migrate.js');
  const config = { databaseOwnerUrl: ownerUrl, redisUrl: env.REDIS_URL || null };
  const { level, all } = await levels(backup.header.migrations);
  await withClient(ownerUrl, (client) => checkLevel(client, backup.header.migrations));
  await step('建立数据库结构', () => migrate(config, level));
  await withClient(ownerUrl, (client) => load(client, file, backup, String(env.AUDIT_ANCHOR_FILE)));
  if (all.length > level.length) await step('升级数据库结构', () => migrate(config, all));
  if (embedded) {
    state.demoLoaded = { ...state.demoLoaded, embedded: true };
    state.restored = { at: new Date().toISOString(), createdAt: backup.header.createdAt };
    save();
  }
  const verified = await step('核验审计链', () => verifyAudit(env));
  say(`
恢复完成，用时 ${elapsed()}（数据目录 ${folder}）
${verified}
  备份不含密钥：已登录的人需重新登录；示例账号的口令仍是备份前那个安装的（其 secrets.json 的 demoPassword）。
现在可以 npm start。`);
}

/** The migrations the backup was made with, of those this version knows. @param {readonly string[]} names */
async function levels(names) {
  const { migrations: all } = await import('../dist/migrations/index.js');
  const known = new Set(all.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Complaint(
      `备份来自更新的版本（本程序不认识 ${unknown.join('、')}）；请先更新程序再恢复。 (The backup is of a newer version.)`,
    );
  return { all, level: all.filter(({ name }) => names.includes(name)) };
}

/** @param {import('pg').Client} client @param {readonly string[]} names */
async function checkLevel(client, names) {
  const tables = await import('./lib/backup-tables.mjs');
  const done = await tables.migrationsOf(client);
  if (done.length > 0) await refuseFilled(client);
  const ahead = done.filter((name) => !names.includes(name));
  if (ahead.length > 0)
    throw new Complaint(
      `数据库结构比备份新（${ahead.join('、')}），没有恢复；请恢复到全新的数据目录或数据库，随后会自动升级。 (The schema is newer than the backup.)`,
    );
}

/** @param {import('pg').Client} client */
async function refuseFilled(client) {
  const tables = await import('./lib/backup-tables.mjs');
  await tables.prepareSession(client);
  await tables.requireAllRows(client);
  tables.refuseFilled(await tables.filled(client, await tables.tablesOf(client)));
}

/** @param {import('pg').Client} client @param {string} file @param {Verified} backup @param {string} anchorFile */
async function load(client, file, { manifest }, anchorFile) {
  const tables = await import('./lib/backup-tables.mjs');
  const { anchorSection, differences } = await import('./lib/backup-file.mjs');
  await tables.prepareSession(client);
  await tables.requireAllRows(client);
  await tables.requireReplicaRole(client);
  const all = await tables.tablesOf(client);
  await tables.beginLoad(client, all);
  const anchors = await step('载入数据', () => loadSections(client, file, all));
  await tables.setSequences(client, manifest.sequences);
  await step('比对行数与校验和', async () => {
    const expected = { ...manifest.sections };
    delete expected[anchorSection];
    const different = differences(expected, await tables.contentsOf(client, all));
    if (different.length > 0) throw new Complaint(`恢复后的数据与备份不一致（${different.join('、')}），已全部撤销。`);
  });
  placeAnchors(anchorFile, anchors);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

/**
 * @param {import('pg').Client} client @param {string} file
 * @param {readonly import('./lib/backup-tables.mjs').Table[]} all
 * @returns {Promise<Buffer>} the audit anchors
 */
async function loadSections(client, file, all) {
  const { loadTable } = await import('./lib/backup-tables.mjs');
  const { anchorSection, readBackup } = await import('./lib/backup-file.mjs');
  /** @type {Buffer[]} */
  const anchors = [];
  /** @type {ReturnType<typeof loadTable> | null} */
  let loading = null;
  for await (const part of readBackup(file)) {
    if (part.section !== undefined && part.section !== anchorSection) {
      const table = all.find(({ name }) => name === part.section);
      if (!table || table.columns.join() !== part.columns.join())
        throw new Complaint(`备份中的表 ${part.section} 与本程序的结构不符，没有恢复任何数据。`);
      loading = loadTable(client, table);
    } else if (part.block) {
      if (loading) await loading.write(part.block);
      else anchors.push(part.block);
    } else if (part.end) {
      await loading?.end();
      loading = null;
    }
  }
  return Buffer.concat(anchors);
}

/** The anchors of the backup; others that were there are kept aside, not lost. @param {string} file @param {Buffer} anchors */
function placeAnchors(file, anchors) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) {
    const aside = `${file}.before-restore-${Date.now()}`;
    renameSync(file, aside);
    say(`! 原审计锚文件改名为 ${aside}：备份之后封存的审计记录不在恢复的数据里，请留存它`);
  }
  if (anchors.length > 0) writeFileSync(file, anchors, { mode: 0o640, flush: true });
}

/** @param {NodeJS.ProcessEnv} env */
async function verifyAudit(env) {
  const { code, output } = await capture(process.execPath, ['dist/apps/cli/src/main.js', 'audit:verify'], root, {
    ...env,
    LOG_LEVEL: 'error',
  });
  if (code !== 0)
    throw new Complaint(
      `数据已恢复，但审计链核验没有通过，请勿据此开展业务 (audit verification failed)：\n${output.trim()}`,
    );
  return output.trim().replace(/^/gm, '  ');
}
