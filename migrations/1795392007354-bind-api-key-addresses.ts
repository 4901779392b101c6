import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that a key may be used from; empty: any. Locks for a moment only. */
export class BindApiKeyAddresses1795392007354 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE api_key ADD COLUMN addresses text[] NOT NULL DEFAULT '{}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE api_key DROP COLUMN addresses;`);
  }
}
