import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A deal may come from an awarded bid of an open challenge: its technology is still to be developed, so it names no
 * achievement. Locks `deal` for an instant.
 */
export class LetChallengesMakeDeals1795392007061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deal ALTER COLUMN achievement_id DROP NOT NULL,
        ADD COLUMN open_challenge_bid_id uuid REFERENCES open_challenge_bid (id),
        ADD CONSTRAINT deal_of_something CHECK (
          (achievement_id IS NOT NULL) <> (open_challenge_bid_id IS NOT NULL));
      CREATE UNIQUE INDEX deal_open_challenge_bid_once ON deal (open_challenge_bid_id)
        WHERE open_challenge_bid_id IS NOT NULL;
    `);
  }

  /** Goes back only where no challenge was awarded: such a deal has no achievement to name. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deal DROP CONSTRAINT deal_of_something, DROP COLUMN open_challenge_bid_id,
        ALTER COLUMN achievement_id SET NOT NULL;
    `);
  }
}
