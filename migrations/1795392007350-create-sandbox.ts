import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sandboxes (沙箱): units whose ids say that they are one. A restrictive policy on every table with an organization in it
 * keeps the two worlds apart, whatever the other policies grant: nobody in a sandbox sees a row of the market, and nobody
 * in the market, its own background work included, sees a row of a sandbox. `app_separate_sandbox` gives the policy to
 * every table that lacks it; it runs after every migration, so that a new table needs no thought of it.
 * Locks each table for a moment only (CREATE POLICY).
 */
export class CreateSandbox1795392007350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_is_sandbox(organization_id uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN organization_id BETWEEN '5a4db0c5-0000-0000-0000-000000000000' AND '5a4db0c5-ffff-ffff-ffff-ffffffffffff';
      CREATE FUNCTION app_sandbox() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('app.sandbox', true), '') = 'on';

      CREATE TABLE sandbox (
        organization_id uuid PRIMARY KEY REFERENCES organization (id),
        sandbox_organization_id uuid NOT NULL CONSTRAINT sandbox_once UNIQUE CHECK (app_is_sandbox(sandbox_organization_id)),
        sandbox_person_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CHECK (NOT app_is_sandbox(organization_id))
      );
      CREATE INDEX sandbox_expiry ON sandbox (expires_at);
      CREATE INDEX sandbox_person ON sandbox (sandbox_person_id);
      ALTER TABLE sandbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sandbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY sandbox_read ON sandbox FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY sandbox_insert ON sandbox FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY sandbox_update ON sandbox FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON sandbox TO qy_app;
    `);
    await runner.query(separation);
    await runner.query(clearing);
    await runner.query(`SELECT app_separate_sandbox()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_clear_sandbox;
      DROP FUNCTION app_separate_sandbox;
      DROP TABLE sandbox;
      DROP FUNCTION app_is_sandbox CASCADE;
      DROP FUNCTION app_sandbox CASCADE;
    `);
  }
}

/** Tables that hold no business, and are read before an actor is known or by the system for both worlds. */
const technical = `ARRAY['sandbox', 'membership', 'session', 'api_key', 'transition', 'audit_record', 'import', 'import_row',
  'market_event', 'webhook_endpoint', 'webhook_delivery', 'webhook_attempt']`;

const separation = `
  CREATE FUNCTION app_separate_sandbox() RETURNS void LANGUAGE plpgsql AS $$
  DECLARE one record;
  BEGIN
    FOR one IN
      SELECT k.relname AS name, string_agg(
        format('(%1$I IS NULL OR app_is_sandbox(%1$I) = app_sandbox())', a.attname), ' AND ' ORDER BY a.attname) AS condition
      FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE k.relnamespace = 'public'::regnamespace AND k.relkind = 'r' AND k.relrowsecurity
        AND a.atttypid = 'uuid'::regtype AND a.attname ~ '(^|_)organization_id$' AND NOT k.relname = ANY (${technical})
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = k.oid AND p.polname = 'sandbox_apart')
      GROUP BY k.relname
    LOOP
      EXECUTE format('CREATE POLICY sandbox_apart ON %I AS RESTRICTIVE TO qy_app, qy_public USING (%s)', one.name, one.condition);
    END LOOP;
    -- Read before an actor is known, to find out who acts: then nobody is kept apart yet.
    IF NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = 'organization'::regclass AND p.polname = 'sandbox_apart') THEN
      CREATE POLICY sandbox_apart ON organization AS RESTRICTIVE TO qy_app USING (
        app_actor_kind() = 'nobody' OR app_is_sandbox(id) = app_sandbox());
      CREATE POLICY sandbox_apart_public ON organization AS RESTRICTIVE TO qy_public USING (NOT app_is_sandbox(id));
    END IF;
  END $$;`;

/**
 * Removes all rows of a sandbox: those that name it, and whatever refers to those. What is append-only stays, as a record
 * of calls: it holds ids and hashes alone. As the owner, who alone may delete; called for a sandbox only.
 */
const clearing = `
  CREATE FUNCTION app_clear_sandbox(cleared uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE one record; found bigint; removed bigint := 0; waiting integer; before integer := -1;
  BEGIN
    IF cleared IS NULL OR NOT app_is_sandbox(cleared) THEN RAISE EXCEPTION 'this is no sandbox'; END IF;
    CREATE TEMP TABLE doomed (relation regclass, place tid, PRIMARY KEY (relation, place)) ON COMMIT DROP;
    FOR one IN
      SELECT k.oid::regclass AS relation, string_agg(format('%I = $1', a.attname), ' OR ') AS condition
      FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE k.relnamespace = 'public'::regnamespace AND k.relkind = 'r' AND a.atttypid = 'uuid'::regtype
        AND (a.attname ~ '(^|_)organization_id$' OR (k.relname = 'organization' AND a.attname = 'id'))
        AND k.relname NOT IN ('audit_record', 'audit_link', 'audit_seal', 'transition')
      GROUP BY k.oid
    LOOP
      EXECUTE format('INSERT INTO doomed SELECT %L::regclass, t.ctid FROM %s t WHERE %s', one.relation, one.relation, one.condition)
        USING cleared;
    END LOOP;
    INSERT INTO doomed SELECT 'person'::regclass, p.ctid FROM person p
      JOIN sandbox s ON s.sandbox_person_id = p.id WHERE s.sandbox_organization_id = cleared;
    LOOP
      found := 0;
      FOR one IN
        SELECT c.conrelid::regclass AS child, c.confrelid::regclass AS parent,
          (SELECT string_agg(format('c.%I = p.%I', ca.attname, pa.attname), ' AND ')
           FROM unnest(c.conkey, c.confkey) AS pair (child, parent)
           JOIN pg_attribute ca ON ca.attrelid = c.conrelid AND ca.attnum = pair.child
           JOIN pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = pair.parent) AS pairs
        FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid IN (SELECT d.relation FROM doomed d)
      LOOP
        EXECUTE format(
          'INSERT INTO doomed SELECT %L::regclass, c.ctid FROM %s c JOIN %s p ON %s
           JOIN doomed d ON d.relation = %L::regclass AND d.place = p.ctid ON CONFLICT DO NOTHING',
          one.child, one.child, one.parent, one.pairs, one.parent);
        GET DIAGNOSTICS waiting = ROW_COUNT;
        found := found + waiting;
      END LOOP;
      EXIT WHEN found = 0;
    END LOOP;
    -- Children first: what is still referred to waits for the next round.
    LOOP
      SELECT count(DISTINCT d.relation) INTO waiting FROM doomed d;
      EXIT WHEN waiting = 0;
      IF waiting = before THEN RAISE EXCEPTION 'the sandbox cannot be cleared'; END IF;
      before := waiting;
      FOR one IN SELECT DISTINCT d.relation FROM doomed d LOOP
        BEGIN
          -- What is append-only in the market is only tried out here.
          EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.relation);
          EXECUTE format('DELETE FROM %s WHERE ctid IN (SELECT place FROM doomed WHERE relation = %L::regclass)', one.relation, one.relation);
          GET DIAGNOSTICS found = ROW_COUNT;
          EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', one.relation);
          removed := removed + found;
          DELETE FROM doomed WHERE relation = one.relation;
        EXCEPTION WHEN foreign_key_violation THEN NULL;
        END;
      END LOOP;
    END LOOP;
    DROP TABLE doomed;
    IF to_regclass('market_event') IS NOT NULL THEN
      DELETE FROM market_event WHERE cleared = ANY (visible_to);
    END IF;
    RETURN removed;
  END $$;
  REVOKE ALL ON FUNCTION app_clear_sandbox FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app_clear_sandbox TO qy_app;`;
