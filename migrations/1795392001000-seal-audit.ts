import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chain over audit records (`audit_link`, one a record; `audit_seal`, one a batch) and triggers that refuse any change
 * of what is append-only, for whoever writes, the owner included. A superuser can switch a trigger off: what happens then
 * is found by the chain, and by the anchor file when the chain itself was rewritten. Locks audit_record and transition for
 * a moment only (CREATE TRIGGER).
 */
export class SealAudit1795392001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_link (
        sequence bigint PRIMARY KEY CHECK (sequence > 0),
        record_id bigint NOT NULL CONSTRAINT audit_link_record_once UNIQUE,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32)
      );
      ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_link_write ON audit_link FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY audit_link_read ON audit_link FOR SELECT TO qy_app USING (app_is_system() OR app_has_role('auditor'));
      GRANT SELECT, INSERT ON audit_link TO qy_app;

      CREATE TABLE audit_seal (
        last_sequence bigint PRIMARY KEY CHECK (last_sequence > 0),
        head bytea NOT NULL CHECK (octet_length(head) = 32),
        last_record_id bigint NOT NULL,
        next_transaction xid8 NOT NULL,
        settled_record_id bigint NOT NULL,
        at timestamptz NOT NULL
      );
      COMMENT ON COLUMN audit_seal.next_transaction IS
        'First transaction that had not begun: once all before it ended, no record up to last_record_id can still appear.';
      COMMENT ON COLUMN audit_seal.settled_record_id IS
        'Every record up to here is sealed or was rolled back: one that appears later was inserted by force.';
      ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_seal_write ON audit_seal FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY audit_seal_read ON audit_seal FOR SELECT TO qy_app, qy_public USING (true);
      GRANT SELECT, INSERT ON audit_seal TO qy_app;
      GRANT SELECT ON audit_seal TO qy_public;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER transition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transition
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER transition_append_only ON transition;
      DROP TRIGGER audit_record_append_only ON audit_record;
      DROP TABLE audit_seal, audit_link;
      DROP FUNCTION refuse_change;
    `);
  }
}
