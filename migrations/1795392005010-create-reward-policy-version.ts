import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of reward policies that the bureau writes, and simulations of them on frozen data. What is published stays as it is:
 * only its state may change. Whoever wrote a version does not publish it.
 */
export class CreateRewardPolicyVersion1795392005010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reward_policy_version (
        id uuid PRIMARY KEY,
        scheme text NOT NULL CHECK (scheme IN ('agencyAward', 'brokerBonus')),
        state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
        effective_from date NOT NULL CHECK (extract(month FROM effective_from) = 1 AND extract(day FROM effective_from) = 1),
        body jsonb NOT NULL,
        body_hash text NOT NULL,
        reason text NOT NULL,
        drafted_by uuid NOT NULL REFERENCES person (id),
        drafted_at timestamptz NOT NULL,
        published_by uuid REFERENCES person (id),
        published_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT reward_policy_version_four_eyes CHECK (published_by <> drafted_by),
        CONSTRAINT reward_policy_version_published CHECK (state <> 'published' OR published_by IS NOT NULL)
      );
      CREATE UNIQUE INDEX reward_policy_version_once ON reward_policy_version (scheme, effective_from) WHERE state = 'published';
      CREATE TABLE reward_policy_simulation (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES reward_policy_version (id),
        fiscal_year integer NOT NULL,
        facts_hash text NOT NULL,
        facts jsonb NOT NULL,
        outcome jsonb NOT NULL,
        by_person uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL
      );
      CREATE INDEX reward_policy_simulation_version ON reward_policy_simulation (version_id, id);

      ALTER TABLE reward_policy_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reward_policy_version FORCE ROW LEVEL SECURITY;
      ALTER TABLE reward_policy_simulation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reward_policy_simulation FORCE ROW LEVEL SECURITY;
      CREATE POLICY reward_policy_version_read ON reward_policy_version FOR SELECT TO qy_app USING (
        state = 'published' OR app_is_system() OR app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY reward_policy_version_insert ON reward_policy_version FOR INSERT TO qy_app WITH CHECK (
        app_has_role('rewardOfficer'));
      CREATE POLICY reward_policy_version_update ON reward_policy_version FOR UPDATE TO qy_app USING (
        app_has_role('rewardOfficer'));
      CREATE POLICY reward_policy_simulation_read ON reward_policy_simulation FOR SELECT TO qy_app USING (
        app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY reward_policy_simulation_insert ON reward_policy_simulation FOR INSERT TO qy_app WITH CHECK (
        app_has_role('rewardOfficer'));
      GRANT SELECT, INSERT ON reward_policy_version, reward_policy_simulation TO qy_app;
      GRANT UPDATE (state, published_by, published_at, version) ON reward_policy_version TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reward_policy_simulation, reward_policy_version;`);
  }
}
