// npm run bench:search [-- --documents 10000 --rounds 5]: the API's search against the bare engine in the same run: the
// same statements sent by node-postgres alone, and with MEILI_URL (MEILI_KEY) the same requests sent by Meilisearch's own
// client. One caller, each query to one side and then to the other. Goal: p95 of the API − p95 of the engine ≤ 5 ms.
import { execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import * as postgres from '../lib/embedded-postgres.mjs';
import { build, root } from '../lib/process.mjs';
import { publishDocuments } from './search-documents.mjs';

const goalMs = 5;
const maxRebuilds = 8;
const { values } = parseArgs({
  options: { documents: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const { queries } = JSON.parse(readFileSync(join(root, 'test/golden/short-queries.json'), 'utf8'));
const prefix = `bench_${randomUUID().slice(-12)}_`;

const built = await build();
if (built !== 0) process.exit(built);
const folder = mkdtempSync(join(tmpdir(), 'qy-bench-search-'));
chmodSync(folder, 0o755);
const directory = join(folder, 'postgres');
await postgres.initialise(directory);
const server = await postgres.start({ directory, port: await postgres.freePort() });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let missed = 0;
try {
  const env = await prepare();
  await side('postgres', { ...env, MEILI_URL: '' });
  if (process.env.MEILI_URL)
    await side('meilisearch', { ...env, MEILI_URL: process.env.MEILI_URL, MEILI_PREFIX: prefix });
  else console.log('meilisearch: skipped: no MEILI_URL');
} finally {
  agent.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed === 0 ? 0 : 1);

async function prepare() {
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
  await publishDocuments(owner, Number(values.documents));
  await owner.end();
  const login = new URL(server.url('bench'));
  login.username = 'bench_login';
  login.password = 'bench';
  return {
    ...process.env,
    ...{ NODE_ENV: 'production', MARKET_MODE: 'production', LOG_LEVEL: 'info' },
    ...{ DATABASE_URL: login.href, DATABASE_OWNER_URL: server.url('bench') },
    JWT_SECRET: 'bench-only-secret-of-more-than-32-characters',
    AUDIT_ANCHOR_FILE: join(folder, 'anchor.jsonl'),
    RATE_LIMIT_FACTOR: '1000000',
    API_PORT: String(await postgres.freePort()),
  };
}

/** @param {string} engine @param {NodeJS.ProcessEnv} env */
async function side(engine, env) {
  const started = performance.now();
  rebuild(env);
  console.log(`${engine}: ${values.documents} documents filled, compared and swapped in ${seconds(started)} s`);
  const bare = await recorded(engine, env);
  const api = fork(join(root, 'dist/apps/api/src/main.js'), [], {
    ...{ cwd: root, env },
    stdio: ['ignore', openSync(join(folder, 'api.log'), 'a'), 'inherit', 'ipc'],
  });
  try {
    const url = await new Promise((resolve, reject) => {
      api.once('message', (message) => resolve(message.ready));
      api.once('exit', (code) => reject(new Error(`the API ended with ${code}`)));
    });
    await measure(engine, url, bare, api.pid);
  } finally {
    api.kill('SIGTERM');
    await sleep(500);
    await bare.close();
  }
}

/** On a busy machine a batch may take longer than a statement has; what was swapped in stays, so the next run goes on. */
function rebuild(env) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'search:rebuild'], {
        ...{ cwd: root, env, stdio: 'ignore' },
      });
      return;
    } catch (error) {
      if (attempt === maxRebuilds) throw error;
      console.log(`rebuild ${attempt} failed; again`);
    }
  }
}

/** The statements or requests of each query, as the engine sent them once, to be sent again by the bare client. */
async function recorded(engine, env) {
  const { readConfig } = await import('../../dist/libs/platform/src/config/config.js');
  const { openEngines } = await import('../../dist/libs/platform/src/search/engines.js');
  const { facetNames } = await import('../../dist/libs/platform/src/search/search.engine.js');
  const { JiebaTokenizer } = await import('../../dist/libs/platform/src/search/jieba.js');
  const { Dictionary } = await import('../../dist/libs/application/src/matching/dictionary.js');
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 1,
    options: '-c role=qy_public -c timezone=UTC',
  });
  const language = new Dictionary();
  let sent = [];
  const run = (name, text, params) => pool.query({ name, text, values: [...params] });
  const reader = {
    query: async (name, text, params) => {
      if (name !== 'search.mirrorLag') sent.push(() => run(name, text, params));
      return (await run(name, text, params)).rows;
    },
  };
  const engines = openEngines({
    ...{ config: readConfig(env), unitOfWork: null, reader, language, indexes: [], timeoutMs: 30_000 },
    tokenizer: new JiebaTokenizer(() => language.words()),
  });
  const client = engines.meilisearch?.server.search;
  if (client) {
    const ask = client.multiSearch.bind(client);
    client.multiSearch = (body) => {
      sent.push(() => ask(body));
      return ask(body);
    };
  }
  const chosen = engine === 'postgres' ? engines.postgres : engines.meilisearch;
  const replays = [];
  for (const { query: text } of queries) {
    sent = [];
    const asked = { index: 'achievements', text, filters: {}, sort: 'relevance', limit: 20, after: null };
    await chosen.search({ ...asked, facets: facetNames });
    replays.push(sent);
  }
  const send = async (at) => {
    for (const again of replays[at]) await again();
  };
  return { send, close: () => pool.end() };
}

async function measure(engine, url, bare, pid) {
  const times = { api: [], bare: [] };
  let [other, processor] = [0, 0];
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) processor = processorMs(pid);
    for (const [at, { query }] of queries.entries()) {
      const first = performance.now();
      await bare.send(at);
      const middle = performance.now();
      const answer = await ask(`${url}/v1/search?q=${encodeURIComponent(query)}`);
      if (round === 0) continue; // warming up
      times.bare.push(middle - first);
      times.api.push(performance.now() - middle);
      if (answer.engine !== engine) other += 1;
    }
  }
  processor = (processorMs(pid) - processor) / Math.max(1, times.api.length);
  const [b50, b95, a50, a95] = [at(times.bare, 0.5), at(times.bare, 0.95), at(times.api, 0.5), at(times.api, 0.95)];
  const over = a95 - b95;
  if (over > goalMs) missed += 1;
  const ms = (value) => value.toFixed(1);
  console.log(
    `machine ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  );
  console.log(
    `${engine}: ${times.api.length} searches; bare p50 ${ms(b50)} p95 ${ms(b95)} ms; API p50 ${ms(a50)} p95 ${ms(a95)} ms; ` +
      `overhead p50 ${ms(a50 - b50)} p95 ${ms(over)} ms (goal ${goalMs}): ${over <= goalMs ? 'met' : 'missed'}; ` +
      `processor time of the API ${ms(processor)} ms a search` +
      (other > 0 ? `; ${other} answered by the other engine` : ''),
  );
}

function ask(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(Buffer.concat(chunks).toString()));
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** Processor time that a process has used; says more than the clock on a machine that is busy otherwise. */
function processorMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10; // in hundredths of a second
}

function at(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1);
}
