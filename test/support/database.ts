import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readConfig, type Config } from '#platform/config/config.js';

/** A database of this spec file's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly config: Config;
  /** A client of the owner, whom row-level security does not bind: to arrange and to look behind the curtain. */
  readonly owner: pg.Pool;
  drop(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run specs by "npm test -- <path>"`);
  return value;
}

export async function createTestDatabase(overrides: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const adminUrl = new URL(required('TEST_OWNER_URL'));
  const name = `qy_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${required('TEST_TEMPLATE')}`);
  const ownerUrl = new URL(`/${name}`, adminUrl);
  const appUrl = new URL(ownerUrl);
  const [user = '', password = ''] = required('TEST_LOGIN').split(':');
  appUrl.username = user;
  appUrl.password = password;
  const owner = new pg.Pool({ connectionString: ownerUrl.href, max: 4 });
  owner.on('error', () => undefined);
  const config = readConfig({
    MARKET_MODE: 'test',
    DATABASE_URL: appUrl.href,
    DATABASE_OWNER_URL: ownerUrl.href,
    DATABASE_POOL_MAX: '6',
    REDIS_URL: process.env['TEST_REDIS_URL'],
    MEILI_URL: process.env['TEST_MEILI_URL'],
    MEILI_KEY: process.env['TEST_MEILI_KEY'],
    MEILI_PREFIX: `${name}_`,
    API_PORT: '0',
    WORKER_PORT: '0',
    JWT_SECRET: 'test-only-secret-of-more-than-32-characters',
    AUDIT_ANCHOR_FILE: `/tmp/${name}-anchor.jsonl`,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    ...overrides,
  });
  return {
    config,
    owner,
    async drop() {
      await owner.end();
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Copies of one template wait for each other: retried, bounded. */
async function asAdmin(url: URL, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(sql);
      return;
    } catch (error) {
      if (attempt >= 40 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end();
    }
  }
}
