import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Third-party evaluations (第三方评价) and the qualifications of who makes them. A conclusion is written once: a trigger refuses
 * its change even to the owner of the table. The public reads the columns of the public part only.
 */
export class CreateEvaluation1795392007210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evaluator_qualification (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        certificate_number text NOT NULL,
        issuer text NOT NULL,
        fields text NOT NULL,
        valid_from date NOT NULL,
        valid_until date NOT NULL CHECK (valid_until >= valid_from),
        revoked_on date,
        revocation_reason text,
        recorded_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT evaluator_qualification_once UNIQUE (organization_id, certificate_number),
        CONSTRAINT evaluator_qualification_revoked CHECK ((revoked_on IS NULL) = (revocation_reason IS NULL))
      );
      ALTER TABLE evaluator_qualification ENABLE ROW LEVEL SECURITY;
      ALTER TABLE evaluator_qualification FORCE ROW LEVEL SECURITY;
      CREATE POLICY evaluator_qualification_read ON evaluator_qualification FOR SELECT TO qy_app USING (
        app_actor_kind() IN ('person', 'system'));
      CREATE POLICY evaluator_qualification_read_public ON evaluator_qualification FOR SELECT TO qy_public USING (true);
      CREATE POLICY evaluator_qualification_insert ON evaluator_qualification FOR INSERT TO qy_app WITH CHECK (
        app_has_role('reviewer', 'registrar'));
      CREATE POLICY evaluator_qualification_update ON evaluator_qualification FOR UPDATE TO qy_app USING (
        app_has_role('reviewer', 'registrar'));
      GRANT SELECT, INSERT ON evaluator_qualification TO qy_app;
      GRANT UPDATE (revoked_on, revocation_reason) ON evaluator_qualification TO qy_app;
      GRANT SELECT ON evaluator_qualification TO qy_public;

      CREATE TABLE evaluation (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        owner_organization_id uuid NOT NULL REFERENCES organization (id),
        commissioner_organization_id uuid NOT NULL REFERENCES organization (id),
        evaluator_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('commissioned', 'accepted', 'concluded', 'superseded', 'declined', 'cancelled')),
        scope text NOT NULL,
        fee_fen bigint NOT NULL CHECK (fee_fen >= 0),
        fee_payer text NOT NULL,
        due_on date NOT NULL,
        conclusion jsonb,
        public_part jsonb,
        supersedes_id uuid REFERENCES evaluation (id),
        state_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT evaluation_third_party CHECK (
          evaluator_organization_id NOT IN (owner_organization_id, commissioner_organization_id)),
        CONSTRAINT evaluation_concluded CHECK ((state IN ('concluded', 'superseded')) = (conclusion IS NOT NULL)
          AND (conclusion IS NULL) = (public_part IS NULL))
      );
      CREATE INDEX evaluation_achievement ON evaluation (achievement_id, id);
      CREATE UNIQUE INDEX evaluation_superseded_once ON evaluation (supersedes_id)
        WHERE supersedes_id IS NOT NULL AND state NOT IN ('declined', 'cancelled');

      CREATE FUNCTION evaluation_conclusion_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.conclusion IS NOT NULL AND (NEW.conclusion IS DISTINCT FROM OLD.conclusion
              OR NEW.public_part IS DISTINCT FROM OLD.public_part) THEN
            RAISE EXCEPTION 'a conclusion is superseded, never changed' USING ERRCODE = '42501';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER evaluation_conclusion_stays BEFORE UPDATE ON evaluation
        FOR EACH ROW EXECUTE FUNCTION evaluation_conclusion_stays();

      ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE evaluation FORCE ROW LEVEL SECURITY;
      CREATE POLICY evaluation_read ON evaluation FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (owner_organization_id, commissioner_organization_id, evaluator_organization_id)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY evaluation_read_public ON evaluation FOR SELECT TO qy_public USING (
        state IN ('concluded', 'superseded') AND EXISTS (SELECT FROM achievement a WHERE a.id = achievement_id));
      CREATE POLICY evaluation_insert ON evaluation FOR INSERT TO qy_app WITH CHECK (
        commissioner_organization_id = app_organization_id());
      CREATE POLICY evaluation_update ON evaluation FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (commissioner_organization_id, evaluator_organization_id));
      GRANT SELECT, INSERT ON evaluation TO qy_app;
      GRANT UPDATE (state, conclusion, public_part, state_reason, version, updated_at) ON evaluation TO qy_app;
      GRANT SELECT (id, achievement_id, evaluator_organization_id, state, public_part, supersedes_id) ON evaluation TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evaluation, evaluator_qualification;
      DROP FUNCTION evaluation_conclusion_stays;
    `);
  }
}
