import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The yearly review of awards, and the relations from which recusals follow. A panelist sees his own sheets until the ranking;
 * whoever opened or ranked a review does not approve it; a sheet and an award are written once.
 */
export class CreateRewardReview1795392005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relation (
        id uuid PRIMARY KEY,
        from_kind text NOT NULL CHECK (from_kind IN ('person', 'organization')),
        from_id uuid NOT NULL,
        to_kind text NOT NULL CHECK (to_kind IN ('person', 'organization')),
        to_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('member', 'relative', 'shareholder', 'adviser', 'project', 'other')),
        note text NOT NULL,
        declared_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT relation_of_two CHECK (from_id <> to_id)
      );
      CREATE INDEX relation_from ON relation (from_id) WHERE ended_at IS NULL;
      CREATE INDEX relation_to ON relation (to_id) WHERE ended_at IS NULL;

      CREATE TABLE reward_review (
        id uuid PRIMARY KEY,
        scheme text NOT NULL CHECK (scheme IN ('agencyAward', 'brokerBonus', 'enterpriseAward')),
        fiscal_year integer NOT NULL,
        state text NOT NULL CHECK (state IN ('collecting', 'scoring', 'tied', 'ranked', 'publicized', 'awaitingApproval',
          'approved', 'paid', 'archived', 'void')),
        applications_until date NOT NULL,
        opened_by uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        snapshot jsonb,
        snapshot_hash text,
        ranking jsonb,
        open_tie jsonb NOT NULL DEFAULT '[]',
        tie_decision jsonb,
        ranked_by uuid REFERENCES person (id),
        notice_id uuid REFERENCES public_notice (id),
        approved_by uuid REFERENCES person (id),
        archive_hash text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reward_review_four_eyes CHECK (approved_by <> opened_by AND approved_by <> ranked_by),
        CONSTRAINT reward_review_frozen CHECK ((snapshot IS NULL) = (snapshot_hash IS NULL))
      );
      CREATE UNIQUE INDEX reward_review_once ON reward_review (scheme, fiscal_year) WHERE state <> 'void';

      CREATE TABLE reward_application (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES reward_review (id),
        applicant_kind text NOT NULL CHECK (applicant_kind IN ('organization', 'person')),
        applicant_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        submitted_by uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted', 'excluded', 'withdrawn')),
        statement text NOT NULL,
        evidence jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array'),
        benefit_fen bigint NOT NULL DEFAULT 0 CHECK (benefit_fen >= 0),
        findings text,
        checked_by uuid REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reward_application_checked CHECK (checked_by <> submitted_by)
      );
      CREATE UNIQUE INDEX reward_application_once ON reward_application (review_id, applicant_kind, applicant_id)
        WHERE state <> 'withdrawn';

      CREATE TABLE reward_panelist (
        review_id uuid NOT NULL REFERENCES reward_review (id),
        person_id uuid NOT NULL REFERENCES person (id),
        appointed_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (review_id, person_id)
      );
      CREATE TABLE reward_recusal (
        application_id uuid NOT NULL REFERENCES reward_application (id),
        person_id uuid NOT NULL REFERENCES person (id),
        reason text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (application_id, person_id)
      );
      CREATE TABLE reward_sheet (
        application_id uuid NOT NULL REFERENCES reward_application (id),
        person_id uuid NOT NULL REFERENCES person (id),
        scores jsonb NOT NULL,
        weighted integer NOT NULL CHECK (weighted BETWEEN 0 AND 10000),
        comment text,
        at timestamptz NOT NULL,
        PRIMARY KEY (application_id, person_id)
      );
      CREATE TABLE reward_award (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES reward_review (id),
        application_id uuid NOT NULL UNIQUE REFERENCES reward_application (id),
        accrual_id uuid UNIQUE REFERENCES reward_accrual (id),
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        paid_fen bigint CHECK (paid_fen BETWEEN 0 AND amount_fen),
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('approved', 'paid')),
        payment_document text,
        paid_on date,
        CONSTRAINT reward_award_paid CHECK ((state = 'paid') = (payment_document IS NOT NULL AND paid_on IS NOT NULL AND paid_fen IS NOT NULL))
      );
      CREATE INDEX reward_award_review ON reward_award (review_id, id);

      -- A sheet is written only while the panel scores, by an appointed panelist who is not recused, whatever the application does.
      CREATE FUNCTION reward_sheet_by_panel() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM reward_recusal r WHERE r.application_id = NEW.application_id AND r.person_id = NEW.person_id)
            OR NOT EXISTS (SELECT FROM reward_application a JOIN reward_panelist p ON p.review_id = a.review_id
                           WHERE a.id = NEW.application_id AND p.person_id = NEW.person_id) THEN
            RAISE EXCEPTION 'a sheet is written by a panelist who is not recused' USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER reward_sheet_by_panel BEFORE INSERT ON reward_sheet FOR EACH ROW EXECUTE FUNCTION reward_sheet_by_panel();
    `);
    for (const table of [
      'relation',
      'reward_review',
      'reward_application',
      'reward_panelist',
      'reward_recusal',
      'reward_sheet',
      'reward_award',
    ]) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY relation_read ON relation FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor', 'registrar', 'reviewer') OR declared_by = app_person_id());
      CREATE POLICY relation_insert ON relation FOR INSERT TO qy_app WITH CHECK (declared_by = app_person_id());
      CREATE POLICY relation_update ON relation FOR UPDATE TO qy_app USING (
        app_has_role('rewardOfficer') OR declared_by = app_person_id());
      GRANT UPDATE (ended_at) ON relation TO qy_app;

      CREATE POLICY reward_review_read ON reward_review FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY reward_review_insert ON reward_review FOR INSERT TO qy_app WITH CHECK (app_has_role('rewardOfficer'));
      CREATE POLICY reward_review_update ON reward_review FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer'));
      GRANT UPDATE ON reward_review TO qy_app;

      CREATE POLICY reward_application_read ON reward_application FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor') OR organization_id = app_organization_id()
        OR (applicant_kind = 'person' AND applicant_id = app_person_id()));
      CREATE POLICY reward_application_insert ON reward_application FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND submitted_by = app_person_id());
      CREATE POLICY reward_application_update ON reward_application FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer') OR organization_id = app_organization_id());
      GRANT UPDATE (state, statement, evidence, benefit_fen, findings, checked_by, version, updated_at) ON reward_application TO qy_app;

      CREATE POLICY reward_panelist_read ON reward_panelist FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor') OR person_id = app_person_id());
      CREATE POLICY reward_panelist_insert ON reward_panelist FOR INSERT TO qy_app WITH CHECK (app_has_role('rewardOfficer'));
      CREATE POLICY reward_recusal_read ON reward_recusal FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor') OR person_id = app_person_id());
      CREATE POLICY reward_recusal_insert ON reward_recusal FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('rewardOfficer') OR person_id = app_person_id());
      -- Blind: until the ranking nobody but the system reads another's sheet, the officers included.
      CREATE POLICY reward_sheet_read ON reward_sheet FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR (app_has_role('rewardOfficer', 'auditor') AND EXISTS (
          SELECT FROM reward_application a JOIN reward_review r ON r.id = a.review_id
          WHERE a.id = application_id AND r.state NOT IN ('collecting', 'scoring'))));
      CREATE POLICY reward_sheet_insert ON reward_sheet FOR INSERT TO qy_app WITH CHECK (app_is_system());

      CREATE POLICY reward_award_read ON reward_award FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('rewardOfficer', 'auditor') OR EXISTS (
          SELECT FROM reward_application a WHERE a.id = application_id AND (a.organization_id = app_organization_id()
            OR (a.applicant_kind = 'person' AND a.applicant_id = app_person_id()))));
      CREATE POLICY reward_award_insert ON reward_award FOR INSERT TO qy_app WITH CHECK (app_has_role('rewardOfficer'));
      CREATE POLICY reward_award_update ON reward_award FOR UPDATE TO qy_app USING (app_has_role('rewardOfficer'));
      GRANT UPDATE (state, paid_fen, payment_document, paid_on) ON reward_award TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reward_award, reward_sheet, reward_recusal, reward_panelist, reward_application, reward_review, relation;
      DROP FUNCTION reward_sheet_by_panel;
    `);
  }
}
