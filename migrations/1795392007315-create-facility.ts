import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facilities (空间与仪器) and their bookings. A facility of capacity n has units 1–n; an exclusion constraint keeps two bookings
 * that hold the same unit from overlapping, whatever the application does. Times are half-open: one may end when the next begins.
 */
export class CreateFacility1795392007315 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TABLE facility (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        kind text NOT NULL CHECK (kind IN ('workstation', 'meetingRoom', 'laboratory', 'instrument', 'pilotLine', 'venue', 'other')),
        name text NOT NULL,
        description text NOT NULL,
        place text NOT NULL,
        county_code text NOT NULL,
        capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 200),
        mode text NOT NULL CHECK (mode IN ('instant', 'approval')),
        price_fen bigint CHECK (price_fen >= 0),
        price_unit text,
        opening jsonb NOT NULL CHECK (jsonb_typeof(opening) = 'array'),
        slot_minutes integer NOT NULL CHECK (slot_minutes BETWEEN 5 AND 1440),
        longest_minutes integer NOT NULL CHECK (longest_minutes BETWEEN 5 AND 20160),
        ahead_days integer NOT NULL CHECK (ahead_days BETWEEN 1 AND 365),
        cancellation_hours integer NOT NULL CHECK (cancellation_hours BETWEEN 0 AND 720),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX facility_organization ON facility (organization_id, id);
      CREATE INDEX facility_open ON facility (id) WHERE state = 'open';
      ALTER TABLE facility ENABLE ROW LEVEL SECURITY;
      ALTER TABLE facility FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_read ON facility FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state = 'open' OR app_has_role('reviewer', 'auditor'));
      CREATE POLICY facility_read_public ON facility FOR SELECT TO qy_public USING (state = 'open');
      CREATE POLICY facility_insert ON facility FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY facility_update ON facility FOR UPDATE TO qy_app USING (organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON facility TO qy_app;
      GRANT SELECT ON facility TO qy_public;

      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility (id),
        provider_organization_id uuid NOT NULL REFERENCES organization (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        booked_by uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('requested', 'confirmed', 'waiting', 'refused', 'cancelled', 'revoked', 'lapsed',
          'completed', 'missed')),
        unit integer CHECK (unit >= 1),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        purpose text NOT NULL,
        late_cancellation boolean NOT NULL DEFAULT false,
        reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT booking_times CHECK (ends_at > starts_at),
        CONSTRAINT booking_holds_unit CHECK ((state IN ('requested', 'confirmed', 'completed', 'missed')) = (unit IS NOT NULL)),
        CONSTRAINT booking_no_overlap EXCLUDE USING gist (facility_id WITH =, unit WITH =,
          tstzrange(starts_at, ends_at) WITH &&) WHERE (unit IS NOT NULL)
      );
      CREATE INDEX booking_organization ON booking (organization_id, id);
      CREATE INDEX booking_provider ON booking (provider_organization_id, id);
      CREATE INDEX booking_waiting ON booking (facility_id, created_at, id) WHERE state = 'waiting';
      ALTER TABLE booking ENABLE ROW LEVEL SECURITY;
      ALTER TABLE booking FORCE ROW LEVEL SECURITY;
      CREATE POLICY booking_read ON booking FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() IN (organization_id, provider_organization_id));
      CREATE POLICY booking_insert ON booking FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY booking_update ON booking FOR UPDATE TO qy_app USING (
        app_is_system() OR app_organization_id() IN (organization_id, provider_organization_id));
      GRANT SELECT, INSERT, UPDATE ON booking TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE booking, facility;`);
    // The extension stays while something older leans on it.
    await runner.query(
      `DO $$ BEGIN DROP EXTENSION btree_gist; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $$`,
    );
  }
}
