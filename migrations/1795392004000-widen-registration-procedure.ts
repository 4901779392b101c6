import type { MigrationInterface, QueryRunner } from 'typeorm';

const open = `('filed', 'accepted', 'underReview', 'expertReview', 'supplementRequested', 'secondReview')`;
const openBefore = `('filed', 'accepted', 'supplementRequested', 'secondReview')`;

/**
 * The whole procedure of 认定登记: drafts, examination by a named officer, expert review, revisions. A row that demands a
 * second person cannot be registered without one, and that is never the first (CHECK). One signed text is registered
 * once (unique index). Rewrites no row but for the new columns' values; locks the table while its indexes are rebuilt
 * (seconds a million rows).
 */
export class WidenRegistrationProcedure1795392004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE registration_provisional AS bigint;
      GRANT USAGE ON SEQUENCE registration_provisional TO qy_app;

      ALTER TABLE contract_registration
        DROP CONSTRAINT contract_registration_state_check,
        ADD CONSTRAINT contract_registration_state_check CHECK (state IN ('draft', 'filed', 'withdrawn', 'returned',
          'accepted', 'underReview', 'supplementRequested', 'expertReview', 'secondReview', 'registered', 'refused',
          'cancelled')),
        ADD COLUMN provisional_number text NOT NULL DEFAULT ('QY-' ||
            to_char(CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' ||
            to_char(nextval('registration_provisional'), 'FM999999000000'))
          CHECK (provisional_number ~ '^QY-[0-9]{4}-[0-9]{6,12}$'),
        ADD COLUMN technology_import boolean NOT NULL DEFAULT false,
        ADD COLUMN contract_text_hash text CHECK (contract_text_hash ~ '^[0-9a-f]{64}$'),
        ADD COLUMN code_confirmations jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN reminder_on date,
        ADD COLUMN examiner_id uuid REFERENCES person (id),
        ADD COLUMN held_since timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN second_person_due boolean NOT NULL DEFAULT false,
        ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
        ADD COLUMN changed_at timestamptz,
        ADD COLUMN party_codes text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT contract_registration_provisional_once UNIQUE (provisional_number),
        ADD CONSTRAINT contract_registration_four_eyes CHECK (
          NOT second_person_due OR state NOT IN ('registered', 'cancelled') OR reviewed_by IS NOT NULL);
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY; -- the owner fills in what stands already
      UPDATE contract_registration SET held_since = updated_at,
        revision = CASE WHEN state IN ('registered', 'cancelled') THEN 1 ELSE 0 END,
        party_codes = ARRAY(SELECT DISTINCT party ->> 'creditCode' FROM jsonb_array_elements(contract -> 'parties') AS party);
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;

      DROP INDEX contract_registration_contract_once;
      CREATE UNIQUE INDEX contract_registration_contract_once ON contract_registration (contract_id)
        WHERE state NOT IN ('draft', 'withdrawn', 'returned', 'refused', 'cancelled');
      CREATE UNIQUE INDEX contract_registration_text_once ON contract_registration (contract_text_hash)
        WHERE contract_text_hash IS NOT NULL AND state NOT IN ('draft', 'withdrawn', 'returned', 'refused', 'cancelled');
      CREATE INDEX contract_registration_party_codes ON contract_registration USING gin (party_codes);
      CREATE INDEX contract_registration_reminder ON contract_registration (reminder_on, id) WHERE reminder_on IS NOT NULL;
      CREATE INDEX contract_registration_unnamed ON contract_registration (accepted_on, id)
        WHERE due_on IS NULL AND state IN ('accepted', 'underReview', 'expertReview', 'secondReview');
      DROP INDEX contract_registration_open;
      CREATE INDEX contract_registration_open ON contract_registration ((coalesce(due_on,
          CASE WHEN state IN ('accepted', 'underReview', 'expertReview', 'secondReview') THEN accepted_on END,
          'infinity'::date)), id)
        WHERE state IN ${open} OR (state = 'registered' AND contract_ended_at IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX contract_registration_open, contract_registration_unnamed, contract_registration_reminder,
        contract_registration_party_codes, contract_registration_text_once, contract_registration_contract_once;
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY;
      UPDATE contract_registration SET state = CASE WHEN state IN ('draft', 'withdrawn') THEN 'returned' ELSE 'accepted' END
        WHERE state IN ('draft', 'withdrawn', 'underReview', 'expertReview');
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration
        DROP CONSTRAINT contract_registration_four_eyes,
        DROP CONSTRAINT contract_registration_state_check,
        ADD CONSTRAINT contract_registration_state_check CHECK (state IN ('filed', 'returned', 'accepted',
          'supplementRequested', 'secondReview', 'registered', 'refused', 'cancelled')),
        DROP COLUMN provisional_number, DROP COLUMN technology_import, DROP COLUMN contract_text_hash,
        DROP COLUMN code_confirmations, DROP COLUMN reminder_on, DROP COLUMN examiner_id, DROP COLUMN held_since,
        DROP COLUMN second_person_due, DROP COLUMN revision, DROP COLUMN changed_at, DROP COLUMN party_codes;
      DROP SEQUENCE registration_provisional;
      CREATE UNIQUE INDEX contract_registration_contract_once ON contract_registration (contract_id)
        WHERE state NOT IN ('returned', 'refused', 'cancelled');
      CREATE INDEX contract_registration_open ON contract_registration ((coalesce(due_on,
          CASE WHEN state IN ('accepted', 'secondReview') THEN accepted_on END, 'infinity'::date)), id)
        WHERE state IN ${openBefore} OR (state = 'registered' AND contract_ended_at IS NOT NULL);
    `);
  }
}
