// npm run test:faults [-- --seed N --kills 1000 --accruals 10000 --databaseKills 20 --seeds 500 --only kills]: the faults and the
// simulator in full size. Prints its seed; the same seed draws the same faults. With --seed the simulator plays that seed alone.
// Stops by itself: about an hour on a quiet machine of two cores, nearly all of it the kills of workers.
import { parseArgs } from 'node:util';
import { runNode } from './lib/process.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '1000' },
    accruals: { type: 'string', default: '10000' },
    databaseKills: { type: 'string', default: '20' },
    seeds: { type: 'string', default: '500' },
    only: { type: 'string' },
  },
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
console.log(`seed ${seed}`);
const files = [
  // --only: any path or pattern in their place
  'test/faults',
  'test/simulation',
  'test/integration/reward-accrual.spec.ts',
  'test/integration/outbox-kill.spec.ts',
  'test/soak/database-death.spec.ts',
];
process.exit(
  await runNode('scripts/test.mjs', ['--runInBand', ...(values.only === undefined ? files : [values.only])], {
    ...process.env,
    FAULTS: 'full',
    FAULT_SEED: seed,
    FAULT_KILLS: values.kills,
    FAULT_WIPES: '10',
    OUTBOX_KILLS: '100',
    TEST_ACCRUALS: values.accruals,
    DATABASE_KILLS: values.databaseKills,
    SIMULATION_SEEDS: values.seeds,
    SIMULATION_POSTGRES_SEEDS: '5',
    SIMULATION_POSTGRES_CONTRACTS: '20',
    ...(values.seed !== undefined && { SIMULATION_SEED: values.seed }),
  }),
);
