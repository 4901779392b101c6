import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rewards for service achievements: a unit's plan, and each distribution of it, never changed once made. Findings on a broker's
 * conduct, on which his commission depends.
 */
export class CreateAchievementReward1795392005040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reward_plan (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        contract_id uuid REFERENCES contract (id),
        mode text NOT NULL CHECK (mode IN ('netIncome', 'equity', 'profit')),
        pool_basis_points integer NOT NULL CHECK (pool_basis_points BETWEEN 1 AND 10000),
        years integer CHECK (years BETWEEN 3 AND 5),
        basis text NOT NULL CHECK (basis IN ('unitRule', 'agreement', 'default')),
        participants jsonb NOT NULL CHECK (jsonb_typeof(participants) = 'array'),
        person_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'publicized', 'effective', 'stopped', 'withdrawn')),
        notice_id uuid REFERENCES public_notice (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reward_plan_mode CHECK ((mode = 'netIncome') = (contract_id IS NOT NULL) AND (mode = 'profit') = (years IS NOT NULL))
      );
      CREATE UNIQUE INDEX reward_plan_contract_once ON reward_plan (contract_id) WHERE state IN ('draft', 'publicized', 'effective');
      CREATE INDEX reward_plan_organization ON reward_plan (organization_id, id);
      CREATE INDEX reward_plan_people ON reward_plan USING gin (person_ids);

      CREATE TABLE reward_distribution (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES reward_plan (id),
        serial integer NOT NULL,
        reference text NOT NULL,
        on_date date NOT NULL,
        gross_fen bigint NOT NULL CHECK (gross_fen >= 0),
        tax_fen bigint NOT NULL CHECK (tax_fen >= 0),
        costs jsonb NOT NULL CHECK (jsonb_typeof(costs) = 'array'),
        carried_before_fen bigint NOT NULL CHECK (carried_before_fen <= 0),
        net_fen bigint NOT NULL,
        pool_fen bigint NOT NULL CHECK (pool_fen >= 0),
        carried_fen bigint NOT NULL CHECK (carried_fen <= 0),
        shares jsonb NOT NULL,
        by_person uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        CONSTRAINT reward_distribution_reference_once UNIQUE (plan_id, reference),
        CONSTRAINT reward_distribution_serial_once UNIQUE (plan_id, serial)
      );

      CREATE TABLE mandate_finding (
        id uuid PRIMARY KEY,
        mandate_id uuid NOT NULL UNIQUE REFERENCES mandate (id),
        reason text NOT NULL,
        found_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL
      );
    `);
    for (const table of ['reward_plan', 'reward_distribution', 'mandate_finding']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY reward_plan_read ON reward_plan FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_person_id() = ANY (person_ids)
        OR app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY reward_plan_insert ON reward_plan FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY reward_plan_update ON reward_plan FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT UPDATE (state, notice_id, version, updated_at) ON reward_plan TO qy_app;

      CREATE POLICY reward_distribution_read ON reward_distribution FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM reward_plan p WHERE p.id = plan_id));
      CREATE POLICY reward_distribution_insert ON reward_distribution FOR INSERT TO qy_app WITH CHECK (
        EXISTS (SELECT FROM reward_plan p WHERE p.id = plan_id AND p.organization_id = app_organization_id() AND p.state = 'effective'));

      CREATE POLICY mandate_finding_read ON mandate_finding FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id));
      CREATE POLICY mandate_finding_insert ON mandate_finding FOR INSERT TO qy_app WITH CHECK (app_has_role('reviewer'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mandate_finding, reward_distribution, reward_plan;`);
  }
}
