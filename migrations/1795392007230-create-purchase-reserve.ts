import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Purchase reserve (成果购买储备): what the fund bought or took an option on, and to whom it was handed on. Every 分 of what was
 * approved is in exactly one place, and whoever proposes does not decide: both by CHECK.
 */
export class CreatePurchaseReserve1795392007230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE purchase_reserve (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'accepted', 'optioned', 'held', 'writeOffProposed', 'placed',
          'rejected', 'withdrawn', 'lapsed', 'writtenOff')),
        kind text NOT NULL CHECK (kind IN ('purchase', 'option')),
        purpose text NOT NULL,
        price_fen bigint NOT NULL CHECK (price_fen > 0),
        exercise_price_fen bigint NOT NULL CHECK (exercise_price_fen >= 0),
        option_until date,
        fiscal_year integer NOT NULL,
        evaluation_id uuid REFERENCES evaluation (id),
        approved_fen bigint NOT NULL DEFAULT 0 CHECK (approved_fen >= 0),
        committed_fen bigint NOT NULL DEFAULT 0 CHECK (committed_fen >= 0),
        paid_fen bigint NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
        receivable_fen bigint NOT NULL DEFAULT 0 CHECK (receivable_fen >= 0),
        recovered_fen bigint NOT NULL DEFAULT 0 CHECK (recovered_fen >= 0),
        released_fen bigint NOT NULL DEFAULT 0 CHECK (released_fen >= 0),
        surplus_fen bigint NOT NULL DEFAULT 0 CHECK (surplus_fen >= 0),
        proposed_by uuid NOT NULL REFERENCES person (id),
        approved_by uuid REFERENCES person (id),
        accepted_by uuid REFERENCES person (id),
        write_off_proposed_by uuid REFERENCES person (id),
        state_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT purchase_reserve_in_one_place CHECK (
          approved_fen = committed_fen + paid_fen + receivable_fen + recovered_fen + released_fen),
        CONSTRAINT purchase_reserve_other_eyes CHECK (approved_by <> proposed_by),
        CONSTRAINT purchase_reserve_option CHECK ((kind = 'option') = (option_until IS NOT NULL))
      );
      CREATE INDEX purchase_reserve_stock ON purchase_reserve (id) WHERE state IN ('held', 'optioned');
      CREATE UNIQUE INDEX purchase_reserve_once ON purchase_reserve (achievement_id)
        WHERE state NOT IN ('rejected', 'withdrawn', 'lapsed', 'writtenOff', 'placed');

      CREATE TABLE reserve_placement (
        id uuid PRIMARY KEY,
        reserve_id uuid NOT NULL REFERENCES purchase_reserve (id),
        buyer_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('proposed', 'agreed', 'settled', 'rejected', 'cancelled')),
        mode text NOT NULL CHECK (mode IN ('transfer', 'licence')),
        price_fen bigint NOT NULL CHECK (price_fen >= 0),
        claimed_fen bigint NOT NULL DEFAULT 0 CHECK (claimed_fen >= 0),
        received_fen bigint NOT NULL DEFAULT 0 CHECK (received_fen >= 0),
        contract_id uuid REFERENCES contract (id),
        proposed_by uuid NOT NULL REFERENCES person (id),
        approved_by uuid REFERENCES person (id),
        state_reason text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reserve_placement_amounts CHECK (claimed_fen <= price_fen AND received_fen <= price_fen),
        CONSTRAINT reserve_placement_other_eyes CHECK (approved_by <> proposed_by)
      );
      CREATE INDEX reserve_placement_reserve ON reserve_placement (reserve_id, id);
      CREATE UNIQUE INDEX reserve_placement_sold_once ON reserve_placement (reserve_id)
        WHERE mode = 'transfer' AND state IN ('agreed', 'settled');
    `);
    for (const table of ['purchase_reserve', 'reserve_placement']) {
      const party = table === 'purchase_reserve' ? 'organization_id' : 'buyer_organization_id';
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR ${party} = app_organization_id() OR app_has_role('rewardOfficer', 'reviewer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (app_has_role('rewardOfficer'));
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR ${party} = app_organization_id() OR app_has_role('rewardOfficer', 'reviewer'));
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      GRANT UPDATE (state, fiscal_year, approved_fen, committed_fen, paid_fen, receivable_fen, recovered_fen, released_fen,
        surplus_fen, approved_by, accepted_by, write_off_proposed_by, state_reason, version, updated_at) ON purchase_reserve TO qy_app;
      GRANT UPDATE (state, claimed_fen, received_fen, contract_id, approved_by, state_reason, updated_at)
        ON reserve_placement TO qy_app;
      CREATE POLICY purchase_reserve_read_public ON purchase_reserve FOR SELECT TO qy_public USING (
        state = 'held' AND EXISTS (SELECT FROM achievement a WHERE a.id = achievement_id));
      GRANT SELECT (id, achievement_id, organization_id, state, kind, purpose) ON purchase_reserve TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reserve_placement, purchase_reserve;`);
  }
}
