// npm test: builds, starts an embedded PostgreSQL of its own in a temporary folder, migrates a template database
// once, and runs jest; every spec file that needs a database clones the template.
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import * as postgres from './lib/embedded-postgres.mjs';
import { stampLater } from './lib/prepare.mjs';
import { build, runNode } from './lib/process.mjs';
import { buildWeb, webBuilt } from './lib/web.mjs';

const template = 'qy_template';
const login = { user: 'qy_login', password: 'test-only' };

const stamp = stampLater();
const built = await build();
if (built !== 0) process.exit(built);
stamp();
if (!webBuilt()) await buildWeb();

const folder = mkdtempSync(join(tmpdir(), 'qy-test-'));
chmodSync(folder, 0o755); // the server may run as another user
const directory = join(folder, 'postgres');
await postgres.initialise(directory);
const server = await postgres.start({
  directory,
  port: await postgres.freePort(),
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }, // a test database may be lost
});

let code = 1;
try {
  await createTemplate();
  const results = join(folder, 'results.json');
  code = await runNode(
    'node_modules/jest/bin/jest.js',
    ['--json', `--outputFile=${results}`, ...process.argv.slice(2)],
    {
      ...process.env,
      TZ: 'UTC',
      TEST_OWNER_URL: server.url('postgres'),
      TEST_LOGIN: `${login.user}:${login.password}`,
      TEST_TEMPLATE: template,
    },
  );
  code = Math.max(code, count(results));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

/**
 * Prints `N passed, N failed` last. A spec file that could not run counts as one failure.
 * @param {string} file
 */
function count(file) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(`${result.numPassedTests} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function createTemplate() {
  const { migrate } = await import('../dist/libs/platform/src/database/migrate.js');
  const { migrations } = await import('../dist/migrations/index.js');
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  admin.on('error', () => undefined); // the server may stop first when a migration failed
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate({ databaseOwnerUrl: server.url(template), redisUrl: null }, migrations);
  await admin.query(`CREATE ROLE ${login.user} LOGIN PASSWORD '${login.password}' IN ROLE qy_app, qy_public`);
  await admin.end();
}
