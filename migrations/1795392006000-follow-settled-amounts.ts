import type { MigrationInterface, QueryRunner } from 'typeorm';

const refusals = `'notLanded', 'relatedParty', 'selfDealing', 'beneficiaryKind', 'alreadyCounted', 'budgetExhausted',
          'alreadyAwarded', 'yearConcluded'`;
const desk = `(coalesce(due_on,
          CASE WHEN state IN ('accepted', 'underReview', 'expertReview', 'secondReview') THEN accepted_on END,
          'infinity'::date)), id)
        WHERE state IN ('filed', 'accepted', 'underReview', 'expertReview', 'supplementRequested', 'secondReview')`;

/**
 * A registration knows what the amounts of its royalty contract turned out to be, and which change of it is open: both lay it on
 * a desk, so the index of the office's list covers them. A reward is not accrued on amounts that are open. Rebuilding the index
 * locks the table against writes for below a second a million rows.
 */
export class FollowSettledAmounts1795392006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_registration
        ADD COLUMN settled_contract_value_fen bigint CHECK (settled_contract_value_fen > 0),
        ADD COLUMN settled_technology_value_fen bigint CHECK (settled_technology_value_fen > 0),
        ADD COLUMN open_change text CHECK (open_change IN ('requested', 'verified')),
        ADD COLUMN change_due boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT contract_registration_settled CHECK (
          (settled_contract_value_fen IS NULL) = (settled_technology_value_fen IS NULL));
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY; -- the owner fills in what stands already
      ALTER TABLE registration_change NO FORCE ROW LEVEL SECURITY;
      UPDATE contract_registration r SET open_change = c.state FROM registration_change c
        WHERE c.registration_id = r.id AND c.state IN ('requested', 'verified');
      ALTER TABLE registration_change FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      DROP INDEX contract_registration_open;
      CREATE INDEX contract_registration_open ON contract_registration (${desk} OR (state = 'registered'
          AND (contract_ended_at IS NOT NULL OR change_due OR open_change IS NOT NULL));
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_refusal_check, ADD CONSTRAINT reward_item_refusal_check CHECK (
        refusal IN (${refusals}, 'amountsOpen'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_refusal_check, ADD CONSTRAINT reward_item_refusal_check CHECK (
        refusal IN (${refusals}));
      DROP INDEX contract_registration_open;
      CREATE INDEX contract_registration_open ON contract_registration (${desk}
          OR (state = 'registered' AND contract_ended_at IS NOT NULL);
      ALTER TABLE contract_registration DROP CONSTRAINT contract_registration_settled, DROP COLUMN change_due,
        DROP COLUMN open_change, DROP COLUMN settled_technology_value_fen, DROP COLUMN settled_contract_value_fen;
    `);
  }
}
