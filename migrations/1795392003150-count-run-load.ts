import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many new proposals each organization got in a long run, so that none gets more than its cap, also when the run is
 * taken up by another worker; and how far a run is among the achievements whose own job was lost.
 */
export class CountRunLoad1795392003150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match_run ADD COLUMN after_achievement_id uuid;
      CREATE TABLE match_run_load (
        run_id uuid NOT NULL REFERENCES match_run (id),
        organization_id uuid NOT NULL,
        proposals integer NOT NULL CHECK (proposals > 0),
        PRIMARY KEY (run_id, organization_id)
      );
      ALTER TABLE match_run_load ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_run_load FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_run_load_all ON match_run_load TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON match_run_load TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE match_run_load;
      ALTER TABLE match_run DROP COLUMN after_achievement_id;
    `);
  }
}
