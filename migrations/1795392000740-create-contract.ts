import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Technology contracts (技术合同) with their parties, non-technology items and brokers' shares. New tables only.
 * Only one contract may take effect on one listing, and a deal has one living contract: the database says so too.
 */
export class CreateContract1795392000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contract (
        id uuid PRIMARY KEY,
        deal_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'signing', 'effective', 'cancelled')),
        title text NOT NULL,
        type text NOT NULL CHECK (type IN ('development', 'transfer', 'licence', 'consulting', 'service')),
        sub_type text NOT NULL,
        seller_organization_id uuid NOT NULL REFERENCES organization (id),
        buyer_organization_id uuid NOT NULL REFERENCES organization (id),
        reader_ids uuid[] NOT NULL,
        contract_value_fen bigint NOT NULL CHECK (contract_value_fen > 0),
        declared_technology_value_fen bigint NOT NULL,
        achievement_id uuid,
        listing_id uuid,
        signed_on date,
        effective_on date,
        valid_from date,
        valid_until date,
        related_party boolean NOT NULL,
        cancel_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT contract_technology_value CHECK (
          declared_technology_value_fen > 0 AND declared_technology_value_fen <= contract_value_fen),
        CONSTRAINT contract_two_sides CHECK (seller_organization_id <> buyer_organization_id),
        CONSTRAINT contract_effective_signed CHECK (state <> 'effective' OR (signed_on IS NOT NULL AND effective_on IS NOT NULL))
      );
      CREATE UNIQUE INDEX contract_deal_once ON contract (deal_id) WHERE state <> 'cancelled';
      CREATE UNIQUE INDEX contract_listing_sold_once ON contract (listing_id) WHERE state = 'effective';
      CREATE INDEX contract_listing ON contract (listing_id);
      CREATE INDEX contract_achievement ON contract (achievement_id);
      CREATE INDEX contract_readers ON contract USING gin (reader_ids);
      ALTER TABLE contract ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contract FORCE ROW LEVEL SECURITY;
      CREATE POLICY contract_read ON contract FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (reader_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY contract_insert ON contract FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_organization_id() IN (seller_organization_id, buyer_organization_id));
      CREATE POLICY contract_update ON contract FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (seller_organization_id, buyer_organization_id));
      GRANT SELECT, INSERT, UPDATE ON contract TO qy_app;

      CREATE TABLE contract_party (
        contract_id uuid NOT NULL REFERENCES contract (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        role text NOT NULL CHECK (role IN ('seller', 'buyer', 'intermediary')),
        name text NOT NULL,
        credit_code text NOT NULL,
        county_code text NOT NULL,
        signed_at timestamptz,
        ending_agreed_at timestamptz,
        PRIMARY KEY (contract_id, organization_id)
      );
      CREATE TABLE contract_item (
        contract_id uuid NOT NULL REFERENCES contract (id),
        position smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('equipment', 'instrument', 'parts', 'rawMaterial', 'civilWorks', 'travel', 'other')),
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        within_reasonable_carrier boolean NOT NULL,
        PRIMARY KEY (contract_id, position)
      );
      CREATE TABLE contract_brokerage (
        contract_id uuid NOT NULL REFERENCES contract (id),
        position smallint NOT NULL,
        broker_person_id uuid NOT NULL REFERENCES person (id),
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        share_basis_points integer NOT NULL CHECK (share_basis_points BETWEEN 0 AND 10000),
        PRIMARY KEY (contract_id, position),
        CONSTRAINT contract_broker_once UNIQUE (contract_id, broker_person_id, agency_organization_id)
      );
    `);
    for (const table of ['contract_party', 'contract_item', 'contract_brokerage']) {
      // A part is seen and written with its contract: the policies of `contract` decide for the subquery.
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          EXISTS (SELECT FROM contract c WHERE c.id = contract_id));
        CREATE POLICY ${table}_write ON ${table} FOR ALL TO qy_app USING (
          EXISTS (SELECT FROM contract c WHERE c.id = contract_id
            AND (app_is_system() OR app_organization_id() IN (c.seller_organization_id, c.buyer_organization_id))));
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE contract_brokerage, contract_item, contract_party, contract;`);
  }
}
