import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who agreed to be named to strangers as experts (个人信息保护法 art. 13, 15: by consent, withdrawn as easily).
 * A row is the consent; without one nobody is named. New table only.
 */
export class CreateExpertProfile1795392003120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expert_profile (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        public_name text NOT NULL,
        fields text[] NOT NULL,
        introduction text NOT NULL,
        consented_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CONSTRAINT expert_profile_once UNIQUE (person_id, organization_id)
      );
      CREATE INDEX expert_profile_organization ON expert_profile (organization_id) WHERE withdrawn_at IS NULL;
      ALTER TABLE expert_profile ENABLE ROW LEVEL SECURITY;
      ALTER TABLE expert_profile FORCE ROW LEVEL SECURITY;
      CREATE POLICY expert_profile_read ON expert_profile FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      CREATE POLICY expert_profile_insert ON expert_profile FOR INSERT TO qy_app WITH CHECK (
        person_id = app_person_id() AND organization_id = app_organization_id());
      CREATE POLICY expert_profile_update ON expert_profile FOR UPDATE TO qy_app USING (person_id = app_person_id());
      GRANT SELECT, INSERT, UPDATE ON expert_profile TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expert_profile;`);
  }
}
