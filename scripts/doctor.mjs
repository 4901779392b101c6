// npm run doctor: what an operator asks first. One line a finding: ok, warn or fail; exit code 1 on a fail.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine, freeMegabytes, portFree } from './lib/machine.mjs';
import { built, checkNode, installed } from './lib/prepare.mjs';
import { root } from './lib/process.mjs';

const lowMegabytes = Number(process.env.MARKET_MIN_FREE_MB || 512);
const comfortableMegabytes = 4 * lowMegabytes;
const maxSkewSeconds = 5;
const outboxLateSeconds = 60;

let failed = false;
/** @param {'ok' | 'warn' | 'fail'} level @param {string} text */
function report(level, text) {
  failed ||= level === 'fail';
  console.log(`${{ ok: '✓ ok  ', warn: '! warn', fail: '✗ fail' }[level]} ${text}`);
}

/** @param {string} title @param {() => unknown} check */
async function tell(title, check) {
  try {
    await check();
  } catch (error) {
    report('fail', `${title}：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {string} file @returns {Record<string, any>} */
const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

const folder = resolve(root, process.env.MARKET_DATA_DIR || '.data');
await tell('Node.js', () => (checkNode(), report('ok', `Node.js ${process.versions.node}`)));
const ready = installed();
report(
  ready ? 'ok' : 'fail',
  ready ? '依赖与 package-lock.json 一致' : '依赖未安装或已过时：请运行 npm ci（npm start 会自动安装）',
);
report(
  built() ? 'ok' : 'warn',
  built() ? '编译结果与源码一致' : '源码有改动尚未编译：npm start 会自动编译，或运行 npm run build',
);
await tell('磁盘', checkDisk);
const launcher = json(join(folder, 'launcher.json'));
const running = commandLine(Number(launcher.pid))?.includes('scripts/start.mjs') ?? false;
report('ok', running ? `市场正在运行（启动进程 ${launcher.pid}）` : '市场未在运行（由 npm start 启动的）');
await tell('端口', checkPort);
await tell('密钥文件', checkSecrets);
if (ready) {
  await tell('数据目录', checkData);
  await tell('数据库', checkDatabase);
  await tell('外部服务', checkServices);
}
console.log(failed ? '有问题需要处理。' : '没有发现必须处理的问题。');
process.exit(failed ? 1 : 0);

function checkDisk() {
  const free = freeMegabytes(folder);
  report(
    free < lowMegabytes ? 'fail' : free < comfortableMegabytes ? 'warn' : 'ok',
    `磁盘剩余 ${free} MB（${folder}）${free < comfortableMegabytes ? '，请清理' : ''}`,
  );
}

async function checkPort() {
  const port = Number(process.env.API_PORT || 3000);
  if (running) return report('ok', `端口 ${port}：市场正在运行，不检查占用`);
  const free = await portFree(process.env.API_HOST || '127.0.0.1', port);
  report(
    free ? 'ok' : 'fail',
    free ? `端口 ${port} 空闲` : `端口 ${port} 被其他程序占用：请换一个，例如 API_PORT=${port + 1} npm start`,
  );
}

function checkSecrets() {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) return report('ok', '尚无密钥文件（首次 npm start 时生成）');
  const mode = statSync(file).mode & 0o777;
  const closed = (mode & 0o077) === 0;
  report(
    closed ? 'ok' : 'fail',
    closed ? '密钥文件只有本用户可读' : `密钥文件权限为 ${mode.toString(8)}：请运行 chmod 600 ${file}`,
  );
}

/** The embedded cluster's folder, as the launcher remembers it. */
function cluster() {
  return json(join(folder, 'state.json')).clusterFolder ?? join(folder, 'postgres');
}

async function checkData() {
  if (process.env.DATABASE_URL) return;
  if (!existsSync(cluster())) return report('ok', '尚无数据目录（首次 npm start 时建立）');
  const { inspect } = await import('./lib/embedded-postgres.mjs');
  inspect(cluster());
  report('ok', `数据目录完整（${cluster()}）`);
}

/** Owner's address of the database, or null when there is none to ask. */
function ownerUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  const port = json(join(folder, 'state.json')).databasePort;
  const file = `${cluster()}.password`;
  if (!running || !port || !existsSync(file)) return null;
  return `postgres://qy_owner:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${port}/qy_market`;
}

async function checkDatabase() {
  const url = ownerUrl();
  if (url === null) return report('warn', '内置 PostgreSQL 未运行，未检查数据库（请先 npm start）');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    report('ok', '数据库可连接');
    await checkMigrations(client);
    await checkClock(client);
    await checkOutbox(client);
  } finally {
    await client.end();
  }
}

/** @param {import('pg').Client} client */
async function checkMigrations(client) {
  if (!built()) return;
  const { migrations } = await import('../dist/migrations/index.js');
  const { rows } = await client.query(`SELECT name FROM migration`);
  const done = new Set(rows.map((/** @type {{ name: string }} */ row) => row.name));
  const open = migrations.filter((/** @type {{ name: string }} */ one) => !done.has(one.name)).length;
  report(
    open === 0 ? 'ok' : 'fail',
    open === 0 ? '数据库结构已是最新' : `有 ${open} 个迁移未执行：请重新 npm start，或运行 migrate`,
  );
}

/** @param {import('pg').Client} client */
async function checkClock(client) {
  const asked = Date.now();
  const { rows } = await client.query(`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now`);
  const skew = Math.round((Number(rows[0].now) - (asked + Date.now()) / 2) / 1000);
  report(
    Math.abs(skew) <= maxSkewSeconds ? 'ok' : 'fail',
    `本机与数据库时钟相差 ${skew} 秒${Math.abs(skew) <= maxSkewSeconds ? '' : '：请校准 (NTP)'}`,
  );
}

/** @param {import('pg').Client} client */
async function checkOutbox(client) {
  const { rows } = await client.query(
    `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(e.occurred_at) FILTER (WHERE d.failed_at IS NULL)), 0)::int AS lag,
            count(*) FILTER (WHERE d.failed_at IS NOT NULL)::int AS failed
     FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id WHERE d.handled_at IS NULL`,
  );
  const { lag, failed: lost } = rows[0];
  report(
    lag <= outboxLateSeconds ? 'ok' : 'warn',
    `发件箱落后 ${lag} 秒${lag <= outboxLateSeconds ? '' : '：worker 可能没有运行'}`,
  );
  if (lost > 0) report('warn', `有 ${lost} 项投递失败，需要人工处理`);
}

async function checkServices() {
  const { checkMeilisearch, checkRedis } = await import('./lib/services.mjs');
  if (!process.env.REDIS_URL) report('ok', '队列：PostgreSQL');
  else {
    await checkRedis(process.env.REDIS_URL);
    report('ok', '队列：Redis 可连接');
  }
  if (!process.env.MEILI_URL) report('ok', '检索：PostgreSQL');
  else {
    await checkMeilisearch(process.env.MEILI_URL);
    report('ok', '检索：Meilisearch 可连接');
  }
}
