import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulk imports (批量导入) and their rows. A row without outcome waits; its content and its outcome change together. */
export class CreateImport1795392000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN ('achievements', 'demands')),
        dry_run boolean NOT NULL,
        publish boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'finished', 'stopped')),
        ignored_columns text[] NOT NULL,
        total integer NOT NULL CHECK (total >= 0),
        created integer NOT NULL DEFAULT 0,
        updated integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        worked_ms integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        CHECK (created + updated + unchanged + failed <= total)
      );
      CREATE INDEX import_organization ON import (organization_id, id);
      CREATE INDEX import_person ON import (person_id);
      CREATE TABLE import_row (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES import (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        line integer NOT NULL,
        external_key text NOT NULL,
        content jsonb,
        outcome text CHECK (outcome IN ('created', 'updated', 'unchanged', 'failed')),
        subject_id uuid,
        problems jsonb NOT NULL DEFAULT '[]',
        UNIQUE (import_id, line),
        CHECK (outcome IS NOT NULL OR content IS NOT NULL)
      );
      CREATE INDEX import_row_pending ON import_row (import_id, id) WHERE outcome IS NULL;
      CREATE INDEX import_row_failed ON import_row (import_id, id) WHERE outcome = 'failed';
      CREATE INDEX import_row_organization ON import_row (organization_id);
    `);
    for (const table of ['import', 'import_row']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_row, import;`);
  }
}
