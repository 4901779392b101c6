import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of the search: a disposable projection of what is public. The tsvector is built by the application. */
export class CreateSearchDocument1795392000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE search_revision;
      CREATE TABLE search_document (
        index_name text NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        facets jsonb NOT NULL,
        tsv tsvector NOT NULL,
        revision bigint NOT NULL,
        removed boolean NOT NULL,
        mirrored boolean NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (index_name, id)
      );
      CREATE INDEX search_document_tsv ON search_document USING gin (tsv);
      CREATE INDEX search_document_changed ON search_document (index_name, changed_at);
      CREATE INDEX search_document_unmirrored ON search_document (revision) WHERE NOT mirrored;
      ALTER TABLE search_document ENABLE ROW LEVEL SECURITY;
      ALTER TABLE search_document FORCE ROW LEVEL SECURITY;
      CREATE POLICY search_document_read ON search_document FOR SELECT TO qy_app, qy_public USING (true);
      CREATE POLICY search_document_insert ON search_document FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY search_document_update ON search_document FOR UPDATE TO qy_app USING (app_is_system());
      CREATE POLICY search_document_delete ON search_document FOR DELETE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT, UPDATE, DELETE ON search_document TO qy_app;
      GRANT USAGE ON SEQUENCE search_revision TO qy_app;
      GRANT SELECT ON search_document TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_document; DROP SEQUENCE search_revision;`);
  }
}
