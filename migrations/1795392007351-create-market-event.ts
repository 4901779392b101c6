import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events for units outside. Every transition leaves its id in `market_event_pending`, in its own transaction; the worker
 * numbers what is committed, one at a time under the lock of `market_event_counter`. So a sequence never appears below
 * one that was read already, in whatever order transactions commit. `sandbox` keeps the two worlds apart.
 * Locks transition for a moment only (CREATE TRIGGER). Transitions of before are no events.
 */
export class CreateMarketEvent1795392007351 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE market_event (
        sequence bigint PRIMARY KEY CHECK (sequence > 0),
        id uuid NOT NULL CONSTRAINT market_event_once UNIQUE,
        type text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        from_state text,
        to_state text NOT NULL,
        visible_to uuid[] NOT NULL,
        public boolean NOT NULL,
        sandbox boolean NOT NULL,
        at timestamptz NOT NULL,
        numbered_at timestamptz NOT NULL
      );
      ALTER TABLE market_event ENABLE ROW LEVEL SECURITY;
      ALTER TABLE market_event FORCE ROW LEVEL SECURITY;
      CREATE POLICY market_event_read ON market_event FOR SELECT TO qy_app USING (
        app_is_system() OR (sandbox = app_sandbox() AND app_actor_kind() = 'person' AND
          (public OR app_organization_id() = ANY (visible_to)
           OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'))));
      CREATE POLICY market_event_write ON market_event FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY market_event_prune ON market_event FOR DELETE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT, DELETE ON market_event TO qy_app;

      CREATE TABLE market_event_counter (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        last_sequence bigint NOT NULL CHECK (last_sequence >= 0)
      );
      INSERT INTO market_event_counter (last_sequence) VALUES (0);
      GRANT SELECT, UPDATE ON market_event_counter TO qy_app;

      CREATE TABLE market_event_pending (transition_id uuid PRIMARY KEY);
      GRANT SELECT, INSERT, DELETE ON market_event_pending TO qy_app;
      CREATE FUNCTION market_event_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO market_event_pending (transition_id) SELECT id FROM taken;
        RETURN NULL;
      END $$;
      CREATE TRIGGER transition_followed AFTER INSERT ON transition REFERENCING NEW TABLE AS taken
        FOR EACH STATEMENT EXECUTE FUNCTION market_event_follow();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER transition_followed ON transition;
      DROP FUNCTION market_event_follow;
      DROP TABLE market_event_pending, market_event_counter, market_event;
    `);
  }
}
