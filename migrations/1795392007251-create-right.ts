import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `'inventionPatent', 'utilityModelPatent', 'designPatent', 'softwareCopyright', 'newVariety', 'layoutDesign'`;
const officers = `app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor')`;

/**
 * The register of intellectual property beside patents: other rights, what lies on any right (overlays), co-owners,
 * consents, verifications, annual fees. `right_id` is the id of a patent or of an ip_right; neither is ever deleted.
 */
export class CreateRight1795392007251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ip_right (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_id uuid REFERENCES achievement (id),
        kind text NOT NULL CHECK (kind IN ('softwareCopyright', 'newVariety', 'layoutDesign')),
        state text NOT NULL CHECK (state IN ('applied', 'granted', 'rejected', 'expired', 'lapsed', 'surrendered', 'invalid')),
        number text NOT NULL,
        title text NOT NULL,
        filed_on date NOT NULL,
        granted_on date,
        first_used_on date,
        owner_kind text NOT NULL CHECK (owner_kind IN ('person', 'organization')),
        woody boolean NOT NULL,
        expires_on date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ip_right_number_once UNIQUE (kind, number)
      );
      CREATE INDEX ip_right_organization ON ip_right (organization_id, id);
      CREATE INDEX ip_right_achievement ON ip_right (achievement_id) WHERE achievement_id IS NOT NULL;
      CREATE INDEX ip_right_expiring ON ip_right (expires_on) WHERE state = 'granted';

      CREATE TABLE right_overlay (
        id uuid PRIMARY KEY,
        right_id uuid NOT NULL,
        right_kind text NOT NULL CHECK (right_kind IN (${kinds})),
        right_number text NOT NULL,
        right_title text NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        kind text NOT NULL CHECK (kind IN ('pledge', 'licence', 'openLicence', 'preservation', 'suspension', 'dispute',
          'invalidationRequest', 'partialInvalidity', 'assignment')),
        state text NOT NULL CHECK (state IN ('registered', 'confirmed', 'releasing', 'released', 'ended', 'annulled')),
        holder_organization_id uuid REFERENCES organization (id),
        holder_name text NOT NULL,
        manner text CHECK (manner IN ('exclusive', 'sole', 'ordinary')),
        territory text[] NOT NULL,
        from_on date NOT NULL,
        until_on date,
        secured_amount_fen bigint CHECK (secured_amount_fen >= 0),
        reference text,
        basis text NOT NULL,
        evidence_id uuid REFERENCES attachment (id),
        contract_id uuid,
        registered_by uuid,
        confirmed_by uuid,
        release_basis text,
        release_evidence_id uuid REFERENCES attachment (id),
        release_requested_by uuid,
        released_by uuid,
        ended_on date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT right_overlay_two_people CHECK (confirmed_by <> registered_by AND released_by <> release_requested_by),
        CONSTRAINT right_overlay_manner CHECK ((kind = 'licence') = (manner IS NOT NULL)),
        CONSTRAINT right_overlay_period CHECK (until_on IS NULL OR until_on >= from_on)
      );
      CREATE INDEX right_overlay_right ON right_overlay (right_id, id);
      CREATE INDEX right_overlay_holder ON right_overlay (holder_organization_id, id) WHERE holder_organization_id IS NOT NULL;
      CREATE INDEX right_overlay_contract ON right_overlay (contract_id) WHERE contract_id IS NOT NULL;
      CREATE INDEX right_overlay_ending ON right_overlay (until_on)
        WHERE state IN ('registered', 'confirmed', 'releasing') AND until_on IS NOT NULL;
      CREATE UNIQUE INDEX right_overlay_sold_once ON right_overlay (right_id)
        WHERE kind = 'assignment' AND state IN ('registered', 'confirmed', 'releasing');

      CREATE TABLE right_co_ownership (
        right_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        solo_acts text[] CHECK (solo_acts <@ ARRAY['transfer', 'equityContribution', 'exclusiveLicence', 'soleLicence',
          'ordinaryLicence', 'openLicence', 'pledge']),
        evidence_id uuid REFERENCES attachment (id),
        stated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE TABLE right_co_owner (
        id uuid PRIMARY KEY,
        right_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        co_owner_organization_id uuid REFERENCES organization (id),
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX right_co_owner_right ON right_co_owner (right_id, id);
      CREATE UNIQUE INDEX right_co_owner_once ON right_co_owner (right_id, name) WHERE removed_at IS NULL;
      CREATE INDEX right_co_owner_organization ON right_co_owner (co_owner_organization_id)
        WHERE co_owner_organization_id IS NOT NULL;

      CREATE TABLE right_consent (
        id uuid PRIMARY KEY,
        right_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        giver text NOT NULL CHECK (giver IN ('pledgee', 'coOwner', 'authority')),
        overlay_id uuid REFERENCES right_overlay (id),
        co_owner_id uuid REFERENCES right_co_owner (id),
        given_by_organization_id uuid REFERENCES organization (id),
        acts text[] NOT NULL CHECK (acts <@ ARRAY['transfer', 'equityContribution', 'exclusiveLicence', 'soleLicence',
          'ordinaryLicence', 'openLicence', 'pledge']),
        valid_until date,
        state text NOT NULL CHECK (state IN ('stated', 'given', 'withdrawn')),
        basis text NOT NULL,
        evidence_id uuid REFERENCES attachment (id),
        stated_by uuid NOT NULL,
        confirmed_by uuid CHECK (confirmed_by <> stated_by),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT right_consent_giver CHECK ((giver = 'pledgee') = (overlay_id IS NOT NULL)
          AND (giver = 'coOwner') = (co_owner_id IS NOT NULL))
      );
      CREATE INDEX right_consent_right ON right_consent (right_id, id);

      CREATE TABLE right_verification (
        id uuid PRIMARY KEY,
        right_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        source text NOT NULL CHECK (source IN ('certificate', 'registerCopy', 'officialQuery')),
        agrees boolean NOT NULL,
        note text,
        evidence_id uuid NOT NULL REFERENCES attachment (id),
        verified_by uuid NOT NULL,
        verified_at timestamptz NOT NULL
      );
      CREATE INDEX right_verification_right ON right_verification (right_id, id);

      CREATE TABLE patent_fee (
        id uuid PRIMARY KEY,
        patent_id uuid NOT NULL REFERENCES patent (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        year smallint NOT NULL CHECK (year BETWEEN 1 AND 30),
        paid_on date NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        receipt_number text NOT NULL,
        reported_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT patent_fee_once UNIQUE (patent_id, year)
      );
    `);
    const shared: Readonly<Record<string, string>> = {
      ip_right: 'organization_id = app_organization_id()',
      right_overlay: 'app_organization_id() IN (organization_id, holder_organization_id)',
      right_co_ownership: 'organization_id = app_organization_id()',
      right_co_owner: 'app_organization_id() IN (organization_id, co_owner_organization_id)',
      right_consent: 'app_organization_id() IN (organization_id, given_by_organization_id)',
      right_verification: 'organization_id = app_organization_id()',
      patent_fee: 'organization_id = app_organization_id()',
    };
    const appendOnly = ['right_verification', 'patent_fee'];
    for (const [table, own] of Object.entries(shared)) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (app_is_system() OR ${own} OR ${officers});
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (app_is_system() OR ${own});
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
      if (appendOnly.includes(table)) continue;
      // Bureau officers confirm and free; which of them may is the service's to say, and it acts as the system for them.
      await runner.query(`
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (app_is_system() OR ${own});
        GRANT UPDATE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE patent_fee, right_verification, right_consent, right_co_owner, right_co_ownership, right_overlay, ip_right;
    `);
  }
}
