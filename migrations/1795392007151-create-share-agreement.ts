import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agreements of inventors on their shares, one row a round, and every inventor's word, which is never changed. An inventor of
 * another organization reads the rounds that name him. A reward plan says on which round it rests and why it departs from it.
 * Being taken into the library (入库) and the number of the bureau's register are two things from now on: a kind may stand
 * without a number.
 */
export class CreateShareAgreement1795392007151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE share_agreement (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        round integer NOT NULL CHECK (round >= 1),
        basis text NOT NULL CHECK (basis IN ('agreed', 'equalDefault')),
        statement text NOT NULL,
        inventors jsonb NOT NULL CHECK (jsonb_typeof(inventors) = 'array'),
        person_ids uuid[] NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        state text NOT NULL CHECK (state IN ('collecting', 'agreed', 'declined', 'superseded', 'withdrawn')),
        proposed_by uuid NOT NULL REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        agreed_at timestamptz,
        CONSTRAINT share_agreement_round_once UNIQUE (achievement_id, round),
        CONSTRAINT share_agreement_agreed CHECK (state <> 'agreed' OR agreed_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX share_agreement_one_in_force ON share_agreement (achievement_id)
        WHERE state IN ('collecting', 'agreed');
      CREATE INDEX share_agreement_organization ON share_agreement (organization_id, id);
      CREATE INDEX share_agreement_people ON share_agreement USING gin (person_ids);

      CREATE TABLE inventor_confirmation (
        agreement_id uuid NOT NULL REFERENCES share_agreement (id),
        position integer NOT NULL CHECK (position >= 0),
        organization_id uuid NOT NULL REFERENCES organization (id),
        answer text NOT NULL CHECK (answer IN ('agreed', 'declined')),
        manner text NOT NULL CHECK (manner IN ('account', 'paper')),
        attachment_id uuid REFERENCES attachment (id),
        content_hash text NOT NULL,
        reason text,
        by_person_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (agreement_id, position),
        CONSTRAINT inventor_confirmation_paper CHECK ((manner = 'paper') = (attachment_id IS NOT NULL))
      );
      ALTER TABLE share_agreement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE share_agreement FORCE ROW LEVEL SECURITY;
      CREATE POLICY share_agreement_read ON share_agreement FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_person_id() = ANY (person_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY share_agreement_insert ON share_agreement FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY share_agreement_update ON share_agreement FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_person_id() = ANY (person_ids));
      GRANT SELECT, INSERT, UPDATE (state, version, agreed_at) ON share_agreement TO qy_app;

      ALTER TABLE inventor_confirmation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE inventor_confirmation FORCE ROW LEVEL SECURITY;
      CREATE POLICY inventor_confirmation_read ON inventor_confirmation FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM share_agreement a WHERE a.id = agreement_id));
      CREATE POLICY inventor_confirmation_insert ON inventor_confirmation FOR INSERT TO qy_app WITH CHECK (
        by_person_id = app_person_id() AND EXISTS (SELECT FROM share_agreement a WHERE a.id = agreement_id
          AND a.state = 'collecting' AND (a.organization_id = app_organization_id() OR app_person_id() = ANY (a.person_ids))));
      GRANT SELECT, INSERT ON inventor_confirmation TO qy_app;

      ALTER TABLE reward_plan ADD COLUMN agreement_id uuid REFERENCES share_agreement (id),
        ADD COLUMN deviation_reason text;
      ALTER TABLE achievement DROP CONSTRAINT achievement_registered_has_kind;
      ALTER TABLE achievement ADD CONSTRAINT achievement_registered_has_kind
        CHECK (registration_number IS NULL OR kind IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE achievement DROP CONSTRAINT achievement_registered_has_kind;
      UPDATE achievement SET kind = NULL WHERE registration_number IS NULL;
      ALTER TABLE achievement ADD CONSTRAINT achievement_registered_has_kind
        CHECK ((registration_number IS NULL) = (kind IS NULL));
      ALTER TABLE reward_plan DROP COLUMN agreement_id, DROP COLUMN deviation_reason;
      DROP TABLE inventor_confirmation, share_agreement;
    `);
  }
}
