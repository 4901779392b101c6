import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pilot projects (中试熟化) with their stage gates and what was spent; spending never passes the budget of the plan. */
export class CreatePilotProject1795392007220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pilot_project (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('planned', 'running', 'held', 'stopped', 'completed')),
        title text NOT NULL,
        plan text NOT NULL,
        site text NOT NULL,
        equipment text,
        carrier_id uuid,
        farming boolean NOT NULL,
        from_level smallint NOT NULL CHECK (from_level BETWEEN 0 AND 8),
        to_level smallint NOT NULL CHECK (to_level BETWEEN 1 AND 9),
        budget_fen bigint NOT NULL CHECK (budget_fen >= 0),
        spent_fen bigint NOT NULL DEFAULT 0,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        state_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pilot_project_levels CHECK (to_level > from_level),
        CONSTRAINT pilot_project_days CHECK (ends_on >= starts_on),
        CONSTRAINT pilot_project_within_budget CHECK (spent_fen BETWEEN 0 AND budget_fen)
      );
      CREATE INDEX pilot_project_organization ON pilot_project (organization_id, id);
      CREATE INDEX pilot_project_carrier ON pilot_project (carrier_id) WHERE carrier_id IS NOT NULL;

      CREATE TABLE pilot_gate (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES pilot_project (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 9),
        criteria text NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'submitted', 'passed', 'failed')),
        evidence jsonb NOT NULL,
        report text,
        decision text CHECK (decision IN ('go', 'hold', 'stop')),
        decision_reason text,
        decided_by uuid REFERENCES person (id),
        CONSTRAINT pilot_gate_once UNIQUE (project_id, level),
        CONSTRAINT pilot_gate_reasoned CHECK ((decision IS NULL) = (decision_reason IS NULL)
          AND (decision IS NULL) = (decided_by IS NULL))
      );

      CREATE TABLE pilot_spending (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES pilot_project (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        category text NOT NULL CHECK (category IN ('equipment', 'material', 'testing', 'labour', 'other')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        spent_on date NOT NULL,
        note text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL
      );
      CREATE INDEX pilot_spending_project ON pilot_spending (project_id, id);
    `);
    for (const table of ['pilot_project', 'pilot_gate', 'pilot_spending']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id()
          OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          organization_id = app_organization_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          organization_id = app_organization_id() OR app_has_role('reviewer'));
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      GRANT UPDATE (state, spent_fen, state_reason, version, updated_at) ON pilot_project TO qy_app;
      GRANT UPDATE (state, evidence, report, decision, decision_reason, decided_by) ON pilot_gate TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE pilot_spending, pilot_gate, pilot_project;`);
  }
}
