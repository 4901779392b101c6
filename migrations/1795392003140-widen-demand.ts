import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a demand wants beside its text: ways of cooperation, a day, a maturity, and regions it does not want to work with.
 * Columns with constant defaults: no rewrite, a moment's lock.
 */
export class WidenDemand1795392003140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE demand
        ADD COLUMN transfer_modes text[] NOT NULL DEFAULT '{}'
          CONSTRAINT demand_transfer_modes_known
          CHECK (transfer_modes <@ ARRAY['transfer', 'licence', 'equityContribution', 'cooperation', 'service']),
        ADD COLUMN needed_by date,
        ADD COLUMN least_readiness_level smallint
          CONSTRAINT demand_least_readiness_level_range CHECK (least_readiness_level BETWEEN 1 AND 9),
        ADD COLUMN excluded_region_codes text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE demand DROP COLUMN transfer_modes, DROP COLUMN needed_by, DROP COLUMN least_readiness_level,
        DROP COLUMN excluded_region_codes;
    `);
  }
}
