import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground every concept stands on: roles without login, the functions row-level security asks, transitions,
 * audit, outbox, idempotency keys and the sandbox clock. Empty database: no lock is held long.
 */
export class CreateFoundation1795392000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'qy_app') THEN CREATE ROLE qy_app NOLOGIN; END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'qy_public') THEN CREATE ROLE qy_public NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT qy_app, qy_public TO CURRENT_USER;
      GRANT USAGE ON SCHEMA public TO qy_app, qy_public;

      CREATE FUNCTION app_actor_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(nullif(current_setting('app.actor_kind', true), ''), 'nobody');
      CREATE FUNCTION app_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('app.organization_id', true), '')::uuid;
      CREATE FUNCTION app_person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('app.person_id', true), '')::uuid;
      CREATE FUNCTION app_county_code() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('app.county_code', true), '');
      CREATE FUNCTION app_has_role(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && wanted;
      CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN app_actor_kind() = 'system';

      CREATE TABLE transition (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        event text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        reason text,
        person_id uuid,
        organization_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'anonymous', 'system')),
        visible_to uuid[] NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX transition_subject ON transition (subject_kind, subject_id, at);
      ALTER TABLE transition ENABLE ROW LEVEL SECURITY;
      ALTER TABLE transition FORCE ROW LEVEL SECURITY;
      CREATE POLICY transition_write ON transition FOR INSERT TO qy_app WITH CHECK (app_actor_kind() <> 'nobody');
      CREATE POLICY transition_read ON transition FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (visible_to)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      GRANT SELECT, INSERT ON transition TO qy_app;

      CREATE TABLE audit_record (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        person_id uuid,
        organization_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'anonymous', 'system')),
        actor_name text NOT NULL,
        request_id text NOT NULL,
        address text NOT NULL,
        from_state text,
        to_state text,
        reason text,
        before_hash text,
        after_hash text
      );
      CREATE INDEX audit_record_subject ON audit_record (subject_kind, subject_id, id);
      ALTER TABLE audit_record ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_record FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_record_write ON audit_record FOR INSERT TO qy_app WITH CHECK (app_actor_kind() <> 'nobody');
      CREATE POLICY audit_record_read ON audit_record FOR SELECT TO qy_app USING (app_is_system() OR app_has_role('auditor'));
      GRANT SELECT, INSERT ON audit_record TO qy_app;

      CREATE TABLE outbox_event (
        id uuid PRIMARY KEY,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        request_id text NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE outbox_delivery (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES outbox_event (id),
        job_name text NOT NULL,
        next_dispatch_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        dispatches integer NOT NULL DEFAULT 0,
        handled_at timestamptz,
        failed_at timestamptz,
        last_error text
      );
      CREATE INDEX outbox_delivery_due ON outbox_delivery (next_dispatch_at) WHERE handled_at IS NULL AND failed_at IS NULL;
      CREATE INDEX outbox_delivery_event ON outbox_delivery (event_id);
      GRANT SELECT, INSERT ON outbox_event TO qy_app;
      GRANT SELECT, INSERT, UPDATE ON outbox_delivery TO qy_app;

      CREATE TABLE idempotency_key (
        owner text NOT NULL,
        key text NOT NULL,
        input_hash text NOT NULL,
        status integer,
        body text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (owner, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO qy_app;

      CREATE TABLE sandbox_clock (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        offset_ms bigint NOT NULL
      );
      INSERT INTO sandbox_clock (offset_ms) VALUES (0);
      GRANT SELECT, UPDATE ON sandbox_clock TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sandbox_clock, idempotency_key, outbox_delivery, outbox_event, audit_record, transition;
      DROP FUNCTION app_is_system, app_has_role, app_county_code, app_person_id, app_organization_id, app_actor_kind;
      REVOKE ALL ON SCHEMA public FROM qy_app, qy_public;
    `);
  }
}
