import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Performance of a contract (履约): the milestones both sides agreed to, their deliveries, the escrow record with its
 * postings, royalty reports and the steps of the overdue ladder. New tables; one partial index on contract: a moment's
 * lock. Postings and steps are append-only for the app's role; the CHECKs keep every bucket at nothing or above and all of
 * them together at what was agreed.
 */
export class CreatePerformance1795392007120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX contract_royalty ON contract (id)
        WHERE state = 'effective' AND (terms #>> '{payment,royalty}') IS NOT NULL;

      CREATE TABLE milestone_plan (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        state text NOT NULL CHECK (state IN ('proposed', 'agreed', 'declined', 'withdrawn')),
        proposed_by text NOT NULL CHECK (proposed_by IN ('seller', 'buyer')),
        silence_days integer CHECK (silence_days BETWEEN 3 AND 90),
        with_escrow boolean NOT NULL,
        reason text,
        created_at timestamptz NOT NULL,
        decided_at timestamptz
      );
      CREATE UNIQUE INDEX milestone_plan_open_once ON milestone_plan (contract_id)
        WHERE state IN ('proposed', 'agreed');

      CREATE TABLE milestone (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES milestone_plan (id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        position smallint NOT NULL,
        title text NOT NULL,
        deliverable text NOT NULL,
        due_on date NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        accepted_fen bigint NOT NULL DEFAULT 0 CHECK (accepted_fen >= 0),
        CONSTRAINT milestone_position_once UNIQUE (plan_id, position),
        CONSTRAINT milestone_accepted_at_most CHECK (accepted_fen <= amount_fen)
      );
      CREATE INDEX milestone_due ON milestone (due_on, id) WHERE accepted_fen < amount_fen;

      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        milestone_id uuid NOT NULL REFERENCES milestone (id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        serial integer NOT NULL CHECK (serial > 0),
        state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'returned')),
        description text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        attachment_ids uuid[] NOT NULL,
        answer_by date,
        by_silence boolean NOT NULL DEFAULT false,
        reason text,
        submitted_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT delivery_serial_once UNIQUE (milestone_id, serial),
        CONSTRAINT delivery_returned_with_reason CHECK (state <> 'returned' OR reason IS NOT NULL)
      );
      CREATE INDEX delivery_waiting ON delivery (answer_by) WHERE state = 'submitted';

      CREATE TABLE escrow_account (
        milestone_id uuid PRIMARY KEY REFERENCES milestone (id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        agreed_fen bigint NOT NULL CHECK (agreed_fen > 0),
        expected_fen bigint NOT NULL CHECK (expected_fen >= 0),
        deposited_fen bigint NOT NULL CHECK (deposited_fen >= 0),
        on_hold_fen bigint NOT NULL CHECK (on_hold_fen >= 0),
        released_fen bigint NOT NULL CHECK (released_fen >= 0),
        refunded_fen bigint NOT NULL CHECK (refunded_fen >= 0),
        CONSTRAINT escrow_account_whole
          CHECK (expected_fen + deposited_fen + on_hold_fen + released_fen + refunded_fen = agreed_fen)
      );

      CREATE TABLE escrow_move (
        id uuid PRIMARY KEY,
        milestone_id uuid NOT NULL REFERENCES escrow_account (milestone_id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        kind text NOT NULL CHECK (kind IN ('deposit', 'release', 'refund', 'hold', 'resume')),
        state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected', 'withdrawn')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        stated_by text NOT NULL CHECK (stated_by IN ('seller', 'buyer')),
        reference text,
        reason text NOT NULL,
        decision_reason text,
        stated_at timestamptz NOT NULL,
        decided_at timestamptz
      );
      CREATE INDEX escrow_move_milestone ON escrow_move (milestone_id, id);

      CREATE TABLE escrow_posting (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        milestone_id uuid NOT NULL REFERENCES escrow_account (milestone_id),
        contract_id uuid NOT NULL REFERENCES contract (id),
        move_id uuid REFERENCES escrow_move (id),
        account text NOT NULL
          CHECK (account IN ('agreed', 'expected', 'deposited', 'onHold', 'released', 'refunded')),
        amount_fen bigint NOT NULL CHECK (amount_fen <> 0)
      );
      CREATE INDEX escrow_posting_milestone ON escrow_posting (milestone_id);
      CREATE UNIQUE INDEX escrow_posting_leg_once ON escrow_posting (move_id, account) WHERE move_id IS NOT NULL;

      CREATE TABLE royalty_report (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        state text NOT NULL CHECK (state IN ('submitted', 'disputed', 'confirmed', 'superseded')),
        period_from date NOT NULL,
        period_to date NOT NULL,
        due_on date NOT NULL,
        base_fen bigint NOT NULL CHECK (base_fen >= 0),
        due_fen bigint NOT NULL CHECK (due_fen >= 0),
        paid_fen bigint NOT NULL CHECK (paid_fen >= 0),
        statement text NOT NULL,
        reason text,
        submitted_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT royalty_report_span CHECK (period_from <= period_to)
      );
      CREATE UNIQUE INDEX royalty_report_period_once ON royalty_report (contract_id, period_from)
        WHERE state <> 'superseded';

      CREATE TABLE overdue_step (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        obligation_kind text NOT NULL CHECK (obligation_kind IN ('milestone', 'royaltyReport', 'royaltyPayment')),
        obligation_key text NOT NULL,
        step text NOT NULL CHECK (step IN ('reminder', 'notice', 'formalDemand')),
        obligor text NOT NULL CHECK (obligor IN ('seller', 'buyer')),
        due_on date NOT NULL,
        answer_by date,
        text text NOT NULL,
        taken_on date NOT NULL,
        taken_at timestamptz NOT NULL,
        CONSTRAINT overdue_step_once UNIQUE (contract_id, obligation_kind, obligation_key, step)
      );
    `);
    // A part is seen with its contract: the policies of contract decide for the subquery.
    for (const table of tables) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          EXISTS (SELECT FROM contract c WHERE c.id = contract_id));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          EXISTS (SELECT FROM contract c WHERE c.id = contract_id
            AND (app_is_system() OR app_organization_id() = ANY (c.party_ids))));
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
    }
    for (const [table, columns] of changing) {
      await runner.query(`
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          EXISTS (SELECT FROM contract c WHERE c.id = contract_id
            AND (app_is_system() OR app_organization_id() = ANY (c.party_ids))));
        GRANT UPDATE (${columns}) ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE overdue_step, royalty_report, escrow_posting, escrow_move, escrow_account, delivery, milestone,
        milestone_plan;
      DROP INDEX contract_royalty;
    `);
  }
}

const tables = [
  'milestone_plan',
  'milestone',
  'delivery',
  'escrow_account',
  'escrow_move',
  'escrow_posting',
  'royalty_report',
  'overdue_step',
] as const;

const changing = [
  ['milestone_plan', 'state, reason, decided_at'],
  ['milestone', 'accepted_fen'],
  ['delivery', 'state, by_silence, reason, decided_at'],
  ['escrow_account', 'expected_fen, deposited_fen, on_hold_fen, released_fen, refunded_fen'],
  ['escrow_move', 'state, decision_reason, decided_at'],
  ['royalty_report', 'state, reason, decided_at'],
] as const;
