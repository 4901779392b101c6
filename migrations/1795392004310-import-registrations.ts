import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Historic registrations as a third kind of import. Checking the short table again locks it for a moment. */
export class ImportRegistrations1795392004310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP CONSTRAINT import_kind_check;
      ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (kind IN ('achievements', 'demands', 'registrations'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP CONSTRAINT import_kind_check;
      ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (kind IN ('achievements', 'demands')) NOT VALID;
      DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE kind = 'registrations');
      DELETE FROM import WHERE kind = 'registrations';
      ALTER TABLE import VALIDATE CONSTRAINT import_kind_check;
    `);
  }
}
