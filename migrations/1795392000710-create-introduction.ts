import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Introductions and the log of who accepted when: append-only, the proof against bypassing a broker (民法典 art. 965).
 * Contacts stand apart: the policies give them to a side only after both accepted.
 */
export class CreateIntroduction1795392000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE introduction (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL,
        demand_id uuid NOT NULL REFERENCES demand (id),
        achievement_id uuid NOT NULL,
        demand_organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_organization_id uuid NOT NULL REFERENCES organization (id),
        introducer_kind text NOT NULL CHECK (introducer_kind IN ('broker', 'demandSide', 'achievementSide')),
        introducer_person_id uuid NOT NULL REFERENCES person (id),
        introducer_organization_id uuid NOT NULL REFERENCES organization (id),
        mandate_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined')),
        message text NOT NULL,
        decline_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT introduction_broker_mandated CHECK (introducer_kind <> 'broker' OR cardinality(mandate_ids) > 0),
        CONSTRAINT introduction_two_sides CHECK (demand_organization_id <> achievement_organization_id)
      );
      CREATE UNIQUE INDEX introduction_match_once ON introduction (match_id) WHERE state IN ('proposed', 'accepted');
      CREATE INDEX introduction_demand_side ON introduction (demand_organization_id, id);
      CREATE INDEX introduction_achievement_side ON introduction (achievement_organization_id, id);
      CREATE INDEX introduction_introducer ON introduction (introducer_organization_id, id);
      ALTER TABLE introduction ENABLE ROW LEVEL SECURITY;
      ALTER TABLE introduction FORCE ROW LEVEL SECURITY;
      CREATE POLICY introduction_read ON introduction FOR SELECT TO qy_app USING (
        app_is_system()
        OR app_organization_id() IN (demand_organization_id, achievement_organization_id, introducer_organization_id)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY introduction_insert ON introduction FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (introducer_organization_id = app_organization_id() AND introducer_person_id = app_person_id()));
      CREATE POLICY introduction_update ON introduction FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (demand_organization_id, achievement_organization_id));
      GRANT SELECT, INSERT, UPDATE ON introduction TO qy_app;

      CREATE TABLE introduction_acceptance (
        introduction_id uuid NOT NULL REFERENCES introduction (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (introduction_id, organization_id)
      );
      ALTER TABLE introduction_acceptance ENABLE ROW LEVEL SECURITY;
      ALTER TABLE introduction_acceptance FORCE ROW LEVEL SECURITY;
      CREATE POLICY introduction_acceptance_read ON introduction_acceptance FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM introduction i WHERE i.id = introduction_id));
      CREATE POLICY introduction_acceptance_insert ON introduction_acceptance FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (organization_id = app_organization_id() AND person_id = app_person_id()));
      GRANT SELECT, INSERT ON introduction_acceptance TO qy_app;

      CREATE TABLE introduction_contact (
        introduction_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        contact text NOT NULL,
        PRIMARY KEY (introduction_id, organization_id),
        FOREIGN KEY (introduction_id, organization_id) REFERENCES introduction_acceptance (introduction_id, organization_id)
      );
      ALTER TABLE introduction_contact ENABLE ROW LEVEL SECURITY;
      ALTER TABLE introduction_contact FORCE ROW LEVEL SECURITY;
      CREATE POLICY introduction_contact_read ON introduction_contact FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id()
        OR EXISTS (SELECT FROM introduction i WHERE i.id = introduction_id AND i.state = 'accepted'
          AND app_organization_id() IN (i.demand_organization_id, i.achievement_organization_id)));
      CREATE POLICY introduction_contact_insert ON introduction_contact FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT ON introduction_contact TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE introduction_contact, introduction_acceptance, introduction;`);
  }
}
