import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings (挂牌) of achievements, with their pricing method (促进科技成果转化法 art. 18). */
export class CreateListing1795392000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listing (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        state text NOT NULL CHECK (state IN ('draft', 'underNotice', 'suspended', 'listed', 'sold', 'stopped', 'expired',
          'withdrawn')),
        pricing_method text CHECK (pricing_method IN ('negotiated', 'listed', 'auction')),
        transfer_mode text NOT NULL CHECK (transfer_mode IN ('transfer', 'licence', 'equityContribution', 'cooperation',
          'service')),
        price_fen bigint CHECK (price_fen >= 0),
        related_party boolean NOT NULL,
        notice_days integer NOT NULL CHECK (notice_days >= 1),
        notice_id uuid REFERENCES public_notice (id),
        valid_until date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        listed_at timestamptz,
        CONSTRAINT listing_notice_known CHECK (state NOT IN ('underNotice', 'suspended', 'stopped') OR notice_id IS NOT NULL)
      );
      CREATE INDEX listing_organization ON listing (organization_id, id);
      CREATE INDEX listing_achievement ON listing (achievement_id, id);
      CREATE INDEX listing_notice ON listing (notice_id) WHERE notice_id IS NOT NULL;
      CREATE INDEX listing_public ON listing (id) WHERE state NOT IN ('draft', 'withdrawn');
      CREATE INDEX listing_expiring ON listing (valid_until) WHERE state = 'listed' AND valid_until IS NOT NULL;
      ALTER TABLE listing ENABLE ROW LEVEL SECURITY;
      ALTER TABLE listing FORCE ROW LEVEL SECURITY;
      CREATE POLICY listing_read ON listing FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state NOT IN ('draft', 'withdrawn')
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY listing_read_public ON listing FOR SELECT TO qy_public USING (state NOT IN ('draft', 'withdrawn'));
      CREATE POLICY listing_insert ON listing FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY listing_update ON listing FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON listing TO qy_app;
      GRANT SELECT ON listing TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE listing;`);
  }
}
