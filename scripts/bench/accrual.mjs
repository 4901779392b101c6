// Accruals a second on one hot account: the use case (account locked, contract claimed once, budget guarded, entry with two postings and
// two balances, account moved, item with its reason) against one bare transaction of a guarded UPDATE and two INSERTs on one hot row.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

const connections = 16;
const accrualsARound = 400;

/** @param {{ owner: pg.Client, env: NodeJS.ProcessEnv, rounds: number }} options */
export async function benchAccrual({ owner, env, rounds }) {
  const { app, rewards, unitOfWork, actor, policy } = await openRewards(env);
  // Contracts and registrations are bare ids here: the money is what is measured.
  await owner.query(`
    ALTER TABLE reward_contract DROP CONSTRAINT IF EXISTS reward_contract_contract_id_link,
      DROP CONSTRAINT IF EXISTS reward_contract_registration_id_link;
    ALTER TABLE reward_item DROP CONSTRAINT IF EXISTS reward_item_contract_id_link,
      DROP CONSTRAINT IF EXISTS reward_item_registration_id_link;
    CREATE TABLE bench_account (id int PRIMARY KEY, accrued bigint NOT NULL, CHECK (accrued <= 9000000000000));
    CREATE TABLE bench_entry (id uuid PRIMARY KEY, at timestamptz NOT NULL, reason text NOT NULL);
    CREATE TABLE bench_posting (id uuid PRIMARY KEY, entry_id uuid NOT NULL, amount bigint NOT NULL);
    INSERT INTO bench_account VALUES (1, 0);
    GRANT SELECT, INSERT, UPDATE ON bench_account, bench_entry, bench_posting TO qy_app`);
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: connections, options: '-c role=qy_app' });
  pool.on('error', () => undefined);
  const agencyId = randomUUID();
  // 1元 of reward each, so that every accrual moves money and the cap of 20万元 is not reached within a run.
  const base = 100_000n;
  const claim = (fiscalYear) => ({
    policy,
    beneficiary: { kind: 'organization', id: agencyId },
    fiscalYear,
    shareBasisPoints: 10_000,
    base,
    disclosure: null,
    refusal: null,
  });
  const settle = (year, value = claim(year)) =>
    unitOfWork.run(actor, (tx) =>
      rewards.settle(tx, [value], { registrationId: randomUUID(), contractId: randomUUID() }),
    );
  const rates = { bare: [], market: [] };
  for (let round = -1; round < rounds; round += 1) {
    const year = 2101 + round; // an account of its own a round, above the threshold from the start
    await settle(year, { ...claim(year), base: policy.threshold });
    for (const [side, act] of [
      ['bare', () => bareAccrual(pool)],
      ['market', () => settle(year)],
    ]) {
      const rate = await throughput(act);
      if (round >= 0) rates[side].push(rate); // the first round warms up
    }
  }
  await pool.end();
  const { rows } = await owner.query(
    `SELECT count(*)::int AS items, bool_and(increment_fen > 0) AS moved FROM reward_item WHERE outcome = 'counted'`,
  );
  await app.close();
  const expected = (rounds + 1) * (accrualsARound + 1);
  if (rows[0].items !== expected || !rows[0].moved) throw new Error(`${rows[0].items} accruals of ${expected}`);
  const [bare, market] = [median(rates.bare), median(rates.market)];
  return { bare, market, ratio: market / bare };
}

async function openRewards(env) {
  const dist = '../../dist/libs';
  const { readConfig } = await import(`${dist}/platform/src/config/config.js`);
  const { PlatformModule } = await import(`${dist}/platform/src/platform.module.js`);
  const { SystemClock } = await import(`${dist}/platform/src/clock/clock.js`);
  const { UnitOfWork } = await import(`${dist}/platform/src/database/unit-of-work.js`);
  const { entities } = await import(`${dist}/application/src/entities.js`);
  const { jobs } = await import(`${dist}/application/src/jobs.js`);
  const { RewardModule } = await import(`${dist}/application/src/reward/reward.module.js`);
  const { RewardService } = await import(`${dist}/application/src/reward/reward.service.js`);
  const { rewardPolicies } = await import(`${dist}/domain/src/reward/reward.policy.js`);
  const { systemActor } = await import(`${dist}/domain/src/shared/actor.js`);
  const config = readConfig({ ...env, DATABASE_POOL_MAX: String(connections) });
  class BenchModule {}
  Module({
    imports: [PlatformModule.register({ config, clock: new SystemClock(), entities, jobs }), RewardModule],
  })(BenchModule);
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'], abortOnError: false });
  return {
    app,
    rewards: app.get(RewardService, { strict: false }),
    unitOfWork: app.get(UnitOfWork, { strict: false }),
    actor: systemActor('bench', 'bench'),
    policy: rewardPolicies[0],
  };
}

async function bareAccrual(pool) {
  const client = await pool.connect();
  const ask = (name, text, values) => client.query({ name, text, values });
  const id = randomUUID();
  try {
    await client.query('BEGIN');
    const moved = await ask(
      'guard',
      `UPDATE bench_account SET accrued = accrued + $1 WHERE id = 1 AND accrued + $1 <= 9000000000000`,
      ['100'],
    );
    if (moved.rowCount !== 1) throw new Error('the guard refused');
    await ask('entry', `INSERT INTO bench_entry VALUES ($1, now(), $2)`, [id, '示例']);
    await ask('posting', `INSERT INTO bench_posting VALUES ($1, $2, $3)`, [randomUUID(), id, '100']);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function throughput(act) {
  let left = accrualsARound;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1;
        await act();
      }
    }),
  );
  return (accrualsARound * 1000) / (performance.now() - started);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
