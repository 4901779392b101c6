import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Titles of innovation carriers (创新创业载体) and their yearly reviews. One organization holds many titles. Whoever examined
 * does not decide; a title once recognized is public, with its history.
 */
export class CreateCarrier1795392007305 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carrier_title (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        kind text NOT NULL CHECK (kind IN ('makerSpace', 'incubator', 'agriStarSpace', 'demonstrationVillage',
          'expertStation', 'demonstrationBase')),
        level text NOT NULL CHECK (level IN ('national', 'provincial', 'city', 'county')),
        state text NOT NULL CHECK (state IN ('applied', 'returned', 'examined', 'publicized', 'recorded', 'recognized',
          'rectifying', 'refused', 'cancelled', 'withdrawn', 'expired')),
        origin text NOT NULL CHECK (origin IN ('application', 'record')),
        name text NOT NULL,
        county_code text NOT NULL,
        professional_field text,
        statement text NOT NULL,
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        document text,
        recognized_on date,
        valid_until date,
        ended_on date,
        filed_by uuid NOT NULL REFERENCES person (id),
        examined_by uuid REFERENCES person (id),
        opinion text,
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        notice_id uuid REFERENCES public_notice (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT carrier_title_four_eyes CHECK (decided_by <> examined_by AND decided_by <> filed_by),
        CONSTRAINT carrier_title_dates CHECK (valid_until >= recognized_on AND ended_on >= recognized_on),
        CONSTRAINT carrier_title_in_force CHECK (state NOT IN ('recognized', 'rectifying') OR recognized_on IS NOT NULL)
      );
      CREATE UNIQUE INDEX carrier_title_once ON carrier_title (organization_id, kind, level)
        WHERE state NOT IN ('refused', 'cancelled', 'withdrawn', 'expired');
      CREATE INDEX carrier_title_organization ON carrier_title (organization_id, id);
      CREATE INDEX carrier_title_in_force ON carrier_title (kind, id) WHERE state IN ('recognized', 'rectifying');
      ALTER TABLE carrier_title ENABLE ROW LEVEL SECURITY;
      ALTER TABLE carrier_title FORCE ROW LEVEL SECURITY;
      CREATE POLICY carrier_title_read ON carrier_title FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer', 'auditor')
        OR state IN ('recognized', 'rectifying', 'withdrawn', 'expired'));
      CREATE POLICY carrier_title_insert ON carrier_title FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer'));
      CREATE POLICY carrier_title_update ON carrier_title FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer'));
      GRANT SELECT, INSERT, UPDATE ON carrier_title TO qy_app;

      CREATE TABLE carrier_review (
        id uuid PRIMARY KEY,
        title_id uuid NOT NULL REFERENCES carrier_title (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
        state text NOT NULL CHECK (state IN ('due', 'submitted', 'examined', 'rectifying', 'passed', 'withdrawn')),
        due_on date NOT NULL,
        report text,
        figures jsonb,
        submitted_at timestamptz,
        proposal text CHECK (proposal IN ('pass', 'rectify', 'withdraw')),
        examined_by uuid REFERENCES person (id),
        opinion text,
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        rectify_until date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT carrier_review_once UNIQUE (title_id, year),
        CONSTRAINT carrier_review_four_eyes CHECK (decided_by <> examined_by)
      );
      CREATE INDEX carrier_review_organization ON carrier_review (organization_id, id);
      ALTER TABLE carrier_review ENABLE ROW LEVEL SECURITY;
      ALTER TABLE carrier_review FORCE ROW LEVEL SECURITY;
      CREATE POLICY carrier_review_read ON carrier_review FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer', 'auditor'));
      CREATE POLICY carrier_review_insert ON carrier_review FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY carrier_review_update ON carrier_review FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer'));
      GRANT SELECT, INSERT, UPDATE ON carrier_review TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE carrier_review, carrier_title;`);
  }
}
