// npm start: from a bare clone to a running market, and back. This process is the parent of all others: it stops the
// worker, then the API, then PostgreSQL. Nothing of node_modules is imported before it is installed.
import { join } from 'node:path';
import { claim, markOf } from './lib/claim.mjs';
import { dataFolder, readJson, secrets, writeJson } from './lib/data-folder.mjs';
import { demoAccounts } from './lib/demo-accounts.mjs';
import { databaseNamed, marketEnvironment } from './lib/environment.mjs';
import { freePort, portFree, requireSpace } from './lib/machine.mjs';
import { capture, checkNode, prepare, stopCaptured } from './lib/prepare.mjs';
import { root } from './lib/process.mjs';
import { Complaint, elapsed, explain, say, step } from './lib/report.mjs';
import { Child, keepLogSmall } from './lib/supervisor.mjs';

const graceMs = 28_000; // the processes end themselves after 25 s
const repeatedSignalMs = 1_000; // npm and the terminal both deliver one Ctrl-C
const spaceMegabytes = Number(process.env.MARKET_MIN_FREE_MB || 512);

/** @type {Awaited<ReturnType<typeof claim>> | null} */
let claimed = null;
/** @type {import('./lib/cluster.mjs').Cluster | null} */
let cluster = null;
/** @type {Child[]} in the order they are stopped */
const children = [];
let stopping = false;
let firstSignalAt = 0;

process.stdout.on('error', () => undefined); // a closed terminal must not keep us from stopping in order
process.stderr.on('error', () => undefined);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => onSignal());
followNpm();

try {
  await main();
} catch (error) {
  if (!stopping) explain(error); // what stopping broke off is no failure
  await stop(1);
}

async function main() {
  checkNode();
  const folder = dataFolder();
  claimed = await claim(folder);
  const address = await apiAddress();
  requireSpace(folder, spaceMegabytes);
  say('庆阳科技大市场：准备启动');
  await prepare();

  const known = secrets(folder);
  const state = readJson(join(folder, 'state.json'));
  const save = () => writeJson(join(folder, 'state.json'), state);
  const { readConfig, ConfigError } = await import('../dist/libs/platform/src/config/config.js');
  const env = marketEnvironment(folder, known);
  env.API_HOST = address.host;
  env.API_PORT = String(address.port);
  const embedded = !databaseNamed(env);
  const config = checked(
    () => readConfig(embedded ? { ...env, DATABASE_URL: 'postgres://127.0.0.1/later' } : env),
    ConfigError,
  );
  await checkServices(config, embedded);
  if (embedded) Object.assign(env, await startCluster(folder, state, save));

  await maintain('更新数据库结构', 'migrate', env);
  if (embedded && cluster) {
    const { ensureLogin, database, login } = await import('./lib/cluster.mjs');
    await ensureLogin(cluster.url(database), known.loginPassword);
    env.DATABASE_URL = `postgres://${login}:${known.loginPassword}@127.0.0.1:${cluster.port}/${database}`;
  }
  await maintain('载入目录数据（县区、示范区、指标、任务）', 'catalogue:load', env);
  if (config.mode === 'demo')
    await loadDemo(env, embedded ? 'embedded' : new URL(config.databaseUrl).host, state, save);
  const ready = await startProcesses(folder, env);
  welcome(ready, config.mode, env, folder, state.restored !== undefined);
}

async function apiAddress() {
  const host = process.env.API_HOST || '127.0.0.1';
  const text = process.env.API_PORT || '3000';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new Complaint(`API_PORT 应是 0 至 65535 的整数，现为 "${text}"。 (API_PORT must be a port number.)`);
  const port = Number(text);
  if (port !== 0 && !(await portFree(host, port))) {
    throw new Complaint(
      `端口 ${port} 已被占用；请停止占用它的程序，或换一个端口：API_PORT=${port === 65535 ? 3000 : port + 1} npm start。 (Port ${port} is in use; choose another with API_PORT.)`,
    );
  }
  const worker = process.env.WORKER_PORT;
  if (
    worker &&
    /^\d{1,5}$/.test(worker) &&
    Number(worker) > 0 &&
    Number(worker) < 65536 &&
    !(await portFree('127.0.0.1', Number(worker)))
  )
    throw new Complaint(
      `端口 ${worker}（WORKER_PORT）已被占用；请换一个，或不设置 WORKER_PORT。 (Port ${worker} is in use.)`,
    );
  return { host, port };
}

/** The worker's health port is nobody's habit: when 3001 is taken, any other will do. */
async function workerPort() {
  return (await portFree('127.0.0.1', 3001)) ? 3001 : freePort();
}

/** @template T @param {() => T} read @param {new (...args: any[]) => Error} ConfigError @returns {T} */
function checked(read, ConfigError) {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? new Complaint(error.message) : error;
  }
}

/** @param {any} config @param {boolean} embedded */
async function checkServices(config, embedded) {
  const { checkDatabase, checkMeilisearch, checkRedis } = await import('./lib/services.mjs');
  if (!embedded) {
    await checkDatabase(config.databaseUrl);
    if (config.databaseOwnerUrl !== config.databaseUrl)
      await checkDatabase(config.databaseOwnerUrl, 'DATABASE_OWNER_URL');
  }
  if (config.redisUrl !== null) await checkRedis(config.redisUrl);
  if (config.meiliUrl !== null) await checkMeilisearch(config.meiliUrl);
}

/** @param {string} folder @param {Record<string, any>} state @param {() => void} save */
async function startCluster(folder, state, save) {
  const { openCluster, database } = await import('./lib/cluster.mjs');
  const running = await openCluster(folder, state, save, giveUp, (opened) => (cluster = opened));
  return { DATABASE_URL: running.url(database), DATABASE_OWNER_URL: running.url(database) };
}

/**
 * Runs a maintenance command of this version.
 * @param {string} title @param {string} name @param {NodeJS.ProcessEnv} env
 */
async function maintain(title, name, env) {
  return step(title, async () => {
    const { code, output } = await capture(process.execPath, ['dist/apps/cli/src/main.js', name], root, {
      LOG_LEVEL: 'error',
      ...env,
    });
    if (code !== 0) throw new Complaint(`${title}失败 (${name} failed)：\n${output.slice(-3000).trim()}`);
  });
}

/** @param {NodeJS.ProcessEnv} env @param {string} key @param {Record<string, any>} state @param {() => void} save */
async function loadDemo(env, key, state, save) {
  if (state.demoLoaded?.[key]) return;
  await maintain('载入示例数据', 'demo:load', env);
  state.demoLoaded = { ...state.demoLoaded, [key]: true };
  save();
}

/** @param {string} folder @param {NodeJS.ProcessEnv} env */
async function startProcesses(folder, env) {
  /** @param {string} name */
  const child = (name) =>
    new Child({
      name,
      script: `dist/apps/${name}/src/main.js`,
      mark: markOf(folder),
      logFile: join(folder, `${name}.log`),
      env,
      onChange: () => claimed?.remember(Object.fromEntries(children.map((one) => [one.name, one.pid]))),
      onGivenUp: giveUp,
    });
  const portChosen = !env.WORKER_PORT; // now, not at the beginning: somebody else may have taken it meanwhile
  if (portChosen) env.WORKER_PORT = String(await workerPort());
  const worker = child('worker');
  const api = child('api');
  children.push(worker, api);
  setInterval(() => children.forEach(({ options }) => keepLogSmall(options.logFile)), 30_000).unref();
  const startWorker = () =>
    worker.start().catch(async (error) => {
      if (!portChosen || !/EADDRINUSE/.test(String(error))) throw error;
      env.WORKER_PORT = String(await freePort());
      return worker.start();
    });
  const [answer] = await step('启动 API 与 worker', () => Promise.all([api.start(), startWorker()]));
  const url = String(answer.ready).replace('[::1]', '127.0.0.1').replace('0.0.0.0', '127.0.0.1');
  for (const base of [url, `http://127.0.0.1:${env.WORKER_PORT}`]) {
    if (base.endsWith(':0')) continue;
    const ready = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (ready?.status !== 200)
      throw new Complaint(`${base}/readyz 没有就绪（${ready?.status ?? '无应答'}）；日志见 ${folder}`);
  }
  return url;
}

/** @param {string} url @param {string} mode @param {NodeJS.ProcessEnv} env @param {string} folder @param {boolean} restored */
function welcome(url, mode, env, folder, restored) {
  say(`
庆阳科技大市场已就绪，用时 ${elapsed()}（${mode === 'demo' ? '演示模式' : mode}）
  网页      ${url}/
  接口      ${url}/v1
  接口文档  ${url}/reference
  健康      ${url}/healthz?verbose
  worker    http://127.0.0.1:${env.WORKER_PORT}/readyz
  数据目录  ${folder}（日志 api.log、worker.log）`);
  if (mode === 'demo') {
    say(`  示例账号  口令均为 ${env.DEMO_PASSWORD ?? '（见 DEMO_PASSWORD_FILE）'}`);
    if (restored) say('            （数据恢复自备份：口令可能仍是备份前那个安装的，见其 secrets.json）');
    for (const { account, what } of demoAccounts()) say(`    ${account.padEnd(18)} ${what}`);
  }
  say('按 Ctrl-C 停止。');
}

function onSignal() {
  if (firstSignalAt === 0) firstSignalAt = Date.now();
  else if (Date.now() - firstSignalAt < repeatedSignalMs) return;
  if (!stopping) {
    say('\n正在停止（再按一次立即结束）…');
    return void stop(0);
  }
  if (Date.now() - firstSignalAt < repeatedSignalMs) return;
  children.forEach((child) => child.kill());
  cluster?.kill();
  claimed?.release();
  process.exit(1);
}

/** @param {string} why */
function giveUp(why) {
  explain(new Complaint(why));
  void stop(1);
}

/** Worker, API, PostgreSQL: in this order, each when the one before is gone. @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await stopCaptured();
  for (const child of children) await child.stop(graceMs);
  await cluster?.stop().catch(() => undefined);
  claimed?.release();
  if (code === 0) say('已停止。');
  process.exit(code);
}

/** A killed npm leaves its children behind: then this launcher stops as if it were told to. */
function followNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) onSignal();
  }, 1_000).unref();
}
