import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Public sales of listings by competing bids (拍卖, 挂牌交易), their bidders, deposits and record. The reserve stands in a
 * table of its own: its seller reads it, and the system only after the bidding closed. New tables; a deal may now come
 * from a sale instead of an introduction (locks `deal` for an instant).
 */
export class CreateAuction1795392007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auction (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        listing_id uuid NOT NULL REFERENCES listing (id),
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        method text NOT NULL CHECK (method IN ('listed', 'auction')),
        state text NOT NULL CHECK (state IN ('draft', 'announced', 'bidding', 'deciding', 'sold', 'unsold', 'settled',
          'defaulted', 'withdrawn', 'terminated')),
        title text NOT NULL,
        conditions text NOT NULL,
        qualification text NOT NULL,
        start_price_fen bigint NOT NULL CHECK (start_price_fen > 0),
        deposit_fen bigint NOT NULL CHECK (deposit_fen >= 0),
        increments jsonb NOT NULL,
        registration_closes_at timestamptz NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        minimum_bidders integer NOT NULL CHECK (minimum_bidders >= 1),
        period_extension_days integer NOT NULL CHECK (period_extension_days >= 0),
        period_extensions_max integer NOT NULL CHECK (period_extensions_max >= 0),
        period_extensions integer NOT NULL CHECK (period_extensions BETWEEN 0 AND period_extensions_max),
        rule_version text NOT NULL,
        anti_sniping jsonb NOT NULL,
        extensions integer NOT NULL CHECK (extensions >= 0),
        reserve_commitment text CHECK (reserve_commitment ~ '^[0-9a-f]{64}$'),
        last_sequence integer NOT NULL CHECK (last_sequence >= 0),
        last_hash text,
        last_event_at timestamptz,
        last_paddle integer NOT NULL CHECK (last_paddle >= 0),
        highest_amount_fen bigint CHECK (highest_amount_fen > 0),
        highest_paddle integer,
        deal_id uuid REFERENCES deal (id),
        sign_by date,
        outcome text CHECK (outcome IN ('sold', 'noBidder', 'noBid', 'belowReserve')),
        announced_at timestamptz,
        closed_at timestamptz,
        due_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT auction_times CHECK (registration_closes_at <= opens_at AND opens_at < closes_at),
        CONSTRAINT auction_highest CHECK ((highest_amount_fen IS NULL) = (highest_paddle IS NULL)),
        CONSTRAINT auction_sold CHECK (state NOT IN ('sold', 'settled', 'defaulted')
          OR (deal_id IS NOT NULL AND highest_paddle IS NOT NULL AND sign_by IS NOT NULL)),
        CONSTRAINT auction_announced CHECK (state IN ('draft', 'withdrawn') OR announced_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX auction_of_listing_once ON auction (listing_id)
        WHERE state IN ('draft', 'announced', 'bidding', 'deciding', 'sold');
      CREATE UNIQUE INDEX auction_deal_once ON auction (deal_id) WHERE deal_id IS NOT NULL;
      CREATE INDEX auction_organization ON auction (organization_id, id);
      CREATE INDEX auction_achievement ON auction (achievement_id);
      CREATE INDEX auction_public ON auction (id) WHERE announced_at IS NOT NULL;
      CREATE INDEX auction_due ON auction (due_at) WHERE due_at IS NOT NULL;
      ALTER TABLE auction ENABLE ROW LEVEL SECURITY;
      ALTER TABLE auction FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_read ON auction FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR announced_at IS NOT NULL);
      CREATE POLICY auction_read_public ON auction FOR SELECT TO qy_public USING (announced_at IS NOT NULL);
      CREATE POLICY auction_insert ON auction FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY auction_update ON auction FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON auction TO qy_app;
      GRANT SELECT ON auction TO qy_public;

      CREATE TABLE auction_reserve (
        auction_id uuid PRIMARY KEY REFERENCES auction (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        reserve_fen bigint NOT NULL CHECK (reserve_fen > 0),
        salt text NOT NULL
      );
      ALTER TABLE auction_reserve ENABLE ROW LEVEL SECURITY;
      ALTER TABLE auction_reserve FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_reserve_read ON auction_reserve FOR SELECT TO qy_app USING (
        organization_id = app_organization_id()
        OR (app_is_system() AND EXISTS (SELECT FROM auction a WHERE a.id = auction_id AND a.state = 'deciding')));
      CREATE POLICY auction_reserve_insert ON auction_reserve FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND EXISTS (SELECT FROM auction a WHERE a.id = auction_id
          AND a.organization_id = app_organization_id() AND a.state = 'draft'));
      CREATE POLICY auction_reserve_update ON auction_reserve FOR UPDATE TO qy_app USING (
        organization_id = app_organization_id()
        AND EXISTS (SELECT FROM auction a WHERE a.id = auction_id AND a.state = 'draft'));
      GRANT SELECT, INSERT, UPDATE ON auction_reserve TO qy_app;

      CREATE TABLE auction_registration (
        id uuid PRIMARY KEY,
        auction_id uuid NOT NULL REFERENCES auction (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('registered', 'qualified', 'rejected', 'withdrawn')),
        paddle integer CHECK (paddle > 0),
        contact_name text NOT NULL,
        contact_phone text NOT NULL,
        statement text NOT NULL,
        address text NOT NULL,
        decision_reason text,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT auction_registration_paddle UNIQUE (auction_id, paddle),
        CONSTRAINT auction_registration_qualified CHECK (state <> 'qualified' OR paddle IS NOT NULL)
      );
      CREATE UNIQUE INDEX auction_registration_once ON auction_registration (auction_id, organization_id)
        WHERE state <> 'withdrawn';
      CREATE INDEX auction_registration_organization ON auction_registration (organization_id, id);

      CREATE TABLE auction_deposit (
        id uuid PRIMARY KEY,
        registration_id uuid NOT NULL UNIQUE REFERENCES auction_registration (id),
        auction_id uuid NOT NULL REFERENCES auction (id),
        state text NOT NULL CHECK (state IN ('held', 'returned', 'forfeited', 'appliedToPrice')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        reference text NOT NULL,
        received_on date NOT NULL,
        settled_at timestamptz,
        settle_reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT auction_deposit_reference_once UNIQUE (auction_id, reference),
        CONSTRAINT auction_deposit_settled CHECK ((state = 'held') = (settled_at IS NULL))
      );
      CREATE INDEX auction_deposit_auction ON auction_deposit (auction_id, state);

      CREATE TABLE auction_record_entry (
        auction_id uuid NOT NULL REFERENCES auction (id),
        sequence integer NOT NULL CHECK (sequence > 0),
        kind text NOT NULL CHECK (kind IN ('announce', 'offer', 'extendPeriod', 'open', 'bid', 'agree', 'close', 'settle',
          'default', 'withdraw', 'terminate')),
        paddle integer,
        amount_fen bigint CHECK (amount_fen > 0),
        closes_at timestamptz NOT NULL,
        detail text,
        at timestamptz NOT NULL,
        previous_hash text,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (auction_id, sequence),
        CONSTRAINT auction_record_chained CHECK ((sequence = 1) = (previous_hash IS NULL)),
        CONSTRAINT auction_record_bid CHECK (kind NOT IN ('bid', 'offer') OR (paddle IS NOT NULL AND amount_fen IS NOT NULL))
      );
      -- A second line beside the lot's lock: no price is bid twice.
      CREATE UNIQUE INDEX auction_record_bid_once ON auction_record_entry (auction_id, amount_fen) WHERE kind = 'bid';
      ALTER TABLE auction_record_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE auction_record_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_record_read ON auction_record_entry FOR SELECT TO qy_app, qy_public USING (
        EXISTS (SELECT FROM auction a WHERE a.id = auction_id));
      CREATE POLICY auction_record_insert ON auction_record_entry FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON auction_record_entry TO qy_app;
      GRANT SELECT ON auction_record_entry TO qy_public;
    `);
    await runner.query(`
      ALTER TABLE auction_registration ENABLE ROW LEVEL SECURITY;
      ALTER TABLE auction_registration FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_registration_read ON auction_registration FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer', 'auditor')
        OR EXISTS (SELECT FROM auction a WHERE a.id = auction_id AND a.organization_id = app_organization_id()));
      CREATE POLICY auction_registration_insert ON auction_registration FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY auction_registration_update ON auction_registration FOR UPDATE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON auction_registration TO qy_app;
      ALTER TABLE auction_deposit ENABLE ROW LEVEL SECURITY;
      ALTER TABLE auction_deposit FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_deposit_read ON auction_deposit FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM auction_registration r WHERE r.id = registration_id));
      CREATE POLICY auction_deposit_insert ON auction_deposit FOR INSERT TO qy_app WITH CHECK (app_has_role('registrar'));
      CREATE POLICY auction_deposit_update ON auction_deposit FOR UPDATE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT, UPDATE (state, settled_at, settle_reason) ON auction_deposit TO qy_app;

      ALTER TABLE deal ALTER COLUMN introduction_id DROP NOT NULL, ALTER COLUMN demand_id DROP NOT NULL,
        ADD COLUMN auction_id uuid REFERENCES auction (id),
        ADD CONSTRAINT deal_of_auction CHECK (auction_id IS NULL OR (introduction_id IS NULL AND demand_id IS NULL));
      CREATE UNIQUE INDEX deal_auction_once ON deal (auction_id) WHERE auction_id IS NOT NULL;
    `);
  }

  /** Goes back only where nothing was sold by bids: such a deal has no introduction to name. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deal DROP COLUMN auction_id, ALTER COLUMN introduction_id SET NOT NULL, ALTER COLUMN demand_id SET NOT NULL;
      DROP TABLE auction_record_entry, auction_deposit, auction_registration, auction_reserve, auction;
    `);
  }
}
