import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by facets, sorted, and as one types; a place to fill an index aside. Documents written before have no digest:
 * the worker writes them anew when it starts, a batch a turn, and finds them by the index made here.
 */
export class DeepenSearch1795392003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search_document
        ADD COLUMN facet_values text[] NOT NULL DEFAULT '{}',
        ADD COLUMN published_ms double precision,
        ADD COLUMN price_fen double precision,
        ADD COLUMN maturity smallint,
        ADD COLUMN terms text[] NOT NULL DEFAULT '{}',
        ADD COLUMN digest text NOT NULL DEFAULT '';
      CREATE INDEX search_document_outdated ON search_document (index_name, id) WHERE digest = '' AND NOT removed;

      CREATE TABLE search_term (
        index_name text NOT NULL,
        key text COLLATE "C" NOT NULL,
        term text NOT NULL,
        PRIMARY KEY (index_name, key, term)
      );
      ALTER TABLE search_term ENABLE ROW LEVEL SECURITY;
      ALTER TABLE search_term FORCE ROW LEVEL SECURITY;
      CREATE POLICY search_term_read ON search_term FOR SELECT TO qy_app, qy_public USING (true);
      CREATE POLICY search_term_insert ON search_term FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY search_term_delete ON search_term FOR DELETE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT, DELETE ON search_term TO qy_app;
      GRANT SELECT ON search_term TO qy_public;

      CREATE TABLE search_staging (
        run uuid NOT NULL,
        index_name text NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        facets jsonb NOT NULL,
        facet_values text[] NOT NULL,
        published_ms double precision,
        price_fen double precision,
        maturity smallint,
        terms text[] NOT NULL,
        tsv tsvector NOT NULL,
        digest text NOT NULL,
        started_at timestamptz NOT NULL,
        PRIMARY KEY (run, index_name, id)
      );
      ALTER TABLE search_staging ENABLE ROW LEVEL SECURITY;
      ALTER TABLE search_staging FORCE ROW LEVEL SECURITY;
      CREATE POLICY search_staging_all ON search_staging TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, DELETE ON search_staging TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE search_staging, search_term;
      DROP INDEX search_document_outdated;
      ALTER TABLE search_document DROP COLUMN facet_values, DROP COLUMN published_ms, DROP COLUMN price_fen,
        DROP COLUMN maturity, DROP COLUMN terms, DROP COLUMN digest;
    `);
  }
}
