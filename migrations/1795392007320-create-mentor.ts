import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mentors (导师) by consent, their office hours, and the meetings that tenants book. A withdrawn consent takes the words away. */
export class CreateMentor1795392007320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TABLE mentor (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('active', 'withdrawn')),
        display_name text NOT NULL,
        introduction text NOT NULL,
        expertise text[] NOT NULL,
        consented_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT mentor_words_gone CHECK (state = 'active' OR (display_name = '' AND introduction = '' AND expertise = '{}'))
      );
      CREATE UNIQUE INDEX mentor_once ON mentor (person_id) WHERE state = 'active';
      ALTER TABLE mentor ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mentor FORCE ROW LEVEL SECURITY;
      CREATE POLICY mentor_read ON mentor FOR SELECT TO qy_app USING (true);
      CREATE POLICY mentor_read_public ON mentor FOR SELECT TO qy_public USING (state = 'active');
      CREATE POLICY mentor_insert ON mentor FOR INSERT TO qy_app WITH CHECK (person_id = app_person_id());
      CREATE POLICY mentor_update ON mentor FOR UPDATE TO qy_app USING (person_id = app_person_id());
      GRANT SELECT, INSERT, UPDATE ON mentor TO qy_app;
      GRANT SELECT ON mentor TO qy_public;

      CREATE TABLE office_hour (
        id uuid PRIMARY KEY,
        mentor_id uuid NOT NULL REFERENCES mentor (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        place text NOT NULL,
        cancelled_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT office_hour_times CHECK (ends_at > starts_at),
        CONSTRAINT office_hour_no_overlap EXCLUDE USING gist (mentor_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (cancelled_at IS NULL)
      );
      CREATE INDEX office_hour_mentor ON office_hour (mentor_id, id);
      ALTER TABLE office_hour ENABLE ROW LEVEL SECURITY;
      ALTER TABLE office_hour FORCE ROW LEVEL SECURITY;
      CREATE POLICY office_hour_read ON office_hour FOR SELECT TO qy_app USING (true);
      CREATE POLICY office_hour_insert ON office_hour FOR INSERT TO qy_app WITH CHECK (
        EXISTS (SELECT FROM mentor m WHERE m.id = mentor_id AND m.person_id = app_person_id()));
      CREATE POLICY office_hour_update ON office_hour FOR UPDATE TO qy_app USING (
        app_is_system() OR EXISTS (SELECT FROM mentor m WHERE m.id = mentor_id AND m.person_id = app_person_id()));
      GRANT SELECT, INSERT ON office_hour TO qy_app;
      GRANT UPDATE (cancelled_at) ON office_hour TO qy_app;

      CREATE TABLE mentor_meeting (
        id uuid PRIMARY KEY,
        office_hour_id uuid NOT NULL REFERENCES office_hour (id),
        mentor_id uuid NOT NULL REFERENCES mentor (id),
        mentor_person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        carrier_organization_id uuid NOT NULL REFERENCES organization (id),
        tenancy_id uuid NOT NULL REFERENCES tenancy (id),
        booked_by uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('booked', 'held', 'missed', 'cancelled')),
        topic text NOT NULL,
        relation text,
        log text,
        advice text,
        score integer CHECK (score BETWEEN 1 AND 5),
        feedback text,
        reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX mentor_meeting_once ON mentor_meeting (office_hour_id) WHERE state <> 'cancelled';
      CREATE INDEX mentor_meeting_organization ON mentor_meeting (organization_id, id);
      CREATE INDEX mentor_meeting_carrier ON mentor_meeting (carrier_organization_id, id);
      CREATE INDEX mentor_meeting_mentor ON mentor_meeting (mentor_id, id);
      ALTER TABLE mentor_meeting ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mentor_meeting FORCE ROW LEVEL SECURITY;
      CREATE POLICY mentor_meeting_read ON mentor_meeting FOR SELECT TO qy_app USING (
        app_is_system() OR mentor_person_id = app_person_id() OR app_organization_id() IN (organization_id, carrier_organization_id));
      CREATE POLICY mentor_meeting_insert ON mentor_meeting FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY mentor_meeting_update ON mentor_meeting FOR UPDATE TO qy_app USING (
        app_is_system() OR mentor_person_id = app_person_id() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON mentor_meeting TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mentor_meeting, office_hour, mentor;`);
  }
}
