import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 技术合同认定登记: the case, and the counter its numbers come from. A contract has at most one filing that is open or
 * valid (partial unique index), so that two filings at once cannot both stand.
 */
export class CreateContractRegistration1795392000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contract_registration (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        contract_id uuid NOT NULL,
        contract jsonb NOT NULL,
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('filed', 'returned', 'accepted', 'supplementRequested', 'secondReview',
          'registered', 'refused', 'cancelled')),
        office text NOT NULL CHECK (office ~ '^[0-9]{2}$'),
        landing jsonb NOT NULL,
        disputed boolean NOT NULL,
        rule_set_id text CHECK (rule_set_id IN ('2000-063', '2026-MIIT')),
        accepted_on date,
        due_on date,
        due_note text,
        supplement_request text,
        supplements jsonb NOT NULL,
        contract_value_fen bigint NOT NULL CHECK (contract_value_fen > 0),
        verified_type text CHECK (verified_type IN ('development', 'transfer', 'licence', 'consulting', 'service')),
        verified_technology_value_fen bigint
          CHECK (verified_technology_value_fen > 0 AND verified_technology_value_fen <= contract_value_fen),
        determination_reason text,
        landing_confirmed boolean,
        determined_by uuid,
        reviewed_by uuid CHECK (reviewed_by <> determined_by),
        registered_at timestamptz,
        registration_number text CHECK (registration_number ~ '^[0-9]{16}$'),
        refusal_grounds jsonb NOT NULL,
        closing_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT contract_registration_number_once UNIQUE (registration_number),
        CONSTRAINT contract_registration_complete CHECK (state NOT IN ('registered', 'cancelled') OR
          (registration_number IS NOT NULL AND registered_at IS NOT NULL AND determined_by IS NOT NULL
           AND verified_technology_value_fen IS NOT NULL AND verified_type IS NOT NULL))
      );
      CREATE UNIQUE INDEX contract_registration_contract_once ON contract_registration (contract_id)
        WHERE state NOT IN ('returned', 'refused', 'cancelled');
      CREATE INDEX contract_registration_contract ON contract_registration (contract_id);
      CREATE INDEX contract_registration_organization ON contract_registration (organization_id, id);
      CREATE INDEX contract_registration_open ON contract_registration ((coalesce(due_on, 'infinity'::date)), id)
        WHERE state IN ('filed', 'accepted', 'supplementRequested', 'secondReview');
      ALTER TABLE contract_registration ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      CREATE POLICY contract_registration_read ON contract_registration FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY contract_registration_insert ON contract_registration FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY contract_registration_update ON contract_registration FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT, UPDATE ON contract_registration TO qy_app;

      CREATE TABLE registration_counter (
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 9999),
        office text NOT NULL CHECK (office ~ '^[0-9]{2}$'),
        last_serial integer NOT NULL CHECK (last_serial BETWEEN 1 AND 999999),
        PRIMARY KEY (year, office)
      );
      ALTER TABLE registration_counter ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_counter FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_counter_use ON registration_counter FOR ALL TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT, UPDATE ON registration_counter TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE registration_counter, contract_registration;`);
  }
}
