import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { RewardAccounts } from '#application/reward/reward.accounts.js';
import { RewardService } from '#application/reward/reward.service.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { diedOf, dieAt } from '../support/dying-client.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { seeded } from '../support/registration-journeys.js';
import { putOrganizations, putRegistration, readBooks, withoutBackground } from '../support/reward-books.js';
import { writeScript } from './decisions.js';
import { memoryWorld } from './memory.js';
import { calm, Simulation, storm, type World } from './simulation.js';

/** How many seeds, and how many contracts a year: small ones in every run. */
const seeds = process.env['SIMULATION_SEED']
  ? [Number(process.env['SIMULATION_SEED'])]
  : Array.from({ length: Number(process.env['SIMULATION_POSTGRES_SEEDS'] ?? 2) }, (_, index) => 1 + index);
const contractsPerYear = Number(process.env['SIMULATION_POSTGRES_CONTRACTS'] ?? 4);

async function postgresWorld(market: TestMarket): Promise<World> {
  const { identity } = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
  if (!identity) throw new Error('a member has an identity');
  const registrations = new Map<string, ContractRegistration>();
  const get = <T>(type: new (...parameters: never[]) => T): T => market.api.get(type, { strict: false });
  return {
    unitOfWork: get(UnitOfWork),
    rewards: get(RewardService),
    accounts: get(RewardAccounts),
    ledger: get(LedgerService),
    officer: {
      kind: 'person',
      ...identity,
      roles: ['rewardOfficer'],
      countyCode: '621022',
      via: 'session',
      scopes: null,
      origin: systemActor('test', 'test').origin,
    },
    clock: market.clock,
    registrations,
    reach: 45,
    put: async (registration) => {
      await putRegistration(market, registration);
      registrations.set(registration.id, registration);
    },
    arm: (statement, after) => void dieAt(statement, after ? 'after' : 'before'),
    died: diedOf,
    books: () => readBooks(market.database.owner),
  };
}

/** The same on PostgreSQL, its connections broken at the statement the seed names; and the tables in memory say the same. */
describe('three fiscal years on PostgreSQL', () => {
  it.each(seeds)(
    'seed %i keeps every promise, and ends as the model does',
    async (seed) => {
      const market = await startMarket();
      try {
        const { owner } = market.database;
        await withoutBackground(owner);
        const script = writeScript(seed, seeded(seed), { contractsPerYear, lawChanges: false, boom: true });
        await putOrganizations(owner, script.organizationKinds);
        const simulation = new Simulation(await postgresWorld(market), script, seeded(seed + 1_000_000), storm);
        expect(await simulation.play()).toBeNull();
        expect(await market.api.get(LedgerService, { strict: false }).check(systemActor('test', 'test'))).toEqual([]);
        const model = new Simulation(memoryWorld(script), script, seeded(0), calm);
        await model.replay(simulation.steps);
        expect(await simulation.outcome()).toEqual(await model.outcome());
        expect(simulation.counts.crashes).toBeGreaterThan(0);
        process.stdout.write(`seed ${seed}: ${JSON.stringify(simulation.counts)}\n`);
      } finally {
        dieAt(null);
        await market.close();
      }
    },
    300_000,
  );
});
