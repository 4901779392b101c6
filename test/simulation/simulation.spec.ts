import { seeded } from '../support/registration-journeys.js';
import { writeScript, type Script } from './decisions.js';
import { memoryWorld, type Plant } from './memory.js';
import { calm, Simulation, storm, type World } from './simulation.js';

/** `npm run test:faults -- --seed N`: that seed alone. SIMULATION_SEEDS: how many. */
const only = process.env['SIMULATION_SEED'];
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env['SIMULATION_SEEDS'] ?? 50) }, (_, index) => 1 + index);
const contractsPerYear = 32;

const scriptOf = (seed: number): Script =>
  writeScript(seed, seeded(seed), { contractsPerYear, lawChanges: seed % 3 === 0, boom: seed % 2 === 0 });

/** One seed in the storm; its steps once more in calm; what differs. */
async function simulate(seed: number, plant?: Plant): Promise<{ simulation: Simulation; world: World }> {
  const script = scriptOf(seed);
  const world = memoryWorld(script, plant);
  const simulation = new Simulation(world, script, seeded(seed + 1_000_000), storm);
  const replayWith = `replay: npm run test:faults -- --seed ${seed}`;
  const broken = await simulation.play().catch((error: unknown) => String(error));
  if (broken) throw new Error(`seed ${seed}, ${broken} (${replayWith})`);
  const undisturbed = new Simulation(memoryWorld(script), script, seeded(0), calm);
  await undisturbed.replay(simulation.steps);
  const [is, should] = [await simulation.outcome(), await undisturbed.outcome()];
  const differs = is.find((line, at) => line !== should[at]) ?? (is.length === should.length ? null : 'length');
  if (differs) throw new Error(`seed ${seed}: differs from the undisturbed run: ${differs} (${replayWith})`);
  return { simulation, world };
}

/** What must have come to pass over all seeds, or they show less than they say. */
const wanted = [
  ...['notLanded', 'relatedParty', 'beneficiaryKind', 'alreadyCounted', 'budgetExhausted', 'yearConcluded'],
  ...['counted', 'reversed', 'adjusted', 'atCap', 'afterLifetimeAward'],
  ...['accrual', 'reversal', 'adjustment', 'release', 'payment', 'clawback', 'recovery', 'appropriation'],
];

async function metIn(world: World): Promise<string[]> {
  const { accruals, items, entries } = await world.books();
  return [
    ...items.flatMap(({ refusal, outcome }) => [outcome, ...(refusal === null ? [] : [refusal])]),
    ...entries.map(({ kind }) => kind),
    ...accruals.filter(({ amount }) => amount === 20_000_000n).map(() => 'atCap'),
    ...items.filter(({ refusal }) => refusal === 'alreadyAwarded').map(() => 'afterLifetimeAward'),
  ];
}

const plants: readonly (readonly [string, Plant])[] = [
  [
    'counts twice on a repeat',
    (_tables, store) => {
      store.isSettled = () => false;
      store.uniqueKeys = false;
    },
  ],
  [
    'counts a contract under two registrations',
    ({ rewards }, store) => {
      rewards.claimContract = async () => 'ours';
      store.uniqueKeys = false;
    },
  ],
  ['keeps what a dying transaction wrote', (_tables, store) => (store.rollBack = () => undefined)],
  [
    'overdraws the budget',
    ({ ledger }, store) => {
      const { shift, post } = ledger;
      ledger.shift = async (tx, budget, move, entry) => {
        const line = store.budgets.get(`${budget.fund}/${budget.fiscalYear}`);
        if (!line || (await shift(tx, budget, move, entry))) return line !== undefined;
        store.budgets.set(`${budget.fund}/${budget.fiscalYear}`, { ...line, committed: line.committed + move.amount });
        await post(tx, entry);
        return true;
      };
    },
  ],
  ['loses a movement', ({ rewards }) => (rewards.move = async (tx, { id }, item) => rewards.insertItem(tx, id, item))],
  ['moves an account without a word', (_tables, store) => (store.insertItem = () => undefined)],
  [
    'refuses without a word',
    ({ rewards }) => {
      const { insertItem } = rewards;
      rewards.insertItem = async (tx, id, item) => (item.outcome === 'refused' ? undefined : insertItem(tx, id, item));
    },
  ],
];

describe('three fiscal years of rewards in an unreliable world', () => {
  it(`keeps every promise after each day, and ends as if nothing had happened (${seeds.length} seeds)`, async () => {
    const counts = { crashes: 0, repeats: 0, days: 0, steps: 0 };
    const met = new Set<string>();
    for (const seed of seeds) {
      const { simulation, world } = await simulate(seed);
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += simulation.counts[key];
      for (const one of await metIn(world)) met.add(one);
    }
    process.stdout.write(`simulated ${seeds.length} seeds: ${JSON.stringify(counts)}\n`);
    expect(counts.crashes).toBeGreaterThan(seeds.length * 20);
    expect(counts.repeats).toBeGreaterThan(seeds.length * 20);
    if (!only) expect(wanted.filter((one) => !met.has(one))).toEqual([]);
  }, 300_000);

  it.each(plants)('finds a market that %s, and names the seed', async (_what, plant) => {
    let found = 'nothing found';
    for (let seed = 2; seed <= 12 && found === 'nothing found'; seed += 2) {
      found = await simulate(seed, plant).then(() => found, String);
    }
    expect(found).toMatch(/seed (\d+).*--seed \1/);
  });
});
