// npm run check: format, types, lint, the one-way house. Every step runs; the exit code tells whether all passed.
import { runNode } from './lib/process.mjs';

const steps = [
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  [
    'one-way house',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['apps', 'libs', 'migrations', 'test', '--config', '.dependency-cruiser.cjs'],
  ],
  ['portal', 'scripts/check-web.mjs', []],
  ['generated clients', 'scripts/client.mjs', ['--check']],
];

const failed = [];
for (const [name, script, args] of steps) {
  const started = Date.now();
  const code = await runNode(script, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
