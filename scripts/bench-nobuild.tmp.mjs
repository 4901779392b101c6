// npm run bench [-- --rounds 3 --seconds 3]: the API against a bare node:http + pg program doing the same queries, in one
// run, in interleaved rounds, as ratios. Own embedded PostgreSQL, built code, production mode, load from its own process.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { execFileSync } from 'node:child_process';
import pg from 'pg';
import * as postgres from './lib/embedded-postgres.mjs';
import { build, root } from './lib/process.mjs';
import { arrange } from './bench/arrange.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const connections = 32;

const built = 0;
if (built !== 0) process.exit(built);
const folder = mkdtempSync(join(tmpdir(), 'qy-bench-'));
chmodSync(folder, 0o755);
const directory = join(folder, 'postgres');
await postgres.initialise(directory);
const server = await postgres.start({ directory, port: await postgres.freePort() });
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
try {
  await run();
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(500);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function run() {
  const { migrate } = await import('../dist/libs/platform/src/database/migrate.js');
  const { migrations } = await import('../dist/migrations/index.js');
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE bench`);
  await admin.end();
  await migrate({ databaseOwnerUrl: server.url('bench'), redisUrl: null }, migrations);
  const owner = new pg.Client({ connectionString: server.url('bench') });
  await owner.connect();
  await owner.query(`CREATE ROLE bench_login LOGIN PASSWORD 'bench' IN ROLE qy_app, qy_public`);
  const secret = 'bench-only-secret-of-more-than-32-characters';
  const subject = await arrange(owner, secret);
  await owner.query('ANALYZE');
  const login = new URL(server.url('bench'));
  login.username = 'bench_login';
  login.password = 'bench';
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    MARKET_MODE: 'production',
    DATABASE_URL: login.href,
    DATABASE_OWNER_URL: server.url('bench'),
    JWT_SECRET: secret,
    AUDIT_ANCHOR_FILE: join(folder, 'anchor.jsonl'),
    LOG_LEVEL: 'warn',
    API_PORT: String(await postgres.freePort()),
    WORKER_PORT: String(await postgres.freePort()),
  };
  const api = await start('dist/apps/api/src/main.js', env);
  const bare = await start('scripts/bench/bare.mjs', { ...env, BARE_PORT: String(await postgres.freePort()) });
  const worker = await start('dist/apps/worker/src/main.js', env);
  await sleep(4000);
  const idle = { api: rss(api.child.pid), worker: rss(worker.child.pid) };
  worker.child.kill('SIGTERM'); // measured idle only: its polling would take time from both sides
  await new Promise((resolve) => worker.child.once('exit', resolve));

  const scenarios = [
    { name: 'GET one demand by id', goal: 0.5, request: { method: 'GET', path: `/v1/demands/${subject.demandId}` } },
    { name: 'GET one achievement by id', goal: 0.5, request: { method: 'GET', path: `/v1/achievements/${subject.achievementId}` } },
    { name: 'GET a list page of 20', goal: 0.5, request: { method: 'GET', path: '/v1/demands?limit=20' } },
    { name: 'POST a demand', goal: 0.3, request: { method: 'POST', path: '/v1/demands', body: subject.body, token: subject.token } },
  ];
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  console.log(`machine ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}, Node ${process.version}`);
  console.log(`commit ${commit}, ${rounds} rounds of ${seconds} s a side, ${connections} connections, interleaved\n`);
  console.log('| scenario | side | req/s | p50 ms | p95 ms | p99 ms | ratio | goal |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const scenario of scenarios) {
    const results = { api: [], bare: [] };
    for (let round = -1; round < rounds; round += 1) {
      for (const [side, url] of [['bare', bare.url], ['api', api.url]]) {
        const result = await load(url, scenario.request, round < 0 ? 1 : seconds); // the first round warms up
        if (round >= 0) results[side].push(result);
      }
    }
    const ratio = median(results.api.map((r) => r.rate)) / median(results.bare.map((r) => r.rate));
    for (const side of ['bare', 'api']) {
      const of = (key) => median(results[side].map((r) => r[key]));
      console.log(
        `| ${scenario.name} | ${side} | ${Math.round(of('rate'))} | ${of('p50').toFixed(2)} | ${of('p95').toFixed(2)} | ${of('p99').toFixed(2)} | ` +
          (side === 'api' ? `**${ratio.toFixed(2)}** ${ratio >= scenario.goal ? 'met' : 'MISSED'} | ≥ ${scenario.goal} |` : '| |'),
      );
    }
  }
  console.log(`\nidle memory (RSS): api ${idle.api} MB (goal ≤ 200), worker ${idle.worker} MB (goal ≤ 250); api after the load ${rss(api.child.pid)} MB`);

  const { rows } = await owner.query('SELECT count(*)::int AS n FROM audit_record');
  console.log(`audit records written: ${rows[0].n}`);
  await owner.end();
}

/** @param {string} script @param {NodeJS.ProcessEnv} env */
async function start(script, env) {
  const child = fork(join(root, script), [], { env, cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.push(child);
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: String(message.ready) };
}

/** @returns {Promise<{rate: number, p50: number, p95: number, p99: number}>} */
async function load(url, request, time) {
  const child = fork(join(root, 'scripts/bench/load.mjs'), [JSON.stringify({ url, request, seconds: time, connections })]);
  children.push(child);
  const result = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => code !== 0 && reject(new Error(`load generator ended with ${code}`)));
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return result;
}

function rss(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
