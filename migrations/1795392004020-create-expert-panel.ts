import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专家审核: the panel of a case, its experts and opinions. Officers only; at most one open panel a case. */
export class CreateExpertPanel1795392004020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expert_panel (
        id uuid PRIMARY KEY,
        registration_id uuid NOT NULL REFERENCES contract_registration (id),
        state text NOT NULL CHECK (state IN ('open', 'concluded')),
        question text NOT NULL,
        experts jsonb NOT NULL,
        result jsonb,
        called_by uuid NOT NULL REFERENCES person (id),
        called_at timestamptz NOT NULL,
        concluded_at timestamptz,
        CONSTRAINT expert_panel_concluded CHECK ((state = 'concluded') = (result IS NOT NULL AND concluded_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX expert_panel_open_once ON expert_panel (registration_id) WHERE state = 'open';
      CREATE INDEX expert_panel_registration ON expert_panel (registration_id, id);
      ALTER TABLE expert_panel ENABLE ROW LEVEL SECURITY;
      ALTER TABLE expert_panel FORCE ROW LEVEL SECURITY;
      CREATE POLICY expert_panel_read ON expert_panel FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY expert_panel_insert ON expert_panel FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      CREATE POLICY expert_panel_update ON expert_panel FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT, UPDATE (state, experts, result, concluded_at) ON expert_panel TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expert_panel;`);
  }
}
