// The market's database for backup and restore: the one the operator named, the running embedded one, or the embedded
// one started for the moment. Imported after node_modules is there.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { claim } from './claim.mjs';
import { database, openCluster } from './cluster.mjs';
import { readJson, secrets, writeJson } from './data-folder.mjs';
import { databaseNamed, marketEnvironment } from './environment.mjs';
import { commandLine } from './machine.mjs';
import { root } from './process.mjs';
import { Complaint, explain } from './report.mjs';
import { checkDatabase } from './services.mjs';

/**
 * @typedef {{ ownerUrl: string, env: NodeJS.ProcessEnv, folder: string, state: Record<string, any>, save: () => void,
 *   embedded: boolean }} Opened
 */

/**
 * Opens the database, works with it and leaves everything as it was found: what was stopped is stopped again.
 * @template T
 * @param {string} folder
 * @param {{ alsoRunning: boolean }} options whether a running embedded market may be used
 * @param {(opened: Opened) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withMarketDatabase(folder, { alsoRunning }, work) {
  const env = marketEnvironment(folder, /** @type {any} */ (secrets(folder)));
  const state = readJson(join(folder, 'state.json'));
  const save = () => writeJson(join(folder, 'state.json'), state);
  /** @param {string} ownerUrl @param {boolean} embedded */
  const opened = (ownerUrl, embedded) => ({ ownerUrl, env, folder, state, save, embedded });
  if (databaseNamed(env)) return work(opened(await namedOwnerUrl(env), false));
  const running = runningOwnerUrl(folder, state);
  if (running !== null && alsoRunning) {
    env.DATABASE_URL = env.DATABASE_OWNER_URL = running;
    return work(opened(running, true));
  }
  return withOwnCluster(folder, state, save, (ownerUrl) => {
    env.DATABASE_URL = env.DATABASE_OWNER_URL = ownerUrl;
    return work(opened(ownerUrl, true));
  });
}

/** @param {NodeJS.ProcessEnv} env */
async function namedOwnerUrl(env) {
  const { readConfig, ConfigError } = await import('../../dist/libs/platform/src/config/config.js');
  try {
    const { databaseOwnerUrl } = readConfig(env);
    await checkDatabase(databaseOwnerUrl, 'DATABASE_OWNER_URL');
    return databaseOwnerUrl;
  } catch (error) {
    throw error instanceof ConfigError ? new Complaint(error.message) : error;
  }
}

/** @param {string} folder @param {Record<string, any>} state */
function runningOwnerUrl(folder, state) {
  const { pid } = readJson(join(folder, 'launcher.json'));
  if (!commandLine(Number(pid))?.includes('scripts/start.mjs')) return null;
  const file = `${state.clusterFolder}.password`;
  if (!state.databasePort || !existsSync(file)) return null;
  return `postgres://qy_owner:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${state.databasePort}/${database}`;
}

/**
 * @template T
 * @param {string} folder @param {Record<string, any>} state @param {() => void} save
 * @param {(ownerUrl: string) => Promise<T>} work
 */
async function withOwnCluster(folder, state, save, work) {
  const claimed = await claim(folder);
  /** @type {import('./cluster.mjs').Cluster | null} */
  let cluster = null;
  const close = async () => {
    await cluster?.stop().catch(() => undefined);
    claimed.release();
  };
  const interrupted = () => void close().then(() => process.exit(1));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, interrupted);
  try {
    const giveUp = (/** @type {string} */ why) => (explain(new Complaint(why)), interrupted());
    const running = await openCluster(folder, state, save, giveUp, (one) => (cluster = one));
    return await work(running.url(database));
  } finally {
    await close();
  }
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // told by the query that fails
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The file an operator named, from where he stands: npm itself runs in the project's folder. @param {string} usage */
export function fileArgument(usage) {
  const args = process.argv.slice(2);
  if (args.length !== 1 || args[0] === undefined || args[0].startsWith('-')) {
    process.stderr.write(`用法 (usage)：${usage}\n`);
    process.exit(2);
  }
  return resolve(process.env.INIT_CWD ?? root, args[0]);
}
