import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { RewardAccounts } from '#application/reward/reward.accounts.js';
import { RewardService } from '#application/reward/reward.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Watch } from '../simulation/books.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { seeded } from '../support/registration-journeys.js';
import { putOrganizations, putRegistration, readBooks, withoutBackground } from '../support/reward-books.js';
import { cancelled, changedTo, registeredCase } from './reward-work.js';

/** `npm run test:faults`: 10,000 pieces of work on one account. */
const pieces = Number(process.env['TEST_ACCRUALS'] ?? 300);
const seed = Number(process.env['FAULT_SEED'] ?? 1);
const connections = 20;

/**
 * One agency's year under fire from accruals, changes, cancellations and a rising budget at once, and its review in the middle.
 * That the guard matters was seen by dropping it: see test/integration/reward-accrual.spec.ts, and here with FOR UPDATE taken out of
 * `lockAccrual` alone the guarded version of `move` refuses, so that work fails and the first expectation is red.
 */
describe(`one account under ${pieces} pieces of work at once (seed ${seed})`, () => {
  let market: TestMarket;
  const actor = systemActor('test', 'test');
  const agencyId = uuid();
  const registrations = new Map<string, ContractRegistration>();
  const service = <T>(type: new (...parameters: never[]) => T): T => market.api.get(type, { strict: false });

  beforeAll(async () => {
    market = await startMarket({ env: { DATABASE_POOL_MAX: String(connections) } });
    await withoutBackground(market.database.owner);
    await putOrganizations(market.database.owner, new Map([[agencyId, 'transferAgency']]));
  });
  afterAll(() => market.close());

  const put = async (registration: ContractRegistration): Promise<void> => {
    await putRegistration(market, registration);
    registrations.set(registration.id, registration);
  };

  /** Failures that are not an answer: none of them may happen. */
  async function inParallel(count: number, task: (index: number) => Promise<unknown>): Promise<string[]> {
    const failures: string[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let index = next++; index < count; index = next++) {
        await patiently(() => task(index)).catch((error: unknown) => failures.push(String(error)));
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return failures;
  }

  /** What is not had in time, a lock or an answer, is asked for again, as a delivery does; on a busy machine the queue is long. */
  async function patiently(task: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await task();
        return;
      } catch (error) {
        if (attempt >= 60 || !(error instanceof Error && /(lock|statement) timeout/.test(error.message))) throw error;
      }
    }
  }

  it('never passes the cap, keeps ledger and account equal, and answers every claim', async () => {
    const random = seeded(seed);
    // Contracts that were counted under another registration before come again as new ones.
    const contracts = Array.from({ length: Math.ceil(pieces / 3) }, () => uuid());
    const work: (() => Promise<unknown>)[] = [];
    const rewards = service(RewardService);
    for (const [index, contractId] of contracts.entries()) {
      const brokerId = contracts[index % 3] ?? ''; // brokers share three accounts
      const technologyValue = BigInt(Math.floor(random() * 8_000_000_000)) + 1n;
      const made = registeredCase({ agencyId, brokerId, contractId, technologyValue });
      await put(made);
      const after = random() < 0.5 ? changedTo(made, technologyValue / 2n + 1n) : cancelled(made);
      work.push(() => rewards.accrue(actor, made.id));
      work.push(() => rewards.accrue(actor, made.id));
      work.push(async () => {
        await put(after);
        await (after.state === 'cancelled' ? rewards.reverse(actor, made.id) : rewards.adjust(actor, made.id));
      });
    }
    work.sort(() => random() - 0.5);
    const accountOf = async () =>
      (await readBooks(market.database.owner)).accruals.find(({ beneficiary }) => beneficiary.id === agencyId);
    const failures = await inParallel(work.length, async (index) => {
      await work[index]?.();
      if (index % 97 === 50) await rewards.retry(actor, 2026);
      if (index !== Math.floor((work.length * 2) / 3)) return;
      const account = await accountOf();
      if (!account) throw new Error('the account is there');
      await service(UnitOfWork).run(actor, (tx) =>
        service(RewardAccounts).conclude(tx, account.id, 'award', '评审获奖'),
      );
    });
    expect(failures).toEqual([]);
    const books = await readBooks(market.database.owner);
    const register = {
      registrations,
      policies: rewardPolicies,
      organizationKinds: new Map([[agencyId, 'transferAgency']]),
    };
    expect(new Watch().faults(books, register)).toEqual([]);
    expect(await service(LedgerService).check(actor)).toEqual([]);
    const account = books.accruals.find(({ beneficiary }) => beneficiary.id === agencyId);
    expect(account?.state).toBe('awarded');
    const mine = books.items.filter(({ accrualId }) => accrualId === account?.id);
    expect(mine.every(({ amountAfter }) => amountAfter <= 20_000_000n)).toBe(true);
    expect(new Set(mine.map(({ refusal }) => refusal)).has('yearConcluded')).toBe(true);
    expect(new Set(mine.map(({ outcome }) => outcome)).size).toBe(4);
  }, 900_000);
});
