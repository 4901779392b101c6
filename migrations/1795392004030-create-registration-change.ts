import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 变更登记: what the registrant asks to change, and what the office made of it. One open request a registration. */
export class CreateRegistrationChange1795392004030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_change (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'verified', 'approved', 'refused')),
        terms jsonb NOT NULL,
        reason text NOT NULL,
        evidence text[] NOT NULL,
        verified_type text CHECK (verified_type IN ('development', 'transfer', 'licence', 'consulting', 'service')),
        verified_technology_value_fen bigint CHECK (verified_technology_value_fen > 0),
        decision_reason text,
        determined_by uuid REFERENCES person (id),
        reviewed_by uuid REFERENCES person (id) CHECK (reviewed_by <> determined_by),
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT registration_change_decided CHECK (state NOT IN ('approved', 'refused') OR
          (determined_by IS NOT NULL AND decided_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX registration_change_open_once ON registration_change (registration_id)
        WHERE state IN ('requested', 'verified');
      CREATE INDEX registration_change_registration ON registration_change (registration_id, id);
      ALTER TABLE registration_change ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_change FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_change_read ON registration_change FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY registration_change_insert ON registration_change FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY registration_change_update ON registration_change FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT, UPDATE (state, verified_type, verified_technology_value_fen, decision_reason, determined_by,
        reviewed_by, decided_at) ON registration_change TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE registration_change;`);
  }
}
