import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case's own number (QY-年份-序号) opens its progress to whoever holds it, without signing in; a serial alone can be
 * counted through. Each number now ends in a check part of 40 random bits that nobody can count or guess; every case that
 * stands gets one of its own. Rewrites the two columns once (seconds a million rows).
 */
export class GuardCaseNumbers1795392007710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_registration
        DROP CONSTRAINT contract_registration_provisional_number_check,
        ALTER COLUMN provisional_number SET DEFAULT (${numbered} || ${check});
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY; -- the owner gives the cases that stand theirs
      UPDATE contract_registration SET provisional_number = provisional_number || ${check};
      ALTER TABLE registration_reminder NO FORCE ROW LEVEL SECURITY;
      UPDATE registration_reminder m SET provisional_number = r.provisional_number
        FROM contract_registration r WHERE r.id = m.registration_id;
      ALTER TABLE registration_reminder FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration ADD CONSTRAINT contract_registration_provisional_number_check
        CHECK (provisional_number ~ '^QY-[0-9]{4}-[0-9]{6,12}-[0-9A-F]{10}$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_registration
        DROP CONSTRAINT contract_registration_provisional_number_check,
        ALTER COLUMN provisional_number SET DEFAULT (${numbered});
      ALTER TABLE contract_registration NO FORCE ROW LEVEL SECURITY;
      UPDATE contract_registration SET provisional_number = left(provisional_number, -11);
      ALTER TABLE registration_reminder NO FORCE ROW LEVEL SECURITY;
      UPDATE registration_reminder SET provisional_number = left(provisional_number, -11);
      ALTER TABLE registration_reminder FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration FORCE ROW LEVEL SECURITY;
      ALTER TABLE contract_registration ADD CONSTRAINT contract_registration_provisional_number_check
        CHECK (provisional_number ~ '^QY-[0-9]{4}-[0-9]{6,12}$');
    `);
  }
}

const numbered = `'QY-' || to_char(CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' ||
  to_char(nextval('registration_provisional'), 'FM999999000000')`;
/** The first ten digits of a random uuid: none of them is its version. */
const check = `'-' || upper(left(replace(gen_random_uuid()::text, '-', ''), 10))`;
