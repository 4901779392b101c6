import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registration of achievements with the bureau: form, review, number; entries of old registers without an achievement of ours.
 * Anybody reads of a registered one its number, name, unit and day, and of a revoked one that it is; nothing else of the row.
 * Import takes old registers as a fourth kind.
 */
export class CreateAchievementRegistration1795392007153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE achievement_registration (
        id uuid PRIMARY KEY,
        achievement_id uuid REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        origin text NOT NULL CHECK (origin IN ('filed', 'oldRegister')),
        kind text NOT NULL CHECK (kind IN ('applied', 'basic', 'softScience')),
        title text NOT NULL,
        title_key text NOT NULL,
        first_unit text NOT NULL,
        form jsonb NOT NULL CHECK (jsonb_typeof(form) = 'object'),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'registered', 'refused', 'revoked',
          'withdrawn')),
        number text CHECK (number ~ '^\\d{3}(19|20)\\d{2}[YJR]\\d{4}$'),
        registered_on date,
        revision integer NOT NULL DEFAULT 1,
        findings jsonb NOT NULL DEFAULT '[]',
        refusal_ground text,
        reason text,
        filed_by uuid NOT NULL REFERENCES person (id),
        reviewed_by uuid REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT achievement_registration_number_issued UNIQUE (number),
        CONSTRAINT achievement_registration_numbered CHECK ((number IS NOT NULL) = (state IN ('registered', 'revoked'))),
        CONSTRAINT achievement_registration_subject CHECK ((achievement_id IS NULL) = (origin = 'oldRegister')),
        CONSTRAINT achievement_registration_four_eyes CHECK (origin = 'oldRegister' OR reviewed_by <> filed_by)
      );
      CREATE UNIQUE INDEX achievement_registration_one_open ON achievement_registration (achievement_id)
        WHERE state IN ('draft', 'submitted', 'returned', 'registered');
      CREATE INDEX achievement_registration_organization ON achievement_registration (organization_id, id);
      CREATE INDEX achievement_registration_state ON achievement_registration (state, id);
      CREATE INDEX achievement_registration_title ON achievement_registration (title_key);
      CREATE TABLE registration_form_change (
        id uuid PRIMARY KEY,
        registration_id uuid NOT NULL REFERENCES achievement_registration (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        form jsonb NOT NULL,
        before jsonb NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
        decision_reason text,
        asked_by uuid NOT NULL REFERENCES person (id),
        decided_by uuid REFERENCES person (id),
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT registration_form_change_four_eyes CHECK (decided_by <> asked_by)
      );
      CREATE UNIQUE INDEX registration_form_change_one_open ON registration_form_change (registration_id)
        WHERE state = 'asked';
    `);
    for (const table of ['achievement_registration', 'registration_form_change']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer'));
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      CREATE POLICY achievement_registration_read_public ON achievement_registration FOR SELECT TO qy_public USING (
        state IN ('registered', 'revoked'));
      GRANT SELECT (id, kind, title, first_unit, state, number, registered_on, revision) ON achievement_registration
        TO qy_public;
      ALTER TABLE import DROP CONSTRAINT import_kind_check;
      ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (kind ~ '^[a-z][A-Za-z]{1,39}$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP CONSTRAINT import_kind_check;
      DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE kind = 'achievementRegister');
      DELETE FROM import WHERE kind = 'achievementRegister';
      ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (kind IN ('achievements', 'demands', 'registrations'));
      DROP TABLE registration_form_change, achievement_registration;
    `);
  }
}
