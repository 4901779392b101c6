// npm run story [-- --url http://127.0.0.1:3000]: plays the main job over HTTP against a running market or, when none
// answers, a freshly started one with a data folder of its own. Exit 1 on the first thing that is not as expected.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { readJson } from './lib/data-folder.mjs';
import { freePort } from './lib/machine.mjs';
import { root } from './lib/process.mjs';
import { Person } from './lib/story-person.mjs';
import { playStory } from './lib/story-steps.mjs';

const clockFollowsMs = 600; // every process follows a moved clock within 0.5 s
const startSeconds = 600; // a first start installs and compiles
/** Settings that would lead the throw-away market to somebody else's database, queue, index or port. */
const elsewhere = /^(DATABASE|REDIS|MEILI|AUDIT_ANCHOR|WORKER_PORT|API_HOST|JWT_SECRET)/;
const accounts = {
  seller: 'daxue@demo',
  buyer: 'qiye@demo',
  broker: 'jingjiren@demo',
  registrar: 'dengji@demo',
  reviewer: 'shenhe@demo',
  auditor: 'shenji@demo',
  systemAdmin: 'xitong@demo',
};

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const say = (line) => console.log(line);
let started = null;
let interrupted = false;

try {
  const url = (values.url ?? process.env.MARKET_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
  const market = (await answers(url))
    ? { url, password: passwordOf(resolve(root, process.env.MARKET_DATA_DIR || '.data')) }
    : await startOwn(url);
  say(`市场：${market.url}`);
  const began = Date.now();
  await play(market);
  say(`\n主流程全部完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
} catch (error) {
  console.error(`\n主流程未完成：${interrupted ? '已中断' : error.message}`);
  process.exitCode = interrupted ? 130 : 1;
} finally {
  await started?.stop();
}

async function play({ url, password }) {
  const people = Object.fromEntries(
    Object.entries(accounts).map(([role, account]) => [role, new Person(url, account, password)]),
  );
  const clock = () => people.systemAdmin.get('/v1/sandbox/clock');
  await playStory({
    people,
    say,
    verifyOffline: (person, path) => verifyOffline(url, person, path),
    run: `${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}-${randomBytes(2).toString('hex')}`,
    today: async () => (await clock()).date,
    moveTo: async (date) => {
      await people.systemAdmin.post('/v1/sandbox/clock', 201, { moveTo: `${date}T09:00:00+08:00` });
      await new Promise((resolve) => setTimeout(resolve, clockFollowsMs));
    },
  });
}

/** A process of its own, without any setting of the market: the file and the published keys are all it has. */
async function verifyOffline(url, person, path) {
  const folder = mkdtempSync(join(tmpdir(), 'qy-certificate-'));
  try {
    const [file, keys] = [join(folder, 'certificate.pdf'), join(folder, 'keys.json')];
    const pdf = await person.bytes(path);
    writeFileSync(file, pdf);
    writeFileSync(keys, await (await fetch(`${url}/.well-known/certificate-keys.json`)).text());
    const args = [join(root, 'dist/apps/cli/src/main.js'), 'certificate:verify', file, '--key', keys];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: {} });
    return { bytes: pdf.length, text: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answers(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** Starts a market beside whatever runs: other ports, a data folder that is removed again. */
async function startOwn(missing) {
  if (values.url) throw new Error(`${missing} 没有应答；请先 npm start，或去掉 --url 由本命令启动`);
  const folder = mkdtempSync(join(tmpdir(), 'qy-story-'));
  const port = await freePort();
  say('没有正在运行的市场，启动一个临时的……');
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !elsewhere.test(name))),
      MARKET_DATA_DIR: folder,
      API_PORT: String(port),
      MARKET_MODE: 'demo',
      npm_lifecycle_event: 'start', // the launcher then ends with its parent, however that ends
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  started = {
    async stop() {
      child.kill('SIGTERM');
      await ended;
      // Root's PostgreSQL keeps its files outside, where its own user can enter.
      const { clusterFolder } = readJson(join(folder, 'state.json'));
      if (clusterFolder) rmSync(dirname(clusterFolder), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const interrupt = () => {
    interrupted = true;
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startSeconds * 1000;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`市场没有启动成功（退出码 ${child.exitCode}）`);
    if (Date.now() > deadline) throw new Error(`市场 ${startSeconds} 秒内没有就绪`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { url, password: passwordOf(folder) };
}

/** DEMO_PASSWORD, or what the launcher wrote down at its first start. */
function passwordOf(folder) {
  if (process.env.DEMO_PASSWORD) return process.env.DEMO_PASSWORD;
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    throw new Error('不知道演示账号的口令：请用 DEMO_PASSWORD 给出，或用 MARKET_DATA_DIR 指明该市场的数据目录');
  }
  return JSON.parse(readFileSync(file, 'utf8')).demoPassword;
}
