import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when contracts and introductions were compared (民法典 art. 965): the next look takes what changed since, and once
 * a day everything. Names no unit. The two indexes lock their tables while they are built (seconds a million rows).
 */
export class LookForBypassIncrementally1795392007715 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bypass_look (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        looked_until timestamptz,
        full_on date
      );
      INSERT INTO bypass_look (single) VALUES (true);
      GRANT SELECT, UPDATE (looked_until, full_on) ON bypass_look TO qy_app;
      CREATE INDEX contract_effective_changed ON contract (updated_at) WHERE state = 'effective';
      CREATE INDEX introduction_brokered_made ON introduction (created_at) WHERE introducer_kind = 'broker';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX introduction_brokered_made;
      DROP INDEX contract_effective_changed;
      DROP TABLE bypass_look;
    `);
  }
}
