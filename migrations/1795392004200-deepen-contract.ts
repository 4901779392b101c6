import type { MigrationInterface, QueryRunner } from 'typeorm';

const partOfContract = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
    EXISTS (SELECT FROM contract c WHERE c.id = contract_id));
  CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
    app_is_system() OR EXISTS (SELECT FROM contract_party p WHERE p.contract_id = ${table}.contract_id
      AND p.organization_id = app_organization_id()));
  GRANT SELECT, INSERT ON ${table} TO qy_app;`;

const changedByParties = (table: string): string => `
  CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
    app_is_system() OR EXISTS (SELECT FROM contract_party p WHERE p.contract_id = ${table}.contract_id
      AND p.organization_id = app_organization_id()));
  GRANT UPDATE ON ${table} TO qy_app;`;

/**
 * What a contract says beside parties and price (rights, licence, payment, currency, codes, clauses), every party of several
 * a side, the kept versions of its text, the receipts on it, amounts found out later, and the suggestion of its type.
 * The new columns have defaults: no table is rewritten; the locks last for the filling of party_ids, seconds a million rows.
 */
export class DeepenContract1795392004200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_party ADD COLUMN country_code text NOT NULL DEFAULT '142',
        ADD COLUMN nature_code text;
      ALTER TABLE contract ADD COLUMN party_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN terms jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN settled_contract_value_fen bigint CHECK (settled_contract_value_fen > 0),
        ADD COLUMN settled_technology_value_fen bigint CHECK (settled_technology_value_fen > 0),
        ADD CONSTRAINT contract_settled CHECK (
          (settled_contract_value_fen IS NULL) = (settled_technology_value_fen IS NULL)
          AND (settled_technology_value_fen IS NULL OR settled_technology_value_fen <= settled_contract_value_fen));
      UPDATE contract c SET party_ids = (
        SELECT coalesce(array_agg(p.organization_id), '{}') FROM contract_party p WHERE p.contract_id = c.id);
      DROP POLICY contract_update ON contract;
      CREATE POLICY contract_update ON contract FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (seller_organization_id, buyer_organization_id)
        OR app_organization_id() = ANY (party_ids));
      DROP POLICY contract_party_write ON contract_party;
      CREATE POLICY contract_party_write ON contract_party FOR ALL TO qy_app USING (
        EXISTS (SELECT FROM contract c WHERE c.id = contract_id
          AND (app_is_system() OR app_organization_id() IN (c.seller_organization_id, c.buyer_organization_id)
            OR app_organization_id() = ANY (c.party_ids))));

      CREATE TABLE contract_version (
        id uuid NOT NULL UNIQUE,
        contract_id uuid NOT NULL REFERENCES contract (id),
        version integer NOT NULL,
        content jsonb NOT NULL,
        text_hash text NOT NULL,
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (contract_id, version)
      );
      CREATE TABLE contract_receipt (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        received_on date NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        kind text NOT NULL CHECK (kind IN ('lumpSum', 'instalment', 'entryFee', 'royalty')),
        reference text NOT NULL,
        evidence text NOT NULL,
        royalty_base_fen bigint CHECK (royalty_base_fen >= 0),
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        voided_at timestamptz,
        void_reason text,
        CONSTRAINT contract_receipt_reference_once UNIQUE (contract_id, reference),
        CONSTRAINT contract_receipt_void CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
        CONSTRAINT contract_receipt_base CHECK (royalty_base_fen IS NULL OR kind = 'royalty')
      );
      CREATE INDEX contract_receipt_contract ON contract_receipt (contract_id, id);
      CREATE TABLE contract_amount_supplement (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        contract_value_fen bigint NOT NULL CHECK (contract_value_fen > 0),
        technology_value_fen bigint NOT NULL CHECK (technology_value_fen > 0),
        reason text NOT NULL,
        stated_by_organization_id uuid NOT NULL,
        stated_by_person_id uuid NOT NULL,
        stated_at timestamptz NOT NULL,
        confirmed_by_organization_id uuid,
        confirmed_by_person_id uuid,
        confirmed_at timestamptz,
        CONSTRAINT contract_amount_supplement_values CHECK (technology_value_fen <= contract_value_fen),
        CONSTRAINT contract_amount_supplement_two CHECK (confirmed_by_organization_id <> stated_by_organization_id)
      );
      CREATE UNIQUE INDEX contract_amount_supplement_open ON contract_amount_supplement (contract_id)
        WHERE confirmed_at IS NULL;
      CREATE TABLE contract_type_suggestion (
        id uuid PRIMARY KEY,
        contract_id uuid NOT NULL REFERENCES contract (id),
        questionnaire text NOT NULL,
        answers jsonb NOT NULL,
        suggestion jsonb NOT NULL,
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        suggested_at timestamptz NOT NULL
      );
      CREATE INDEX contract_type_suggestion_contract ON contract_type_suggestion (contract_id, id);
    `);
    for (const table of [
      'contract_version',
      'contract_receipt',
      'contract_amount_supplement',
      'contract_type_suggestion',
    ]) {
      await runner.query(partOfContract(table));
    }
    await runner.query(changedByParties('contract_receipt') + changedByParties('contract_amount_supplement'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contract_type_suggestion, contract_amount_supplement, contract_receipt, contract_version;
      DROP POLICY contract_party_write ON contract_party;
      CREATE POLICY contract_party_write ON contract_party FOR ALL TO qy_app USING (
        EXISTS (SELECT FROM contract c WHERE c.id = contract_id
          AND (app_is_system() OR app_organization_id() IN (c.seller_organization_id, c.buyer_organization_id))));
      DROP POLICY contract_update ON contract;
      CREATE POLICY contract_update ON contract FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (seller_organization_id, buyer_organization_id));
      ALTER TABLE contract DROP CONSTRAINT contract_settled, DROP COLUMN settled_technology_value_fen,
        DROP COLUMN settled_contract_value_fen, DROP COLUMN terms, DROP COLUMN party_ids;
      ALTER TABLE contract_party DROP COLUMN nature_code, DROP COLUMN country_code;
    `);
  }
}
