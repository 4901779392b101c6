import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A budget is appropriated → committed → paid, and what was paid without ground is receivable: the four always sum to the
 * appropriation. An accrual has a state: provisional until the yearly review concludes it. Proofs of the ledger are kept.
 */
export class DeepenLedger1795392005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE budget_line DROP CONSTRAINT budget_line_never_overdrawn,
        ADD COLUMN paid_fen bigint NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
        ADD COLUMN receivable_fen bigint NOT NULL DEFAULT 0 CHECK (receivable_fen >= 0),
        ADD CONSTRAINT budget_line_never_overdrawn CHECK (
          committed_fen >= 0 AND committed_fen + paid_fen + receivable_fen <= appropriated_fen);
      GRANT UPDATE (paid_fen, receivable_fen) ON budget_line TO qy_app;

      ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check, ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN (
        'appropriation', 'accrual', 'reversal', 'adjustment', 'release', 'payment', 'clawback', 'recovery'));
      CREATE INDEX ledger_account_year ON ledger_account (fiscal_year, code);

      ALTER TABLE reward_accrual ADD COLUMN state text NOT NULL DEFAULT 'provisional'
        CHECK (state IN ('provisional', 'awarded', 'paid', 'closed'));
      GRANT UPDATE (state) ON reward_accrual TO qy_app;
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_outcome_check, ADD CONSTRAINT reward_item_outcome_check CHECK (
        outcome IN ('counted', 'refused', 'reversed', 'adjusted'));
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_refusal_check, ADD CONSTRAINT reward_item_refusal_check CHECK (
        refusal IN ('notLanded', 'relatedParty', 'selfDealing', 'beneficiaryKind', 'alreadyCounted', 'budgetExhausted',
          'alreadyAwarded', 'yearConcluded'));

      CREATE TABLE ledger_proof (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        entries integer NOT NULL,
        accounts integer NOT NULL,
        problems text[] NOT NULL
      );
      ALTER TABLE ledger_proof ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ledger_proof FORCE ROW LEVEL SECURITY;
      CREATE POLICY ledger_proof_read ON ledger_proof FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY ledger_proof_insert ON ledger_proof FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON ledger_proof TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ledger_proof;
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_outcome_check, ADD CONSTRAINT reward_item_outcome_check CHECK (
        outcome IN ('counted', 'refused', 'reversed'));
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_refusal_check, ADD CONSTRAINT reward_item_refusal_check CHECK (
        refusal IN ('notLanded', 'relatedParty', 'selfDealing', 'beneficiaryKind', 'alreadyCounted', 'budgetExhausted'));
      ALTER TABLE reward_accrual DROP COLUMN state;
      DROP INDEX ledger_account_year;
      ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check, ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN (
        'appropriation', 'accrual', 'reversal', 'adjustment'));
      ALTER TABLE budget_line DROP CONSTRAINT budget_line_never_overdrawn, DROP COLUMN paid_fen, DROP COLUMN receivable_fen,
        ADD CONSTRAINT budget_line_never_overdrawn CHECK (committed_fen BETWEEN 0 AND appropriated_fen);
    `);
  }
}
