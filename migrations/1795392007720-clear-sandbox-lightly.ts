import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Clearing a sandbox switched the triggers of each table off and on, which locks the whole table against every writer of the
 * market. Now it says for its own transaction that it clears, and the append-only triggers honour that for a DELETE by the
 * table's owner alone, which is what a SECURITY DEFINER function acts as: the app's role may set the same word and gains
 * nothing. Only rows are locked.
 */
export class ClearSandboxLightly1795392007720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_clearing(relation oid) RETURNS boolean LANGUAGE sql STABLE
        RETURN coalesce(current_setting('app.clearing', true), '') = 'on'
          AND current_user = (SELECT pg_get_userbyid(k.relowner) FROM pg_class k WHERE k.oid = relation);
      CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND app_clearing(TG_RELID) THEN RETURN NULL; END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND app_clearing(TG_RELID) THEN RETURN NULL; END IF;
          RAISE EXCEPTION 'the ledger is append-only: a correction is a reversing entry' USING ERRCODE = '42501';
        END $$;
    `);
    await runner.query(rewrite(switched, said));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(said, switched));
    await runner.query(`
      CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the ledger is append-only: a correction is a reversing entry' USING ERRCODE = '42501'; END $$;
      CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      DROP FUNCTION app_clearing;
    `);
  }
}

const switched = [
  `EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.relation);`,
  `EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', one.relation);`,
] as const;
const said = [
  `PERFORM set_config('app.clearing', 'on', true);`,
  `PERFORM set_config('app.clearing', 'off', true);`,
] as const;

/** The rest of the function stays as it is, to the letter; nothing found to replace is an error, not a silence. */
const rewrite = (from: readonly [string, string], to: readonly [string, string]): string => `
  DO $rewrite$
  DECLARE before text := pg_get_functiondef('app_clear_sandbox(uuid)'::regprocedure);
  DECLARE after text := replace(replace(before, ${quoted(from[0])}, ${quoted(to[0])}), ${quoted(from[1])}, ${quoted(to[1])});
  BEGIN
    IF strpos(before, ${quoted(from[0])}) = 0 OR strpos(before, ${quoted(from[1])}) = 0 THEN
      RAISE EXCEPTION 'app_clear_sandbox is not the one that is rewritten here';
    END IF;
    EXECUTE after;
  END $rewrite$;`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
