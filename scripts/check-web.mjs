// A step of npm run check: the portal's types, its build, and the weight of its first view.
import { buildWeb, firstViewBudgetBytes, firstViewBytes, webBuilt } from './lib/web.mjs';
import { runNode } from './lib/process.mjs';
import { explain } from './lib/report.mjs';

const types = await runNode('node_modules/typescript/bin/tsc', ['-p', 'apps/web']);
try {
  if (!webBuilt()) await buildWeb();
} catch (error) {
  explain(error);
  process.exit(1);
}
const bytes = firstViewBytes();
const kilobytes = (/** @type {number} */ count) => (count / 1000).toFixed(0);
console.log(`first view: ${kilobytes(bytes)} of ${kilobytes(firstViewBudgetBytes)} kB JavaScript (gzip)`);
process.exit(types === 0 && bytes <= firstViewBudgetBytes ? 0 : 1);
