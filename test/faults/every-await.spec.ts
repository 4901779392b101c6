import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { RewardService } from '#application/reward/reward.service.js';
import { rewardJobs } from '#application/reward/reward.jobs.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DeliveryStore } from '../../apps/worker/src/outbox/delivery.store.js';
import { DeliveryRunner } from '../../apps/worker/src/queues/delivery.runner.js';
import type { HandlerRegistry, JobHandler } from '../../apps/worker/src/queues/handler.registry.js';
import { RewardHandlers } from '../../apps/worker/src/reward/reward.handlers.js';
import { dieAt, type Moment } from '../support/dying-client.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { putOrganizations, putRegistration, withoutBackground } from '../support/reward-books.js';
import { cancelled, changedTo, deliver, registeredCase } from './reward-work.js';

/** FAULTS=full: every await, before and after it. Else a fourth of them, other ones with another FAULT_SEED. */
const full = process.env['FAULTS'] === 'full';
const seed = Number(process.env['FAULT_SEED'] ?? 1);

type JobName = (typeof rewardJobs)[number]['name'];

/** A handler, and the state in which the delivery finds the case. */
interface Scenario {
  readonly job: JobName;
  /** Arranges one case of its own and gives the payload and what its account must say in the end. */
  arrange(): Promise<{ payload: Record<string, string>; agencyId: string; amount: bigint; items: readonly string[] }>;
}

/** A worker that dies at any await, before the statement or after it: the delivery, taken up again, has its effect once. */
describe('奖补 work that dies at every await', () => {
  let market: TestMarket;
  let runner: DeliveryRunner;
  const actor = systemActor('test', 'test');
  const service = <T>(type: new (...parameters: never[]) => T): T => market.api.get(type, { strict: false });

  beforeAll(async () => {
    market = await startMarket();
    await withoutBackground(market.database.owner);
    const handlers = new RewardHandlers(service(RewardService));
    const byName: Readonly<Record<JobName, JobHandler>> = {
      'reward.accrue': (as, payload) => handlers.accrue(as, payload),
      'reward.adjust': (as, payload) => handlers.adjust(as, payload),
      'reward.reverse': (as, payload) => handlers.reverse(as, payload),
      'reward.retry': (as, payload) => handlers.retry(as, payload),
    };
    const registry = { handlerOf: (name: JobName) => byName[name] } as unknown as HandlerRegistry;
    runner = new DeliveryRunner(service(UnitOfWork), registry, new DeliveryStore(service(UnitOfWork), 2));
    await appropriate(2026, 100_000_000_000n);
  });
  afterAll(async () => {
    dieAt(null);
    await market.close();
  });

  const appropriate = async (fiscalYear: number, fen: bigint): Promise<void> => {
    const { identity } = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    if (!identity) throw new Error('a member has an identity');
    const officer = { kind: 'person', ...identity, roles: ['rewardOfficer'], countyCode: '621022' } as const;
    const granted = { fund: 'conversionFund', fiscalYear, amount: fen, documentNumber: '示例' } as const;
    const how = { via: 'session', scopes: null, origin: actor.origin } as const;
    const line = await service(LedgerService).appropriate({ ...officer, ...how }, granted);
    if (!line.ok) throw new Error(line.refusal.code);
  };

  const newCase = async (registeredAt?: Date) => {
    const agencyId = uuid();
    await putOrganizations(market.database.owner, new Map([[agencyId, 'transferAgency']]));
    const found = registeredCase({ agencyId, ...(registeredAt && { registeredAt }) });
    await putRegistration(market, found);
    return { found, agencyId, payload: { registrationId: found.id } };
  };
  const rewards = () => service(RewardService);

  let year = 2100;
  const scenarios: readonly Scenario[] = [
    {
      job: 'reward.accrue',
      arrange: async () => ({ ...(await newCase()), amount: 5_000_000n, items: ['counted'] }),
    },
    {
      job: 'reward.adjust',
      arrange: async () => {
        const made = await newCase();
        await rewards().accrue(actor, made.found.id);
        await putRegistration(market, changedTo(made.found, 3_000_000_000n));
        return { ...made, amount: 3_000_000n, items: ['counted', 'adjusted'] };
      },
    },
    {
      job: 'reward.reverse',
      arrange: async () => {
        const made = await newCase();
        await rewards().accrue(actor, made.found.id);
        await putRegistration(market, cancelled(made.found));
        return { ...made, amount: 0n, items: ['counted', 'reversed'] };
      },
    },
    {
      job: 'reward.retry',
      arrange: async () => {
        year += 1; // a year of its own: its budget is spent to the last 分 but one
        const made = await newCase(new Date(`${year}-06-01T02:00:00Z`));
        const spent = { fund: 'conversionFund', fiscalYear: year, from: 'available', to: 'committed' } as const;
        const holder = { scheme: 'enterpriseAward', kind: 'organization', id: uuid() };
        await service(UnitOfWork).run(actor, (tx) =>
          service(LedgerService).shift(tx, { ...spent, holder, amount: 199_999_999n, kind: 'accrual', reason: '示例' }),
        );
        await rewards().accrue(actor, made.found.id);
        await appropriate(year, 100_000_000n);
        return { ...made, payload: { fiscalYear: String(year) }, amount: 5_000_000n, items: ['refused', 'counted'] };
      },
    },
  ];

  const run = async ({ job, arrange }: Scenario, statement: number | null, moment: Moment) => {
    const { payload, agencyId, amount, items } = await arrange();
    const definition = rewardJobs.find(({ name }) => name === job);
    if (!definition) throw new Error(job);
    const delivery = await deliver(market.database, job, payload);
    dieAt(statement, moment);
    const failed = await runner.run(definition, delivery).then(
      () => false,
      () => true,
    );
    const statements = dieAt(null);
    if (failed) await runner.run(definition, delivery);
    await runner.run(definition, delivery); // and the wake-up comes once more
    const { rows } = await market.database.owner.query(
      `SELECT a.amount_fen::text AS amount, d.handled_at IS NOT NULL AS handled,
         (SELECT array_agg(i.outcome ORDER BY i.id) FROM reward_item i WHERE i.accrual_id = a.id) AS items,
         (SELECT coalesce(sum(balance_fen), 0)::text FROM ledger_account
          WHERE code LIKE 'conversionFund/' || a.fiscal_year || '/committed/agencyAward/organization/' || $1::text) AS balance
       FROM reward_accrual a, outbox_delivery d WHERE a.beneficiary_id = $1::uuid AND d.id = $2`,
      [agencyId, delivery],
    );
    const expected = [{ amount: String(amount), handled: true, items, balance: String(amount) }];
    expect({ at: `${job} ${moment} ${statement}`, rows }).toEqual({
      at: `${job} ${moment} ${statement}`,
      rows: expected,
    });
    return statements;
  };

  it.each(scenarios)(
    '$job',
    async (scenario) => {
      const statements = await run(scenario, null, 'before');
      expect(statements).toBeGreaterThan(8);
      for (let statement = 0; statement < statements; statement += 1) {
        for (const [turn, moment] of (['before', 'after'] as const).entries()) {
          if (full || (2 * statement + turn + seed) % 7 === 0) await run(scenario, statement, moment);
        }
      }
      expect(await service(LedgerService).check(actor)).toEqual([]);
    },
    180_000,
  );
});
