import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A registration remembers that its contract was ended (解除), for the office to cancel it (注销). The index of the
 * office's list then also covers those, and sorts a case whose due day cannot be named yet by its day of acceptance.
 * Rebuilding the index locks the table against writes for below a second a million rows.
 */
export class MarkEndedContract1795392002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_registration ADD COLUMN contract_ended_at timestamptz;
      DROP INDEX contract_registration_open;
      CREATE INDEX contract_registration_open ON contract_registration ((coalesce(due_on,
          CASE WHEN state IN ('accepted', 'secondReview') THEN accepted_on END, 'infinity'::date)), id)
        WHERE state IN ('filed', 'accepted', 'supplementRequested', 'secondReview')
          OR (state = 'registered' AND contract_ended_at IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX contract_registration_open;
      CREATE INDEX contract_registration_open ON contract_registration ((coalesce(due_on, 'infinity'::date)), id)
        WHERE state IN ('filed', 'accepted', 'supplementRequested', 'secondReview');
      ALTER TABLE contract_registration DROP COLUMN contract_ended_at;
    `);
  }
}
