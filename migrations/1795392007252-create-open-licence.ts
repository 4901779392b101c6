import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `'inventionPatent', 'utilityModelPatent', 'designPatent', 'softwareCopyright', 'newVariety', 'layoutDesign'`;
const officers = `app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor')`;

/** Open-licence statements and their uptakes; filings of licences and assignments; reminders, each once. */
export class CreateOpenLicence1795392007252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE open_licence (
        id uuid PRIMARY KEY,
        patent_id uuid NOT NULL REFERENCES patent (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        patent_number text NOT NULL,
        patent_title text NOT NULL,
        holder_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn', 'ended', 'discarded')),
        fee_manner text NOT NULL CHECK (fee_manner IN ('lumpSum', 'perYear', 'netSalesRoyalty', 'profitRoyalty', 'free')),
        fee_fen bigint CHECK (fee_fen >= 0),
        royalty_basis_points integer CHECK (royalty_basis_points BETWEEN 0 AND 10000),
        fee_basis text NOT NULL,
        from_on date NOT NULL,
        until_on date NOT NULL,
        territory text[] NOT NULL,
        other_terms text,
        contact text NOT NULL,
        evaluation_report_id uuid REFERENCES attachment (id),
        overlay_id uuid REFERENCES right_overlay (id),
        drafted_by uuid NOT NULL,
        published_by uuid CHECK (published_by <> drafted_by),
        published_at timestamptz,
        withdrawn_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX open_licence_once ON open_licence (patent_id) WHERE state = 'published';
      CREATE INDEX open_licence_organization ON open_licence (organization_id, id);
      CREATE INDEX open_licence_public ON open_licence (id) WHERE state = 'published';

      CREATE TABLE open_licence_uptake (
        id uuid PRIMARY KEY,
        open_licence_id uuid NOT NULL REFERENCES open_licence (id),
        patent_id uuid NOT NULL REFERENCES patent (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        licensee_organization_id uuid NOT NULL REFERENCES organization (id),
        licensee_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('notified', 'licensed', 'contested', 'cancelled')),
        notified_on date NOT NULL,
        paid_on date,
        payment_evidence_id uuid REFERENCES attachment (id),
        effective_on date,
        until_on date NOT NULL,
        overlay_id uuid REFERENCES right_overlay (id),
        notified_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX open_licence_uptake_once ON open_licence_uptake (open_licence_id, licensee_organization_id)
        WHERE state <> 'cancelled';
      CREATE INDEX open_licence_uptake_licensee ON open_licence_uptake (licensee_organization_id, id);

      CREATE TABLE right_filing (
        id uuid PRIMARY KEY,
        right_id uuid NOT NULL,
        right_kind text NOT NULL CHECK (right_kind IN (${kinds})),
        right_number text NOT NULL,
        right_title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('licenceFiling', 'assignmentRegistration')),
        state text NOT NULL CHECK (state IN ('due', 'reported', 'filed', 'cancelled')),
        organization_id uuid NOT NULL REFERENCES organization (id),
        counterpart_organization_id uuid NOT NULL REFERENCES organization (id),
        contract_id uuid,
        uptake_id uuid REFERENCES open_licence_uptake (id),
        overlay_id uuid NOT NULL REFERENCES right_overlay (id),
        started_on date NOT NULL,
        due_on date,
        provisional boolean NOT NULL,
        filed_on date,
        filing_number text,
        evidence_id uuid REFERENCES attachment (id),
        reported_by uuid,
        confirmed_by uuid CHECK (confirmed_by <> reported_by),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX right_filing_organization ON right_filing (organization_id, id);
      CREATE INDEX right_filing_counterpart ON right_filing (counterpart_organization_id, id);
      CREATE INDEX right_filing_due ON right_filing (due_on) WHERE state IN ('due', 'reported') AND due_on IS NOT NULL;
      CREATE INDEX right_filing_contract ON right_filing (contract_id) WHERE contract_id IS NOT NULL;

      CREATE TABLE right_reminder (
        id uuid NOT NULL UNIQUE,
        subject_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('annualFee', 'licenceFiling', 'term')),
        due_on date NOT NULL,
        threshold text NOT NULL CHECK (threshold IN ('days90', 'days30', 'days7', 'overdue', 'lastMonth')),
        right_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        title text NOT NULL,
        detail text NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (subject_id, kind, due_on, threshold)
      );
      CREATE INDEX right_reminder_organization ON right_reminder (organization_id, id);

      -- The day on which a right's terms were last looked at, so that each is looked at once a day.
      CREATE TABLE right_check (
        right_id uuid PRIMARY KEY,
        checked_on date NOT NULL
      );
      CREATE INDEX right_check_day ON right_check (checked_on);

      -- Without a foreign key on listing: a signature holds the listing while it waits for the right, and the key's lock
      -- would wait for the signature.
      CREATE TABLE listing_freeze (
        id uuid PRIMARY KEY,
        listing_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        code text NOT NULL,
        right_number text NOT NULL,
        frozen_at timestamptz NOT NULL,
        lifted_at timestamptz
      );
      CREATE UNIQUE INDEX listing_freeze_open_once ON listing_freeze (listing_id) WHERE lifted_at IS NULL;
      CREATE INDEX listing_freeze_listing ON listing_freeze (listing_id, id);
    `);
    const tables: Readonly<Record<string, string>> = {
      open_licence: `organization_id = app_organization_id()`,
      open_licence_uptake: 'app_organization_id() IN (organization_id, licensee_organization_id)',
      right_filing: 'app_organization_id() IN (organization_id, counterpart_organization_id)',
      right_reminder: 'organization_id = app_organization_id()',
      listing_freeze: 'organization_id = app_organization_id()',
    };
    await runner.query(`
      ALTER TABLE right_check ENABLE ROW LEVEL SECURITY;
      ALTER TABLE right_check FORCE ROW LEVEL SECURITY;
      CREATE POLICY right_check_all ON right_check FOR ALL TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, UPDATE ON right_check TO qy_app;
    `);
    const bySystem = ['right_reminder', 'listing_freeze'];
    for (const [table, own] of Object.entries(tables)) {
      const write = bySystem.includes(table) ? 'app_is_system()' : `app_is_system() OR ${own}`;
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR ${own} OR ${officers}${table === 'open_licence' ? ` OR state IN ('published', 'withdrawn', 'ended')` : ''});
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (${write});
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (${write});
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      CREATE POLICY open_licence_read_public ON open_licence FOR SELECT TO qy_public
        USING (state IN ('published', 'withdrawn', 'ended'));
      GRANT SELECT ON open_licence TO qy_public;
      CREATE POLICY listing_freeze_read_public ON listing_freeze FOR SELECT TO qy_public USING (true);
      GRANT SELECT (id, listing_id, code, frozen_at, lifted_at) ON listing_freeze TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE listing_freeze, right_check, right_reminder, right_filing, open_licence_uptake, open_licence;`,
    );
  }
}
