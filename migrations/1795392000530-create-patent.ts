import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Register of patents (专利) of the market's organizations. */
export class CreatePatent1795392000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE patent (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_id uuid REFERENCES achievement (id),
        state text NOT NULL CHECK (state IN ('applied', 'published', 'granted', 'rejected', 'expired', 'lapsed',
          'surrendered', 'invalid')),
        number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('invention', 'utilityModel', 'design')),
        title text NOT NULL,
        filed_on date NOT NULL,
        expires_on date NOT NULL,
        pledged boolean NOT NULL,
        pledgee_consents boolean NOT NULL,
        licence text NOT NULL CHECK (licence IN ('none', 'ordinary', 'sole', 'exclusive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT patent_number_once UNIQUE (number),
        CONSTRAINT patent_consent_needs_pledge CHECK (pledged OR NOT pledgee_consents)
      );
      CREATE INDEX patent_organization ON patent (organization_id, id);
      CREATE INDEX patent_achievement ON patent (achievement_id) WHERE achievement_id IS NOT NULL;
      CREATE INDEX patent_expiring ON patent (expires_on) WHERE state = 'granted';
      ALTER TABLE patent ENABLE ROW LEVEL SECURITY;
      ALTER TABLE patent FORCE ROW LEVEL SECURITY;
      CREATE POLICY patent_read ON patent FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id()
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY patent_insert ON patent FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY patent_update ON patent FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON patent TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE patent;`);
  }
}
