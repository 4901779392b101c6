// npm run story [-- --url http://127.0.0.1:3000]: plays the main job over HTTP against a running market or, when none
// answers, a freshly started one with a data folder of its own. Exit 1 on the first thing that is not as expected.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from './lib/machine.mjs';
import { root } from './lib/process.mjs';
import { playStory } from './lib/story-steps.mjs';

const startSeconds = 600; // a first start installs and compiles
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

try {
  const url = (values.url ?? process.env.MARKET_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
  const market = (await answers(url)) ? { url, password: passwordOf(join(root, '.data')) } : await startOwn(url);
  say(`市场：${market.url}`);
  const began = Date.now();
  await play(market);
  say(`\n主流程全部完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
} catch (error) {
  console.error(`\n主流程未完成：${error.message}`);
  process.exitCode = 1;
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
    run: `${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}-${randomBytes(2).toString('hex')}`,
    today: async () => (await clock()).date,
    moveTo: async (date) => {
      await people.systemAdmin.post('/v1/sandbox/clock', 201, { moveTo: `${date}T09:00:00+08:00` });
    },
  });
}

/** Somebody with a demo account; signs in when needed, and again when the moved clock has ended the session. */
class Person {
  token = null;
  constructor(url, account, password) {
    Object.assign(this, { url, account, password });
  }

  get(path, status = 200) {
    return this.call('GET', path, status);
  }

  post(path, status, body) {
    return this.call('POST', path, status, body, randomUUID());
  }

  async call(method, path, status, body, key) {
    let answer = await this.send(method, path, body, key);
    if (answer.status === 401) {
      this.token = null;
      answer = await this.send(method, path, body, key);
    }
    const content = await answer.json().catch(() => null);
    if (answer.status === status) return content;
    throw new Error(
      `${this.account} ${method} ${path} 应答 ${status}，实为 ${answer.status}：${JSON.stringify(content)}`,
    );
  }

  async send(method, path, body, key) {
    this.token ??= await this.signIn();
    return fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async signIn() {
    const answer = await fetch(`${this.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ account: this.account, password: this.password }),
    });
    const content = await answer.json().catch(() => null);
    if (!answer.ok) throw new Error(`${this.account} 不能登录：${answer.status} ${JSON.stringify(content)}`);
    return content.accessToken;
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
    env: { ...process.env, MARKET_DATA_DIR: folder, API_PORT: String(port), MARKET_MODE: 'demo' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  started = {
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  process.once('SIGINT', () => child.kill('SIGTERM'));
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
  const file = join(process.env.MARKET_DATA_DIR ?? folder, 'secrets.json');
  if (!existsSync(file)) throw new Error('不知道演示账号的口令：请设 DEMO_PASSWORD');
  return JSON.parse(readFileSync(file, 'utf8')).demoPassword;
}
