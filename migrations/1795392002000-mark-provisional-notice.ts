import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice may be posted before the holidays of its last day are announced; it says so. A column with a constant
 * default is added without rewriting the table: the ACCESS EXCLUSIVE lock is held for a moment.
 */
export class MarkProvisionalNotice1795392002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE public_notice ADD COLUMN provisional boolean NOT NULL DEFAULT false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE public_notice DROP COLUMN provisional;`);
  }
}
