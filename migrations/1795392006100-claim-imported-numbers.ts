import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers of historic registrations that were imported before imports kept them among the issued ones: from now on no
 * counter gives them again. Only reads the register; inserts one short row a number.
 */
export class ClaimImportedNumbers1795392006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registration_entry NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE issued_number NO FORCE ROW LEVEL SECURITY;
      INSERT INTO issued_number (number, origin, at)
        SELECT DISTINCT registration_number, 'imported', now() FROM registration_entry
        WHERE source = 'historic' AND registration_number ~ '^[0-9]{16}$'
        ON CONFLICT (number) DO NOTHING;
      ALTER TABLE issued_number FORCE ROW LEVEL SECURITY;
      ALTER TABLE registration_entry FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issued_number NO FORCE ROW LEVEL SECURITY;
      DELETE FROM issued_number WHERE origin = 'imported';
      ALTER TABLE issued_number FORCE ROW LEVEL SECURITY;
    `);
  }
}
