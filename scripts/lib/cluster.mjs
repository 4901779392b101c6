// The embedded PostgreSQL under the launcher: one cluster, started again when it dies, stopped last.
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from './data-folder.mjs';
import * as postgres from './embedded-postgres.mjs';
import { portFree } from './machine.mjs';
import { Complaint, say, step } from './report.mjs';
import { createBackoff } from './supervisor.mjs';

export const database = 'qy_market';
export const login = 'qy_login';

export class Cluster {
  /** @type {Awaited<ReturnType<typeof postgres.start>> | null} */
  #server = null;
  #stopping = false;
  #backoff = createBackoff();
  /** @type {number | null} */
  #answeredAt = null;

  /** @param {string} directory @param {number} port @param {(why: string) => void} onGivenUp */
  constructor(directory, port, onGivenUp) {
    this.directory = directory;
    this.port = port;
    this.onGivenUp = onGivenUp;
  }

  async start() {
    try {
      this.#server = await postgres.start({ directory: this.directory, port: this.port });
    } catch (error) {
      if (error instanceof Complaint) throw error;
      const log = String(error instanceof Error ? error.message : error);
      if (/password authentication failed|did not answer/.test(log) && !/No space/.test(log))
        throw new Complaint(`PostgreSQL 已启动但无法登录；请核对口令文件 ${this.directory}.password。${lastLine(log)}`);
      throw new Complaint(
        /No space left/.test(log)
          ? `磁盘已满，PostgreSQL 无法启动；请清理 ${this.directory} 所在分区后重试。 (Disk full.)`
          : `PostgreSQL 无法在 ${this.directory} 启动：${lastLine(log)}；若数据损坏，请把该目录改名备份后用 npm run restore 恢复。`,
      );
    }
    this.#answeredAt = Date.now();
    const server = this.#server;
    void server.exit.then(() => this.#died());
    return server;
  }

  /** @param {string} name */
  url(name) {
    if (!this.#server) throw new Error('PostgreSQL is not running');
    return this.#server.url(name);
  }

  async #died() {
    if (this.#stopping) return;
    const pause = this.#backoff(this.#answeredAt === null ? 0 : Date.now() - this.#answeredAt);
    this.#answeredAt = null;
    if (pause === null) return this.onGivenUp('PostgreSQL 在 5 分钟内多次停止');
    say(`! PostgreSQL 意外停止，${pause} 毫秒后重新启动`);
    await sleep(pause);
    if (this.#stopping) return;
    try {
      await postgres.stopOrphan(this.directory);
      const server = await this.start();
      say(`  ✓ PostgreSQL 已重新启动（进程 ${server.pid}）`);
    } catch (error) {
      say(`! ${error instanceof Error ? error.message : String(error)}`);
      void this.#died();
    }
  }

  async stop() {
    this.#stopping = true;
    await this.#server?.stop();
  }

  kill() {
    this.#stopping = true;
    this.#server?.kill();
  }
}

/** @param {string} log */
const lastLine = (log) =>
  log
    .trim()
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
    .at(-1) ?? log.trim().split('\n').at(-1);

/**
 * The remembered port when it is still free, else another.
 * @param {number | undefined} remembered
 */
export async function choosePort(remembered) {
  if (remembered !== undefined && (await portFree('127.0.0.1', remembered))) return remembered;
  return postgres.freePort();
}

/**
 * The data folder's cluster, started: created when there is none, taken back from an orphan.
 * @param {string} folder
 * @param {Record<string, any>} state what the launcher remembers; told here, kept by `save`
 * @param {() => void} save
 * @param {(why: string) => void} onGivenUp
 * @param {(cluster: Cluster) => void} onOpened called before it is started, so that whoever stops can stop it
 */
export async function openCluster(folder, state, save, onGivenUp, onOpened) {
  const directory = clusterFolder(folder, postgres);
  postgres.inspect(directory);
  if (await postgres.stopOrphan(directory)) say('! 停止了上次遗留的 PostgreSQL，数据完好');
  if (await step('准备 PostgreSQL 数据目录', () => postgres.initialise(directory))) {
    delete state.demoLoaded;
    delete state.restored;
  }
  state.databasePort = await choosePort(state.databasePort);
  state.clusterFolder = directory;
  save();
  const running = new Cluster(directory, state.databasePort, onGivenUp);
  onOpened(running);
  await step(`启动 PostgreSQL（127.0.0.1:${running.port}）`, () => running.start());
  await ensureDatabase(running.url('postgres'));
  return running;
}

/** @param {string} ownerUrl of any database */
export async function ensureDatabase(ownerUrl) {
  await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });
}

/** The processes' login: owns nothing, may become the app's roles. @param {string} ownerUrl @param {string} password hexadecimal */
export async function ensureLogin(ownerUrl, password) {
  if (!/^[0-9a-f]+$/.test(password)) throw new Error('the login password is not hexadecimal');
  await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${login}`);
    await client.query(`ALTER ROLE ${login} LOGIN PASSWORD '${password}'`);
    await client.query(`GRANT qy_app, qy_public TO ${login}`);
  });
}

/** @param {string} url @param {(client: pg.Client) => Promise<void>} work */
async function asOwner(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
