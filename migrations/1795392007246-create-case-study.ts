import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Good cases (优秀案例), each with the registered contract that proves it. */
export class CreateCaseStudy1795392007246 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_study (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'consenting', 'checking', 'published', 'withdrawn')),
        title text NOT NULL,
        story text NOT NULL,
        effect text NOT NULL,
        consented_ids uuid[] NOT NULL,
        text_hash text NOT NULL,
        author_id uuid NOT NULL REFERENCES person (id),
        checked_by uuid REFERENCES person (id),
        check_note text,
        state_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT case_study_consented CHECK (state <> 'published' OR party_ids <@ consented_ids),
        CONSTRAINT case_study_other_eyes CHECK (checked_by <> author_id),
        CONSTRAINT case_study_checked CHECK (state <> 'published' OR (checked_by IS NOT NULL AND published_at IS NOT NULL))
      );
      CREATE INDEX case_study_organization ON case_study (organization_id, id);
      CREATE INDEX case_study_contract ON case_study (contract_id);
      CREATE INDEX case_study_published ON case_study (id) WHERE state = 'published';
      ALTER TABLE case_study ENABLE ROW LEVEL SECURITY;
      ALTER TABLE case_study FORCE ROW LEVEL SECURITY;
      CREATE POLICY case_study_read ON case_study FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY case_study_read_public ON case_study FOR SELECT TO qy_public USING (state = 'published');
      CREATE POLICY case_study_insert ON case_study FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY case_study_update ON case_study FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('reviewer'));
      GRANT SELECT, INSERT ON case_study TO qy_app;
      GRANT UPDATE (state, title, story, effect, consented_ids, text_hash, checked_by, check_note, state_reason, version,
        updated_at, published_at) ON case_study TO qy_app;
      GRANT SELECT (id, state, title, story, effect, party_ids, published_at) ON case_study TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE case_study;`);
  }
}
