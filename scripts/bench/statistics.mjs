// npm run bench:statistics [-- ROWS]: the register with 50,000 contracts (imported twice, counted, frozen, exported), on an
// embedded PostgreSQL of its own. Prints the milliseconds and the growth of memory in one line of JSON.
import { spawnSync } from 'node:child_process';

const rows = process.argv[2] ?? '50000';
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'test/e2e/statistics-volume.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, STATISTICS_ROWS: rows },
});
process.exit(status ?? 1);
