import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Posts at the registration offices (head, B 角), and the reminders of legal terms: each term of a case reminds once at
 * each threshold (primary key), however many workers run.
 */
export class CreateRegistrationReminder1795392004050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_officer (
        office text NOT NULL CHECK (office ~ '^[0-9]{2}$'),
        person_id uuid NOT NULL REFERENCES person (id),
        head boolean NOT NULL,
        backup_person_id uuid REFERENCES person (id) CHECK (backup_person_id <> person_id),
        position smallint NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (office, person_id)
      );
      ALTER TABLE registration_officer ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_officer FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_officer_read ON registration_officer FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'auditor', 'systemAdmin'));
      CREATE POLICY registration_officer_write ON registration_officer FOR ALL TO qy_app USING (
        app_is_system() OR app_has_role('systemAdmin'));
      GRANT SELECT, INSERT, DELETE ON registration_officer TO qy_app;

      CREATE TABLE registration_reminder (
        id uuid NOT NULL UNIQUE,
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        started_on date NOT NULL,
        due_on date NOT NULL,
        threshold text NOT NULL CHECK (threshold IN ('half', 'fourFifths', 'overdue')),
        office text NOT NULL,
        holder text NOT NULL,
        holder_person_id uuid REFERENCES person (id),
        title text NOT NULL,
        provisional_number text NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (registration_id, started_on, due_on, threshold)
      );
      CREATE INDEX registration_reminder_holder ON registration_reminder (holder_person_id, id);
      CREATE INDEX registration_reminder_office ON registration_reminder (office, id);
      ALTER TABLE registration_reminder ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_reminder FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_reminder_read ON registration_reminder FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY registration_reminder_insert ON registration_reminder FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON registration_reminder TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE registration_reminder, registration_officer;`);
  }
}
