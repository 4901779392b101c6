// Reachability of services that the operator named: asked before anything is started.
import { connect } from 'node:net';
import pg from 'pg';
import { Complaint } from './report.mjs';

const withinMs = 3_000;

/** @param {string} url without its password */
const shown = (url) => {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
};

/** @param {unknown} error */
const reason = (error) => {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  return code ?? message;
};

/** @param {string} url @param {string} [name] */
export async function checkDatabase(url, name = 'DATABASE_URL') {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    if (Number(rows[0].server_version_num) < 150000)
      throw new Complaint(
        `${name} 指向的 PostgreSQL 版本过旧（${rows[0].server_version_num}）；请使用 15 或更新版本，建议 18。`,
      );
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(
      `无法连接 ${name}（${shown(url)}，${reason(error)}）；请检查地址、口令与 PostgreSQL 是否运行，或删去 ${name} 改用内置 PostgreSQL。` +
        ` (PostgreSQL is unreachable.)`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param {string} url */
export async function checkRedis(url) {
  const { hostname, port } = new URL(url);
  try {
    await new Promise((resolve, reject) => {
      const socket = connect(
        { host: hostname, port: Number(port || 6379), timeout: withinMs },
        () => (socket.destroy(), resolve(undefined)),
      );
      socket.once('error', reject);
      socket.once('timeout', () => (socket.destroy(), reject(new Error('timeout'))));
    });
  } catch (error) {
    throw new Complaint(
      `无法连接 REDIS_URL（${shown(url)}，${reason(error)}）；请启动 Redis 或改正地址，或删去 REDIS_URL 改用 PostgreSQL 队列。 (Redis is unreachable.)`,
    );
  }
}

/** @param {string} url */
export async function checkMeilisearch(url) {
  try {
    const answer = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(withinMs) });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    throw new Complaint(
      `无法连接 MEILI_URL（${shown(url)}，${reason(cause)}）；请启动 Meilisearch 或改正地址，或删去 MEILI_URL 改用 PostgreSQL 检索。 (Meilisearch is unreachable.)`,
    );
  }
}
