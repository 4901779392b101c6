// npm run cli -- <command>: builds when sources changed, then runs one maintenance command. Without DATABASE_URL it
// talks to the embedded market of the data folder, which must be running (npm start).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { database, login } from './lib/cluster.mjs';
import { dataFolder, readJson, secrets } from './lib/data-folder.mjs';
import { built, compile } from './lib/prepare.mjs';
import { runNode } from './lib/process.mjs';
import { explain } from './lib/report.mjs';

try {
  if (!built()) await compile();
  process.exit(await runNode('dist/apps/cli/src/main.js', process.argv.slice(2), environment()));
} catch (error) {
  explain(error);
  process.exit(1);
}

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) return process.env;
  const folder = dataFolder();
  const { databasePort: port, clusterFolder } = readJson(join(folder, 'state.json'));
  const passwordFile = `${clusterFolder}.password`;
  if (!port || !existsSync(passwordFile)) return process.env; // the command itself says what is missing
  const { loginPassword, jwtSecret } = secrets(folder);
  const at = `127.0.0.1:${port}/${database}`;
  return {
    JWT_SECRET: jwtSecret,
    AUDIT_ANCHOR_FILE: join(folder, 'audit-anchor.jsonl'),
    LOG_LEVEL: 'warn',
    ...process.env,
    DATABASE_URL: `postgres://${login}:${loginPassword}@${at}`,
    DATABASE_OWNER_URL: `postgres://qy_owner:${readFileSync(passwordFile, 'utf8').trim()}@${at}`,
  };
}
