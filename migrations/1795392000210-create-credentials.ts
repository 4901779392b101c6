import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passwords, refresh tokens, API keys and sign-in attempts; write rules of memberships and sessions.
 *
 * Secrets stand as hashes only (argon2id for passwords, SHA-256 for random tokens of 256 bits, HMAC for accounts and
 * addresses of attempts). They are needed before an actor is known, at sign-in, and by nobody afterwards: their policies
 * let in the system actor alone. The sign-in use cases become that actor for the one query they need; a person's own
 * transaction, an administrator's included, sees none of these rows.
 *
 * `membership` and `session` hold ids and roles only and are read before an actor is known, so anybody of the app's
 * role reads them; writing is bound to the organization, the person or the system. The trigger keeps the separation of
 * powers over all memberships of a person, whoever writes and however many write at once.
 * Small tables: no lock is held long.
 */
export class CreateCredentials1795392000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization ADD COLUMN state_reason text;
      CREATE INDEX organization_listed ON organization (id) WHERE state = 'verified';
      CREATE INDEX organization_pending ON organization (state, id);

      ALTER TABLE membership ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
      ALTER TABLE membership FORCE ROW LEVEL SECURITY;
      CREATE POLICY membership_read ON membership FOR SELECT TO qy_app USING (true);
      CREATE POLICY membership_insert ON membership FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('securityAdmin'));
      CREATE POLICY membership_update ON membership FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('securityAdmin'));

      CREATE FUNCTION membership_powers_separated() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE held integer;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text, 1795392000210));
        SELECT count(DISTINCT role) INTO held FROM membership m, unnest(m.roles) role
        WHERE m.person_id = NEW.person_id AND m.ended_at IS NULL AND role IN ('systemAdmin', 'securityAdmin', 'auditor');
        IF held > 1 THEN
          RAISE EXCEPTION 'powers not separated' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_powers_separated';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER membership_powers_separated AFTER INSERT OR UPDATE ON membership
        FOR EACH ROW EXECUTE FUNCTION membership_powers_separated();

      ALTER TABLE session ADD COLUMN address_hash text, ADD COLUMN last_used_at timestamptz, ADD COLUMN revoke_reason text;
      ALTER TABLE session ENABLE ROW LEVEL SECURITY;
      ALTER TABLE session FORCE ROW LEVEL SECURITY;
      CREATE POLICY session_read ON session FOR SELECT TO qy_app USING (true);
      CREATE POLICY session_insert ON session FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY session_update ON session FOR UPDATE TO qy_app USING (app_is_system() OR person_id = app_person_id());

      CREATE TABLE credential (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        account text NOT NULL,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL,
        must_change boolean NOT NULL,
        initial_until timestamptz,
        CONSTRAINT credential_account_once UNIQUE (account),
        CONSTRAINT credential_initial CHECK (must_change = (initial_until IS NOT NULL))
      );
      ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
      ALTER TABLE credential FORCE ROW LEVEL SECURITY;
      CREATE POLICY credential_system ON credential TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON credential TO qy_app;

      CREATE TABLE refresh_token (
        token_hash text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);
      ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY;
      ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY;
      CREATE POLICY refresh_token_system ON refresh_token TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON refresh_token TO qy_app;

      CREATE TABLE sign_in_attempt (
        account_hash text NOT NULL,
        address_hash text NOT NULL,
        attempts integer NOT NULL,
        until timestamptz NOT NULL,
        PRIMARY KEY (account_hash, address_hash)
      );
      CREATE INDEX sign_in_attempt_until ON sign_in_attempt (until);
      ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY;
      CREATE POLICY sign_in_attempt_system ON sign_in_attempt TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO qy_app;

      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        name text NOT NULL,
        hint text NOT NULL,
        key_hash text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_key_hash_once UNIQUE (key_hash),
        FOREIGN KEY (person_id, organization_id) REFERENCES membership (person_id, organization_id)
      );
      CREATE INDEX api_key_person ON api_key (person_id);
      ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
      ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
      CREATE POLICY api_key_own ON api_key TO qy_app
        USING (app_is_system() OR person_id = app_person_id()) WITH CHECK (app_is_system() OR person_id = app_person_id());
      GRANT SELECT, INSERT, UPDATE ON api_key TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE api_key, sign_in_attempt, refresh_token, credential;
      DROP POLICY session_update ON session; DROP POLICY session_insert ON session; DROP POLICY session_read ON session;
      ALTER TABLE session NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE session DISABLE ROW LEVEL SECURITY;
      ALTER TABLE session DROP COLUMN address_hash, DROP COLUMN last_used_at, DROP COLUMN revoke_reason;
      DROP TRIGGER membership_powers_separated ON membership;
      DROP FUNCTION membership_powers_separated;
      DROP POLICY membership_update ON membership; DROP POLICY membership_insert ON membership;
      DROP POLICY membership_read ON membership;
      ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE membership DISABLE ROW LEVEL SECURITY;
      ALTER TABLE membership DROP COLUMN version;
      DROP INDEX organization_pending, organization_listed;
      ALTER TABLE organization DROP COLUMN state_reason;
    `);
  }
}
