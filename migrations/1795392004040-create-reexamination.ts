import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 重新认定 on an objection. Who determined or reviewed what is objected to cannot decide it (CHECK), nor who handed in an
 * authority's letter. One open objection a registration.
 */
export class CreateReexamination1795392004040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reexamination (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'decided', 'withdrawn')),
        objector text NOT NULL CHECK (objector IN ('registrant', 'taxAuthority', 'financeAuthority')),
        letter text,
        reason text NOT NULL,
        first_determined_by uuid REFERENCES person (id),
        first_reviewed_by uuid REFERENCES person (id),
        requested_by uuid NOT NULL REFERENCES person (id),
        outcome text CHECK (outcome IN ('upheld', 'changed', 'cancelled', 'reopened')),
        decision_reason text,
        decided_by uuid REFERENCES person (id),
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT reexamination_letter CHECK ((objector = 'registrant') = (letter IS NULL)),
        CONSTRAINT reexamination_other_person CHECK (decided_by IS NULL OR (decided_by <> requested_by
          AND decided_by IS DISTINCT FROM first_determined_by AND decided_by IS DISTINCT FROM first_reviewed_by)),
        CONSTRAINT reexamination_decided CHECK ((state = 'decided') = (outcome IS NOT NULL AND decided_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX reexamination_open_once ON reexamination (registration_id) WHERE state = 'requested';
      CREATE INDEX reexamination_registration ON reexamination (registration_id, id);
      ALTER TABLE reexamination ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reexamination FORCE ROW LEVEL SECURITY;
      CREATE POLICY reexamination_read ON reexamination FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY reexamination_insert ON reexamination FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY reexamination_update ON reexamination FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer') OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE (state, outcome, decision_reason, decided_by, decided_at) ON reexamination TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reexamination;`);
  }
}
