import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of a register entry as they are frozen in an edition too. */
const content = `
  registration_number text NOT NULL,
  registration_id uuid,
  import_id uuid,
  source text NOT NULL CHECK (source IN ('market', 'historic')),
  rule_set_id text NOT NULL,
  title text NOT NULL,
  type text NOT NULL CHECK (type IN ('development', 'transfer', 'licence', 'consulting', 'service')),
  sub_type text,
  field text,
  ip_kind text,
  plan text,
  seller_name text NOT NULL,
  seller_credit_code text,
  seller_nature text,
  seller_country text NOT NULL,
  seller_place_code text,
  seller_nature_group text NOT NULL,
  seller_place text NOT NULL,
  buyer_name text NOT NULL,
  buyer_credit_code text,
  buyer_nature text,
  buyer_country text NOT NULL,
  buyer_place_code text,
  buyer_nature_group text NOT NULL,
  buyer_place text NOT NULL,
  directions text[] NOT NULL,
  size_band text NOT NULL,
  contract_value_fen bigint NOT NULL CHECK (contract_value_fen > 0),
  technology_value_fen bigint NOT NULL,
  technology_income_fen bigint NOT NULL CHECK (technology_income_fen >= 0),
  related_party boolean NOT NULL,
  signed_on date,
  valid_until date,
  registered_on date NOT NULL,
  cancelled_on date,
  valid_from date NOT NULL,
  valid_to date`;

/**
 * The register of registered contracts (登记台账), from which every figure is counted, and the frozen editions (统计期报)
 * with their lists. A contract has one version a span of days, so that the state of any past day can be counted again.
 * An edition and its lines are written once: lines before their edition, and never a line after it. New tables only.
 */
export class CreateRegistrationEntry1795392004300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_entry (
        id uuid PRIMARY KEY,
        ${content},
        CONSTRAINT registration_entry_technology_value CHECK (
          technology_value_fen > 0 AND technology_value_fen <= contract_value_fen),
        CONSTRAINT registration_entry_span CHECK (valid_to >= valid_from),
        CONSTRAINT registration_entry_source CHECK ((source = 'market') = (registration_id IS NOT NULL)),
        CONSTRAINT registration_entry_version_once UNIQUE (registration_number, valid_from)
      );
      CREATE UNIQUE INDEX registration_entry_open_once ON registration_entry (registration_number) WHERE valid_to IS NULL;
      CREATE INDEX registration_entry_registration ON registration_entry (registration_id);
      CREATE INDEX registration_entry_registered ON registration_entry (registered_on, id);
      ALTER TABLE registration_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE registration_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY registration_entry_read ON registration_entry FOR SELECT TO qy_app USING (
        (SELECT app_is_system()) OR (SELECT app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'))
        OR ((SELECT app_has_role('countyOfficer')) AND (SELECT app_county_code()) IN (seller_place, buyer_place)));
      CREATE POLICY registration_entry_insert ON registration_entry FOR INSERT TO qy_app WITH CHECK (
        (SELECT app_is_system()) OR (source = 'historic' AND (SELECT app_has_role('registrar'))));
      CREATE POLICY registration_entry_update ON registration_entry FOR UPDATE TO qy_app USING (
        (SELECT app_is_system()) OR (source = 'historic' AND (SELECT app_has_role('registrar'))));
      GRANT SELECT, INSERT, UPDATE ON registration_entry TO qy_app;

      CREATE TABLE statistics_edition (
        id uuid PRIMARY KEY,
        period text NOT NULL CHECK (period ~ '^20[0-9]{2}(Q[1-4]|Q1-Q[23])?$'),
        number integer NOT NULL CHECK (number > 0),
        cut_off date NOT NULL,
        supersedes uuid REFERENCES statistics_edition (id),
        reason text,
        line_count integer NOT NULL CHECK (line_count >= 0),
        list_hash text NOT NULL CHECK (list_hash ~ '^[0-9a-f]{64}$'),
        figures jsonb NOT NULL,
        public_figures jsonb NOT NULL,
        figures_hash text NOT NULL CHECK (figures_hash ~ '^[0-9a-f]{64}$'),
        difference jsonb,
        frozen_by uuid NOT NULL,
        frozen_at timestamptz NOT NULL,
        CONSTRAINT statistics_edition_once UNIQUE (period, number),
        CONSTRAINT statistics_edition_reason CHECK (
          (number = 1) = (supersedes IS NULL) AND (number = 1 OR (reason IS NOT NULL AND difference IS NOT NULL)))
      );
      ALTER TABLE statistics_edition ENABLE ROW LEVEL SECURITY;
      ALTER TABLE statistics_edition FORCE ROW LEVEL SECURITY;
      CREATE POLICY statistics_edition_read ON statistics_edition FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY statistics_edition_read_public ON statistics_edition FOR SELECT TO qy_public USING (true);
      CREATE POLICY statistics_edition_insert ON statistics_edition FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT ON statistics_edition TO qy_app;
      GRANT SELECT (id, period, number, cut_off, supersedes, reason, line_count, list_hash, public_figures, figures_hash,
        frozen_at) ON statistics_edition TO qy_public;

      CREATE TABLE statistics_edition_line (
        edition_id uuid NOT NULL REFERENCES statistics_edition (id) DEFERRABLE INITIALLY DEFERRED,
        side text NOT NULL CHECK (side IN ('current', 'previous')),
        id uuid NOT NULL,
        ${content},
        PRIMARY KEY (edition_id, side, registration_number)
      );
      CREATE INDEX statistics_edition_line_id ON statistics_edition_line (edition_id, side, id);
      ALTER TABLE statistics_edition_line ENABLE ROW LEVEL SECURITY;
      ALTER TABLE statistics_edition_line FORCE ROW LEVEL SECURITY;
      CREATE POLICY statistics_edition_line_read ON statistics_edition_line FOR SELECT TO qy_app USING (
        (SELECT app_is_system()) OR (SELECT app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor')));
      CREATE POLICY statistics_edition_line_insert ON statistics_edition_line FOR INSERT TO qy_app WITH CHECK (
        (SELECT app_is_system()) OR (SELECT app_has_role('registrar', 'reviewer')));
      GRANT SELECT, INSERT ON statistics_edition_line TO qy_app;

      CREATE TRIGGER statistics_edition_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON statistics_edition
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER statistics_edition_line_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON statistics_edition_line
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION refuse_line_of_frozen_edition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM added JOIN statistics_edition e ON e.id = added.edition_id) THEN
          RAISE EXCEPTION 'the edition is frozen' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER statistics_edition_line_before_edition AFTER INSERT ON statistics_edition_line
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_line_of_frozen_edition();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE statistics_edition_line, statistics_edition, registration_entry;
      DROP FUNCTION refuse_line_of_frozen_edition;
    `);
  }
}
