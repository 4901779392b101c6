import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings of bypassed brokers (民法典 art. 965), what the sides say to them, and the interest that a mandate tells of. */
export class CreateBypass1795392007410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mandate ADD COLUMN interest_note text;
      CREATE INDEX introduction_brokered ON introduction (id) WHERE introducer_kind = 'broker';
      CREATE INDEX contract_between ON contract (seller_organization_id, buyer_organization_id) WHERE state = 'effective';

      CREATE TABLE bypass_finding (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        introduction_id uuid NOT NULL REFERENCES introduction (id),
        mandate_id uuid NOT NULL REFERENCES mandate (id),
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        broker_person_id uuid NOT NULL REFERENCES person (id),
        principal_organization_id uuid NOT NULL REFERENCES organization (id),
        counterpart_organization_id uuid NOT NULL REFERENCES organization (id),
        introduced_on date NOT NULL,
        signed_on date NOT NULL,
        tail_ends_on date NOT NULL,
        same_achievement boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('raised', 'upheld', 'dismissed')),
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT bypass_finding_once UNIQUE (contract_id, mandate_id),
        CONSTRAINT bypass_finding_within CHECK (signed_on BETWEEN introduced_on AND tail_ends_on),
        CONSTRAINT bypass_finding_decided CHECK ((state = 'raised') = (decided_by IS NULL))
      );
      CREATE INDEX bypass_finding_agency ON bypass_finding (agency_organization_id, id);
      CREATE INDEX bypass_finding_principal ON bypass_finding (principal_organization_id, id);
      CREATE INDEX bypass_finding_counterpart ON bypass_finding (counterpart_organization_id, id);

      CREATE TABLE bypass_statement (
        finding_id uuid NOT NULL REFERENCES bypass_finding (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        text text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (finding_id, organization_id)
      );
      ALTER TABLE bypass_finding ENABLE ROW LEVEL SECURITY;
      ALTER TABLE bypass_finding FORCE ROW LEVEL SECURITY;
      ALTER TABLE bypass_statement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE bypass_statement FORCE ROW LEVEL SECURITY;
      CREATE POLICY bypass_finding_read ON bypass_finding FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('reviewer', 'auditor')
        OR app_organization_id() IN (agency_organization_id, principal_organization_id, counterpart_organization_id));
      CREATE POLICY bypass_finding_insert ON bypass_finding FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY bypass_finding_update ON bypass_finding FOR UPDATE TO qy_app USING (app_has_role('reviewer'));
      GRANT SELECT, INSERT ON bypass_finding TO qy_app;
      GRANT UPDATE (state, decided_by, decision_reason, version) ON bypass_finding TO qy_app;
      CREATE POLICY bypass_statement_read ON bypass_statement FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM bypass_finding f WHERE f.id = finding_id));
      CREATE POLICY bypass_statement_insert ON bypass_statement FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND person_id = app_person_id()
        AND EXISTS (SELECT FROM bypass_finding f WHERE f.id = finding_id));
      GRANT SELECT, INSERT ON bypass_statement TO qy_app;
      SELECT app_separate_sandbox();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bypass_statement, bypass_finding;
      DROP INDEX contract_between;
      DROP INDEX introduction_brokered;
      ALTER TABLE mandate DROP COLUMN interest_note;
    `);
  }
}
