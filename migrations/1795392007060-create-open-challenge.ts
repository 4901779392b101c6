import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Open challenges with sealed bids. Until the reveals are over only its bidder reads a bid's row, whatever role others have,
 * and the row holds nothing but a hash before its reveal. New tables only.
 */
export class CreateOpenChallenge1795392007060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE open_challenge (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        opened_by uuid NOT NULL REFERENCES person (id),
        demand_id uuid REFERENCES demand (id),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'revealing', 'scoring', 'tied', 'ranked', 'underNotice',
          'suspended', 'cleared', 'awarded', 'failed', 'cancelled')),
        title text NOT NULL,
        summary text NOT NULL,
        field text,
        county_code text NOT NULL,
        budget_fen bigint CHECK (budget_fen >= 0),
        ip_terms jsonb,
        criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'array'),
        prizes_fen bigint[] NOT NULL CHECK (0 <= ALL (prizes_fen)),
        pass_mark integer NOT NULL CHECK (pass_mark BETWEEN 0 AND 100),
        questions_until timestamptz NOT NULL,
        commit_until timestamptz NOT NULL,
        reveal_until timestamptz NOT NULL,
        scoring_until date NOT NULL,
        terms_hash text,
        notice_id uuid REFERENCES public_notice (id),
        outcome_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT open_challenge_terms_fixed CHECK ((published_at IS NULL) = (terms_hash IS NULL))
      );
      CREATE INDEX open_challenge_organization ON open_challenge (organization_id, id);
      CREATE INDEX open_challenge_demand ON open_challenge (demand_id) WHERE demand_id IS NOT NULL;
      CREATE INDEX open_challenge_due ON open_challenge (state, commit_until, reveal_until) WHERE state IN ('open', 'revealing');
      CREATE TABLE open_challenge_detail (
        challenge_id uuid PRIMARY KEY REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        details text NOT NULL
      );
      CREATE TABLE open_challenge_entry (
        challenge_id uuid NOT NULL REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        terms_hash text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (challenge_id, organization_id)
      );
      CREATE TABLE open_challenge_question (
        id uuid PRIMARY KEY,
        challenge_id uuid NOT NULL REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        text text NOT NULL,
        asked_at timestamptz NOT NULL,
        answer text,
        answered_at timestamptz,
        CONSTRAINT open_challenge_question_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX open_challenge_question_challenge ON open_challenge_question (challenge_id, id);
      CREATE TABLE open_challenge_bid (
        id uuid PRIMARY KEY,
        challenge_id uuid NOT NULL REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('committed', 'withdrawn', 'revealed', 'lapsed', 'released', 'excluded', 'won',
          'lost')),
        algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
        commitment text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
        content jsonb,
        nonce text,
        code text,
        out_reason text,
        failed_reveals integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        committed_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        revealed_at timestamptz,
        CONSTRAINT open_challenge_bid_once UNIQUE (challenge_id, organization_id),
        CONSTRAINT open_challenge_bid_sealed CHECK (
          (content IS NULL) = (nonce IS NULL) AND (content IS NULL) = (revealed_at IS NULL)
          AND (state NOT IN ('committed', 'withdrawn', 'lapsed', 'released') OR content IS NULL)
          AND (state NOT IN ('revealed', 'won', 'lost') OR content IS NOT NULL))
      );
      CREATE TABLE open_challenge_judge (
        challenge_id uuid NOT NULL REFERENCES open_challenge (id),
        person_id uuid NOT NULL REFERENCES person (id),
        appointed_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (challenge_id, person_id)
      );
      CREATE TABLE open_challenge_recusal (
        bid_id uuid NOT NULL REFERENCES open_challenge_bid (id),
        person_id uuid NOT NULL REFERENCES person (id),
        reason text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (bid_id, person_id)
      );
      CREATE TABLE open_challenge_sheet (
        bid_id uuid NOT NULL REFERENCES open_challenge_bid (id),
        person_id uuid NOT NULL REFERENCES person (id),
        scores jsonb NOT NULL,
        weighted integer NOT NULL CHECK (weighted BETWEEN 0 AND 10000),
        comment text,
        at timestamptz NOT NULL,
        PRIMARY KEY (bid_id, person_id)
      );
      CREATE TABLE open_challenge_result (
        challenge_id uuid PRIMARY KEY REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        ranking jsonb NOT NULL,
        open_tie jsonb NOT NULL DEFAULT '[]',
        tie_decision jsonb,
        ranked_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL
      );
      CREATE TABLE open_challenge_feedback (
        bid_id uuid PRIMARY KEY REFERENCES open_challenge_bid (id),
        reason text NOT NULL CHECK (reason IN ('wrongField', 'immature', 'tooDear', 'ipUnclear', 'tooFar', 'alreadyHave',
          'descriptionUnclear', 'other')),
        texts jsonb NOT NULL,
        person_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL
      );
      CREATE TABLE open_challenge_award (
        bid_id uuid PRIMARY KEY REFERENCES open_challenge_bid (id),
        challenge_id uuid NOT NULL REFERENCES open_challenge (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        rank integer NOT NULL CHECK (rank > 0),
        prize_fen bigint NOT NULL CHECK (prize_fen >= 0),
        deal_id uuid,
        at timestamptz NOT NULL,
        payment_document text,
        paid_on date,
        CONSTRAINT open_challenge_award_paid CHECK ((payment_document IS NULL) = (paid_on IS NULL)),
        CONSTRAINT open_challenge_award_rank UNIQUE (challenge_id, rank)
      );
    `);
    for (const table of [
      'open_challenge',
      'open_challenge_detail',
      'open_challenge_entry',
      'open_challenge_question',
      'open_challenge_bid',
      'open_challenge_judge',
      'open_challenge_recusal',
      'open_challenge_sheet',
      'open_challenge_result',
      'open_challenge_feedback',
      'open_challenge_award',
    ]) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT, UPDATE ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY open_challenge_read ON open_challenge FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR published_at IS NOT NULL);
      CREATE POLICY open_challenge_read_public ON open_challenge FOR SELECT TO qy_public USING (published_at IS NOT NULL);
      GRANT SELECT ON open_challenge TO qy_public;
      CREATE POLICY open_challenge_insert ON open_challenge FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY open_challenge_update ON open_challenge FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());

      CREATE POLICY open_challenge_detail_read ON open_challenge_detail FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR EXISTS (
          SELECT FROM open_challenge_entry e WHERE e.challenge_id = open_challenge_detail.challenge_id
            AND e.organization_id = app_organization_id()));
      CREATE POLICY open_challenge_detail_write ON open_challenge_detail FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY open_challenge_detail_update ON open_challenge_detail FOR UPDATE TO qy_app USING (
        organization_id = app_organization_id());

      -- Who takes part is nobody's business before the deadline: the caller asks through the use case, which counts only.
      CREATE POLICY open_challenge_entry_read ON open_challenge_entry FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY open_challenge_entry_insert ON open_challenge_entry FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND person_id = app_person_id());
      CREATE POLICY open_challenge_question_read ON open_challenge_question FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY open_challenge_question_insert ON open_challenge_question FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY open_challenge_question_update ON open_challenge_question FOR UPDATE TO qy_app USING (app_is_system());

      CREATE POLICY open_challenge_bid_read ON open_challenge_bid FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY open_challenge_bid_insert ON open_challenge_bid FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND person_id = app_person_id());
      CREATE POLICY open_challenge_bid_update ON open_challenge_bid FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());

      CREATE POLICY open_challenge_judge_read ON open_challenge_judge FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      CREATE POLICY open_challenge_judge_insert ON open_challenge_judge FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY open_challenge_recusal_read ON open_challenge_recusal FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      CREATE POLICY open_challenge_recusal_insert ON open_challenge_recusal FOR INSERT TO qy_app WITH CHECK (app_is_system());
      -- Blind: nobody but the system reads another's sheet.
      CREATE POLICY open_challenge_sheet_read ON open_challenge_sheet FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      CREATE POLICY open_challenge_sheet_insert ON open_challenge_sheet FOR INSERT TO qy_app WITH CHECK (app_is_system());
      REVOKE UPDATE ON open_challenge_sheet FROM qy_app;

      CREATE POLICY open_challenge_result_all ON open_challenge_result FOR ALL TO qy_app USING (app_is_system());
      CREATE POLICY open_challenge_feedback_all ON open_challenge_feedback FOR ALL TO qy_app USING (app_is_system());
      CREATE POLICY open_challenge_award_all ON open_challenge_award FOR ALL TO qy_app USING (app_is_system());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE open_challenge_award, open_challenge_feedback, open_challenge_result, open_challenge_sheet,
        open_challenge_recusal, open_challenge_judge, open_challenge_bid, open_challenge_question, open_challenge_entry,
        open_challenge_detail, open_challenge;
    `);
  }
}
