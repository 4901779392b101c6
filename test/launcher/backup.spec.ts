import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { eventually } from '../support/market.js';

const root = join(__dirname, '../..');

interface Outcome {
  readonly code: number;
  readonly output: string;
}

interface Manifest {
  readonly sections: Readonly<Record<string, { readonly rows: number; readonly checksum: string }>>;
  readonly sequences: Readonly<Record<string, string>>;
  readonly auditHead: { readonly count: number; readonly head: string } | null;
}

/** `npm run backup` and `npm run restore` as an operator runs them, on data folders of their own. */
describe('a backup', () => {
  const home = mkdtempSync(join(tmpdir(), 'qy-backup-'));
  chmodSync(home, 0o755); // the server may run as another user
  const first = join(home, 'first');
  const second = join(home, 'second');
  const whileRunning = join(home, 'running.qybak');
  const whenStopped = join(home, 'stopped.qybak');

  beforeAll(async () => {
    await withMarket(first, async (url) => {
      const audited = await signIn(url, first);
      expect(audited.status).toBe(201);
      await sealed(url);
      const taken = await run('backup', first, whileRunning);
      expect(taken).toMatchObject({ code: 0, output: expect.stringMatching(/备份完成[^]*不含密钥/) });
    });
    expect(await run('backup', first, whenStopped)).toMatchObject({ code: 0 });
  }, 180_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('holds every table, taken from a running market and from a stopped one', () => {
    const running = manifestOf(whileRunning);
    expect(running.sections['organization']?.rows).toBeGreaterThan(5);
    expect(running.sections['audit-anchor.jsonl']?.rows).toBeGreaterThan(0);
    expect(running.auditHead?.count).toBeGreaterThan(0);
    expect(Object.keys(manifestOf(whenStopped).sections)).toEqual(Object.keys(running.sections));
    expect(running.sections).toHaveProperty('idempotency_key');
    expect(running.sections).not.toHaveProperty('migration');
  });

  it('is not written over another file, and no half of one is left behind', async () => {
    const again = await run('backup', first, whenStopped);
    expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/✗ 文件 .* 已存在/) });
    expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused when cut short or changed, before anything is touched', async () => {
    const whole = readFileSync(whenStopped);
    const text = gunzipSync(whole).toString('utf8');
    const changed = text.replace('示例农业大学', '示例农业小学');
    expect(changed).not.toBe(text);
    const cases: [string, Buffer, RegExp][] = [
      ['cut', whole.subarray(0, whole.length - 1000), /✗ 备份文件 .*不完整或被改动.*没有恢复任何数据/],
      ['a bit flipped', flipped(whole), /✗ 备份文件 .*不完整或被改动/],
      ['repacked', gzipSync(changed), /✗ 备份文件 .*被改动（摘要不符）/],
      ['without its end', gzipSync(text.slice(0, text.lastIndexOf('{"sha256"'))), /✗ 备份文件 .*缺少结尾/],
      ['something else', gzipSync('{"hello":1}\n'), /✗ .*不是本系统的备份文件/],
      ['a newer market', gzipSync(text.replace('"migrations":["', '"migrations":["Later1","')), /✗ /],
    ];
    for (const [name, content, complaint] of cases) {
      const file = join(home, `${name}.qybak`);
      writeFileSync(file, content);
      const { code, output } = await run('restore', second, file);
      expect({ name, code, output }).toEqual({ name, code: 1, output: expect.stringMatching(complaint) });
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
    }
    expect(existsSync(join(second, 'postgres'))).toBe(false);
  }, 60_000);

  it('brings everything back into a new data folder, and the market serves it', async () => {
    const restored = await run('restore', second, whenStopped);
    expect(restored).toMatchObject({ code: 0, output: expect.stringMatching(/恢复完成[^]*完好：\d+ 条已封存/) });
    const again = join(home, 'again.qybak');
    expect(await run('backup', second, again)).toMatchObject({ code: 0 });
    expect(manifestOf(again)).toEqual(manifestOf(whenStopped));

    const filled = await run('restore', second, whenStopped);
    expect(filled).toMatchObject({ code: 1, output: expect.stringMatching(/✗ 数据库里已有数据.*没有恢复/) });

    await withMarket(second, async (url) => {
      expect((await signIn(url, first)).status).toBe(201); // the demo password is the first installation's
      const running = await run('restore', second, whenStopped);
      expect(running).toMatchObject({ code: 1, output: expect.stringMatching(/✗ 市场已在运行/) });
    });
  }, 180_000);
});

function run(command: 'backup' | 'restore', data: string, file: string): Promise<Outcome> {
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [`scripts/${command}.mjs`, file],
      { cwd: root, env: environment(data), timeout: 60_000 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` }),
    ),
  );
}

/** Starts a market on its data folder, works with it and stops it. */
async function withMarket(data: string, work: (url: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: environment(data),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const url = await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`ended (${child.exitCode}):\n${output}`);
      return /已就绪/.test(output) ? /接口 +(http\S+)\/v1/.exec(output)?.[1] : null;
    }, 60);
    await work(url);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Signs a demo account in, with the password of the installation that made it. */
async function signIn(url: string, installation: string): Promise<Response> {
  const { demoPassword } = JSON.parse(readFileSync(join(installation, 'secrets.json'), 'utf8')) as {
    demoPassword: string;
  };
  return fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ account: 'daxue@demo', password: demoPassword }),
  });
}

/** Waits until something is sealed into the audit chain. */
async function sealed(url: string): Promise<void> {
  await eventually(async () => {
    const answer = await fetch(`${url}/v1/audit-chain/head`);
    const { count } = (await answer.json()) as { count?: number };
    return (count ?? 0) > 0 ? true : null;
  }, 30);
}

function manifestOf(file: string): Manifest {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return (JSON.parse(lines.at(-2) ?? '') as { manifest: Manifest }).manifest;
}

function flipped(whole: Buffer): Buffer {
  const changed = Buffer.from(whole);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 0x10;
  return changed;
}

function environment(data: string): Record<string, string> {
  const { PATH = '', HOME = '/' } = process['env'];
  return { PATH, HOME, MARKET_DATA_DIR: data, API_PORT: '0' };
}
