import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the city and its counties spent on science in a year, and of how much: both figures as told, never the share alone. A
 * correction is another row; the latest of a unit and year counts, and the earlier ones stay readable.
 */
export class CreateScienceSpending1795392007650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE science_spending (
        id uuid PRIMARY KEY,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2099),
        unit_code text NOT NULL CHECK (unit_code ~ '^6210[0-9]{2}$'),
        science_fen bigint NOT NULL CHECK (science_fen >= 0),
        expenditure_fen bigint NOT NULL CHECK (expenditure_fen > 0),
        document text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        CONSTRAINT science_spending_part CHECK (science_fen <= expenditure_fen)
      );
      CREATE INDEX science_spending_unit ON science_spending (fiscal_year, unit_code, id DESC);
      ALTER TABLE science_spending ENABLE ROW LEVEL SECURITY;
      ALTER TABLE science_spending FORCE ROW LEVEL SECURITY;
      CREATE POLICY science_spending_read ON science_spending FOR SELECT TO qy_app USING (true);
      CREATE POLICY science_spending_insert ON science_spending FOR INSERT TO qy_app WITH CHECK (
        app_has_role('rewardOfficer') AND recorded_by = app_person_id());
      GRANT SELECT, INSERT ON science_spending TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE science_spending;`);
  }
}
