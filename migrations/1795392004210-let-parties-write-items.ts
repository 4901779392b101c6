import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party that joined the two sides writes items and shares of the draft as they do. Policies only: no table is locked long. */
export class LetPartiesWriteItems1795392004210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await writeBy(
      runner,
      `app_organization_id() IN (c.seller_organization_id, c.buyer_organization_id) OR app_organization_id() = ANY (c.party_ids)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await writeBy(runner, `app_organization_id() IN (c.seller_organization_id, c.buyer_organization_id)`);
  }
}

async function writeBy(runner: QueryRunner, whoever: string): Promise<void> {
  for (const table of ['contract_item', 'contract_brokerage']) {
    await runner.query(`
      DROP POLICY ${table}_write ON ${table};
      CREATE POLICY ${table}_write ON ${table} FOR ALL TO qy_app USING (
        EXISTS (SELECT FROM contract c WHERE c.id = contract_id AND (app_is_system() OR ${whoever})));
    `);
  }
}
