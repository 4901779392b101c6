import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Double entry. Entries and postings are append-only: no grant to change them, and a trigger refuses it even to the owner.
 * A deferred trigger proves each entry balanced at commit. The balance of an account and its postings are kept by one statement,
 * and \`ledger:check\` proves that they agree. A budget line can never commit more than was appropriated.
 */
export class CreateLedger1795392000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_account (
        code text PRIMARY KEY,
        fiscal_year integer NOT NULL,
        balance_fen bigint NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE ledger_entry (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('appropriation', 'accrual', 'reversal', 'adjustment')),
        reason text NOT NULL,
        reverses uuid REFERENCES ledger_entry (id),
        at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX ledger_entry_reversed_once ON ledger_entry (reverses) WHERE reverses IS NOT NULL;
      CREATE TABLE ledger_posting (
        entry_id uuid NOT NULL REFERENCES ledger_entry (id),
        line integer NOT NULL,
        account_code text NOT NULL REFERENCES ledger_account (code),
        amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
        PRIMARY KEY (entry_id, line)
      );
      CREATE INDEX ledger_posting_account ON ledger_posting (account_code);

      CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the ledger is append-only: a correction is a reversing entry' USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
      CREATE TRIGGER ledger_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

      CREATE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT sum(amount_fen) FROM ledger_posting WHERE entry_id = NEW.entry_id) <> 0 THEN
            RAISE EXCEPTION 'ledger entry % does not balance', NEW.entry_id USING ERRCODE = '23514';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER ledger_posting_balances AFTER INSERT ON ledger_posting DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances();

      CREATE TABLE budget_line (
        fiscal_year integer PRIMARY KEY CHECK (fiscal_year BETWEEN 2000 AND 9999),
        appropriated_fen bigint NOT NULL CHECK (appropriated_fen >= 0),
        committed_fen bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        CONSTRAINT budget_line_never_overdrawn CHECK (committed_fen BETWEEN 0 AND appropriated_fen)
      );
    `);
    for (const table of ['ledger_account', 'ledger_entry', 'ledger_posting', 'budget_line']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR app_has_role('rewardOfficer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR app_has_role('rewardOfficer'));
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY ledger_account_update ON ledger_account FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer'));
      CREATE POLICY budget_line_update ON budget_line FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer'));
      GRANT UPDATE (balance_fen) ON ledger_account TO qy_app;
      GRANT UPDATE (appropriated_fen, committed_fen) ON budget_line TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE budget_line, ledger_posting, ledger_entry, ledger_account;
      DROP FUNCTION ledger_entry_balances, ledger_append_only;
    `);
  }
}
