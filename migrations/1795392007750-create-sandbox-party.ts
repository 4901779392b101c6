import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a sandbox pretends (模拟对方、经纪机构、登记机构), and what the rewards of a contract registered in it would be: worked
 * out by the market's own rules, in no ledger and in no budget. Their registration numbers come of a sequence of their
 * own. Persons made for a sandbox are removed by `app_clear_sandbox_people` once nothing names them. New tables: no lock.
 */
export class CreateSandboxParty1795392007750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sandbox_party (
        sandbox_organization_id uuid NOT NULL REFERENCES organization (id),
        part text NOT NULL CHECK (part IN ('counterpart', 'broker', 'registrar', 'reviewer')),
        organization_id uuid NOT NULL UNIQUE REFERENCES organization (id) CHECK (app_is_sandbox(organization_id)),
        person_id uuid NOT NULL REFERENCES person (id),
        PRIMARY KEY (sandbox_organization_id, part)
      );
      CREATE INDEX sandbox_party_person ON sandbox_party (person_id);
      ALTER TABLE sandbox_party ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sandbox_party FORCE ROW LEVEL SECURITY;
      CREATE POLICY sandbox_party_all ON sandbox_party TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON sandbox_party TO qy_app;

      CREATE TABLE sandbox_accrual (
        id uuid PRIMARY KEY,
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        policy_id text NOT NULL,
        beneficiary_kind text NOT NULL CHECK (beneficiary_kind IN ('organization', 'person')),
        beneficiary_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id) CHECK (app_is_sandbox(organization_id)),
        fiscal_year integer NOT NULL,
        base_fen bigint NOT NULL CHECK (base_fen >= 0),
        total_fen bigint NOT NULL CHECK (total_fen >= 0),
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        refusal text,
        at timestamptz NOT NULL,
        CONSTRAINT sandbox_accrual_once UNIQUE (registration_id, policy_id, beneficiary_id)
      );
      CREATE INDEX sandbox_accrual_organization ON sandbox_accrual (organization_id, id);
      ALTER TABLE sandbox_accrual ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sandbox_accrual FORCE ROW LEVEL SECURITY;
      CREATE POLICY sandbox_accrual_read ON sandbox_accrual FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY sandbox_accrual_insert ON sandbox_accrual FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON sandbox_accrual TO qy_app;

      CREATE SEQUENCE sandbox_registration_serial MAXVALUE 999999 CYCLE;
      GRANT USAGE ON SEQUENCE sandbox_registration_serial TO qy_app;

      CREATE FUNCTION app_clear_sandbox_people(people uuid[]) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE removed bigint;
      BEGIN
        DELETE FROM person p WHERE p.id = ANY (people) AND p.display_name = '沙箱'
          AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id)
          AND NOT EXISTS (SELECT FROM sandbox s WHERE s.sandbox_person_id = p.id);
        GET DIAGNOSTICS removed = ROW_COUNT;
        RETURN removed;
      END $$;
      REVOKE ALL ON FUNCTION app_clear_sandbox_people FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_clear_sandbox_people TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_clear_sandbox_people;
      DROP SEQUENCE sandbox_registration_serial;
      DROP TABLE sandbox_accrual, sandbox_party;
    `);
  }
}
