import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that a person keeps, what stood in them when they were saved, and each new hit once. New tables only. */
export class CreateSavedSearch1795392003130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_search (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        query text NOT NULL,
        filters jsonb NOT NULL,
        known_ids uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        checked_until timestamptz NOT NULL
      );
      CREATE INDEX saved_search_person ON saved_search (person_id, id);
      CREATE INDEX saved_search_kind ON saved_search (kind, checked_until);
      CREATE TABLE search_alert (
        id uuid PRIMARY KEY,
        saved_search_id uuid NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
        person_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        title text NOT NULL,
        found_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT search_alert_once UNIQUE (saved_search_id, subject_id)
      );
      CREATE INDEX search_alert_person ON search_alert (person_id, id);
    `);
    for (const table of ['saved_search', 'search_alert']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR person_id = app_person_id());
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR person_id = app_person_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR person_id = app_person_id());
        CREATE POLICY ${table}_delete ON ${table} FOR DELETE TO qy_app USING (person_id = app_person_id());
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_alert, saved_search;`);
  }
}
