import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposed pairs of a demand and an achievement (撮合), with the reasons of the model that proposed them. */
export class CreateMatch1795392000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match (
        id uuid PRIMARY KEY,
        demand_id uuid NOT NULL REFERENCES demand (id),
        achievement_id uuid NOT NULL,
        demand_organization_id uuid NOT NULL,
        achievement_organization_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'introduced', 'declined', 'superseded')),
        score integer NOT NULL CHECK (score BETWEEN 0 AND 100),
        grade text NOT NULL CHECK (grade IN ('strong', 'related')),
        reasons jsonb NOT NULL,
        model_version text NOT NULL,
        decline_reason text,
        decline_text text,
        declined_by_organization_id uuid,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT match_pair_once UNIQUE (demand_id, achievement_id),
        CONSTRAINT match_declined_with_reason CHECK (state <> 'declined' OR decline_reason IS NOT NULL)
      );
      CREATE INDEX match_demand ON match (demand_id, score DESC, id);
      CREATE INDEX match_achievement ON match (achievement_id, score DESC, id);
      ALTER TABLE match ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_read ON match FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (demand_organization_id, achievement_organization_id)
        OR app_has_role('broker', 'registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY match_insert ON match FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY match_update ON match FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (demand_organization_id, achievement_organization_id));
      GRANT SELECT, INSERT, UPDATE ON match TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE match;`);
  }
}
