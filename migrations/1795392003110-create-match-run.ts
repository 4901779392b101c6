import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Long runs of the matching engine with their progress, what each demand and achievement was last matched as, and the
 * versions of the model with what they scored before they were let in. New tables only.
 */
export class CreateMatchRun1795392003110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match_model (
        id uuid PRIMARY KEY,
        version text NOT NULL UNIQUE,
        base_version text NOT NULL,
        weights jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('candidate', 'active', 'retired', 'refused')),
        trained_on integer NOT NULL CHECK (trained_on >= 0),
        ndcg double precision NOT NULL CHECK (ndcg BETWEEN 0 AND 1),
        reference_ndcg double precision NOT NULL CHECK (reference_ndcg BETWEEN 0 AND 1),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX match_model_active_once ON match_model (state) WHERE state = 'active';
      CREATE TABLE match_run (
        id uuid PRIMARY KEY,
        scope text NOT NULL CHECK (scope IN ('full', 'incremental')),
        reason text NOT NULL CHECK (reason IN ('night', 'modelSwitched', 'command', 'requested')),
        night date,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
        engine text,
        total integer NOT NULL DEFAULT 0 CHECK (total >= 0),
        done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
        after_id uuid,
        leased_until timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        error text,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX match_run_night_once ON match_run (night) WHERE night IS NOT NULL;
      CREATE INDEX match_run_open ON match_run (created_at) WHERE state IN ('queued', 'running');
      CREATE TABLE match_mark (
        subject_id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('demand', 'achievement')),
        version integer NOT NULL,
        engine text NOT NULL,
        matched_at timestamptz NOT NULL
      );
    `);
    for (const table of ['match_model', 'match_run']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (app_is_system()
          OR app_has_role('systemAdmin', 'registrar', 'reviewer', 'rewardOfficer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR app_has_role('systemAdmin'));
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR app_has_role('systemAdmin'));
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      ALTER TABLE match_mark ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_mark FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_mark_all ON match_mark TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON match_mark TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE match_mark, match_run, match_model;`);
  }
}
