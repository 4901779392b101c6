// npm run fuzz -- [--examples 200] [--seed N] [--only operationId] [--minutes 30]: the long run of test/fuzz. Prints the
// seed, how many requests got which status, and a digest of all of them: the same seed draws the same requests. Exits
// with 1 on a 5xx, an error that is no problem, or an answer that the document does not know.
import { parseArgs } from 'node:util';
import { runNode } from './lib/process.mjs';

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '200' },
    seed: { type: 'string' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '30' },
  },
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
console.log(`examples ${values.examples}, seed ${seed}`);
process.exit(
  await runNode('scripts/test.mjs', ['test/fuzz'], {
    ...process.env,
    FUZZ_EXAMPLES: values.examples,
    FUZZ_SEED: seed,
    FUZZ_MINUTES: values.minutes,
    ...(values.only !== undefined && { FUZZ_ONLY: values.only }),
  }),
);
