import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reward accruals: one running account a scheme, beneficiary and fiscal year, and one row a contract that says how it moved the
 * account or why it did not. The cap is a CHECK on the account; that a contract counts once, ever, is the key of reward_contract.
 */
export class CreateReward1795392000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reward_accrual (
        id uuid PRIMARY KEY,
        scheme text NOT NULL CHECK (scheme IN ('agencyAward', 'brokerBonus')),
        policy_id text NOT NULL,
        beneficiary_kind text NOT NULL CHECK (beneficiary_kind IN ('organization', 'person')),
        beneficiary_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        total_fen bigint NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
        amount_fen bigint NOT NULL DEFAULT 0,
        cap_fen bigint NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reward_accrual_once UNIQUE (scheme, beneficiary_kind, beneficiary_id, fiscal_year),
        CONSTRAINT reward_accrual_capped CHECK (amount_fen BETWEEN 0 AND cap_fen)
      );
      CREATE INDEX reward_accrual_beneficiary ON reward_accrual (beneficiary_id, id);
      CREATE TABLE reward_contract (
        scheme text NOT NULL,
        contract_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (scheme, contract_id)
      );
      CREATE TABLE reward_item (
        id uuid PRIMARY KEY,
        accrual_id uuid NOT NULL REFERENCES reward_accrual (id),
        registration_id uuid NOT NULL,
        contract_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('counted', 'refused', 'reversed')),
        refusal text CHECK (refusal IN ('notLanded', 'relatedParty', 'selfDealing', 'beneficiaryKind', 'alreadyCounted',
          'budgetExhausted')),
        disclosure text,
        share_basis_points integer NOT NULL CHECK (share_basis_points BETWEEN 0 AND 10000),
        base_fen bigint NOT NULL,
        total_after_fen bigint NOT NULL,
        amount_after_fen bigint NOT NULL,
        increment_fen bigint NOT NULL,
        entry_id uuid REFERENCES ledger_entry (id),
        at timestamptz NOT NULL,
        CONSTRAINT reward_item_reasoned CHECK ((outcome = 'refused') = (refusal IS NOT NULL)),
        CONSTRAINT reward_item_posted CHECK ((increment_fen <> 0) = (entry_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX reward_item_counted_once ON reward_item (accrual_id, contract_id) WHERE outcome = 'counted';
      CREATE UNIQUE INDEX reward_item_reversed_once ON reward_item (accrual_id, contract_id) WHERE outcome = 'reversed';
      CREATE INDEX reward_item_accrual ON reward_item (accrual_id, id);
      CREATE INDEX reward_item_registration ON reward_item (registration_id);

      ALTER TABLE reward_accrual ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reward_accrual FORCE ROW LEVEL SECURITY;
      ALTER TABLE reward_item ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reward_item FORCE ROW LEVEL SECURITY;
      ALTER TABLE reward_contract ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reward_contract FORCE ROW LEVEL SECURITY;
      CREATE POLICY reward_accrual_read ON reward_accrual FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor')
        OR (beneficiary_kind = 'organization' AND beneficiary_id = app_organization_id())
        OR (beneficiary_kind = 'person' AND beneficiary_id = app_person_id()));
      CREATE POLICY reward_item_read ON reward_item FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM reward_accrual a WHERE a.id = accrual_id));
      CREATE POLICY reward_accrual_insert ON reward_accrual FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY reward_accrual_update ON reward_accrual FOR UPDATE TO qy_app USING (app_is_system());
      CREATE POLICY reward_item_insert ON reward_item FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY reward_contract_use ON reward_contract FOR ALL TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT ON reward_accrual, reward_item, reward_contract TO qy_app;
      GRANT UPDATE (total_fen, amount_fen, version, updated_at) ON reward_accrual TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reward_item, reward_contract, reward_accrual;`);
  }
}
