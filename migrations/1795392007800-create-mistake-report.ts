import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 我要找错: mistakes that visitors tell of. Names nobody. And where the objections that wait are found. */
export class CreateMistakeReport1795392007800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mistake_report (
        id uuid PRIMARY KEY,
        number text NOT NULL CONSTRAINT mistake_report_number_once UNIQUE,
        kind text NOT NULL CHECK (kind IN ('wrongContent', 'outdated', 'brokenLink', 'notWorking', 'personalData', 'hardToUse',
          'other')),
        page text NOT NULL CHECK (page LIKE '/%'),
        words text NOT NULL,
        state text NOT NULL CHECK (state IN ('received', 'checking', 'corrected', 'kept')),
        received_on date NOT NULL,
        due_on date NOT NULL,
        answer text,
        answered_on date,
        handled_by uuid REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT mistake_report_answered CHECK ((state IN ('corrected', 'kept')) = (answer IS NOT NULL)
          AND (answer IS NULL) = (answered_on IS NULL) AND (state = 'received') = (handled_by IS NULL)),
        CONSTRAINT mistake_report_due_later CHECK (due_on > received_on)
      );
      CREATE INDEX mistake_report_waiting ON mistake_report (id) WHERE state IN ('received', 'checking');
      CREATE INDEX objection_waiting ON objection (id) WHERE state = 'open';
      ALTER TABLE mistake_report ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mistake_report FORCE ROW LEVEL SECURITY;
      CREATE POLICY mistake_report_read ON mistake_report FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('reviewer', 'auditor'));
      CREATE POLICY mistake_report_insert ON mistake_report FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY mistake_report_update ON mistake_report FOR UPDATE TO qy_app USING (app_has_role('reviewer'));
      GRANT SELECT, INSERT ON mistake_report TO qy_app;
      GRANT UPDATE (state, answer, answered_on, handled_by, version, updated_at) ON mistake_report TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX objection_waiting;
      DROP TABLE mistake_report;
    `);
  }
}
