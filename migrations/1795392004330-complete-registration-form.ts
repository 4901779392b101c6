import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The registration form's 社会经济目标, 国民经济行业, 支付方式 and 涉外 in the register and its frozen lists. Empty columns
 * without a default: no row is written, the tables are locked for a moment.
 */
export class CompleteRegistrationForm1795392004330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['registration_entry', 'statistics_edition_line']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN goal text, ADD COLUMN industry text, ADD COLUMN payment text,
        ADD COLUMN is_foreign boolean`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['registration_entry', 'statistics_edition_line']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN goal, DROP COLUMN industry, DROP COLUMN payment,
        DROP COLUMN is_foreign`);
    }
  }
}
