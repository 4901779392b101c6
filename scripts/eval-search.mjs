// npm run eval -- --data DIR --engine scripts/eval-search.mjs: the PostgreSQL search engine on the same needs, in an
// embedded PostgreSQL of its own that is gone afterwards. A need is asked as somebody would type it: title and summary.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import * as postgres from './lib/embedded-postgres.mjs';
import { root } from './lib/process.mjs';

const atOnce = 1_000;
const load = (path) => import(new URL(`../dist/${path}.js`, import.meta.url).href);

/** @param {{ id: string, title: string, summary?: string, keywords?: string[], field?: string }[]} achievements */
export default async function open(achievements) {
  const folder = mkdtempSync(join(tmpdir(), 'qy-eval-search-'));
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  await postgres.initialise(directory);
  const server = await postgres.start({ directory, port: await postgres.freePort() });
  let pool = null;
  const close = async () => {
    await pool?.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { env, names } = await fill(server, folder, achievements);
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'search:rebuild'], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
    pool = new pg.Pool({
      connectionString: env.DATABASE_URL,
      max: 1,
      options: '-c role=qy_public -c timezone=UTC',
    });
    const engine = await engineOn(pool, env);
    const search = async ({ title, summary }, limit) => {
      const text = [title, summary ?? ''].join(' ').trim();
      const asked = { index: 'achievements', text, filters: {}, sort: 'relevance', limit, after: null, facets: [] };
      const { ids } = await engine.search(asked);
      return ids.map((id, place) => ({ id: names.get(id) ?? id, score: 1 / (place + 1) }));
    };
    return { name: '检索引擎 PostgreSQL (search)', search, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(server, folder, achievements) {
  const { migrate } = await load('libs/platform/src/database/migrate');
  const { migrations } = await load('migrations/index');
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE eval`);
  await admin.end();
  await migrate({ databaseOwnerUrl: server.url('eval'), redisUrl: null }, migrations);
  const owner = new pg.Client({ connectionString: server.url('eval') });
  await owner.connect();
  await owner.query(`CREATE ROLE eval_login LOGIN PASSWORD 'eval' IN ROLE qy_app, qy_public`);
  const names = await publish(owner, achievements);
  await owner.end();
  const login = new URL(server.url('eval'));
  login.username = 'eval_login';
  login.password = 'eval';
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'production', MARKET_MODE: 'production', LOG_LEVEL: 'warn', MEILI_URL: '' },
    ...{ DATABASE_URL: login.href, DATABASE_OWNER_URL: server.url('eval') },
    JWT_SECRET: 'eval-only-secret-of-more-than-32-characters',
    AUDIT_ANCHOR_FILE: join(folder, 'anchor.jsonl'),
  };
  return { env, names };
}

/** Gives the names that the achievements have in the judged data. */
async function publish(owner, achievements) {
  const organizationId = randomUUID();
  await owner.query(
    `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
     VALUES ($1, 'institute', '示例研究院', 'EVAL', '621002', 'verified', now(), now())`,
    [organizationId],
  );
  const names = new Map(achievements.map(({ id }) => [randomUUID(), id]));
  const ids = [...names.keys()];
  for (let done = 0; done < achievements.length; done += atOnce) {
    const some = achievements.slice(done, done + atOnce);
    await owner.query(
      `INSERT INTO achievement (id, organization_id, state, title, summary, field, keywords, transfer_modes, secret,
         created_at, updated_at, published_at)
       SELECT id, $1, 'published', title, summary, field, '{}', '{}', false, now(), now(), now()
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS t (id, title, summary, field)`,
      [
        organizationId,
        ids.slice(done, done + atOnce),
        some.map(({ title }) => title),
        some.map(({ summary }) => summary ?? null),
        some.map(({ field }) => field ?? null),
      ],
    );
  }
  await owner.query('ANALYZE');
  return names;
}

async function engineOn(pool, env) {
  const { readConfig } = await load('libs/platform/src/config/config');
  const { openEngines } = await load('libs/platform/src/search/engines');
  const { JiebaTokenizer } = await load('libs/platform/src/search/jieba');
  const { Dictionary } = await load('libs/application/src/matching/dictionary');
  const language = new Dictionary();
  const reader = { query: async (name, text, params) => (await pool.query({ name, text, values: [...params] })).rows };
  return openEngines({
    ...{ config: readConfig(env), unitOfWork: null, reader, language, indexes: [], timeoutMs: 30_000 },
    tokenizer: new JiebaTokenizer(() => language.words()),
  }).postgres;
}
