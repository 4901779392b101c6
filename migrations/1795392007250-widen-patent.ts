import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Publication number, day of grant and secrecy of a patent. `pledged`, `pledgee_consents` and `licence` stay as what lies
 * on it today in short; from now on the register of overlays keeps them.
 */
export class WidenPatent1795392007250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE patent
        ADD COLUMN publication_number text,
        ADD COLUMN granted_on date,
        ADD COLUMN secret boolean NOT NULL DEFAULT false;
      ALTER TABLE patent ALTER COLUMN secret DROP DEFAULT;
      ALTER TABLE patent ADD CONSTRAINT patent_granted_after_filing CHECK (granted_on IS NULL OR granted_on >= filed_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE patent DROP CONSTRAINT patent_granted_after_filing, DROP COLUMN publication_number,
        DROP COLUMN granted_on, DROP COLUMN secret;
    `);
  }
}
