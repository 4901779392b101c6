import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Technology needs (技术需求). */
export class CreateDemand1795392000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demand (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'published', 'met', 'withdrawn', 'expired')),
        title text NOT NULL,
        summary text NOT NULL,
        field text,
        county_code text NOT NULL,
        zone_code text,
        budget_fen bigint CHECK (budget_fen >= 0),
        valid_until date,
        external_key text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT demand_external_key_once UNIQUE (organization_id, external_key)
      );
      CREATE INDEX demand_organization ON demand (organization_id, id);
      CREATE INDEX demand_published ON demand (id) WHERE state = 'published';
      ALTER TABLE demand ENABLE ROW LEVEL SECURITY;
      ALTER TABLE demand FORCE ROW LEVEL SECURITY;
      CREATE POLICY demand_read ON demand FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state = 'published'
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY demand_read_public ON demand FOR SELECT TO qy_public USING (state = 'published');
      CREATE POLICY demand_insert ON demand FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY demand_update ON demand FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON demand TO qy_app;
      GRANT SELECT ON demand TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE demand;`);
  }
}
