import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attachments of contracts and registrations. Equal content is kept once, by its hash, in chunks, so that neither a
 * process nor a backup ever holds a whole file in memory. Content is written and taken away by the system actor only;
 * who may read an attachment may read its content.
 */
export class CreateAttachment1795392004110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        subject_kind text NOT NULL CHECK (subject_kind IN ('contract', 'contractRegistration')),
        subject_id uuid NOT NULL,
        reader_ids uuid[] NOT NULL,
        material_kind text NOT NULL,
        file_name text NOT NULL CHECK (file_name <> '' AND file_name !~ '[/\\\\[:cntrl:]]'),
        media_type text NOT NULL,
        size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 20971520),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        scan_state text NOT NULL DEFAULT 'unscanned' CHECK (scan_state = 'unscanned'),
        uploaded_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE UNIQUE INDEX attachment_content_once ON attachment (subject_kind, subject_id, sha256)
        WHERE removed_at IS NULL;
      CREATE INDEX attachment_subject ON attachment (subject_kind, subject_id, id);
      CREATE INDEX attachment_organization ON attachment (organization_id) WHERE removed_at IS NULL;
      CREATE INDEX attachment_hash ON attachment (sha256) WHERE removed_at IS NULL;
      ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
      CREATE POLICY attachment_read ON attachment FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (reader_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY attachment_insert ON attachment FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY attachment_update ON attachment FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE (removed_at) ON attachment TO qy_app;

      CREATE TABLE attachment_content (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size_bytes integer NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE attachment_chunk (
        sha256 text NOT NULL REFERENCES attachment_content (sha256),
        position integer NOT NULL CHECK (position >= 0),
        bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
        PRIMARY KEY (sha256, position)
      );
      ALTER TABLE attachment_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
    `);
    for (const table of ['attachment_content', 'attachment_chunk']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR EXISTS (
            SELECT FROM attachment a WHERE a.sha256 = ${table}.sha256 AND a.removed_at IS NULL));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (app_is_system());
        CREATE POLICY ${table}_delete ON ${table} FOR DELETE TO qy_app USING (app_is_system());
        GRANT SELECT, INSERT, DELETE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE attachment_chunk, attachment_content, attachment;`);
  }
}
