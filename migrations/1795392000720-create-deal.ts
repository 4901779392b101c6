import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deals (洽谈) with their brokers, and offers: append-only, each holding the hash of the one before. New tables only. */
export class CreateDeal1795392000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deal (
        id uuid PRIMARY KEY,
        introduction_id uuid NOT NULL REFERENCES introduction (id),
        demand_id uuid NOT NULL REFERENCES demand (id),
        achievement_id uuid NOT NULL,
        listing_id uuid,
        buyer_organization_id uuid NOT NULL REFERENCES organization (id),
        seller_organization_id uuid NOT NULL REFERENCES organization (id),
        reader_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('negotiating', 'agreed', 'contracted', 'brokenOff')),
        agreed_serial integer,
        close_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT deal_agreed_offer CHECK (state NOT IN ('agreed', 'contracted') OR agreed_serial IS NOT NULL),
        CONSTRAINT deal_two_sides CHECK (buyer_organization_id <> seller_organization_id)
      );
      CREATE UNIQUE INDEX deal_introduction_once ON deal (introduction_id) WHERE state <> 'brokenOff';
      CREATE INDEX deal_listing ON deal (listing_id);
      CREATE INDEX deal_readers ON deal USING gin (reader_ids);
      ALTER TABLE deal ENABLE ROW LEVEL SECURITY;
      ALTER TABLE deal FORCE ROW LEVEL SECURITY;
      CREATE POLICY deal_read ON deal FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (reader_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY deal_insert ON deal FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_organization_id() IN (buyer_organization_id, seller_organization_id));
      CREATE POLICY deal_update ON deal FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (buyer_organization_id, seller_organization_id));
      GRANT SELECT, INSERT, UPDATE ON deal TO qy_app;

      CREATE TABLE deal_broker (
        deal_id uuid NOT NULL REFERENCES deal (id),
        position smallint NOT NULL,
        broker_person_id uuid NOT NULL REFERENCES person (id),
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        share_basis_points integer NOT NULL CHECK (share_basis_points BETWEEN 0 AND 10000),
        PRIMARY KEY (deal_id, position),
        CONSTRAINT deal_broker_once UNIQUE (deal_id, broker_person_id, agency_organization_id)
      );
      CREATE TABLE deal_offer (
        id uuid PRIMARY KEY,
        deal_id uuid NOT NULL REFERENCES deal (id),
        serial integer NOT NULL CHECK (serial > 0),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        price_fen bigint NOT NULL CHECK (price_fen > 0),
        mode text NOT NULL CHECK (mode IN ('transfer', 'licence', 'equityContribution', 'cooperation', 'service')),
        terms text NOT NULL,
        offered_at timestamptz NOT NULL,
        previous_hash text,
        hash text NOT NULL,
        CONSTRAINT deal_offer_serial_once UNIQUE (deal_id, serial),
        CONSTRAINT deal_offer_chained CHECK ((serial = 1) = (previous_hash IS NULL))
      );`);
    for (const table of ['deal_broker', 'deal_offer']) {
      // A part is seen with its deal: the policies of deal decide for the subquery.
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          EXISTS (SELECT FROM deal d WHERE d.id = deal_id));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          EXISTS (SELECT FROM deal d WHERE d.id = deal_id
            AND (app_is_system() OR app_organization_id() IN (d.buyer_organization_id, d.seller_organization_id))));
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deal_offer, deal_broker, deal;`);
  }
}
