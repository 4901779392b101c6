import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Non-disclosure agreements (保密协议) with the words that were accepted, owners' own texts, the protected details of
 * listings and demands in versions, and who read what of which version. New tables only. Readings and versions are
 * append-only for the app's role.
 */
export class CreateNonDisclosure1795392007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE non_disclosure_text (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial > 0),
        title text NOT NULL,
        body text NOT NULL,
        confidential_months integer NOT NULL CHECK (confidential_months BETWEEN 1 AND 600),
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        person_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        CONSTRAINT non_disclosure_text_serial_once UNIQUE (organization_id, serial)
      );
      ALTER TABLE non_disclosure_text ENABLE ROW LEVEL SECURITY;
      ALTER TABLE non_disclosure_text FORCE ROW LEVEL SECURITY;
      CREATE POLICY non_disclosure_text_read ON non_disclosure_text FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY non_disclosure_text_insert ON non_disclosure_text FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY non_disclosure_text_update ON non_disclosure_text FOR UPDATE TO qy_app USING (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE (retired_at) ON non_disclosure_text TO qy_app;

      CREATE TABLE non_disclosure (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z][A-Za-z]{1,39}$'),
        subject_id uuid NOT NULL,
        subject_title text NOT NULL,
        owner_organization_id uuid NOT NULL REFERENCES organization (id),
        recipient_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('requested', 'accepted', 'refused', 'withdrawn', 'closed', 'expired')),
        text_source text NOT NULL CHECK (text_source IN ('market', 'owner')),
        text_version integer NOT NULL,
        text_title text NOT NULL,
        text_body text NOT NULL,
        text_hash text NOT NULL,
        confidential_months integer NOT NULL CHECK (confidential_months BETWEEN 1 AND 600),
        purpose text NOT NULL,
        requested_organization_id uuid NOT NULL,
        requested_person_id uuid NOT NULL REFERENCES person (id),
        requested_address text NOT NULL,
        requested_at timestamptz NOT NULL,
        accepted_organization_id uuid,
        accepted_person_id uuid REFERENCES person (id),
        accepted_address text,
        accepted_at timestamptz,
        confidential_until date,
        refusal_reason text,
        close_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT non_disclosure_two_sides CHECK (owner_organization_id <> recipient_organization_id),
        CONSTRAINT non_disclosure_other_side_accepts CHECK (accepted_organization_id <> requested_organization_id),
        CONSTRAINT non_disclosure_accepted_whole CHECK (state NOT IN ('accepted', 'closed', 'expired')
          OR num_nulls(accepted_organization_id, accepted_person_id, accepted_at, confidential_until) = 0),
        CONSTRAINT non_disclosure_refused_with_reason CHECK (state <> 'refused'
          OR num_nulls(refusal_reason, close_reason) = 0)
      );
      CREATE UNIQUE INDEX non_disclosure_open_once
        ON non_disclosure (subject_kind, subject_id, recipient_organization_id) WHERE state IN ('requested', 'accepted');
      CREATE INDEX non_disclosure_owner ON non_disclosure (owner_organization_id, id);
      CREATE INDEX non_disclosure_recipient ON non_disclosure (recipient_organization_id, id);
      CREATE INDEX non_disclosure_due ON non_disclosure (confidential_until) WHERE state IN ('accepted', 'closed');
      ALTER TABLE non_disclosure ENABLE ROW LEVEL SECURITY;
      ALTER TABLE non_disclosure FORCE ROW LEVEL SECURITY;
      CREATE POLICY non_disclosure_read ON non_disclosure FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (owner_organization_id, recipient_organization_id)
        OR app_has_role('auditor'));
      CREATE POLICY non_disclosure_insert ON non_disclosure FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_organization_id() = requested_organization_id);
      CREATE POLICY non_disclosure_update ON non_disclosure FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (owner_organization_id, recipient_organization_id));
      GRANT SELECT, INSERT, UPDATE ON non_disclosure TO qy_app;

      CREATE TABLE protected_detail (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL CHECK (subject_kind IN ('listing', 'demand')),
        subject_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial > 0),
        detail text NOT NULL,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        person_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT protected_detail_serial_once UNIQUE (subject_kind, subject_id, serial)
      );
      ALTER TABLE protected_detail ENABLE ROW LEVEL SECURITY;
      ALTER TABLE protected_detail FORCE ROW LEVEL SECURITY;
      CREATE POLICY protected_detail_read ON protected_detail FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id()
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY protected_detail_insert ON protected_detail FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT ON protected_detail TO qy_app;

      CREATE TABLE disclosure_reading (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z][A-Za-z]{1,39}$'),
        subject_id uuid NOT NULL,
        part text NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        owner_organization_id uuid NOT NULL REFERENCES organization (id),
        reader_organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        basis text NOT NULL CHECK (basis IN ('agreement', 'open', 'bureau')),
        agreement_id uuid REFERENCES non_disclosure (id),
        address text NOT NULL,
        read_at timestamptz NOT NULL,
        CONSTRAINT disclosure_reading_by_agreement CHECK ((basis = 'agreement') = (agreement_id IS NOT NULL))
      );
      CREATE INDEX disclosure_reading_subject ON disclosure_reading (subject_kind, subject_id, id);
      ALTER TABLE disclosure_reading ENABLE ROW LEVEL SECURITY;
      ALTER TABLE disclosure_reading FORCE ROW LEVEL SECURITY;
      CREATE POLICY disclosure_reading_read ON disclosure_reading FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (owner_organization_id, reader_organization_id)
        OR app_has_role('auditor'));
      CREATE POLICY disclosure_reading_insert ON disclosure_reading FOR INSERT TO qy_app WITH CHECK (
        reader_organization_id = app_organization_id());
      GRANT SELECT, INSERT ON disclosure_reading TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE disclosure_reading, protected_detail, non_disclosure, non_disclosure_text;`);
  }
}
