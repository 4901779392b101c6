// A market that answers: the one that runs, or a demo of one's own beside it, on other ports and with a data folder that is removed again.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readJson } from './data-folder.mjs';
import { freePort } from './machine.mjs';
import { root } from './process.mjs';

const startSeconds = 600; // a first start installs and compiles
/** Settings that would lead the throw-away market to somebody else's database, queue, index or port. */
const elsewhere = /^(DATABASE|REDIS|MEILI|AUDIT_ANCHOR|WORKER_PORT|API_HOST|JWT_SECRET)/;

/**
 * @param {string | undefined} url as the caller gave it: then no market is started
 * @param {(line: string) => void} say
 * @returns {Promise<{ url: string, password: string, stop: () => Promise<void>, interrupted: () => boolean }>}
 */
export async function answeringMarket(url, say) {
  const wanted = (url ?? process.env.MARKET_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
  if (await answers(wanted)) {
    const password = passwordOf(resolve(root, process.env.MARKET_DATA_DIR || '.data'));
    return { url: wanted, password, stop: async () => undefined, interrupted: () => false };
  }
  if (url) throw new Error(`${wanted} 没有应答；请先 npm start，或去掉 --url 由本命令启动`);
  return startOwn(say);
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** @param {(line: string) => void} say */
async function startOwn(say) {
  const folder = mkdtempSync(join(tmpdir(), 'qy-own-'));
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
  let broken = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      broken = true;
      child.kill('SIGTERM');
    });
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    // Root's PostgreSQL keeps its files outside, where its own user can enter.
    const { clusterFolder } = readJson(join(folder, 'state.json'));
    if (clusterFolder) rmSync(dirname(clusterFolder), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startSeconds * 1000;
  try {
    while (!(await answers(url))) {
      if (broken) throw new Error('已中断');
      if (child.exitCode !== null) throw new Error(`市场没有启动成功（退出码 ${child.exitCode}）`);
      if (Date.now() > deadline) throw new Error(`市场 ${startSeconds} 秒内没有就绪`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return { url, password: passwordOf(folder), stop, interrupted: () => broken };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** DEMO_PASSWORD, or what the launcher wrote down at its first start. @param {string} folder @returns {string} */
function passwordOf(folder) {
  if (process.env.DEMO_PASSWORD) return process.env.DEMO_PASSWORD;
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    throw new Error('不知道演示账号的口令：请用 DEMO_PASSWORD 给出，或用 MARKET_DATA_DIR 指明该市场的数据目录');
  }
  return JSON.parse(readFileSync(file, 'utf8')).demoPassword;
}
