import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every 16-digit number there is: issued here, or imported from the national system as it is. A number is in it once,
 * whatever it came from, and stays for ever; so the serials of an office and year have no hole that is not explained.
 */
export class CreateIssuedNumber1795392004060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issued_number (
        number text PRIMARY KEY CHECK (number ~ '^[0-9]{16}$'),
        origin text NOT NULL CHECK (origin IN ('issued', 'imported')),
        registration_id uuid UNIQUE,
        at timestamptz NOT NULL,
        CONSTRAINT issued_number_registration CHECK (origin = 'imported' OR registration_id IS NOT NULL)
      );
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY;
      INSERT INTO issued_number SELECT registration_number, 'issued', id, registered_at FROM contract_registration
        WHERE registration_number IS NOT NULL;
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      ALTER TABLE issued_number ENABLE ROW LEVEL SECURITY;
      ALTER TABLE issued_number FORCE ROW LEVEL SECURITY;
      CREATE POLICY issued_number_read ON issued_number FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY issued_number_insert ON issued_number FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT ON issued_number TO qy_app;
      CREATE POLICY registration_counter_read ON registration_counter FOR SELECT TO qy_app USING (app_has_role('auditor'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY registration_counter_read ON registration_counter;
      DROP TABLE issued_number;
    `);
  }
}
