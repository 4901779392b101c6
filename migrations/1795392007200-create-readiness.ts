import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readiness levels with their evidence (成熟度申报): claims, and the proofs that were accepted, append-only but for their revocation. */
export class CreateReadiness1795392007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE readiness_claim (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'proven', 'rejected', 'withdrawn')),
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 9),
        farming boolean NOT NULL,
        evidence jsonb NOT NULL,
        pilot_gate_id uuid,
        policy_version text NOT NULL,
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT readiness_claim_decided CHECK ((state IN ('proven', 'rejected')) = (decided_by IS NOT NULL))
      );
      CREATE INDEX readiness_claim_organization ON readiness_claim (organization_id, id);
      CREATE INDEX readiness_claim_submitted ON readiness_claim (id) WHERE state = 'submitted';
      CREATE UNIQUE INDEX readiness_claim_gate_once ON readiness_claim (pilot_gate_id) WHERE pilot_gate_id IS NOT NULL;
      ALTER TABLE readiness_claim ENABLE ROW LEVEL SECURITY;
      ALTER TABLE readiness_claim FORCE ROW LEVEL SECURITY;
      CREATE POLICY readiness_claim_read ON readiness_claim FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id()
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY readiness_claim_insert ON readiness_claim FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY readiness_claim_update ON readiness_claim FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer'));
      GRANT SELECT, INSERT ON readiness_claim TO qy_app;
      GRANT UPDATE (state, evidence, decided_by, decision_reason, version, updated_at) ON readiness_claim TO qy_app;

      CREATE TABLE readiness_proof (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        claim_id uuid NOT NULL REFERENCES readiness_claim (id),
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 9),
        proven_on date NOT NULL,
        farming boolean NOT NULL,
        decided_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        revoked_on date,
        revoked_by uuid REFERENCES person (id),
        revocation_reason text,
        CONSTRAINT readiness_proof_once UNIQUE (claim_id, level),
        CONSTRAINT readiness_proof_revoked CHECK (
          (revoked_on IS NULL) = (revoked_by IS NULL) AND (revoked_on IS NULL) = (revocation_reason IS NULL))
      );
      CREATE INDEX readiness_proof_achievement ON readiness_proof (achievement_id, level);
      ALTER TABLE readiness_proof ENABLE ROW LEVEL SECURITY;
      ALTER TABLE readiness_proof FORCE ROW LEVEL SECURITY;
      CREATE POLICY readiness_proof_read ON readiness_proof FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id()
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY readiness_proof_read_public ON readiness_proof FOR SELECT TO qy_public USING (
        EXISTS (SELECT FROM achievement a WHERE a.id = achievement_id));
      CREATE POLICY readiness_proof_insert ON readiness_proof FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY readiness_proof_update ON readiness_proof FOR UPDATE TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT ON readiness_proof TO qy_app;
      GRANT UPDATE (revoked_on, revoked_by, revocation_reason) ON readiness_proof TO qy_app;
      GRANT SELECT (id, achievement_id, level, proven_on, revoked_on, farming) ON readiness_proof TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE readiness_proof, readiness_claim;`);
  }
}
