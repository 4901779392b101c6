import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the sides of a match decided stands apart from the pair: a broker reads the pair, but why somebody declined is for
 * the two sides and the bureau. Rewrites only rows of declined matches; the CHECK is replaced without a scan that blocks.
 */
export class SplitMatchDecision1795392003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor_kind', 'system', true); -- an owner who is no superuser is bound by the policies too
      CREATE TABLE match_decline (
        match_id uuid PRIMARY KEY REFERENCES match (id),
        organization_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('wrongField', 'immature', 'tooDear', 'ipUnclear', 'tooFar', 'alreadyHave',
          'descriptionUnclear', 'other')),
        text text,
        declined_at timestamptz NOT NULL,
        CONSTRAINT match_decline_other_says_what CHECK (reason <> 'other' OR text IS NOT NULL)
      );
      CREATE INDEX match_decline_at ON match_decline (declined_at);
      INSERT INTO match_decline (match_id, organization_id, reason, text, declined_at)
        SELECT id, declined_by_organization_id, decline_reason, decline_text, updated_at FROM match
        WHERE decline_reason IS NOT NULL AND declined_by_organization_id IS NOT NULL;
      ALTER TABLE match DROP COLUMN decline_reason, DROP COLUMN decline_text, DROP COLUMN declined_by_organization_id;
      ALTER TABLE match_decline ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_decline FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_decline_read ON match_decline FOR SELECT TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor')
        OR EXISTS (SELECT FROM match m WHERE m.id = match_id
          AND app_organization_id() IN (m.demand_organization_id, m.achievement_organization_id)));
      CREATE POLICY match_decline_insert ON match_decline FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (organization_id = app_organization_id()
          AND EXISTS (SELECT FROM match m WHERE m.id = match_id
            AND app_organization_id() IN (m.demand_organization_id, m.achievement_organization_id))));
      GRANT SELECT, INSERT ON match_decline TO qy_app;

      CREATE TABLE match_acceptance (
        match_id uuid NOT NULL REFERENCES match (id),
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person (id),
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (match_id, organization_id)
      );
      ALTER TABLE match_acceptance ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_acceptance FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_acceptance_read ON match_acceptance FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM match m WHERE m.id = match_id));
      CREATE POLICY match_acceptance_insert ON match_acceptance FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (organization_id = app_organization_id() AND person_id = app_person_id()
          AND EXISTS (SELECT FROM match m WHERE m.id = match_id
            AND app_organization_id() IN (m.demand_organization_id, m.achievement_organization_id))));
      GRANT SELECT, INSERT ON match_acceptance TO qy_app;

      ALTER TABLE match DROP CONSTRAINT match_state_check;
      ALTER TABLE match ADD CONSTRAINT match_state_check CHECK (state IN
        ('proposed', 'accepted', 'introduced', 'contracted', 'declined', 'superseded')) NOT VALID;
      ALTER TABLE match VALIDATE CONSTRAINT match_state_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor_kind', 'system', true);
      UPDATE match SET state = 'introduced' WHERE state = 'contracted';
      ALTER TABLE match DROP CONSTRAINT match_state_check;
      ALTER TABLE match ADD CONSTRAINT match_state_check CHECK (state IN
        ('proposed', 'accepted', 'introduced', 'declined', 'superseded'));
      ALTER TABLE match ADD COLUMN decline_reason text, ADD COLUMN decline_text text,
        ADD COLUMN declined_by_organization_id uuid;
      UPDATE match SET decline_reason = d.reason, decline_text = d.text, declined_by_organization_id = d.organization_id
        FROM match_decline d WHERE d.match_id = match.id;
      ALTER TABLE match ADD CONSTRAINT match_declined_with_reason CHECK (state <> 'declined' OR decline_reason IS NOT NULL);
      DROP TABLE match_acceptance, match_decline;
    `);
  }
}
