// npm run backup -- FILE: everything the market knows, of one moment, in one compressed file. The market may be running.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { dataFolder } from './lib/data-folder.mjs';
import { freeMegabytes } from './lib/machine.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { Complaint, elapsed, explain, say, step } from './lib/report.mjs';

try {
  checkNode();
  await prepare();
  const { fileArgument, withMarketDatabase } = await import('./lib/market-database.mjs');
  const file = fileArgument('npm run backup -- 文件名，例如 npm run backup -- /备份盘/market-20261123.qybak');
  if (!existsSync(dirname(file))) throw new Complaint(`目录 ${dirname(file)} 不存在；请先建立。 (No such folder.)`);
  await withMarketDatabase(dataFolder(), { alsoRunning: true }, (opened) => backUp(file, opened));
} catch (error) {
  explain(noSpace(error) ? new Complaint('磁盘已满，没有留下备份文件；请换一个位置。 (Disk full.)') : error);
  process.exitCode = 1;
}

/** @param {string} file @param {import('./lib/market-database.mjs').Opened} opened */
async function backUp(file, { ownerUrl, env }) {
  const { withClient } = await import('./lib/market-database.mjs');
  const anchorFile = String(env.AUDIT_ANCHOR_FILE);
  // Taken before the snapshot: an anchor is written after what it anchors is committed, so none is ahead of the data.
  const anchored = existsSync(anchorFile) ? statSync(anchorFile).size : 0;
  const { manifest, sha256 } = await step('导出全部数据', () =>
    withClient(ownerUrl, (client) => exportAll(client, file, anchorFile, anchored)),
  );
  const tables = Object.values(manifest.sections);
  say(`
备份完成，用时 ${elapsed()}：${file}
  ${tables.length - 1} 张表，${tables.reduce((sum, { rows }) => sum + rows, 0)} 行，${(statSync(file).size / 1_048_576).toFixed(1)} MB（所在分区剩余 ${freeMegabytes(file)} MB）
  审计链  ${manifest.auditHead ? `第 ${manifest.auditHead.count} 条，链头 ${manifest.auditHead.head}` : '尚无封存'}
  SHA-256 ${sha256}（内容摘要；请另处记下，恢复时会显示同一数值）
  不含密钥（secrets.json）：恢复到新目录后，已登录的人需重新登录，示例账号的口令仍是本安装的；
  证书签名密钥在数据表中（若未用 CERTIFICATE_KEY 另给），随备份走。备份含全部个人与合同信息，请妥善保管。`);
}

/** @param {import('pg').Client} client @param {string} file @param {string} anchorFile @param {number} anchored */
async function exportAll(client, file, anchorFile, anchored) {
  const { anchorSection, BackupWriter } = await import('./lib/backup-file.mjs');
  const tables = await import('./lib/backup-tables.mjs');
  await tables.prepareSession(client);
  await tables.requireAllRows(client);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const migrations = await tables.migrationsOf(client);
  if (migrations.length === 0)
    throw new Complaint('数据库还是空的，没有可备份的内容；请先 npm start。 (Nothing to back up.)');
  const { rows } = await client.query(`SELECT current_setting('server_version') AS postgres, now() AS "createdAt"`);
  const header = { createdAt: rows[0].createdAt.toISOString(), postgres: rows[0].postgres, migrations };
  const writer = new BackupWriter(file, header);
  try {
    await writer.begin();
    for (const table of await tables.tablesOf(client))
      await writer.section(table.name, { columns: table.columns }, tables.rowsOf(client, table));
    await writer.section(anchorSection, { file: true }, anchors(anchorFile, anchored));
    const auditHead = await tables.auditHeadOf(client);
    const sequences = await tables.sequencesOf(client); // last: never behind the rows
    const sha256 = await writer.finish({ sequences, auditHead });
    await client.query('COMMIT');
    return { sha256, manifest: { sections: writer.sections, auditHead } };
  } catch (error) {
    writer.discard();
    throw error;
  }
}

/** @param {string} file @param {number} size @returns {AsyncIterable<Buffer>} */
async function* anchors(file, size) {
  if (size > 0) yield* createReadStream(file, { end: size - 1 });
}

/** @param {unknown} error */
function noSpace(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOSPC';
}
