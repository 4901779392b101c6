import { v7 as uuid } from 'uuid';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import type { Claim } from '#domain/reward/reward.js';
import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { RewardService } from '#application/reward/reward.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** Quick in every run; `TEST_ACCRUALS=10000` for the whole promise. */
const attempts = Number(process.env['TEST_ACCRUALS'] ?? 1_000);
const repeats = attempts / 20;
const connections = 20;

/**
 * The cap under fire. That the guard matters was seen by dropping it: with FOR UPDATE taken out of lockAccrual, `AND version = $2`
 * out of move and CHECK reward_accrual_capped out of the migration, movements are lost and the sums below disagree.
 */
describe('奖补计提 under concurrency', () => {
  let market: TestMarket;
  const actor = systemActor('test', 'test');
  beforeAll(async () => {
    market = await startMarket({ env: { DATABASE_POOL_MAX: String(connections) } });
    // Contracts and registrations are bare ids here: the money is what is shown.
    await market.database.owner.query(`
      ALTER TABLE reward_contract DROP CONSTRAINT reward_contract_contract_id_link, DROP CONSTRAINT reward_contract_registration_id_link;
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_contract_id_link, DROP CONSTRAINT reward_item_registration_id_link`);
  });
  afterAll(() => market.close());

  const policy = rewardPolicies[0];
  if (!policy) throw new Error('no policy');
  const claim = (beneficiaryId: string, base: bigint): Claim => ({
    policy,
    beneficiary: { kind: 'organization', id: beneficiaryId },
    fiscalYear: 2026,
    shareBasisPoints: 10_000,
    base,
    disclosure: null,
    refusal: null,
  });
  const settle = (one: Claim, contractId: string, registrationId = uuid()) => {
    const rewards = market.api.get(RewardService, { strict: false });
    const unitOfWork = market.api.get(UnitOfWork, { strict: false });
    return unitOfWork.run(actor, (tx) => rewards.settle(tx, [one], { registrationId, contractId }));
  };
  /** `tasks` in parallel, at most as many at once as there are connections. */
  async function inParallel(count: number, task: (index: number) => Promise<unknown>): Promise<void> {
    let next = 0;
    const lane = async () => {
      for (let index = next++; index < count; index = next++) await task(index);
    };
    await Promise.all(Array.from({ length: connections }, lane));
  }
  const one = async (sql: string, params: unknown[] = []) => (await market.database.owner.query(sql, params)).rows[0];

  it(`${attempts} accruals on one beneficiary and year never pass the cap, and every 分 is in the ledger`, async () => {
    const agency = uuid();
    const base = 33_333_333n; // 333,333.33元 each: 950 of them are 3.16亿元, far above the 2亿元 at which the cap binds
    const contracts = Array.from({ length: attempts - repeats }, () => uuid());
    // The last attempts are contracts that were counted under another registration before.
    await inParallel(attempts, (index) => settle(claim(agency, base), contracts[index % contracts.length] ?? ''));
    const account = await one(
      `SELECT total_fen::text AS total, amount_fen::text AS amount FROM reward_accrual WHERE beneficiary_id = $1`,
      [agency],
    );
    expect(account).toEqual({ total: String(base * BigInt(contracts.length)), amount: '20000000' });
    const items = await one(
      `SELECT count(*) FILTER (WHERE outcome = 'counted')::int AS counted,
              count(*) FILTER (WHERE refusal = 'alreadyCounted')::int AS refused,
              max(amount_after_fen)::text AS most, sum(increment_fen)::text AS posted
       FROM reward_item i JOIN reward_accrual a ON a.id = i.accrual_id WHERE a.beneficiary_id = $1`,
      [agency],
    );
    expect(items).toEqual({ counted: attempts - repeats, refused: repeats, most: '20000000', posted: '20000000' });
    const balance = await one(`SELECT balance_fen::text AS fen FROM ledger_account WHERE code LIKE '%' || $1`, [
      agency,
    ]);
    expect(balance).toEqual({ fen: '20000000' });
    expect(await market.api.get(LedgerService, { strict: false }).check(actor)).toEqual([]);
  }, 300_000);

  it('counts one contract once in a race of registrations, and one registration once however often it runs', async () => {
    const agency = uuid();
    const contractId = uuid();
    await inParallel(40, () => settle(claim(agency, 1_000_000_000n), contractId));
    const registrationId = uuid();
    const again = uuid();
    await inParallel(20, () => settle(claim(agency, 1_000_000_000n), again, registrationId));
    const account = await one(`SELECT total_fen::text AS total FROM reward_accrual WHERE beneficiary_id = $1`, [
      agency,
    ]);
    expect(account).toEqual({ total: '2000000000' });
  });

  it('refuses with a reason when the budget is spent, and never overdraws it', async () => {
    // 2026 has 200万元, of which 20万元 are committed: nine agencies at the cap fit.
    const agencies = Array.from({ length: 15 }, () => uuid());
    await inParallel(agencies.length, (index) => settle(claim(agencies[index] ?? '', 20_000_000_000n), uuid()));
    const line = await one(
      `SELECT committed_fen <= appropriated_fen AS sound FROM budget_line WHERE fiscal_year = 2026`,
    );
    expect(line).toEqual({ sound: true });
    const refused = await one(`SELECT count(*)::int AS n FROM reward_item WHERE refusal = 'budgetExhausted'`);
    expect(refused.n).toBeGreaterThanOrEqual(6);
    expect(await market.api.get(LedgerService, { strict: false }).check(actor)).toEqual([]);
  });

  it('cannot be rewritten, not even by the owner of the tables', async () => {
    const { owner } = market.database;
    await expect(owner.query(`UPDATE ledger_posting SET amount_fen = 1`)).rejects.toThrow('append-only');
    await expect(owner.query(`DELETE FROM ledger_entry`)).rejects.toThrow('append-only');
    await expect(owner.query(`UPDATE reward_accrual SET amount_fen = cap_fen + 1`)).rejects.toThrow(
      'reward_accrual_capped',
    );
    const unitOfWork = market.api.get(UnitOfWork, { strict: false });
    for (const sql of [
      `DELETE FROM ledger_posting`,
      `UPDATE ledger_entry SET reason = ''`,
      `DELETE FROM reward_item`,
    ]) {
      await expect(unitOfWork.run(actor, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
  });
});
