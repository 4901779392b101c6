// npm run fuzz -- [--examples 200] [--seed N] [--only operationId]: the long run of test/fuzz. The seed is printed; the
// same seed draws the same requests.
import { parseArgs } from 'node:util';
import { runNode } from './lib/process.mjs';

const { values } = parseArgs({
  options: { examples: { type: 'string', default: '200' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
console.log(`examples ${values.examples}, seed ${seed}`);
process.exit(
  await runNode('scripts/test.mjs', ['test/fuzz'], {
    ...process.env,
    FUZZ_EXAMPLES: values.examples,
    FUZZ_SEED: seed,
    ...(values.only !== undefined && { FUZZ_ONLY: values.only }),
  }),
);
