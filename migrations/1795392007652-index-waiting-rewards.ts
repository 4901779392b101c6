import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for budget, and what of a contract was answered since: without them a retry reads every item of a hot account for
 * each that waits. Building them locks the table against writes for below a second a million rows.
 */
export class IndexWaitingRewards1795392007652 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX reward_item_waiting ON reward_item (accrual_id, id) WHERE refusal = 'budgetExhausted';
      CREATE INDEX reward_item_answered ON reward_item (accrual_id, contract_id, id) WHERE outcome <> 'refused';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX reward_item_answered, reward_item_waiting;`);
  }
}
