import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People sent to another unit (人才互派), whose post, rank and pay their own unit keeps for a time. */
export class CreateSecondment1795392007651 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE secondment (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        home_organization_id uuid NOT NULL REFERENCES organization (id),
        host_organization_id uuid NOT NULL REFERENCES organization (id),
        post text NOT NULL,
        starts_on date NOT NULL,
        kept_until date NOT NULL,
        state text NOT NULL CHECK (state IN ('seconded', 'returned')),
        returned_on date,
        version integer NOT NULL DEFAULT 1,
        recorded_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT secondment_elsewhere CHECK (home_organization_id <> host_organization_id),
        CONSTRAINT secondment_kept CHECK (kept_until > starts_on),
        CONSTRAINT secondment_returned CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND returned_on >= starts_on)
      );
      CREATE UNIQUE INDEX secondment_once ON secondment (person_id) WHERE state = 'seconded';
      CREATE INDEX secondment_home ON secondment (home_organization_id, id);
      CREATE INDEX secondment_host ON secondment (host_organization_id, id);
      ALTER TABLE secondment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE secondment FORCE ROW LEVEL SECURITY;
      CREATE POLICY secondment_read ON secondment FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor') OR person_id = app_person_id()
        OR app_organization_id() IN (home_organization_id, host_organization_id));
      CREATE POLICY secondment_insert ON secondment FOR INSERT TO qy_app WITH CHECK (
        home_organization_id = app_organization_id() AND recorded_by = app_person_id());
      CREATE POLICY secondment_update ON secondment FOR UPDATE TO qy_app USING (
        home_organization_id = app_organization_id());
      GRANT SELECT, INSERT ON secondment TO qy_app;
      GRANT UPDATE (state, returned_on, version, updated_at) ON secondment TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE secondment;`);
  }
}
