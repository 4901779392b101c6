import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incubator tenancies (在孵企业) and their milestones. Counts of tenants are public, the tenancies themselves are not. */
export class CreateTenancy1795392000540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenancy (
        id uuid PRIMARY KEY,
        incubator_organization_id uuid NOT NULL REFERENCES organization (id),
        enterprise_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('applied', 'admitted', 'graduated', 'left', 'refused', 'cancelled')),
        plan text NOT NULL,
        applied_on date NOT NULL,
        admitted_on date,
        planned_until date,
        ended_on date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT tenancy_not_own CHECK (incubator_organization_id <> enterprise_organization_id),
        CONSTRAINT tenancy_dates_in_order CHECK (admitted_on >= applied_on AND ended_on >= applied_on)
      );
      CREATE UNIQUE INDEX tenancy_applied_once ON tenancy (incubator_organization_id, enterprise_organization_id)
        WHERE state = 'applied';
      CREATE UNIQUE INDEX tenancy_admitted_once ON tenancy (enterprise_organization_id) WHERE state = 'admitted';
      CREATE INDEX tenancy_incubator ON tenancy (incubator_organization_id, id);
      CREATE INDEX tenancy_enterprise ON tenancy (enterprise_organization_id, id);
      ALTER TABLE tenancy ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tenancy FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenancy_read ON tenancy FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (incubator_organization_id, enterprise_organization_id)
        OR app_has_role('reviewer', 'auditor'));
      CREATE POLICY tenancy_insert ON tenancy FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR enterprise_organization_id = app_organization_id());
      CREATE POLICY tenancy_update ON tenancy FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (incubator_organization_id, enterprise_organization_id));
      GRANT SELECT, INSERT, UPDATE ON tenancy TO qy_app;

      CREATE TABLE tenancy_milestone (
        id uuid PRIMARY KEY,
        tenancy_id uuid NOT NULL REFERENCES tenancy (id),
        kind text NOT NULL CHECK (kind IN ('product', 'financing', 'revenue', 'intellectualProperty', 'employment',
          'qualification', 'other')),
        note text NOT NULL,
        reached_on date NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX tenancy_milestone_tenancy ON tenancy_milestone (tenancy_id, id);
      ALTER TABLE tenancy_milestone ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tenancy_milestone FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenancy_milestone_read ON tenancy_milestone FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM tenancy t WHERE t.id = tenancy_id));
      CREATE POLICY tenancy_milestone_insert ON tenancy_milestone FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR EXISTS (SELECT FROM tenancy t WHERE t.id = tenancy_id
          AND app_organization_id() IN (t.incubator_organization_id, t.enterprise_organization_id)));
      GRANT SELECT, INSERT ON tenancy_milestone TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE tenancy_milestone, tenancy;`);
  }
}
