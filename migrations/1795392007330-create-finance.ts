import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Technology finance (科技金融): products, needs, applications, and the pack of evidence that a company hands to one
 * institution. A pack's content is frozen when it is made; every reading of it is a row that nobody changes.
 */
export class CreateFinance1795392007330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE finance_scheme (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
        kind text NOT NULL CHECK (kind IN ('ipPledge', 'techCredit', 'investmentLoan', 'guarantee', 'insurance',
          'riskCompensated')),
        title text NOT NULL,
        description text NOT NULL,
        rate_text text NOT NULL,
        min_fen bigint NOT NULL CHECK (min_fen >= 0),
        max_fen bigint NOT NULL CHECK (max_fen >= min_fen),
        longest_months integer NOT NULL CHECK (longest_months BETWEEN 1 AND 360),
        conditions jsonb NOT NULL CHECK (jsonb_typeof(conditions) = 'object'),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX finance_scheme_organization ON finance_scheme (organization_id, id);
      ALTER TABLE finance_scheme ENABLE ROW LEVEL SECURITY;
      ALTER TABLE finance_scheme FORCE ROW LEVEL SECURITY;
      CREATE POLICY finance_scheme_read ON finance_scheme FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state = 'published');
      CREATE POLICY finance_scheme_read_public ON finance_scheme FOR SELECT TO qy_public USING (state = 'published');
      CREATE POLICY finance_scheme_insert ON finance_scheme FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY finance_scheme_update ON finance_scheme FOR UPDATE TO qy_app USING (organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON finance_scheme TO qy_app;
      GRANT SELECT ON finance_scheme TO qy_public;

      CREATE TABLE finance_need (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('open', 'met', 'withdrawn')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        months integer NOT NULL CHECK (months BETWEEN 1 AND 360),
        kinds text[] NOT NULL,
        purpose text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX finance_need_organization ON finance_need (organization_id, id);
      ALTER TABLE finance_need ENABLE ROW LEVEL SECURITY;
      ALTER TABLE finance_need FORCE ROW LEVEL SECURITY;
      CREATE POLICY finance_need_read ON finance_need FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY finance_need_insert ON finance_need FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY finance_need_update ON finance_need FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON finance_need TO qy_app;

      CREATE TABLE finance_application (
        id uuid PRIMARY KEY,
        need_id uuid NOT NULL REFERENCES finance_need (id),
        product_id uuid NOT NULL REFERENCES finance_scheme (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        provider_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('submitted', 'examining', 'approved', 'disbursed', 'refused', 'withdrawn', 'lapsed')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        months integer NOT NULL CHECK (months BETWEEN 1 AND 360),
        purpose text NOT NULL,
        findings jsonb NOT NULL CHECK (jsonb_typeof(findings) = 'array'),
        approved_fen bigint CHECK (approved_fen > 0),
        disbursed_fen bigint CHECK (disbursed_fen > 0 AND disbursed_fen <= approved_fen),
        disbursed_on date,
        decision_reason text,
        decided_by uuid REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX finance_application_once ON finance_application (need_id, product_id)
        WHERE state IN ('submitted', 'examining', 'approved');
      CREATE INDEX finance_application_organization ON finance_application (organization_id, id);
      CREATE INDEX finance_application_provider ON finance_application (provider_organization_id, id);
      ALTER TABLE finance_application ENABLE ROW LEVEL SECURITY;
      ALTER TABLE finance_application FORCE ROW LEVEL SECURITY;
      CREATE POLICY finance_application_read ON finance_application FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (organization_id, provider_organization_id));
      CREATE POLICY finance_application_insert ON finance_application FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY finance_application_update ON finance_application FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (organization_id, provider_organization_id));
      GRANT SELECT, INSERT, UPDATE ON finance_application TO qy_app;

      CREATE TABLE finance_pack (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES finance_application (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        provider_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('granted', 'withdrawn')),
        files jsonb NOT NULL CHECK (jsonb_typeof(files) = 'array'),
        manifest text NOT NULL,
        signature text NOT NULL,
        key_id text NOT NULL,
        consent text NOT NULL,
        consented_by uuid NOT NULL REFERENCES person (id),
        consented_at timestamptz NOT NULL,
        expires_on date NOT NULL,
        withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT finance_pack_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX finance_pack_once ON finance_pack (application_id) WHERE state = 'granted';
      ALTER TABLE finance_pack ENABLE ROW LEVEL SECURITY;
      ALTER TABLE finance_pack FORCE ROW LEVEL SECURITY;
      CREATE POLICY finance_pack_read ON finance_pack FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (organization_id, provider_organization_id));
      CREATE POLICY finance_pack_insert ON finance_pack FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY finance_pack_update ON finance_pack FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT ON finance_pack TO qy_app;
      GRANT UPDATE (state, withdrawn_at, version) ON finance_pack TO qy_app;

      CREATE TABLE finance_pack_reading (
        id uuid PRIMARY KEY,
        pack_id uuid NOT NULL REFERENCES finance_pack (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        owner_organization_id uuid NOT NULL REFERENCES organization (id),
        at timestamptz NOT NULL
      );
      CREATE INDEX finance_pack_reading_pack ON finance_pack_reading (pack_id, id);
      ALTER TABLE finance_pack_reading ENABLE ROW LEVEL SECURITY;
      ALTER TABLE finance_pack_reading FORCE ROW LEVEL SECURITY;
      CREATE POLICY finance_pack_reading_read ON finance_pack_reading FOR SELECT TO qy_app USING (
        app_is_system() OR owner_organization_id = app_organization_id());
      CREATE POLICY finance_pack_reading_insert ON finance_pack_reading FOR INSERT TO qy_app WITH CHECK (
        person_id = app_person_id() AND organization_id = app_organization_id());
      GRANT SELECT, INSERT ON finance_pack_reading TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE finance_pack_reading, finance_pack, finance_application, finance_need, finance_scheme;`,
    );
  }
}
