import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of enterprise visits (企业大走访), their sheets and findings. Ids are made by the device that was offline. */
export class CreateEnterpriseVisit1795392007245 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_plan (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('active', 'closed')),
        title text NOT NULL,
        county_code text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL CHECK (ends_on >= starts_on),
        target_ids uuid[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX visit_plan_organization ON visit_plan (organization_id, id);

      CREATE TABLE enterprise_visit (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        plan_id uuid REFERENCES visit_plan (id),
        visited_organization_id uuid NOT NULL REFERENCES organization (id),
        visited_on date NOT NULL,
        visitors text NOT NULL,
        received_by text NOT NULL,
        summary text NOT NULL,
        content_hash text NOT NULL,
        submitted_by uuid NOT NULL REFERENCES person (id),
        submitted_at timestamptz NOT NULL,
        CONSTRAINT enterprise_visit_elsewhere CHECK (visited_organization_id <> organization_id)
      );
      CREATE INDEX enterprise_visit_organization ON enterprise_visit (organization_id, id);
      CREATE INDEX enterprise_visit_visited ON enterprise_visit (visited_organization_id, visited_on);
      CREATE INDEX enterprise_visit_plan ON enterprise_visit (plan_id) WHERE plan_id IS NOT NULL;

      CREATE TABLE visit_finding (
        id uuid PRIMARY KEY,
        visit_id uuid NOT NULL REFERENCES enterprise_visit (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        visited_organization_id uuid NOT NULL REFERENCES organization (id),
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('technologyNeed', 'talent', 'finance', 'policy', 'equipment', 'other')),
        text text NOT NULL,
        state text NOT NULL CHECK (state IN ('noted', 'drafted', 'settled')),
        demand_id uuid REFERENCES demand (id),
        consent jsonb,
        note text,
        CONSTRAINT visit_finding_consented CHECK ((state = 'drafted') = (demand_id IS NOT NULL)
          AND (demand_id IS NULL) = (consent IS NULL))
      );
      CREATE INDEX visit_finding_visit ON visit_finding (visit_id, position);
    `);
    for (const table of ['visit_plan', 'enterprise_visit', 'visit_finding']) {
      const visited = table === 'visit_plan' ? '' : 'OR visited_organization_id = app_organization_id()';
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id() ${visited}
          OR app_has_role('registrar', 'reviewer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY visit_plan_update ON visit_plan FOR UPDATE TO qy_app USING (organization_id = app_organization_id());
      GRANT UPDATE (state, version) ON visit_plan TO qy_app;
      CREATE POLICY visit_finding_update ON visit_finding FOR UPDATE TO qy_app USING (organization_id = app_organization_id());
      GRANT UPDATE (state, demand_id, consent, note) ON visit_finding TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE visit_finding, enterprise_visit, visit_plan;`);
  }
}
