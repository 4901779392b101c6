import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Books of the deposits of public sales (保证金台账) in double entry, as the escrow of milestones has them: each step of a
 * deposit is an entry of two legs, append-only, proven balanced at commit. What is on record already is posted in the same
 * way. The escrow's postings get the same two guards. Locks the two tables of postings for a moment only.
 */
export class PostDeposits1795392007700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auction_deposit_posting (
        entry_id uuid NOT NULL,
        line smallint NOT NULL,
        auction_id uuid NOT NULL REFERENCES auction (id),
        deposit_id uuid NOT NULL REFERENCES auction_deposit (id),
        account text NOT NULL CHECK (account IN ('bidder', 'held', 'returned', 'forfeited', 'appliedToPrice')),
        amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
        at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, line),
        -- Money comes in once and goes each way once.
        CONSTRAINT auction_deposit_posting_once UNIQUE (deposit_id, account, amount_fen)
      );
      CREATE INDEX auction_deposit_posting_auction ON auction_deposit_posting (auction_id, entry_id);
      ALTER TABLE auction_deposit_posting ENABLE ROW LEVEL SECURITY;

      ALTER TABLE auction_deposit NO FORCE ROW LEVEL SECURITY; -- the owner posts what stands already
      WITH entry AS (
        SELECT gen_random_uuid() AS id, d.auction_id, d.id AS deposit_id, d.amount_fen, d.created_at AS at,
          'bidder' AS source, 'held' AS target FROM auction_deposit d
        UNION ALL
        SELECT gen_random_uuid(), d.auction_id, d.id, d.amount_fen, d.settled_at, 'held', d.state
        FROM auction_deposit d WHERE d.state <> 'held')
      INSERT INTO auction_deposit_posting (entry_id, line, auction_id, deposit_id, account, amount_fen, at)
      SELECT e.id, leg.line, e.auction_id, e.deposit_id, leg.account, leg.amount, e.at FROM entry e
      CROSS JOIN LATERAL (VALUES (1, e.target, e.amount_fen), (2, e.source, -e.amount_fen)) AS leg (line, account, amount);
      ALTER TABLE auction_deposit FORCE ROW LEVEL SECURITY;

      ALTER TABLE auction_deposit_posting FORCE ROW LEVEL SECURITY;
      CREATE POLICY auction_deposit_posting_read ON auction_deposit_posting FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM auction_deposit d WHERE d.id = deposit_id));
      CREATE POLICY auction_deposit_posting_insert ON auction_deposit_posting FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar'));
      GRANT SELECT, INSERT ON auction_deposit_posting TO qy_app;

      CREATE TRIGGER auction_deposit_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_deposit_posting
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
      CREATE TRIGGER escrow_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON escrow_posting
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

      CREATE FUNCTION auction_deposit_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT sum(amount_fen) FROM auction_deposit_posting WHERE entry_id = NEW.entry_id) <> 0 THEN
            RAISE EXCEPTION 'deposit entry % does not balance', NEW.entry_id USING ERRCODE = '23514';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER auction_deposit_posting_balances AFTER INSERT ON auction_deposit_posting
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auction_deposit_entry_balances();
      CREATE FUNCTION escrow_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT sum(amount_fen) FROM escrow_posting
              WHERE milestone_id = NEW.milestone_id AND move_id IS NOT DISTINCT FROM NEW.move_id) <> 0 THEN
            RAISE EXCEPTION 'escrow entry of % does not balance', NEW.milestone_id USING ERRCODE = '23514';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER escrow_posting_balances AFTER INSERT ON escrow_posting
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION escrow_entry_balances();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER escrow_posting_balances ON escrow_posting;
      DROP TRIGGER escrow_posting_append_only ON escrow_posting;
      DROP TABLE auction_deposit_posting;
      DROP FUNCTION escrow_entry_balances, auction_deposit_entry_balances;
    `);
  }
}
