import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects paid out of the public purse and what they owe; measures and reminders are written once. Yearly reports of units. */
export class CreateFundedProject1795392007154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE funded_project (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        number text NOT NULL,
        title text NOT NULL,
        level text NOT NULL CHECK (level IN ('national', 'ministry', 'province', 'city', 'county')),
        funder text NOT NULL,
        fiscal_fen bigint NOT NULL CHECK (fiscal_fen >= 0),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        due_on date NOT NULL,
        agreed jsonb NOT NULL CHECK (jsonb_typeof(agreed) = 'array'),
        state text NOT NULL CHECK (state IN ('running', 'submitted', 'settled', 'terminated')),
        submission jsonb,
        achievement_ids uuid[] NOT NULL DEFAULT '{}',
        reason text,
        registered_by uuid NOT NULL REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT funded_project_number_once UNIQUE (funder, number),
        CONSTRAINT funded_project_days CHECK (starts_on <= ends_on AND ends_on <= due_on)
      );
      CREATE INDEX funded_project_organization ON funded_project (organization_id, id);
      CREATE INDEX funded_project_owing ON funded_project (due_on, id) WHERE state = 'running';
      CREATE INDEX funded_project_achievements ON funded_project USING gin (achievement_ids);
      CREATE TABLE project_measure (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES funded_project (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        kind text NOT NULL CHECK (kind IN ('order', 'criticism', 'bar')),
        reason text NOT NULL,
        until_on date,
        by_person_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        CONSTRAINT project_measure_once UNIQUE (project_id, kind)
      );
      CREATE TABLE project_reminder (
        project_id uuid NOT NULL REFERENCES funded_project (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        days integer NOT NULL,
        due_on date NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (project_id, days)
      );
      CREATE TABLE transfer_report (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        year integer NOT NULL CHECK (year BETWEEN 2015 AND 2199),
        figures jsonb NOT NULL,
        narrative text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'accepted')),
        findings text,
        submitted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT transfer_report_once UNIQUE (organization_id, year)
      );
    `);
    for (const table of ['funded_project', 'project_measure', 'project_reminder', 'transfer_report']) {
      const writers =
        table === 'transfer_report' ? `app_has_role('reviewer')` : `app_has_role('registrar', 'reviewer')`;
      const own = ['funded_project', 'transfer_report'].includes(table)
        ? 'organization_id = app_organization_id()'
        : 'false';
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR ${own} OR ${writers});
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
      if (own !== 'false') {
        await runner.query(`
          CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (app_is_system() OR ${own} OR ${writers});
          GRANT UPDATE ON ${table} TO qy_app;`);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attachment WHERE subject_kind = 'fundedProject';
      DROP TABLE transfer_report, project_reminder, project_measure, funded_project;
    `);
  }
}
