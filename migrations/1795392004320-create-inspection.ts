import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Inspection of registrations (登记抽查): plans, the population each was drawn from, the drawn cases, findings and the
 * reminders of their due days. A population and a draw are written once: the list before its plan, the seed once only.
 */
export class CreateInspection1795392004320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inspection_plan (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        period text NOT NULL,
        cut_off date NOT NULL,
        state text NOT NULL CHECK (state IN ('frozen', 'drawn')),
        large_from_fen bigint NOT NULL CHECK (large_from_fen > 0),
        small_count integer NOT NULL CHECK (small_count BETWEEN 0 AND 10000),
        seed_source text NOT NULL,
        population_count integer NOT NULL CHECK (population_count > 0),
        large_count integer NOT NULL CHECK (large_count BETWEEN 0 AND population_count),
        population_hash text NOT NULL CHECK (population_hash ~ '^[0-9a-f]{64}$'),
        seed text,
        frozen_by uuid NOT NULL,
        frozen_at timestamptz NOT NULL,
        drawn_by uuid,
        drawn_at timestamptz,
        CONSTRAINT inspection_plan_drawn CHECK ((state = 'drawn') = (seed IS NOT NULL AND drawn_by IS NOT NULL AND drawn_at IS NOT NULL))
      );
      CREATE TABLE inspection_member (
        plan_id uuid NOT NULL REFERENCES inspection_plan (id) DEFERRABLE INITIALLY DEFERRED,
        registration_number text NOT NULL,
        stratum text NOT NULL CHECK (stratum IN ('large', 'small')),
        PRIMARY KEY (plan_id, registration_number)
      );
      CREATE TABLE inspection_case (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL,
        registration_number text NOT NULL,
        registration_id uuid,
        entry_id uuid NOT NULL,
        stratum text NOT NULL CHECK (stratum IN ('large', 'small')),
        draw_key text CHECK (draw_key ~ '^[0-9a-f]{64}$'),
        FOREIGN KEY (plan_id, registration_number) REFERENCES inspection_member (plan_id, registration_number),
        CONSTRAINT inspection_case_once UNIQUE (plan_id, registration_number)
      );
      CREATE TABLE inspection_finding (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL,
        registration_number text NOT NULL,
        registration_id uuid,
        state text NOT NULL CHECK (state IN ('raised', 'answered', 'rectifying', 'reported', 'dismissed', 'closed')),
        grade text NOT NULL CHECK (grade IN ('minor', 'major', 'severe')),
        text text NOT NULL,
        evidence text[] NOT NULL,
        raised_by uuid NOT NULL,
        answer text,
        answered_by uuid,
        decision_reason text,
        measure text,
        decided_by uuid CHECK (decided_by <> raised_by),
        report text,
        reported_by uuid,
        due_on date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        FOREIGN KEY (plan_id, registration_number) REFERENCES inspection_case (plan_id, registration_number)
      );
      CREATE INDEX inspection_finding_plan ON inspection_finding (plan_id, id);
      CREATE INDEX inspection_finding_due ON inspection_finding (due_on, id) WHERE due_on IS NOT NULL;
      CREATE TABLE inspection_reminder (
        finding_id uuid NOT NULL REFERENCES inspection_finding (id),
        kind text NOT NULL CHECK (kind IN ('soon', 'overdue')),
        due_on date NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (finding_id, due_on, kind)
      );

      CREATE FUNCTION keep_inspection_plan() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.seed IS NOT NULL OR (to_jsonb(NEW) - ARRAY['state', 'seed', 'drawn_by', 'drawn_at'])
            <> (to_jsonb(OLD) - ARRAY['state', 'seed', 'drawn_by', 'drawn_at']) THEN
          RAISE EXCEPTION 'a frozen plan is drawn once and not changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER inspection_plan_kept BEFORE UPDATE ON inspection_plan
        FOR EACH ROW EXECUTE FUNCTION keep_inspection_plan();
      CREATE TRIGGER inspection_plan_not_deleted BEFORE DELETE OR TRUNCATE ON inspection_plan
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspection_member_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON inspection_member
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspection_case_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON inspection_case
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION refuse_member_of_frozen_plan() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM added JOIN inspection_plan p ON p.id = added.plan_id) THEN
          RAISE EXCEPTION 'the population is frozen' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER inspection_member_before_plan AFTER INSERT ON inspection_member
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_member_of_frozen_plan();
    `);
    const staff = `app_is_system() OR app_has_role('registrar', 'reviewer', 'auditor')`;
    for (const table of [
      'inspection_plan',
      'inspection_member',
      'inspection_case',
      'inspection_finding',
      'inspection_reminder',
    ]) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING ((SELECT ${staff}));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK ((SELECT ${staff}));
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
    }
    for (const table of ['inspection_plan', 'inspection_finding']) {
      await runner.query(`
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING ((SELECT ${staff}));
        GRANT UPDATE ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      CREATE POLICY inspection_plan_read_public ON inspection_plan FOR SELECT TO qy_public USING (true);
      GRANT SELECT (id, title, period, cut_off, state, large_from_fen, small_count, seed_source, population_count, large_count,
        population_hash, seed, frozen_at, drawn_at) ON inspection_plan TO qy_public;
      CREATE POLICY inspection_member_read_public ON inspection_member FOR SELECT TO qy_public USING (true);
      GRANT SELECT ON inspection_member TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE inspection_reminder, inspection_finding, inspection_case, inspection_member, inspection_plan;
      DROP FUNCTION keep_inspection_plan;
      DROP FUNCTION refuse_member_of_frozen_plan;
    `);
  }
}
