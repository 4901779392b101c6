import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a registration said, from when on: one row a registration, change and cancellation, never changed. The state and
 * the amounts of any past day are read from it. Registrations that stand already get their first row.
 */
export class CreateRegistrationRevision1795392004010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_revision (
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        revision integer NOT NULL CHECK (revision >= 1),
        kind text NOT NULL CHECK (kind IN ('registered', 'changed', 'cancelled')),
        effective_on date NOT NULL,
        title text NOT NULL,
        type text NOT NULL,
        contract_value_fen bigint NOT NULL CHECK (contract_value_fen > 0),
        technology_value_fen bigint NOT NULL CHECK (technology_value_fen > 0 AND technology_value_fen <= contract_value_fen),
        landing_confirmed boolean NOT NULL,
        reason text,
        determined_by uuid NOT NULL REFERENCES person (id),
        reviewed_by uuid REFERENCES person (id) CHECK (reviewed_by <> determined_by),
        party_ids uuid[] NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (registration_id, revision)
      );
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY;
      INSERT INTO registration_revision
        SELECT id, 1, 'registered', (registered_at AT TIME ZONE 'Asia/Shanghai')::date, contract ->> 'title', verified_type,
          contract_value_fen, verified_technology_value_fen, coalesce(landing_confirmed, false), determination_reason,
          determined_by, reviewed_by, party_ids, registered_at
        FROM contract_registration WHERE state IN ('registered', 'cancelled');
      INSERT INTO registration_revision
        SELECT id, 2, 'cancelled', (updated_at AT TIME ZONE 'Asia/Shanghai')::date, contract ->> 'title', verified_type,
          contract_value_fen, verified_technology_value_fen, coalesce(landing_confirmed, false), closing_reason,
          determined_by, reviewed_by, party_ids, updated_at
        FROM contract_registration WHERE state = 'cancelled';
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      ALTER TABLE registration_revision ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_revision FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_revision_read ON registration_revision FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY registration_revision_insert ON registration_revision FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT ON registration_revision TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE registration_revision;`);
  }
}
