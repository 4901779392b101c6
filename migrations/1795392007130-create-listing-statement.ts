import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a listing says of itself, in versions: append-only, seen with its listing. A new table only. */
export class CreateListingStatement1795392007130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listing_statement (
        id uuid PRIMARY KEY,
        listing_id uuid NOT NULL REFERENCES listing (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial > 0),
        problem text,
        improvement text,
        compared_with text,
        evidence text,
        economics text,
        person_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT listing_statement_serial_once UNIQUE (listing_id, serial)
      );
      ALTER TABLE listing_statement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE listing_statement FORCE ROW LEVEL SECURITY;
      CREATE POLICY listing_statement_read ON listing_statement FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM listing l WHERE l.id = listing_id));
      CREATE POLICY listing_statement_insert ON listing_statement FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT ON listing_statement TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE listing_statement;`);
  }
}
