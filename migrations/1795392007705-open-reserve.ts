import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After the close of a bidding that its reserve decided, the reserve with its salt goes into the public proof: anybody may
 * open the commitment then. So the system may read it once the outcome stands; before that, as ever, only its seller.
 */
export class OpenReserve1795392007705 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY auction_reserve_read ON auction_reserve;
      CREATE POLICY auction_reserve_read ON auction_reserve FOR SELECT TO qy_app USING (
        organization_id = app_organization_id()
        OR (app_is_system() AND EXISTS (SELECT FROM auction a WHERE a.id = auction_id
          AND (a.state = 'deciding' OR a.outcome IN ('sold', 'belowReserve')))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY auction_reserve_read ON auction_reserve;
      CREATE POLICY auction_reserve_read ON auction_reserve FOR SELECT TO qy_app USING (
        organization_id = app_organization_id()
        OR (app_is_system() AND EXISTS (SELECT FROM auction a WHERE a.id = auction_id AND a.state = 'deciding')));
    `);
  }
}
