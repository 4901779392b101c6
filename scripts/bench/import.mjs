// npm run bench:import [-- --rows 50000 --no-build]: a file of historic registrations imported, and imported again, as the real
// API and worker processes see it: own embedded PostgreSQL, built code in production mode. Each process's memory is the
// kernel's own high-water mark (VmHWM), set back before each step; growth is over what stood before the step.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import * as postgres from '../lib/embedded-postgres.mjs';
import { build, root } from '../lib/process.mjs';
import { arrange } from './arrange.mjs';
import { registrationsCsv, registrationsXlsx } from './registration-file.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, 'no-build': { type: 'boolean', default: false } },
});
const rows = Number(values.rows);
const maxGrowthMiB = 256;
const maxSeconds = 1_800;

if (!values['no-build']) {
  const built = await build();
  if (built !== 0) process.exit(built);
}
const folder = mkdtempSync(join(tmpdir(), 'qy-bench-'));
chmodSync(folder, 0o755);
const log = join(folder, 'log.jsonl');
const directory = join(folder, 'postgres');
await postgres.initialise(directory);
const server = await postgres.start({ directory, port: await postgres.freePort() });
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
let met = false;
try {
  met = await run();
} catch (error) {
  console.error(error);
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(1_500);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(met ? 0 : 1);

async function run() {
  const { api, worker, token, owner } = await market();
  const csv = Buffer.from(registrationsCsv(rows));
  const steps = [
    ['first upload, CSV', 'text/csv', csv],
    ['the same again, CSV', 'text/csv', csv],
    [
      'the same again, XLSX',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await registrationsXlsx(rows),
    ],
  ];
  console.log(
    `machine ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ${rows} rows, CSV of ${csv.length} bytes\n`,
  );
  console.log(
    '| step | load | answered | worked off | rows/s | API before → peak (growth) MiB | worker before → peak (growth) MiB | outcome |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  let fits = true;
  for (const [name, type, body] of steps) fits = (await step(name, type, body)) && fits;
  await owner.end();
  return fits;

  async function step(name, type, body) {
    await sleep(3_000);
    const watches = [api, worker].map(({ child }) => watch(child.pid));
    const started = performance.now();
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), 'content-type': type };
    const answer = await fetch(new URL('/v1/imports?kind=registrations', api.url), { method: 'POST', headers, body });
    const entry = await answer.json();
    const answeredMs = performance.now() - started;
    if (answer.status !== 202) {
      console.log(`| ${name} | ${load()} | ${Math.round(answeredMs)} ms: ${answer.status} ${JSON.stringify(entry)} |`);
      const lines = readFileSync(log, 'utf8').split('\n');
      console.log(
        lines
          .filter((line) => line.includes('"level":50') || /"status(Code)?":5/.test(line))
          .slice(-3)
          .join('\n'),
      );
      return false;
    }
    const done = await finished(entry.id);
    const tookMs = performance.now() - started;
    const memory = watches.map((each) => each());
    const outcome = `${done.state}: ${done.created} created, ${done.unchanged} unchanged, ${done.failed} failed`;
    const shown = memory.map(({ before, peak }) => `${before} → ${peak} (${peak - before})`).join(' | ');
    console.log(
      `| ${name} | ${load()} | ${seconds(answeredMs)} | ${seconds(tookMs)} | ${Math.round((rows * 1000) / (tookMs - answeredMs))} | ${shown} | ${outcome} |`,
    );
    return done.failed === 0 && memory.every(({ before, peak }) => peak - before <= maxGrowthMiB);
  }

  async function finished(id) {
    const deadline = performance.now() + maxSeconds * 1000;
    for (;;) {
      const { rows: found } = await owner.query('SELECT * FROM import WHERE id = $1', [id]);
      if (['finished', 'stopped'].includes(found[0]?.state) || performance.now() > deadline) return found[0];
      await sleep(250);
    }
  }
}

function load() {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {number | undefined} pid */
function watch(pid) {
  const read = (field) =>
    Math.round(
      Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    );
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = read('VmRSS');
  return () => ({ before, peak: read('VmHWM') });
}

async function market() {
  const { migrate } = await import('../../dist/libs/platform/src/database/migrate.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE bench`);
  await admin.end();
  await migrate({ databaseOwnerUrl: server.url('bench'), redisUrl: null }, migrations);
  const owner = new pg.Client({ connectionString: server.url('bench') });
  owner.on('error', () => undefined); // the server stops first when something failed
  await owner.connect();
  await owner.query(`CREATE ROLE bench_login LOGIN PASSWORD 'bench' IN ROLE qy_app, qy_public`);
  const secret = 'bench-only-secret-of-more-than-32-characters';
  const subject = await arrange(owner, secret);
  await owner.query(`DELETE FROM demand; DELETE FROM achievement;
    UPDATE organization SET kind = 'cityBureau', county_code = '621000'; UPDATE membership SET roles = '{registrar}'`);
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
    API_PORT: String(await postgres.freePort()),
    WORKER_PORT: String(await postgres.freePort()),
  };
  const api = await start('dist/apps/api/src/main.js', env);
  const worker = await start('dist/apps/worker/src/main.js', env);
  await sleep(5_000);
  return { api, worker, owner, token: subject.token };
}

async function start(script, env) {
  const out = openSync(log, 'a');
  const child = fork(join(root, script), [], { env, cwd: root, stdio: ['ignore', out, 'inherit', 'ipc'] });
  children.push(child);
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: String(message.ready) };
}
