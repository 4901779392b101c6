import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a saved search remembers all that it found when it was saved. Those saved before remember the best hundred: for
 * them, what is published later is new. A column with a constant default: a moment's lock.
 */
export class FollowSavedSearch1795392003160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE saved_search ADD COLUMN knows_all boolean NOT NULL DEFAULT false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE saved_search DROP COLUMN knows_all;`);
  }
}
