import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Demands written down for somebody else with consent and protected contact, and what experts say before a demand is
 * published. New tables only.
 */
export class CreateDemandFilingAndScreening1795392007051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demand_filing (
        demand_id uuid PRIMARY KEY REFERENCES demand (id),
        filer_organization_id uuid NOT NULL REFERENCES organization (id),
        filer_person_id uuid NOT NULL REFERENCES person (id),
        mandate_id uuid REFERENCES mandate (id),
        principal_kind text NOT NULL CHECK (principal_kind IN ('cooperative', 'farmerGroup', 'farmer')),
        principal_name text NOT NULL,
        principal_organization_id uuid REFERENCES organization (id),
        consent_how text NOT NULL CHECK (consent_how IN ('written', 'inPerson', 'phone', 'message')),
        consent_given_on date NOT NULL,
        consent_given_by text NOT NULL,
        consent_note text NOT NULL,
        consent_withdrawn_at timestamptz,
        handover_hash text,
        handover_issued_at timestamptz,
        taken_over_at timestamptz,
        taken_over_by_organization_id uuid REFERENCES organization (id),
        taken_over_by_person_id uuid REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT demand_filing_taken_over CHECK (
          (taken_over_at IS NULL) = (taken_over_by_organization_id IS NULL)
          AND (taken_over_at IS NULL) = (taken_over_by_person_id IS NULL)),
        CONSTRAINT demand_filing_handover CHECK ((handover_hash IS NULL) = (handover_issued_at IS NULL))
      );
      CREATE INDEX demand_filing_filer ON demand_filing (filer_organization_id, demand_id);
      CREATE TABLE demand_filing_contact (
        demand_id uuid PRIMARY KEY REFERENCES demand_filing (demand_id),
        reader_organization_id uuid NOT NULL REFERENCES organization (id),
        name text NOT NULL,
        phone text NOT NULL
      );

      CREATE TABLE demand_screening (
        id uuid PRIMARY KEY,
        demand_id uuid NOT NULL REFERENCES demand (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        county_code text NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'assigned', 'recommended', 'returned', 'rejected', 'withdrawn')),
        content_hash text NOT NULL,
        requested_by uuid NOT NULL REFERENCES person (id),
        note text,
        outcome_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        concluded_at timestamptz
      );
      CREATE UNIQUE INDEX demand_screening_open_once ON demand_screening (demand_id) WHERE state IN ('requested', 'assigned');
      CREATE INDEX demand_screening_demand ON demand_screening (demand_id, id);
      CREATE TABLE demand_screening_expert (
        screening_id uuid NOT NULL REFERENCES demand_screening (id),
        person_id uuid NOT NULL REFERENCES person (id),
        assigned_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        opinion text CHECK (opinion IN ('publish', 'return', 'reject')),
        reason text,
        given_at timestamptz,
        PRIMARY KEY (screening_id, person_id),
        CONSTRAINT demand_screening_expert_answered CHECK ((opinion IS NULL) = (given_at IS NULL))
      );
      CREATE INDEX demand_screening_expert_person ON demand_screening_expert (person_id, screening_id);
    `);
    for (const table of ['demand_filing', 'demand_filing_contact', 'demand_screening', 'demand_screening_expert']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY demand_filing_read ON demand_filing FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (filer_organization_id, principal_organization_id,
          taken_over_by_organization_id) OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY demand_filing_insert ON demand_filing FOR INSERT TO qy_app WITH CHECK (
        filer_organization_id = app_organization_id() AND filer_person_id = app_person_id());
      CREATE POLICY demand_filing_update ON demand_filing FOR UPDATE TO qy_app USING (
        app_is_system() OR filer_organization_id = app_organization_id());
      -- The contact is read by who files and, after the handover, by who took it over; no role opens it.
      CREATE POLICY demand_filing_contact_read ON demand_filing_contact FOR SELECT TO qy_app USING (
        app_is_system() OR reader_organization_id = app_organization_id());
      CREATE POLICY demand_filing_contact_insert ON demand_filing_contact FOR INSERT TO qy_app WITH CHECK (
        reader_organization_id = app_organization_id());
      CREATE POLICY demand_filing_contact_update ON demand_filing_contact FOR UPDATE TO qy_app USING (app_is_system());
      CREATE POLICY demand_filing_contact_delete ON demand_filing_contact FOR DELETE TO qy_app USING (app_is_system());
      GRANT DELETE ON demand_filing_contact TO qy_app;

      CREATE POLICY demand_screening_read ON demand_screening FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer', 'auditor')
        OR (app_has_role('countyOfficer') AND county_code = app_county_code()));
      CREATE POLICY demand_screening_insert ON demand_screening FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND requested_by = app_person_id());
      CREATE POLICY demand_screening_update ON demand_screening FOR UPDATE TO qy_app USING (app_is_system());
      CREATE POLICY demand_screening_expert_read ON demand_screening_expert FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY demand_screening_expert_insert ON demand_screening_expert FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY demand_screening_expert_update ON demand_screening_expert FOR UPDATE TO qy_app USING (app_is_system());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE demand_screening_expert, demand_screening, demand_filing_contact, demand_filing;
    `);
  }
}
