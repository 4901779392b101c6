// npm run bench:publish [-- --rate 50 --seconds 20 --achievements 10000 --demands 500 --profile FOLDER]: from the publication of
// an achievement or a demand until it can be found and is matched. Own embedded PostgreSQL, built API and worker in production
// mode with their defaults, publications at a fixed rate whatever the answers take (no coordinated omission). The time is
// the database's: from the outbox event, written in the publication's transaction, to the job done and committed.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import * as postgres from '../lib/embedded-postgres.mjs';
import { build, root } from '../lib/process.mjs';
import { arrange } from './arrange.mjs';
import { corpus } from './match-corpus.mjs';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    achievements: { type: 'string', default: '10000' },
    demands: { type: 'string', default: '500' },
    profile: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const publications = rate * seconds;
/** Every fourth publication is a demand. */
const isDemand = (at) => at % 4 === 3;
const goalMs = 2_000;
const drainSeconds = 60;

if (!values['no-build']) {
  const built = await build();
  if (built !== 0) process.exit(built);
}
const folder = mkdtempSync(join(tmpdir(), 'qy-bench-'));
chmodSync(folder, 0o755);
const directory = join(folder, 'postgres');
await postgres.initialise(directory);
const server = await postgres.start({ directory, port: await postgres.freePort() });
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
let met = false;
try {
  met = await run();
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(1_500); // a profile is written at the end
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(met ? 0 : 1);

async function run() {
  const { migrate } = await import('../../dist/libs/platform/src/database/migrate.js');
  const { migrations } = await import('../../dist/migrations/index.js');
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
  await owner.query(
    `DELETE FROM demand; DELETE FROM achievement; UPDATE membership SET roles = '{researchUnit,enterprise}'`,
  );
  await fill(owner, subject.organizationId);
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
    RATE_LIMIT_FACTOR: '1000000', // one address plays everybody: counted as always, refused never
    API_PORT: String(await postgres.freePort()),
    WORKER_PORT: String(await postgres.freePort()),
  };
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const api = await start('dist/apps/api/src/main.js', env, profiling);
  const worker = await start('dist/apps/worker/src/main.js', env, profiling);
  await loaded();
  const before = processorMs({ api: api.child.pid, worker: worker.child.pid });
  const answered = await publishAll(api.url, subject.token, owner);
  const drainedMs = await drain(owner);
  const after = processorMs({ api: api.child.pid, worker: worker.child.pid });
  const result = await measure(owner);
  const [load = 0] = loadavg();
  console.log(
    `machine ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}, Node ${process.version}; ` +
      `${values.achievements} achievements and ${values.demands} demands before; ${publications} publications at ${rate}/s`,
  );
  console.log(`answered 201: ${answered.ok} of ${publications}; HTTP p50 ${answered.p50} ms, p95 ${answered.p95} ms`);
  console.log(`worked off ${drainedMs} ms after the last one`);
  const each = (name) => (after[name] - before[name]) / publications;
  const total = each('api') + each('worker') + each('postgres');
  console.log(
    `processor time a publication: API ${each('api').toFixed(1)} ms, worker ${each('worker').toFixed(1)} ms, PostgreSQL ${each('postgres').toFixed(1)} ms: ` +
      `two free cores would carry at most ${Math.floor(2_000 / total)} a second, each process on one core ${Math.floor(1_000 / Math.max(each('api'), each('worker')))}\n`,
  );
  console.log('| job | n | p50 ms | p95 ms | max ms | goal |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const { job, n, p50, p95, max } of result)
    console.log(`| ${job} | ${n} | ${p50} | ${p95} | ${max} | ≤ ${goalMs} ${p95 <= goalMs ? 'met' : 'MISSED'} |`);
  await owner.end();
  return answered.ok === publications && result.every(({ p95 }) => p95 <= goalMs);
}

/** Processor time since their start, of the two processes and of this PostgreSQL with all its backends (Linux). */
function processorMs({ api, worker }) {
  const times = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let stat;
    try {
      stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    } catch {
      continue; // ended meanwhile
    }
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // Fields 4 and 14 to 17 of proc(5), in hundredths of a second; ended children count with their parent.
    times.set(Number(pid), {
      parent: fields[1],
      ms: (fields[11] + fields[12]) * 10,
      ended: (fields[13] + fields[14]) * 10,
    });
  }
  const postmaster = Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  let postgresMs = times.get(postmaster).ms + times.get(postmaster).ended;
  for (const { parent, ms } of times.values()) if (parent === postmaster) postgresMs += ms;
  return { api: times.get(api).ms, worker: times.get(worker).ms, postgres: postgresMs };
}

/** The worker says when its index has loaded. */
async function loaded() {
  while (!readFileSync(join(folder, 'log.jsonl'), 'utf8').includes('"index":"loaded"')) await sleep(500);
}

/** What stands before, published; and what will be published, ready for it. */
async function fill(owner, organizationId) {
  const { Dictionary } = await import('../../dist/libs/application/src/matching/dictionary.js');
  const { JiebaTokenizer } = await import('../../dist/libs/platform/src/search/jieba.js');
  const tokenizer = new JiebaTokenizer(() => new Dictionary().words());
  const texts = corpus((text) => tokenizer.forQuery(text));
  const other = randomUUID();
  await owner.query(
    `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
     VALUES ($1, 'university', '示例大学', 'BENCH2', '621002', 'verified', now(), now())`,
    [other],
  );
  const before = Number(values.achievements);
  const chunk = 1_000;
  for (let from = 0; from < before + publications; from += chunk) {
    const offers = Array.from({ length: Math.min(chunk, before + publications - from) }, (_, at) => ({
      ...texts.offer(from + at),
      published: from + at < before,
    }));
    await owner.query(
      `INSERT INTO achievement (id, organization_id, state, title, summary, field, keywords, readiness_level, county_code,
         transfer_modes, price_fen, secret, kind, registration_number, created_at, updated_at, published_at)
       SELECT uuidv7(), CASE WHEN a.published THEN $1::uuid ELSE $2::uuid END,
         CASE WHEN a.published THEN 'published' ELSE 'registered' END, a.title, a.summary, a.field, '{}', a.level, '621022',
         '{}', a.price, false, NULL, NULL, now(), now(), CASE WHEN a.published THEN now() END
       FROM unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::boolean[])
         AS a (title, summary, field, level, price, published)`,
      [
        other,
        organizationId,
        offers.map((offer) => offer.title),
        offers.map((offer) => offer.summary),
        offers.map((offer) => offer.field),
        offers.map((offer) => offer.readinessLevel),
        offers.map((offer) => offer.priceFen),
        offers.map((offer) => offer.published),
      ],
    );
  }
  const needs = Array.from({ length: Number(values.demands) + publications }, (_, at) => texts.need(at));
  await owner.query(
    `INSERT INTO demand (id, organization_id, state, title, summary, field, county_code, budget_fen, created_at, updated_at, published_at)
     SELECT uuidv7(), CASE WHEN d.at <= $3 THEN $1::uuid ELSE $2::uuid END, CASE WHEN d.at <= $3 THEN 'published' ELSE 'draft' END,
       d.title, d.summary, d.field, '621022', 30000000, now(), now(), CASE WHEN d.at <= $3 THEN now() END
     FROM unnest($4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS d (title, summary, field, at)`,
    [
      other,
      organizationId,
      Number(values.demands),
      needs.map((need) => need.title),
      needs.map((need) => need.summary),
      needs.map((need) => need.field),
    ],
  );
  await owner.query('ANALYZE');
}

/** One publication every 1/rate seconds, whether or not those before were answered. */
async function publishAll(url, token, owner) {
  const ids = {
    achievements: (await owner.query(`SELECT id FROM achievement WHERE state = 'registered' ORDER BY id`)).rows,
    demands: (await owner.query(`SELECT id FROM demand WHERE state = 'draft' ORDER BY id`)).rows,
  };
  const started = performance.now();
  const waits = [];
  for (let at = 0; at < publications; at += 1) {
    const due = started + (at * 1000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    const kind = isDemand(at) ? 'demands' : 'achievements';
    waits.push(publish(url, `/v1/${kind}/${ids[kind][at]?.id}/publication`, token));
  }
  const answers = await Promise.all(waits);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
  return { ok: answers.filter(({ status }) => status === 201).length, p50: at(0.5), p95: at(0.95) };
}

async function publish(url, path, token) {
  const started = performance.now();
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - started };
}

async function drain(owner) {
  const started = performance.now();
  while (performance.now() - started < drainSeconds * 1000) {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS open FROM outbox_delivery WHERE handled_at IS NULL AND failed_at IS NULL`,
    );
    if (rows[0].open === 0) break;
    await sleep(100);
  }
  return Math.round(performance.now() - started);
}

/** What was not done in time counts with the time it has waited so far. */
async function measure(owner) {
  const { rows } = await owner.query(
    `SELECT d.job_name AS job, count(*)::int AS n,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY took.ms))::int AS p50,
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY took.ms))::int AS p95, round(max(took.ms))::int AS max
     FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
     CROSS JOIN LATERAL (
       SELECT extract(epoch FROM coalesce(d.handled_at, clock_timestamp()) - e.occurred_at)::float8 * 1000 AS ms) AS took
     WHERE d.job_name IN ('achievement.index', 'achievement.match', 'demand.index', 'demand.match')
     GROUP BY d.job_name ORDER BY d.job_name`,
  );
  return rows;
}

async function start(script, env, execArgv) {
  const log = openSync(join(folder, 'log.jsonl'), 'a');
  const child = fork(join(root, script), [], { env, cwd: root, execArgv, stdio: ['ignore', log, 'inherit', 'ipc'] });
  children.push(child);
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: String(message.ready) };
}
