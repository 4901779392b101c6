import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What admission and graduation rest on, two more ends of a tenancy, and the support that tenants received. */
export class DeepenTenancy1795392007310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenancy DROP CONSTRAINT tenancy_state_check;
      ALTER TABLE tenancy ADD CONSTRAINT tenancy_state_check CHECK (state IN ('applied', 'admitted', 'graduated', 'left',
        'failed', 'lost', 'refused', 'cancelled'));
      ALTER TABLE tenancy ADD COLUMN technology_based boolean NOT NULL DEFAULT false, ADD COLUMN founded_on date,
        ADD COLUMN field text, ADD COLUMN on_premises boolean NOT NULL DEFAULT false, ADD COLUMN exception_reason text,
        ADD COLUMN by_definition boolean NOT NULL DEFAULT false, ADD COLUMN graduation_ground text,
        ADD COLUMN decision_reason text;
      ALTER TABLE tenancy ADD CONSTRAINT tenancy_founded CHECK (founded_on <= applied_on);

      CREATE TABLE tenancy_support (
        id uuid PRIMARY KEY,
        tenancy_id uuid NOT NULL REFERENCES tenancy (id),
        kind text NOT NULL CHECK (kind IN ('space', 'funding', 'investment', 'mentoring', 'training', 'equipment', 'finance',
          'policy', 'other')),
        amount_fen bigint CHECK (amount_fen >= 0),
        given_on date NOT NULL,
        note text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX tenancy_support_tenancy ON tenancy_support (tenancy_id, id);
      ALTER TABLE tenancy_support ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tenancy_support FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenancy_support_read ON tenancy_support FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM tenancy t WHERE t.id = tenancy_id));
      CREATE POLICY tenancy_support_insert ON tenancy_support FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR EXISTS (SELECT FROM tenancy t WHERE t.id = tenancy_id
          AND app_organization_id() = t.incubator_organization_id));
      GRANT SELECT, INSERT ON tenancy_support TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tenancy_support;
      ALTER TABLE tenancy DROP CONSTRAINT tenancy_founded;
      ALTER TABLE tenancy DROP COLUMN technology_based, DROP COLUMN founded_on, DROP COLUMN field, DROP COLUMN on_premises,
        DROP COLUMN exception_reason, DROP COLUMN by_definition, DROP COLUMN graduation_ground, DROP COLUMN decision_reason;
      UPDATE tenancy SET state = 'left' WHERE state IN ('failed', 'lost');
      ALTER TABLE tenancy DROP CONSTRAINT tenancy_state_check;
      ALTER TABLE tenancy ADD CONSTRAINT tenancy_state_check CHECK (state IN ('applied', 'admitted', 'graduated', 'left',
        'refused', 'cancelled'));
    `);
  }
}
