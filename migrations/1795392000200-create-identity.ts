import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Organizations, people and their memberships; sessions. `session` and `membership` hold ids and roles only and are
 * read before an actor is known, so they have no row-level security; names and contacts have.
 */
export class CreateIdentity1795392000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('enterprise', 'cooperative', 'university', 'institute', 'transferAgency',
          'incubator', 'cityBureau', 'countyBureau', 'bank', 'evaluationAgency')),
        name text NOT NULL,
        credit_code text NOT NULL,
        credit_code_override text,
        county_code text NOT NULL,
        state text NOT NULL CHECK (state IN ('unverified', 'verified', 'rejected', 'suspended')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT organization_credit_code_once UNIQUE (credit_code)
      );
      ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organization FORCE ROW LEVEL SECURITY;
      CREATE POLICY organization_read ON organization FOR SELECT TO qy_app USING (true);
      CREATE POLICY organization_read_public ON organization FOR SELECT TO qy_public USING (state = 'verified');
      CREATE POLICY organization_insert ON organization FOR INSERT TO qy_app WITH CHECK (app_actor_kind() <> 'nobody');
      CREATE POLICY organization_update ON organization FOR UPDATE TO qy_app USING (
        app_is_system() OR id = app_organization_id() OR app_has_role('securityAdmin', 'registrar', 'countyOfficer'));
      GRANT SELECT, INSERT, UPDATE ON organization TO qy_app;
      GRANT SELECT ON organization TO qy_public;

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        display_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'disabled')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE TABLE membership (
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        roles text[] NOT NULL CHECK (roles <@ ARRAY['enterprise', 'researchUnit', 'broker', 'agencyManager', 'registrar',
          'reviewer', 'rewardOfficer', 'auditor', 'countyOfficer', 'systemAdmin', 'securityAdmin']),
        since timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (person_id, organization_id)
      );
      CREATE INDEX membership_organization ON membership (organization_id);
      GRANT SELECT, INSERT, UPDATE ON membership TO qy_app;

      ALTER TABLE person ENABLE ROW LEVEL SECURITY;
      ALTER TABLE person FORCE ROW LEVEL SECURITY;
      CREATE POLICY person_read ON person FOR SELECT TO qy_app USING (
        app_is_system() OR id = app_person_id() OR app_has_role('securityAdmin')
        OR EXISTS (SELECT FROM membership m WHERE m.person_id = person.id AND m.organization_id = app_organization_id()));
      CREATE POLICY person_insert ON person FOR INSERT TO qy_app WITH CHECK (app_actor_kind() <> 'nobody');
      CREATE POLICY person_update ON person FOR UPDATE TO qy_app USING (
        app_is_system() OR id = app_person_id() OR app_has_role('securityAdmin'));
      GRANT SELECT, INSERT, UPDATE ON person TO qy_app;

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        FOREIGN KEY (person_id, organization_id) REFERENCES membership (person_id, organization_id)
      );
      CREATE INDEX session_person ON session (person_id);
      GRANT SELECT, INSERT, UPDATE ON session TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE session; DROP POLICY person_read ON person; DROP TABLE membership, person, organization;`,
    );
  }
}
