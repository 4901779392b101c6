import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Achievements (科技成果) in two layers: `achievement` holds what anybody may read once published; what only the
 * owner and the bureau read (detail, contact, inventors and their shares) stands in tables the public role cannot see.
 */
export class CreateAchievement1795392000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE achievement (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('disclosed', 'collected', 'registered', 'published', 'withdrawn',
          'transferred')),
        title text NOT NULL,
        summary text,
        field text,
        keywords text[] NOT NULL CHECK (cardinality(keywords) <= 3),
        readiness_level smallint CHECK (readiness_level BETWEEN 1 AND 9),
        farm_stage text CHECK (farm_stage IN ('smallTrial', 'regionalTrial', 'demonstration', 'extension')),
        county_code text,
        zone_code text,
        transfer_modes text[] NOT NULL CHECK (transfer_modes <@ ARRAY['transfer', 'licence', 'equityContribution',
          'cooperation', 'service']),
        price_fen bigint CHECK (price_fen >= 0),
        secret boolean NOT NULL,
        kind text CHECK (kind IN ('applied', 'basic', 'softScience')),
        registration_number text CHECK (registration_number ~ '^\\d{3}(19|20)\\d{2}[YJR]\\d{4}$'),
        external_key text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT achievement_external_key_once UNIQUE (organization_id, external_key),
        CONSTRAINT achievement_registration_number_once UNIQUE (registration_number),
        CONSTRAINT achievement_secret_stays CHECK (NOT (secret AND state = 'published')),
        CONSTRAINT achievement_registered_has_kind CHECK ((registration_number IS NULL) = (kind IS NULL))
      );
      CREATE INDEX achievement_organization ON achievement (organization_id, id);
      CREATE INDEX achievement_published ON achievement (id) WHERE state = 'published';
      ALTER TABLE achievement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE achievement FORCE ROW LEVEL SECURITY;
      CREATE POLICY achievement_read ON achievement FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state = 'published'
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY achievement_read_public ON achievement FOR SELECT TO qy_public USING (state = 'published');
      CREATE POLICY achievement_insert ON achievement FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY achievement_update ON achievement FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON achievement TO qy_app;
      GRANT SELECT ON achievement TO qy_public;

      CREATE TABLE achievement_disclosure (
        achievement_id uuid PRIMARY KEY REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        detail text,
        contact text
      );
      CREATE TABLE achievement_inventor (
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        position smallint NOT NULL CHECK (position >= 1),
        organization_id uuid NOT NULL REFERENCES organization (id),
        name text NOT NULL,
        share_basis_points integer NOT NULL CHECK (share_basis_points BETWEEN 1 AND 10000),
        PRIMARY KEY (achievement_id, position)
      );
    `);
    for (const table of ['achievement_disclosure', 'achievement_inventor']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id()
          OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_delete ON ${table} FOR DELETE TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      CREATE TABLE achievement_registration_serial (
        year integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('applied', 'basic', 'softScience')),
        last integer NOT NULL CHECK (last BETWEEN 1 AND 9999),
        PRIMARY KEY (year, kind)
      );
      GRANT SELECT, INSERT, UPDATE ON achievement_registration_serial TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE achievement_registration_serial, achievement_inventor, achievement_disclosure, achievement;`,
    );
  }
}
