// npm run bench [-- --rounds 5 --seconds 3 --only POST --profile FOLDER]: the API against a bare node:http + pg program that
// does the same, in one run, in interleaved rounds, as ratios. Own embedded PostgreSQL, built code, production mode and
// defaults (rate limits, metrics, a log line a request), load from a process of its own. --profile: CPU profiles of the API.
import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import * as postgres from './lib/embedded-postgres.mjs';
import { build, root } from './lib/process.mjs';
import { benchAccrual } from './bench/accrual.mjs';
import { arrange } from './bench/arrange.mjs';
import { benchRegistration } from './bench/registration.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const connections = 32;

const built = await build();
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
  owner.on('error', () => undefined); // the server stops first when a scenario failed: that error is the one to show
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
    LOG_LEVEL: 'info',
    RATE_LIMIT: 'on',
    RATE_LIMIT_FACTOR: '1000000', // one machine plays everybody: counted as always, refused never
    BENCH_ORGANIZATION: subject.organizationId,
    BENCH_PERSON: subject.personId,
    API_PORT: String(await postgres.freePort()),
    WORKER_PORT: String(await postgres.freePort()),
  };
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const api = await start('dist/apps/api/src/main.js', env, profiling);
  const bare = await start('scripts/bench/bare.mjs', { ...env, BARE_PORT: String(await postgres.freePort()) });
  const worker = await start('dist/apps/worker/src/main.js', env);
  await sleep(4000);
  const idle = { api: rss(api.child.pid), worker: rss(worker.child.pid) };
  worker.child.kill('SIGTERM'); // measured idle only: its polling would take time from both sides
  await new Promise((resolve) => worker.child.once('exit', resolve));

  const scenarios = [
    { name: 'GET one demand by id', goal: 0.5, request: { method: 'GET', path: `/v1/demands/${subject.demandId}` } },
    {
      name: 'GET one achievement by id',
      goal: 0.5,
      request: { method: 'GET', path: `/v1/achievements/${subject.achievementId}` },
    },
    { name: 'GET a list page of 20', goal: 0.5, request: { method: 'GET', path: '/v1/demands?limit=20' } },
    {
      name: 'POST a demand',
      goal: 0.3,
      request: { method: 'POST', path: '/v1/demands', body: subject.body, token: subject.token },
    },
  ];
  for (const scenario of scenarios.filter(({ name }) => name.includes(values.only))) {
    await compare(scenario.request, owner, bare.url, api.url);
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  console.log(
    `machine ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}, Node ${process.version}`,
  );
  console.log(`commit ${commit}, ${rounds} rounds of ${seconds} s a side, ${connections} connections, interleaved\n`);
  console.log('| scenario | side | req/s | p50 ms | p95 ms | p99 ms | CPU µs | ratio | goal |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const scenario of scenarios.filter(({ name }) => name.includes(values.only))) {
    const results = { api: [], bare: [] };
    for (let round = -1; round < rounds; round += 1) {
      for (const [side, { child, url }] of Object.entries({ bare, api })) {
        const before = cpuSeconds(child.pid);
        const result = await load(url, scenario.request, round < 0 ? 1 : seconds); // the first round warms up
        const cpu = ((cpuSeconds(child.pid) - before) / result.answers) * 1e6;
        if (round >= 0) results[side].push({ ...result, cpu });
      }
    }
    const ratio = median(results.api.map((r) => r.rate)) / median(results.bare.map((r) => r.rate));
    for (const side of ['bare', 'api']) {
      const of = (key) => median(results[side].map((r) => r[key]));
      console.log(
        `| ${scenario.name} | ${side} | ${Math.round(of('rate'))} | ${of('p50').toFixed(2)} | ${of('p95').toFixed(2)} | ${of('p99').toFixed(2)} | ${Math.round(of('cpu'))} | ` +
          (side === 'api'
            ? `**${ratio.toFixed(2)}** ${ratio >= scenario.goal ? 'met' : 'MISSED'} | ≥ ${scenario.goal} |`
            : '| |'),
      );
    }
  }
  if ('register a contract'.includes(values.only)) {
    const found = await benchRegistration({ owner, appUrl: login.href, apiUrl: api.url, secret, rounds });
    console.log(`| register a contract (${found.rows} rows) | bare | ${Math.round(found.bare)} | | | | | | |`);
    const verdict = found.ratio >= 0.3 ? 'met' : 'MISSED';
    console.log(
      `| register a contract (${found.rows} rows) | api | ${Math.round(found.api)} | | | | | **${found.ratio.toFixed(2)}** ${verdict} | ≥ 0.3 |`,
    );
  }
  if ('accrue on one hot account'.includes(values.only)) {
    const found = await benchAccrual({ owner, env, rounds });
    const verdict = found.ratio >= 0.4 ? 'met' : 'MISSED';
    console.log(`| accrue on one hot account | bare | ${Math.round(found.bare)} | | | | | | |`);
    console.log(
      `| accrue on one hot account | market | ${Math.round(found.market)} | | | | | **${found.ratio.toFixed(2)}** ${verdict} | ≥ 0.4 |`,
    );
  }
  console.log(
    `\nidle memory (RSS): api ${idle.api} MB (goal ≤ 200), worker ${idle.worker} MB (goal ≤ 250); api after the load ${rss(api.child.pid)} MB`,
  );

  const { rows } = await owner.query('SELECT count(*)::int AS n FROM audit_record');
  console.log(`audit records written: ${rows[0].n}`);
  await owner.end();
}

/** @param {string} script @param {NodeJS.ProcessEnv} env @param {string[]} [execArgv] */
async function start(script, env, execArgv = []) {
  const log = openSync(join(folder, 'log.jsonl'), 'a');
  const child = fork(join(root, script), [], { env, cwd: root, execArgv, stdio: ['ignore', log, 'inherit', 'ipc'] });
  children.push(child);
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: String(message.ready) };
}

/** Both sides must do the same, or the ratio says nothing: the same answer to a read, the same number of new rows a write. */
async function compare(request, owner, ...urls) {
  const outcomes = [];
  for (const url of urls) {
    const before = await rowCounts(owner);
    const answer = await fetch(new URL(request.path, url), {
      method: request.method,
      headers: {
        ...(request.token && { authorization: `Bearer ${request.token}`, 'idempotency-key': randomUUID() }),
        ...(request.body && { 'content-type': 'application/json' }),
      },
      ...(request.body && { body: JSON.stringify(request.body) }),
    });
    const body = await answer.json();
    const after = await rowCounts(owner);
    const written = Object.fromEntries(Object.keys(after).map((table) => [table, after[table] - before[table]]));
    const own = request.method === 'POST' ? { ...body, id: 'its own', createdAt: 'its own' } : body;
    outcomes.push({ status: answer.status, body: own, written });
  }
  assert.deepEqual(outcomes[1], outcomes[0], `${request.method} ${request.path}: the two sides do not do the same`);
}

async function rowCounts(owner) {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM demand) AS demand, (SELECT count(*)::int FROM transition) AS transition,
       (SELECT count(*)::int FROM audit_record) AS audit_record, (SELECT count(*)::int FROM outbox_event) AS outbox_event,
       (SELECT count(*)::int FROM outbox_delivery) AS outbox_delivery,
       (SELECT count(*)::int FROM idempotency_key) AS idempotency_key`,
  );
  return rows[0];
}

/** @returns {Promise<{rate: number, answers: number, p50: number, p95: number, p99: number}>} */
async function load(url, request, time) {
  const child = fork(join(root, 'scripts/bench/load.mjs'), [
    JSON.stringify({ url, request, seconds: time, connections }),
  ]);
  children.push(child);
  const result = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => code !== 0 && reject(new Error(`load generator ended with ${code}`)));
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return result;
}

/** CPU time of a process so far; NaN where there is no /proc. Steadier than throughput on a machine with other work. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100; // user and system time in clock ticks, 100 a second
  } catch {
    return NaN;
  }
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
