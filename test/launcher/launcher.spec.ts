import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/market.js';

const root = join(__dirname, '../..');
const start = 'scripts/start.mjs';

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** `npm start` as an operator runs it, on data folders and ports of its own. */
describe('npm start', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'qy-launch-'));
    chmodSync(made, 0o755); // the server may run as another user
    folders.push(made);
    return made;
  };
  const environment = (data: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> => {
    const { PATH = '', HOME = '/' } = inherited();
    return { PATH, HOME, MARKET_DATA_DIR: data, API_PORT: '0', ...extra };
  };
  const run = (data: string, extra: Readonly<Record<string, string>> = {}, args: string[] = []): Promise<Outcome> =>
    new Promise((resolve) =>
      execFile(
        process.execPath,
        [...args, start],
        { cwd: root, env: environment(data, extra), timeout: 40_000 },
        (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` }),
      ),
    );
  afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

  describe('says in one line what to do, and fails, when', () => {
    const busy: Server[] = [];
    afterAll(() => busy.forEach((server) => server.close()));
    const refused = async (outcome: Promise<Outcome>, ...expected: RegExp[]): Promise<void> => {
      const { code, output } = await outcome;
      const complaint = output.split('\n').filter((line) => line.startsWith('✗'));
      expect(complaint).toHaveLength(1);
      for (const pattern of expected) expect(output).toMatch(pattern);
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
      expect(code).toBe(1);
    };

    it('the port is taken', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      busy.push(server);
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      await refused(run(folder(), { API_PORT: String(port) }), new RegExp(`端口 ${port} 已被占用.*API_PORT=`));
    });

    it('Node.js is too old', async () => {
      const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.19.0'}})`;
      await refused(run(folder(), {}, ['--import', old]), /18\.19\.0.*请安装 Node\.js/);
    });

    it('the disk is almost full', () =>
      refused(run(folder(), { MARKET_MIN_FREE_MB: '999999999' }), /磁盘空间不足.*MARKET_DATA_DIR/));

    it('the data is of another PostgreSQL', async () => {
      const data = folder();
      cluster(data, '17');
      await refused(run(data), /属于 PostgreSQL 17.*18/);
    });

    it('the data is damaged', async () => {
      const data = folder();
      cluster(data, '18');
      rmSync(join(data, 'postgres/global/pg_control'));
      await refused(run(data), /已损坏（缺少 global\/pg_control）.*恢复备份/);
    });

    it('a service it was told to use is away', async () => {
      await refused(
        run(folder(), { DATABASE_URL: 'postgres://a:hidden@127.0.0.1:1/x' }),
        /无法连接 DATABASE_URL.*ECONNREFUSED/,
      );
      await refused(run(folder(), { REDIS_URL: 'redis://127.0.0.1:1' }), /无法连接 REDIS_URL/);
      await refused(run(folder(), { MEILI_URL: 'http://127.0.0.1:1' }), /无法连接 MEILI_URL/);
    });

    it('the environment is wrong, naming everything at once', () =>
      refused(
        run(folder(), { MARKET_MODE: 'dream', DATABASE_POOL_MAX: 'many', LOG_LEVEL: 'loud' }),
        /MARKET_MODE/,
        /DATABASE_POOL_MAX/,
        /LOG_LEVEL/,
      ));
  });

  it('comes up, survives kill -9 of itself, its API and PostgreSQL, and stops without an orphan', async () => {
    const data = folder();
    const first = launch(data);
    await first.until(/已就绪/);
    expect(first.output()).toMatch(/接口文档 .*\/reference/);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
    const again = await run(data);
    expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/市场已在运行/) });

    process.kill(childrenOf(data)['api'] ?? 0, 'SIGKILL');
    await first.until(/api 已重新启动/);
    process.kill(postmaster(data), 'SIGKILL');
    await first.until(/PostgreSQL 已重新启动/);

    const orphan = postmaster(data);
    first.child.kill('SIGKILL');
    const second = launch(data);
    await second.until(/停止了上次遗留的 PostgreSQL/);
    await second.until(/已就绪/);
    expect(postmaster(data)).not.toBe(orphan);
    const all = [...Object.values(childrenOf(data)), postmaster(data)];
    expect(all).toHaveLength(3);
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
    expect(all.filter(alive)).toEqual([]);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  }, 180_000);

  function launch(data: string) {
    const child: ChildProcess = spawn(process.execPath, [start], {
      cwd: root,
      env: environment(data),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const until = (pattern: RegExp): Promise<boolean> =>
      eventually(async () => {
        if (pattern.test(output)) return true;
        if (child.exitCode !== null) throw new Error(`ended (${child.exitCode}):\n${output}`);
        return null;
      }, 60).catch((error: unknown) => {
        child.kill('SIGTERM');
        throw new Error(`${String(error)} waiting for ${pattern.source}:\n${output}`);
      });
    return { child, exit, until, output: () => output };
  }
});

/** The environment of this process; specs are not the product, which reads it in one place. */
function inherited(): NodeJS.ProcessEnv {
  return process['env'];
}

/** A folder that looks like a cluster, as far as it is looked at before the server starts. */
function cluster(data: string, version: string): void {
  const home = join(data, 'postgres');
  for (const name of ['global', 'base', 'pg_wal']) mkdirSync(join(home, name), { recursive: true });
  for (const name of ['global/pg_control', 'postgresql.conf', 'pg_hba.conf']) writeFileSync(join(home, name), '');
  writeFileSync(join(home, 'PG_VERSION'), `${version}\n`);
}

const childrenOf = (data: string): Record<string, number> =>
  (JSON.parse(readFileSync(join(data, 'launcher.json'), 'utf8')) as { children: Record<string, number> }).children;

const postmaster = (data: string): number =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
