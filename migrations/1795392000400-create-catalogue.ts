import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'county',
  'zone',
  'indicator',
  'department',
  'task',
  'demonstration_task',
  'seed_conflict',
  'procedure_stage',
  'joint_conference',
] as const;

/**
 * Facts of the city's plan, one table a kind, all of one shape: a code that others may refer to, the checked record,
 * and its hash. A record that leaves the data files is retired, never deleted; every content it had is a revision.
 */
export class CreateCatalogue1795392000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`
        CREATE TABLE ${table} (
          code text PRIMARY KEY,
          position integer NOT NULL,
          source text NOT NULL,
          content jsonb NOT NULL,
          content_hash text NOT NULL,
          loaded_at timestamptz NOT NULL,
          retired_at timestamptz
        );
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app, qy_public USING (true);
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (app_is_system());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (app_is_system());
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;
        GRANT SELECT ON ${table} TO qy_public;
      `);
    }
    await runner.query(`
      CREATE TABLE catalogue_revision (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        table_name text NOT NULL CHECK (table_name IN (${tables.map((table) => `'${table}'`).join(', ')})),
        code text NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        loaded_at timestamptz NOT NULL
      );
      CREATE INDEX catalogue_revision_record ON catalogue_revision (table_name, code, id);
      ALTER TABLE catalogue_revision ENABLE ROW LEVEL SECURITY;
      ALTER TABLE catalogue_revision FORCE ROW LEVEL SECURITY;
      CREATE POLICY catalogue_revision_read ON catalogue_revision FOR SELECT TO qy_app USING (true);
      CREATE POLICY catalogue_revision_insert ON catalogue_revision FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON catalogue_revision TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE catalogue_revision, ${tables.join(', ')};`);
  }
}
