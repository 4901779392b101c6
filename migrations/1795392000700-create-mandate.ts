import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brokers' mandates (委托) and the consents to acting for both sides. New tables only. */
export class CreateMandate1795392000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandate (
        id uuid PRIMARY KEY,
        broker_person_id uuid NOT NULL REFERENCES person (id),
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        principal_organization_id uuid NOT NULL REFERENCES organization (id),
        subject_kind text NOT NULL CHECK (subject_kind IN ('demand', 'achievement')),
        subject_id uuid NOT NULL,
        match_id uuid,
        state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'ended')),
        fee_kind text NOT NULL CHECK (fee_kind IN ('fixed', 'percent')),
        fee_amount_fen bigint CHECK (fee_amount_fen > 0),
        fee_basis_points integer CHECK (fee_basis_points BETWEEN 1 AND 10000),
        fee_base text CHECK (fee_base IN ('contractValue', 'technologyValue', 'received')),
        exclusive boolean NOT NULL,
        expires_on date NOT NULL,
        tail_days integer NOT NULL CHECK (tail_days >= 0),
        close_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        accepted_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT mandate_fee CHECK (
          (fee_kind = 'fixed' AND fee_amount_fen IS NOT NULL AND fee_basis_points IS NULL AND fee_base IS NULL)
          OR (fee_kind = 'percent' AND fee_amount_fen IS NULL AND fee_basis_points IS NOT NULL AND fee_base IS NOT NULL)),
        CONSTRAINT mandate_two_sides CHECK (agency_organization_id <> principal_organization_id)
      );
      CREATE INDEX mandate_agency ON mandate (agency_organization_id, id);
      CREATE INDEX mandate_principal ON mandate (principal_organization_id, id);
      CREATE INDEX mandate_subject ON mandate (subject_id, broker_person_id);
      CREATE INDEX mandate_match ON mandate (match_id) WHERE match_id IS NOT NULL;
      CREATE UNIQUE INDEX mandate_broker_once ON mandate (subject_id, broker_person_id)
        WHERE state IN ('proposed', 'accepted');
      ALTER TABLE mandate ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mandate FORCE ROW LEVEL SECURITY;
      CREATE POLICY mandate_read ON mandate FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (agency_organization_id, principal_organization_id)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY mandate_insert ON mandate FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (agency_organization_id = app_organization_id() AND broker_person_id = app_person_id()));
      CREATE POLICY mandate_update ON mandate FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (agency_organization_id, principal_organization_id));
      GRANT SELECT, INSERT, UPDATE ON mandate TO qy_app;

      CREATE TABLE dual_agency_consent (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL,
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        principal_organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        statement text NOT NULL,
        consented_at timestamptz NOT NULL,
        CONSTRAINT dual_agency_consent_once UNIQUE (match_id, agency_organization_id, principal_organization_id)
      );
      ALTER TABLE dual_agency_consent ENABLE ROW LEVEL SECURITY;
      ALTER TABLE dual_agency_consent FORCE ROW LEVEL SECURITY;
      CREATE POLICY dual_agency_consent_read ON dual_agency_consent FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (agency_organization_id, principal_organization_id)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY dual_agency_consent_insert ON dual_agency_consent FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (principal_organization_id = app_organization_id() AND person_id = app_person_id()));
      GRANT SELECT, INSERT ON dual_agency_consent TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE dual_agency_consent, mandate;`);
  }
}
